using PostMoney.Core.Access;
using PostMoney.Core.Grants;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Grants;

public sealed class AuditingOpenings : InTown
{
    [Fact]
    public async Task Shows_who_tried_what_to_stewards_and_auditors_alone()
    {
        var offer = await Town.OfferAsync(Town.Bilal, Town.LadderToLend(), ("lockCode", "4711"));
        await Town.GrantAsync(Town.Bilal, offer);
        Town.Clock.Pass(TimeSpan.FromSeconds(1));
        await Town.GrantAsync(Town.Chen, offer);

        foreach (var auditor in new[] { Town.Dora, Town.Fay })
        {
            var found = (await NewestAsync(auditor))!;
            Assert.Equal([("Chen", false), ("Bilal", true)], found.Select(opening => (opening.Who, opening.Allowed)));
        }

        Assert.Null(await NewestAsync(Town.Bilal));
        Assert.Null(await NewestAsync(Town.Zoe));
        Assert.Null(await Town.AsAsync(Town.Bilal, (Viewer bilal, Openings openings) => openings.AllAsync(bilal, default)));
    }

    [Fact]
    public async Task Keeps_the_title_of_what_is_not_for_the_auditor()
    {
        var form = Town.LadderToLend("For Ewa alone") with { Visibility = Visibility.Direct, Readers = "ewa" };
        var offer = await Town.OfferAsync(Town.Bilal, form, ("lockCode", "4711"));
        await Town.GrantAsync(Town.Bilal, offer);

        var opening = Assert.Single((await NewestAsync(Town.Fay))!);

        Assert.Null(opening.Title);
        Assert.Equal(offer, opening.ItemId);
    }

    [Fact]
    public async Task Goes_on_where_the_page_before_ended()
    {
        var offer = await Town.OfferAsync(Town.Bilal, Town.LadderToLend(), ("lockCode", "4711"));
        foreach (var person in new[] { Town.Bilal, Town.Chen, Town.Ewa })
        {
            await Town.GrantAsync(person, offer);
            Town.Clock.Pass(TimeSpan.FromSeconds(1));
        }

        var newest = (await NewestAsync(Town.Fay))!;
        var older = (await Town.AsAsync(Town.Fay, (Viewer fay, Openings openings) => openings.NewestAsync(fay, newest[0].Id, default)))!;

        Assert.Equal(["Ewa", "Chen", "Bilal"], newest.Select(opening => opening.Who));
        Assert.Equal(["Chen", "Bilal"], older.Select(opening => opening.Who));
    }

    private Task<IReadOnlyList<Opening>?> NewestAsync(Person who) =>
        Town.AsAsync(who, (Viewer viewer, Openings openings) => openings.NewestAsync(viewer, null, default));
}
