using PostMoney.Core.Access;
using PostMoney.Core.Items;
using PostMoney.Core.Search;
using PostMoney.Core.Timelines;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Access;

/// <summary>Who may see an item: on its page, in the timeline and by search alike.</summary>
public sealed class WhoMaySee : Quarter
{
    private const string OfAmina =
        """
        | shown to | stranger | member | named | in group | group steward | auditor | steward | suspended | author |
        |----------|----------|--------|-------|----------|---------------|---------|---------|-----------|--------|
        | Public   | yes      | yes    | yes   | yes      | yes           | yes     | yes     | yes       | yes    |
        | Node     | no       | yes    | yes   | yes      | yes           | yes     | yes     | no        | yes    |
        | Group    | no       | no     | no    | yes      | yes           | no      | yes     | no        | yes    |
        | Direct   | no       | no     | yes   | no       | no            | no      | no      | no        | yes    |
        """;

    private const string OfTheDrummers =
        """
        | shown to | stranger | member | named | in group | group steward | auditor | steward | suspended | author |
        |----------|----------|--------|-------|----------|---------------|---------|---------|-----------|--------|
        | Node     | no       | yes    | yes   | yes      | yes           | yes     | yes     | no        | yes    |
        | Group    | no       | no     | no    | yes      | yes           | no      | yes     | no        | yes    |
        | Direct   | no       | no     | yes   | no       | yes           | no      | no      | no        | no     |
        """;

    [Fact]
    public async Task What_a_member_publishes()
    {
        foreach (var (row, cells) in Read(OfAmina))
        {
            await CheckAsync(await Town.OfferAsync(Town.Amina, ShownTo(Enum.Parse<Visibility>(row))), row, cells);
        }
    }

    [Fact]
    public async Task What_a_group_publishes()
    {
        foreach (var (row, cells) in Read(OfTheDrummers))
        {
            var form = ShownTo(Enum.Parse<Visibility>(row)) with { AsGroup = true, Group = "drummers" };
            var draft = (await Town.DraftAsync(Town.Gus, form)).Granted();
            var signed = await Town.AskAsync((SignOnNode sign) => sign.AsGroupAsync(draft, new Dictionary<string, string>(), Drummers, default));
            await CheckAsync((await Town.SendAsync(Town.Gus, form, signed)).Granted(), row, cells);
        }
    }

    [Fact]
    public async Task Nobody_who_is_named_no_longer()
    {
        var item = await Town.OfferAsync(Town.Amina, ShownTo(Visibility.Direct));

        (await Town.ReviseAsync(Town.Amina, item, ShownTo(Visibility.Direct) with { Readers = "hana" })).Granted();

        Assert.False(await SeesPageAsync(Town.Bilal, item));
        Assert.False(await SeesInTimelineAsync(Town.Bilal, item));
        Assert.True(await SeesPageAsync(Hana, item));
        Assert.True(await SeesInTimelineAsync(Hana, item));
    }

    [Fact]
    public async Task What_is_withdrawn_only_its_author_sees()
    {
        var item = await Town.OfferAsync(Town.Amina, ShownTo(Visibility.Public));

        (await Town.WithdrawAsync(Town.Amina, item, isNeed: false)).Granted();

        foreach (var (role, who) in Roles)
        {
            Assert.True(await SeesPageAsync(who, item) == (role == "author"), role);
            Assert.False(await FindsAsync(who, "marimba"), role);
        }
    }

    private async Task CheckAsync(Guid item, string row, IReadOnlyDictionary<string, bool> cells)
    {
        foreach (var (role, expected) in cells)
        {
            var who = Roles[role];
            Assert.True(await SeesPageAsync(who, item) == expected, $"page of {row}, {role}");
            Assert.True(await SeesInTimelineAsync(who, item) == expected, $"{row} in the timeline, {role}");
            Assert.True(await FindsAsync(who, "marimba", item) == expected, $"{row} by search, {role}");
        }
    }

    private ItemForm ShownTo(Visibility visibility) => Town.LadderToLend("A marimba") with
    {
        Visibility = visibility,
        Group = visibility == Visibility.Group ? "drummers" : "",
        Readers = "bilal",
    };

    private async Task<bool> SeesPageAsync(Person who, Guid item) =>
        await Town.AsAsync(who, (Viewer viewer, ItemPages pages) => pages.FindAsync(viewer, item, default)) is not null;

    private async Task<bool> SeesInTimelineAsync(Person who, Guid item) =>
        (await Town.AsAsync(who, (Viewer viewer, CommunityTimeline timeline) => timeline.PageAsync(viewer, new TimelineFilter(), null, default)))
            .Cards.Any(card => card.Id == item);

    private async Task<bool> FindsAsync(Person who, string words, Guid? item = null) =>
        (await Town.AsAsync(who, (Viewer viewer, SearchItems search) => search.FindAsync(viewer, new SearchQuestion(words), default)))
            .ItemIds.Any(id => item is null || id == item);
}
