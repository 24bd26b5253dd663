using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Allocation;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Offers;

namespace PostMoney.Core.Assignments;

/// <summary>A unit came free that a round had given: the next in that round's line who can have it is asked.</summary>
public sealed class AskNextInLine(
    PostMoneyDb db, FreezeRound freeze, IssueAssignment issue, UnitCalendar calendar, TimeProvider clock)
{
    private const int MostTries = 20;

    /// <summary>Asks the next one within the caller's change. Limits of the policy hold as they did in the draw.</summary>
    internal async Task ExecuteAsync(Assignment freed, CancellationToken ct)
    {
        if (freed.RoundId is not { } roundId
            || await db.RoundVoidings.AnyAsync(voiding => voiding.RoundId == roundId && voiding.ConfirmedAt != null, ct))
        {
            return;
        }

        var line = await db.DrawnLines.AsNoTracking()
            .Where(drawn => drawn.RoundId == roundId && drawn.Place != null && drawn.NeedId != freed.NeedId)
            .OrderBy(drawn => drawn.Place)
            .Join(db.Needs.Where(need => need.State == ItemState.Open), drawn => drawn.NeedId, need => need.Id, (drawn, need) => need.Id)
            .Take(MostTries)
            .ToListAsync(ct);
        var round = await db.Rounds.AsNoTracking().FirstAsync(r => r.Id == roundId, ct);
        var pool = await db.Pools.AsNoTracking().FirstAsync(p => p.Id == round.PoolId, ct);
        foreach (var needId in line)
        {
            var windows = await WindowsOfAsync(round, pool, needId, freed.OfferId, ct);
            if (windows.Count > 0 && await TryIssueAsync(needId, freed.OfferId, windows, roundId, ct))
            {
                return;
            }
        }
    }

    private async Task<bool> TryIssueAsync(Guid needId, Guid offerId, IReadOnlyList<Window> windows, Guid roundId, CancellationToken ct)
    {
        var need = await db.Needs.FirstAsync(n => n.Id == needId, ct);
        var offer = await db.Offers.FirstAsync(o => o.Id == offerId, ct);
        foreach (var window in windows)
        {
            if (await calendar.FindFreeUnitAsync(offer, window, ct) is { } unit)
            {
                return (await issue.AddAsync(need, offer, unit, window, new AssignmentBasis("node", roundId, ""), ct)).IsGranted;
            }
        }

        return false;
    }

    // One need, one draw: the policy's own limits answer, and nobody can outrank it. Whoever wants none of the freed time keeps their place.
    private async Task<IReadOnlyList<Window>> WindowsOfAsync(
        Round round, Allocation.Pools.Pool pool, Guid needId, Guid offerId, CancellationToken ct)
    {
        var frozen = await freeze.ExecuteAsync(round, pool, clock.GetUtcNow(), [needId], ct);
        if (!frozen.TryGet(out var input)
            || !input.Input.Needs.Any(need => need.Offers.Contains(offerId.ToString("D")))
            || Allocator.Run(input.Input, new byte[SeedCommitment.Size]).Lines.Any(line => line.Reason is not (Reason.Allotted or Reason.NoUnitFree or Reason.Outranked)))
        {
            return [];
        }

        return input.Input.UncutWindowsOf(input.Input.Needs[0]);
    }
}
