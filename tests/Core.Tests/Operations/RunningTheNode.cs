using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Members;
using PostMoney.Core.Notifications;
using PostMoney.Core.Operations;
using PostMoney.Core.Storage;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Operations;

public sealed class RunningTheNode : InTown
{
    private static readonly NodeForm _form = new("Southside", "A new name.", JoiningModes.Approval, "Europe/Berlin", "harbour");

    [Fact]
    public async Task Begins_with_categories_policies_pools_and_open_rounds()
    {
        var (categories, policies, pools, rounds, jobs) = await Town.AskAsync(async (PostMoneyDb db) => (
            await db.Categories.CountAsync(), await db.Policies.CountAsync(), await db.Pools.CountAsync(), await db.Rounds.CountAsync(),
            await db.Jobs.CountAsync()));

        Assert.Equal((12, 6, 6, 6, 6), (categories, policies, pools, rounds, jobs));
    }

    [Fact]
    public async Task Changes_by_stewards_alone()
    {
        (await ChangeAsync(Town.Amina, _form)).RefusedAs("stewards-only");
        (await ChangeAsync(Town.Fay, _form)).RefusedAs("stewards-only");
        (await ChangeAsync(Town.Zoe, _form)).RefusedAs("stewards-only");
        (await ChangeAsync(Town.Dora, _form)).Granted();

        var settings = await Town.AskAsync((NodeSettings all) => all.AllAsync(default));
        Assert.Equal("Southside", settings[NodeSettings.Name]);
        Assert.Equal(Town.NodeDid, settings[NodeSettings.Did]);
    }

    [Fact]
    public async Task Says_beside_each_field_what_is_wrong()
    {
        var refused = await ChangeAsync(Town.Dora, new NodeForm(" ", new string('x', 501), "bribe", "Mars/Olympus", "commons"));

        Assert.Equal(["Name", "Summary", "Joining", "TimeZone"], refused.Refusals.Select(refusal => refusal.Field));
    }

    [Fact]
    public async Task Adds_a_category_whose_next_version_takes_over()
    {
        var schema = (await Town.AskAsync((CategoryCatalog catalog) => catalog.CurrentAsync(ItemKind.Offer, default)))
            .Single(category => category.Id.Topic == "tool").Schema.Json;
        var old = await Town.OfferAsync(Town.Amina, Town.LadderToLend());
        (await AddAsync(Town.Amina, "offer.tool@v2", schema)).RefusedAs("stewards-only");
        (await AddAsync(Town.Dora, "offer.tool@v3", schema)).RefusedAs("category.version");
        (await AddAsync(Town.Dora, "offer.tool@v1", schema)).RefusedAs("category.version");
        (await AddAsync(Town.Dora, "tool", schema)).RefusedAs("category.name");
        Assert.False((await AddAsync(Town.Dora, "offer.tool@v2", "{}")).IsGranted);

        (await AddAsync(Town.Dora, "offer.tool@v2", schema)).Granted();

        (await Town.PublishAsync(Town.Amina, Town.LadderToLend())).RefusedAs(ItemRefusals.Category);
        (await Town.PublishAsync(Town.Amina, Town.LadderToLend() with { Category = "offer.tool@v2" })).Granted();
        (await Town.ReviseAsync(Town.Amina, old, Town.LadderToLend("Still a ladder"))).Granted();
    }

    [Fact]
    public async Task Takes_nothing_new_in_a_category_that_is_retired()
    {
        (await RetireAsync(Town.Amina)).RefusedAs("stewards-only");
        (await RetireAsync(Town.Dora)).Granted();
        (await Town.PublishAsync(Town.Amina, Town.LadderToLend())).RefusedAs(ItemRefusals.Category);

        (await RetireAsync(Town.Dora)).Granted();
        (await Town.PublishAsync(Town.Amina, Town.LadderToLend())).Granted();
    }

    [Fact]
    public async Task Lets_each_read_their_own_news()
    {
        await Town.LendToAminaAsync();

        Assert.Equal(1, await UnreadAsync(Town.Amina));
        Assert.Equal(0, await UnreadAsync(Town.Chen));
        await Town.AsAsync(Town.Amina, async (Viewer amina, NotificationList list) =>
        {
            await list.MarkAllReadAsync(amina, default);
            return true;
        });
        Assert.Equal(0, await UnreadAsync(Town.Amina));
        Assert.Equal(2, await UnreadAsync(Town.Bilal));
    }

    private Task<int> UnreadAsync(Person who) =>
        Town.AsAsync(who, (Viewer viewer, NotificationList list) => list.CountUnreadAsync(viewer));

    private Task<Result<Done>> ChangeAsync(Person who, NodeForm form) =>
        Town.AsAsync(who, (Viewer viewer, ChangeNodeSettings change) => change.ExecuteAsync(viewer, form, default));

    private Task<Result<CategoryId>> AddAsync(Person who, string name, string schema) =>
        Town.AsAsync(who, (Viewer viewer, AddCategory add) => add.ExecuteAsync(viewer, name, schema, default));

    private Task<Result<Done>> RetireAsync(Person who) =>
        Town.AsAsync(who, (Viewer viewer, AddCategory add) => add.RetireAsync(viewer, "offer.tool@v1", default));
}
