using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Assignments;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Members;
using PostMoney.Core.Relations;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Rounds;

public sealed class DeclaringARoundVoid : InTown
{
    private const string Why = "The offer was listed twice by mistake.";

    [Fact]
    public async Task Takes_two_stewards_and_leaves_the_transcript_where_it_was()
    {
        var (round, need) = await DrawnAsync();
        await AppointAsync(Town.Gus);
        var before = await PageAsync(round);

        (await ProposeAsync(Town.Dora, round, Why)).Granted();
        Assert.Null((await PageAsync(round)).Void);
        (await ConfirmAsync(Town.Dora, round)).RefusedAs(VoidingRefusals.Another);
        (await ConfirmAsync(Town.Gus, round)).Granted();

        var page = await PageAsync(round);
        Assert.Equal(Why, page.Void!.Reason);
        Assert.Equal(before.Transcript, page.Transcript);
        Assert.Equal(RoundState.Drawn, page.State);
        Assert.Equal(AssignmentState.Revoked, (await PermitAsync(need)).State);
        Assert.Contains(Why, await Town.AskAsync((PostMoneyDb db) => db.AssignmentSteps
            .Where(step => step.State == AssignmentState.Revoked).Select(step => step.Note).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opens_needs_again_for_the_next_round_and_asks_nobody_of_the_void_line()
    {
        var (round, need) = await DrawnAsync();
        await AppointAsync(Town.Gus);

        (await ProposeAsync(Town.Dora, round, Why)).Granted();
        (await ConfirmAsync(Town.Gus, round)).Granted();

        Assert.Equal(1, await Town.AskAsync((PostMoneyDb db) => db.Assignments.CountAsync()));
        Assert.Equal(ItemState.Open, await Town.AskAsync((PostMoneyDb db) => db.Needs.Where(n => n.Id == need).Select(n => n.State).SingleAsync()));
        var next = await Town.SettleNowAsync();
        Assert.NotEqual(round, next);
        Assert.Equal(2, await Town.AskAsync((PostMoneyDb db) => db.DrawnLines.CountAsync(line => line.RoundId == next)));
        Assert.Equal(1, await Town.AskAsync((PostMoneyDb db) => db.Assignments.CountAsync(a => a.RoundId == next)));
    }

    [Fact]
    public async Task Is_told_to_all_who_asked_and_written_in_the_log()
    {
        var (round, _) = await DrawnAsync();
        await AppointAsync(Town.Gus);

        (await ProposeAsync(Town.Dora, round, Why)).Granted();
        (await ConfirmAsync(Town.Gus, round)).Granted();

        foreach (var person in new[] { Town.Amina, Town.Chen })
        {
            Assert.Contains("round.voided", await Town.AskAsync((PostMoneyDb db) =>
                db.Notifications.Where(told => told.MemberId == person.Id).Select(told => told.Kind).ToListAsync()));
        }

        var written = await Town.AskAsync((PostMoneyDb db) => db.LogEntries.Select(entry => entry.Kind).ToListAsync());
        Assert.Contains("round.void-proposed", written);
        Assert.Contains("round.voided", written);
    }

    [Fact]
    public async Task Is_not_for_whoever_asked_in_it_nor_for_members()
    {
        var (round, _) = await DrawnAsync();
        await AppointAsync(Town.Amina);

        (await ProposeAsync(Town.Amina, round, Why)).RefusedAs(VoidingRefusals.TookPart);
        (await ProposeAsync(Town.Bilal, round, Why)).RefusedAs("stewards-only");
        (await ProposeAsync(Town.Dora, round, Why)).Granted();
        (await ConfirmAsync(Town.Amina, round)).RefusedAs(VoidingRefusals.TookPart);
        (await ConfirmAsync(Town.Bilal, round)).RefusedAs("stewards-only");
    }

    [Fact]
    public async Task Needs_a_reason_and_a_round_that_was_drawn()
    {
        var (round, _) = await DrawnAsync();

        (await ProposeAsync(Town.Dora, round, "No.")).RefusedAs(VoidingRefusals.Reason);
        (await ProposeAsync(Town.Dora, (await Town.OpenRoundAsync()).RoundId, Why)).RefusedAs(VoidingRefusals.NotDrawn);
        (await ConfirmAsync(Town.Dora, round)).RefusedAs(VoidingRefusals.NotProposed);
    }

    [Fact]
    public async Task Is_dropped_where_the_second_steward_does_not_agree()
    {
        var (round, need) = await DrawnAsync();
        await AppointAsync(Town.Gus);
        (await ProposeAsync(Town.Dora, round, Why)).Granted();

        (await DropAsync(Town.Gus, round)).Granted();

        (await ConfirmAsync(Town.Gus, round)).RefusedAs(VoidingRefusals.NotProposed);
        Assert.Equal(AssignmentState.Held, (await PermitAsync(need)).State);
    }

    private async Task<(Guid Round, Guid Served)> DrawnAsync()
    {
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend() with { Visibility = Visibility.Public });
        foreach (var person in new[] { Town.Amina, Town.Chen })
        {
            await Town.NeedAsync(person, Town.LadderWanted() with { Visibility = Visibility.Public });
        }

        var round = await Town.SettleNowAsync();
        return (round, await Town.AskAsync((PostMoneyDb db) => db.Assignments.Select(a => a.NeedId).SingleAsync()));
    }

    private async Task AppointAsync(Person person) => (await Town.AsAsync(Town.Dora, (Viewer dora, AppointSteward appoint) =>
        appoint.AppointAsync(dora, person.Id, RelationNames.Steward, default))).Granted();

    private Task<Result<Done>> ProposeAsync(Person who, Guid round, string reason) =>
        Town.AsAsync(who, (Viewer viewer, VoidRound voiding) => voiding.ProposeAsync(viewer, round, reason, default));

    private Task<Result<Done>> ConfirmAsync(Person who, Guid round) =>
        Town.AsAsync(who, (Viewer viewer, VoidRound voiding) => voiding.ConfirmAsync(viewer, round, default));

    private Task<Result<Done>> DropAsync(Person who, Guid round) =>
        Town.AsAsync(who, (Viewer viewer, VoidRound voiding) => voiding.DropAsync(viewer, round, default));

    private Task<Assignment> PermitAsync(Guid need) =>
        Town.AskAsync((PostMoneyDb db) => db.Assignments.AsNoTracking().FirstAsync(a => a.NeedId == need));

    private async Task<RoundPage> PageAsync(Guid round) =>
        (await Town.AsAsync(Town.Dora, (Viewer viewer, RoundPages pages) => pages.FindAsync(viewer, round, default)))!;
}
