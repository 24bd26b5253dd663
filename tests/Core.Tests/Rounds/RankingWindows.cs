using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Transcripts;
using PostMoney.Core.Assignments;
using PostMoney.Core.Foundation;
using PostMoney.Core.Needs;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Rounds;

/// <summary>Needs that name other times that would do.</summary>
public sealed class RankingWindows : InTown
{
    [Fact]
    public async Task Gives_the_time_that_is_left_where_the_first_choice_went_to_somebody_else()
    {
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend(units: 1));
        var amina = await Town.NeedAsync(Town.Amina, Town.LadderWanted(inDays: 4));
        var chen = await Town.NeedAsync(Town.Chen, Town.LadderWanted(inDays: 4));
        var later = await WindowOfAsync(await Town.NeedAsync(Town.Gus, Town.LadderWanted(inDays: 6)));
        (await RankAsync(Town.Amina, amina, later)).Granted();
        (await RankAsync(Town.Chen, chen, later)).Granted();

        await Town.SettleNowAsync();

        var permits = await Town.AskAsync((PostMoneyDb db) => db.Assignments.OrderBy(a => a.WindowFrom).Select(a => new { a.NeedId, a.WindowFrom }).ToListAsync());
        Assert.Equal(2, permits.Count);
        Assert.Contains(permits, permit => permit.WindowFrom == later.From);
        Assert.Contains(permits, permit => permit.WindowFrom != later.From && (permit.NeedId == amina || permit.NeedId == chen));
        var transcript = await Town.AskAsync((PostMoneyDb db) => db.Rounds.Where(round => round.Transcript != null).Select(round => round.Transcript!).SingleAsync());
        Assert.IsType<Verification.Verified>(TranscriptVerifier.Verify(transcript));
    }

    [Fact]
    public async Task Whoever_wants_none_of_a_time_that_comes_free_is_passed_over_for_who_does()
    {
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend(units: 1));
        var amina = await Town.NeedAsync(Town.Amina, Town.LadderWanted(inDays: 4));
        var chen = await Town.NeedAsync(Town.Chen, Town.LadderWanted(inDays: 6));
        var ewa = await Town.NeedAsync(Town.Ewa, Town.LadderWanted(inDays: 6));
        var gus = await Town.NeedAsync(Town.Gus, Town.LadderWanted(inDays: 6));
        var freed = await WindowOfAsync(amina);
        (await RankAsync(Town.Gus, gus, freed)).Granted();
        await Town.SettleNowAsync();
        var (holder, need, other) = await Town.PermitOfAsync(Town.Amina, amina) is null ? (Town.Gus, gus, amina) : (Town.Amina, amina, gus);
        var isOtherServed = await Town.AskAsync((PostMoneyDb db) => db.Assignments.AnyAsync(a => a.NeedId == other));
        var permit = await Town.PermitOfAsync(holder, need);

        (await Town.AsAsync(holder, (Viewer viewer, GiveUpAssignment giveUp) => giveUp.DeclineAsync(viewer, permit!.Id, default))).Granted();

        Assert.Equal(freed, permit!.Window);
        var asked = await Town.AskAsync((PostMoneyDb db) => db.Assignments
            .Where(a => a.State == AssignmentState.Held && a.WindowFrom == freed.From).Select(a => a.NeedId).ToListAsync());
        Assert.Equal(isOtherServed ? [] : [other], asked);
        Assert.DoesNotContain(asked, line => line == chen || line == ewa);
    }

    [Fact]
    public async Task Is_for_the_author_alone()
    {
        var need = await Town.NeedAsync(Town.Amina, Town.LadderWanted(inDays: 4));
        var window = (await WindowOfAsync(need)) is var first ? new Window(first.From.AddDays(1), first.To.AddDays(1)) : default;

        (await RankAsync(Town.Chen, need, window)).RefusedAs("item.not-found");
        (await RankAsync(Town.Dora, need, window)).RefusedAs("item.not-found");
        (await RankAsync(Town.Amina, need, window)).Granted();

        Assert.Equal([window], await OfAsync(Town.Amina, need));
        Assert.Empty(await OfAsync(Town.Chen, need));
        Assert.Empty(await OfAsync(Town.Dora, need));
    }

    [Fact]
    public async Task Replaces_what_was_named_before_and_refuses_what_is_no_choice()
    {
        var need = await Town.NeedAsync(Town.Amina, Town.LadderWanted(inDays: 4));
        var first = await WindowOfAsync(need);
        Window Days(int days) => new(first.From.AddDays(days), first.To.AddDays(days));
        (await RankAsync(Town.Amina, need, Days(1), Days(2))).Granted();
        (await RankAsync(Town.Amina, need, Days(3))).Granted();

        (await RankAsync(Town.Amina, need, first)).RefusedAs("need.same-window");
        (await RankAsync(Town.Amina, need, Days(1), Days(1))).RefusedAs("need.same-window");
        (await RankAsync(Town.Amina, need, Days(1), Days(2), Days(3), Days(4), Days(5))).RefusedAs("need.same-window");
        (await RankAsync(Town.Amina, need, new Window(first.To, first.From))).RefusedAs("need.other-window");
        (await RankAsync(Town.Amina, need, Days(-300))).RefusedAs("need.other-window");
        (await RankAsync(Town.Amina, need, Days(5_000))).RefusedAs("need.other-window");
        Assert.Equal([Days(3)], await OfAsync(Town.Amina, need));
    }

    private Task<Result<Done>> RankAsync(Person who, Guid need, params Window[] others) =>
        Town.AsAsync(who, (Viewer viewer, RankWindows rank) => rank.ExecuteAsync(viewer, need, others, default));

    private Task<IReadOnlyList<Window>> OfAsync(Person who, Guid need) =>
        Town.AsAsync(who, (Viewer viewer, RankWindows rank) => rank.OfAsync(viewer, need, default));

    private Task<Window> WindowOfAsync(Guid need) => Town.AskAsync(async (PostMoneyDb db) => (await db.Needs.SingleAsync(n => n.Id == need)).Window);
}
