using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Assignments;
using PostMoney.Core.Foundation;
using PostMoney.Core.Groups;
using PostMoney.Core.Items;
using PostMoney.Core.Timelines;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Rounds;

public sealed class PoolingNeeds : InTown
{
    [Fact]
    public async Task Of_one_offer_keeps_it_apart_from_its_topic()
    {
        var popular = await Town.OfferAsync(Town.Bilal, Town.LadderToLend("The popular ladder"));
        var pool = (await OpenAsync(Town.Dora, new PoolForm("The popular ladder", "tool", "tools", 24, popular))).Granted();
        var any = await Town.NeedAsync(Town.Amina, Town.LadderWanted());
        var that = await Town.NeedAsync(Town.Chen, Town.LadderWanted() with { AskedOfferId = popular });
        await Town.SettleNowAsync();
        Assert.Null(await Town.PermitOfAsync(Town.Amina, any));
        Assert.Null(await Town.PermitOfAsync(Town.Chen, that));

        var card = (await Town.AskAsync((PoolList list) => list.OpenAsync(Viewer.Stranger, default))).Single(p => p.Id == pool);
        (await NowAsync(Town.Dora, card.RoundId)).Granted();

        Assert.Null(await Town.PermitOfAsync(Town.Amina, any));
        Assert.NotNull(await Town.PermitOfAsync(Town.Chen, that));
    }

    [Fact]
    public async Task Of_a_group_is_looked_after_by_its_stewards_and_its_transcript_is_theirs()
    {
        var (group, offer) = await LibraryAsync();
        (await OpenAsync(Town.Chen, new PoolForm("Library", "tool", "tools", 24, offer, group))).RefusedAs("stewards-only");
        var pool = (await OpenAsync(Town.Gus, new PoolForm("Library", "tool", "tools", 24, offer, group))).Granted();
        await Town.NeedAsync(Town.Ewa, Town.LadderWanted() with { AskedOfferId = offer });
        var round = (await Town.AskAsync((PoolList list) => list.OpenAsync(Viewer.Stranger, default))).Single(p => p.Id == pool).RoundId;
        (await NowAsync(Town.Chen, round)).RefusedAs("stewards-only");

        (await NowAsync(Town.Gus, round)).Granted();

        foreach (var (person, reads) in new[]
            { (Town.Gus, true), (Town.Ewa, true), (Town.Fay, true), (Town.Dora, true), (Town.Chen, false), (Town.Zoe, false) })
        {
            var page = await Town.AsAsync(person, (Viewer viewer, RoundPages pages) => pages.FindAsync(viewer, round, default));
            Assert.True(page!.Transcript is not null == reads, person.Name);
            Assert.NotNull(page.TranscriptHash);
        }
    }

    [Fact]
    public async Task Of_a_group_lends_in_the_groups_name()
    {
        var (_, offer) = await LibraryAsync(("lockCode", "4711"));
        var need = await Town.NeedAsync(Town.Ewa, Town.LadderWanted() with { AskedOfferId = offer });
        await Town.SettleNowAsync();
        var permit = await Town.AcceptAsync(Town.Ewa, need);

        Assert.Contains("assignment.accepted", await Town.AskAsync((PostMoneyDb db) =>
            db.Notifications.Where(n => n.MemberId == Town.Gus.Id).Select(n => n.Kind).ToListAsync()));
        Assert.Equal(permit.Id, Assert.Single(await Town.AsAsync(Town.Gus, (Viewer gus, AssignmentPages pages) => pages.OutAsync(gus, default))).Id);
        Town.Clock.WaitUntil(permit.Window.From);
        Assert.Equal(["4711"], (await Town.OpenAsync(Town.Ewa, offer)).Select(part => part.Text));
        Assert.Equal(["4711"], (await Town.OpenAsync(Town.Gus, offer)).Select(part => part.Text));
        (await Town.GrantAsync(Town.Amina, offer)).RefusedAs(ItemRefusals.NotFound);
    }

