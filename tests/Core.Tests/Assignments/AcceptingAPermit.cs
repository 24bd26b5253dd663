using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Proofs;
using PostMoney.Core.Access;
using PostMoney.Core.Assignments;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Queue;
using PostMoney.Core.Timelines;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Assignments;

public sealed class AcceptingAPermit : InTown
{
    [Fact]
    public async Task Is_for_who_it_was_given_to()
    {
        var permit = await HeldAsync(Town.LadderToLend());

        foreach (var person in new[] { Town.Chen, Town.Bilal, Town.Dora, Town.Zoe })
        {
            (await AcceptAsync(person, permit.Id)).RefusedAs(AssignmentRefusals.NotFound);
        }

        (await AcceptAsync(Town.Amina, permit.Id)).Granted();
    }

    [Fact]
    public async Task Happens_once()
    {
        var permit = await HeldAsync(Town.LadderToLend());
        (await AcceptAsync(Town.Amina, permit.Id)).Granted();

        (await AcceptAsync(Town.Amina, permit.Id)).RefusedAs(AssignmentRefusals.NotAnyMore);
        (await DeclineAsync(Town.Amina, permit.Id)).RefusedAs(AssignmentRefusals.NotAnyMore);
    }

    [Fact]
    public async Task Is_too_late_after_a_day()
    {
        var permit = await HeldAsync(Town.LadderToLend());
        Town.Clock.WaitUntil(permit.HoldUntil);

        (await AcceptAsync(Town.Amina, permit.Id)).RefusedAs(AssignmentRefusals.NotAnyMore);
    }

    [Fact]
    public async Task Asks_to_agree_where_the_owner_asks_for_something()
    {
        var permit = await HeldAsync(Town.LadderToLend() with
        {
            Sections = TownItems.Json("""{"details":{"kind":"ladder","condition":"good"},"requirements":{"careAgreement":true}}"""),
        });

        (await AcceptAsync(Town.Amina, permit.Id, agreed: false)).RefusedAs(AssignmentRefusals.Conditions);
        (await AcceptAsync(Town.Amina, permit.Id, agreed: true)).Granted();
    }

    [Fact]
    public async Task Leaves_a_record_of_each_step_that_the_node_signed()
    {
        var permit = await HeldAsync(Town.LadderToLend());
        Town.Clock.Pass(TimeSpan.FromMinutes(1));
        (await AcceptAsync(Town.Amina, permit.Id)).Granted();

        var page = (await PageAsync(Town.Amina, permit.Id))!;

        Assert.Equal([AssignmentState.Held, AssignmentState.Active], page.Steps.Select(step => step.State));
        foreach (var step in page.Steps)
        {
            var record = JsonElement.Parse(step.Record);
            Assert.Equal(Town.NodeDid, Assert.IsType<ProofCheck.Verified>(EddsaJcs2022.Verify(record)).Signer.Value);
            Assert.Equal(step.State.ToString().ToLowerInvariant(), record.GetProperty("status").GetString());
            Assert.Equal(Town.Amina.Did, record.GetProperty("assignee").GetString());
            Assert.Equal(Item.UrnOf(permit.OfferId), record.GetProperty("offer").GetString());
        }
    }

    [Fact]
    public async Task Shows_the_permit_to_its_sides_and_stewards_alone()
    {
        var permit = await HeldAsync(Town.LadderToLend());

        foreach (var (person, sees) in new[]
            { (Town.Amina, true), (Town.Bilal, true), (Town.Dora, true), (Town.Chen, false), (Town.Fay, false), (Town.Zoe, false) })
        {
            Assert.True(await PageAsync(person, permit.Id) is not null == sees, person.Name);
            Assert.True((await OfOfferAsync(person, permit.OfferId)).Count > 0 == (sees && person != Town.Amina), person.Name);
            Assert.True((await OutAsync(person)).Count > 0 == (person == Town.Dora), person.Name);
        }
    }

    [Fact]
    public async Task Lets_both_sides_see_what_the_other_shows_to_named_people_only()
    {
        var offer = await Town.OfferAsync(Town.Bilal, Town.LadderToLend());
        var need = await Town.NeedAsync(Town.Amina, Town.LadderWanted() with { Visibility = Visibility.Direct, Readers = "ewa", AskedOfferId = offer });
        Assert.Null(await Town.AsAsync(Town.Bilal, (Viewer bilal, ItemPages pages) => pages.FindAsync(bilal, need, default)));

        await Town.SettleNowAsync();

        Assert.NotNull(await Town.AsAsync(Town.Bilal, (Viewer bilal, ItemPages pages) => pages.FindAsync(bilal, need, default)));
        Assert.Null(await Town.AsAsync(Town.Chen, (Viewer chen, ItemPages pages) => pages.FindAsync(chen, need, default)));
    }

    [Fact]
    public async Task Ends_with_the_window_and_asks_how_it_went()
    {
        var permit = await HeldAsync(Town.LadderToLend());
        (await AcceptAsync(Town.Amina, permit.Id)).Granted();

        Town.Clock.WaitUntil(permit.Window.To.AddSeconds(-1));
        Assert.DoesNotContain(Assignment.EndJob, await Town.RunDueJobsAsync());
        Town.Clock.WaitUntil(permit.Window.To);
        Assert.Contains(Assignment.EndJob, await Town.RunDueJobsAsync());

        Assert.Equal(AssignmentState.Ended, (await PageAsync(Town.Amina, permit.Id))!.Assignment.State);
        (await Town.AskAsync((EndAssignment end) => end.ExecuteAsync(permit.Id, default))).Granted();
        Assert.Equal(3, (await PageAsync(Town.Amina, permit.Id))!.Steps.Count);
        Assert.Equal(0, await Town.AskAsync((PostMoneyDb db) => db.Jobs.CountAsync(job => job.Kind == Assignment.EndJob && job.State == JobState.Waiting)));
    }

    private async Task<AssignmentCard> HeldAsync(ItemForm offer)
    {
        await Town.OfferAsync(Town.Bilal, offer);
        var need = await Town.NeedAsync(Town.Amina, Town.LadderWanted() with
        {
            Sections = TownItems.Json("""{"constraints":{"kind":"ladder","careAgreement":true}}"""),
        });
        await Town.SettleNowAsync();
        return (await Town.PermitOfAsync(Town.Amina, need))!;
    }

    private Task<Result<Done>> AcceptAsync(Person who, Guid permit, bool agreed = true) =>
        Town.AsAsync(who, (Viewer viewer, AcceptAssignment accept) => accept.ExecuteAsync(viewer, permit, agreed, default));

    private Task<Result<Done>> DeclineAsync(Person who, Guid permit) =>
        Town.AsAsync(who, (Viewer viewer, GiveUpAssignment giveUp) => giveUp.DeclineAsync(viewer, permit, default));

    private Task<AssignmentPage?> PageAsync(Person who, Guid permit) =>
        Town.AsAsync(who, (Viewer viewer, AssignmentPages pages) => pages.FindAsync(viewer, permit, default));

    private Task<IReadOnlyList<AssignmentCard>> OfOfferAsync(Person who, Guid offer) =>
        Town.AsAsync(who, (Viewer viewer, AssignmentPages pages) => pages.OfOfferAsync(viewer, offer, default));

    private Task<IReadOnlyList<AssignmentCard>> OutAsync(Person who) =>
        Town.AsAsync(who, (Viewer viewer, AssignmentPages pages) => pages.OutAsync(viewer, default));
}
