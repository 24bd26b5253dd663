using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Transcripts;
using PostMoney.Core.Assignments;
using PostMoney.Core.Log;
using PostMoney.Core.Outcomes;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Stories;

/// <summary>The whole way once, with everything that it rests on.</summary>
public sealed class FromNeedToOutcome : InTown
{
    [Fact]
    public async Task Amina_borrows_Bilals_ladder_opens_the_shed_and_brings_it_back()
    {
        var offer = await Town.OfferAsync(
            Town.Bilal, Town.LadderToLend(), ("lockCode", "4711"), ("address", "Mill Lane 3"));
        var need = await Town.NeedAsync(Town.Amina, Town.LadderWanted(inDays: 3, hours: 4), ("contactNote", "Ring twice."));
        var round = await Town.SettleAsync();

        var permit = await Town.PermitOfAsync(Town.Amina, need);
        Assert.Equal(AssignmentState.Held, permit!.State);
        Assert.Equal(offer, permit.OfferId);
        Assert.IsType<Verification.Verified>(TranscriptVerifier.Verify(await TranscriptOfAsync(round)));

        await Town.AcceptAsync(Town.Amina, need);
        (await Town.GrantAsync(Town.Amina, offer)).RefusedAs("item.not-found");

        Town.Clock.WaitUntil(permit.Window.From);
        Assert.Equal(["4711", "Mill Lane 3"], (await Town.OpenAsync(Town.Amina, offer)).Select(part => part.Text).Order());
        Assert.Equal(["Ring twice."], (await Town.OpenAsync(Town.Bilal, need)).Select(part => part.Text));

        Town.Clock.WaitUntil(permit.Window.To);
        await Town.RunDueJobsAsync();
        (await Town.GrantAsync(Town.Amina, offer)).RefusedAs("item.not-found");

        (await Town.TellAsync(Town.Amina, permit.Id, TownPermits.WentWell)).Granted();
        (await Town.TellAsync(Town.Bilal, permit.Id, TownPermits.WentWell)).Granted();

        var told = await Town.AsAsync(Town.Amina, (Viewer amina, OutcomeList outcomes) => outcomes.OfAsync(amina, permit.Id, default));
        Assert.Equal(["Amina", "Bilal"], told.Select(line => line.Who).Order());
        Assert.Equal(AssignmentState.Completed, (await Town.PermitOfAsync(Town.Amina, need))!.State);
        Assert.Null(await Town.AskAsync((AuditLog log) => log.FindBreakAsync(default)));
    }

    private Task<byte[]> TranscriptOfAsync(Guid round) => Town.AskAsync((PostMoneyDb db) =>
        db.Rounds.Where(r => r.Id == round).Select(r => r.Transcript!).SingleAsync());
}