    [Fact]
    public async Task Is_refused_where_it_makes_no_sense()
    {
        (await OpenAsync(Town.Dora, new PoolForm("Tools again", "tool", "tools", 24))).RefusedAs(PoolRefusals.Taken);
        (await OpenAsync(Town.Dora, new PoolForm("Castles", "castle", "tools", 24))).RefusedAs(PoolRefusals.Topic);
        (await OpenAsync(Town.Dora, new PoolForm("Nothing", "tool", "tools", 24, Guid.CreateVersion7()))).RefusedAs(PoolRefusals.Offer);
        var offer = await Town.OfferAsync(Town.Bilal, Town.LadderToLend());
        (await OpenAsync(Town.Dora, new PoolForm("Ladder", "tool", "bribes", 24, offer))).RefusedAs(PoolRefusals.Policy);
        (await OpenAsync(Town.Dora, new PoolForm("Ladder", "tool", "tools", 0, offer))).RefusedAs(PoolRefusals.Hours);
        (await OpenAsync(Town.Dora, new PoolForm(" ", "tool", "tools", 24, offer))).RefusedAs(PoolRefusals.Name);
        (await OpenAsync(Town.Amina, new PoolForm("Ladder", "tool", "tools", 24, offer))).RefusedAs("stewards-only");
    }

    [Fact]
    public async Task Shows_the_desk_what_waits_and_what_fits()
    {
        var fits = await Town.OfferAsync(Town.Bilal, Town.LadderToLend("A ladder"));
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend("A saw") with { Sections = TownItems.Json("""{"details":{"kind":"saw","condition":"good"}}""") });
        var calm = await Town.NeedAsync(Town.Amina, Town.LadderWanted());
        var urgent = await Town.NeedAsync(Town.Chen, Town.LadderWanted() with { Priority = Priority.Urgent });

        var queue = await Town.AsAsync(Town.Dora, (Viewer dora, DeskQueue desk) => desk.OfAsync(dora, new QueueFilter(), default));
        var choices = await Town.AsAsync(Town.Dora, (Viewer dora, DeskQueue desk) => desk.ChoicesAsync(dora, calm, default));

        Assert.Equal([urgent, calm], queue.Select(line => line.NeedId));
        Assert.Equal(fits, Assert.Single(choices, choice => choice.Fits).OfferId);
        Assert.Equal(2, choices.Count);
        Assert.Empty(await Town.AsAsync(Town.Amina, (Viewer amina, DeskQueue desk) => desk.OfAsync(amina, new QueueFilter(), default)));
        Assert.Empty(await Town.AsAsync(Town.Amina, (Viewer amina, DeskQueue desk) => desk.ChoicesAsync(amina, calm, default)));
    }

    [Fact]
    public async Task Tells_which_rounds_close_next()
    {
        var next = await Town.AskAsync((PoolList list) => list.NextAsync(3, default));
        var open = await Town.AskAsync((PoolList list) => list.OpenAsync(Viewer.Stranger, default));

        Assert.Equal(
            open.OrderBy(pool => pool.ClosesAt).ThenBy(pool => pool.Name).Take(3).Select(pool => new NextRound(pool.RoundId, pool.Name, pool.ClosesAt)),
            next);
        Assert.Equal(3, next.Count);
    }

    private async Task<(Guid Group, Guid Offer)> LibraryAsync(params (string Part, string Text)[] secrets)
    {
        var group = (await Town.AsAsync(Town.Dora, (Viewer dora, FoundGroup found) =>
            found.ExecuteAsync(dora, "library", "Tool library", "", GroupJoining.Open, default))).Granted().Id;
        (await Town.AsAsync(Town.Dora, (Viewer dora, AddToGroup add) => add.ExecuteAsync(dora, "library", "gus", "steward", default))).Granted();
        (await Town.AsAsync(Town.Ewa, (Viewer ewa, JoinGroup join) => join.JoinAsync(ewa, "library", default))).Granted();
        (await Town.AsAsync(Town.Dora, (Viewer dora, JoinGroup join) => join.LeaveAsync(dora, "library", default))).Granted();
        var form = Town.LadderToLend() with { AsGroup = true, Group = "library", Visibility = Visibility.Group, Sealed = [.. secrets.Select(s => s.Part)] };
        var draft = (await Town.DraftAsync(Town.Gus, form)).Granted();
        var signed = await Town.AskAsync((SignOnNode sign) => sign.AsGroupAsync(draft, secrets.ToDictionary(s => s.Part, s => s.Text), group, default));
        return (group, (await Town.SendAsync(Town.Gus, form, signed)).Granted());
    }

    private Task<Result<Guid>> OpenAsync(Person who, PoolForm form) =>
        Town.AsAsync(who, (Viewer viewer, OpenPool open) => open.ExecuteAsync(viewer, form, default));

    private Task<Result<Done>> NowAsync(Person who, Guid round) =>
        Town.AsAsync(who, (Viewer viewer, SettleRound settle) => settle.NowAsync(viewer, round, default));
}
