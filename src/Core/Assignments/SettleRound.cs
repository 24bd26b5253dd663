using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Foundation;
using PostMoney.Core.Log;
using PostMoney.Core.Notifications;
using PostMoney.Core.Queue;

namespace PostMoney.Core.Assignments;

/// <summary>Closes a round: draws it, issues its permits, tells everybody, opens the next one. All of it, or nothing.</summary>
public sealed class SettleRound(
    PostMoneyDb db, StewardedRounds rounds, DrawRound draw, OpenRound openRound, IssueAssignment issue, JobQueue queue, Notifier notifier,
    AuditLog log, TimeProvider clock)
{
    /// <summary>Draws a round that is due. Doing it twice changes nothing.</summary>
    public async Task<Result<Done>> ExecuteAsync(Guid roundId, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var round = await db.Rounds.FirstOrDefaultAsync(r => r.Id == roundId, ct);
        if (round is null || round.State == RoundState.Drawn)
        {
            return Done.Value;
        }

        if (round.ClosesAt > clock.GetUtcNow())
        {
            return RoundStateRefusals.NotYet;
        }

        var settled = await SettleAsync(round, ct);
        if (settled.IsGranted)
        {
            await change.SaveAsync(ct);
        }

        return settled;
    }

    /// <summary>A steward closes a round before its time. It is logged; nobody knows the tickets yet, the steward neither.</summary>
    public async Task<Result<Done>> NowAsync(Viewer viewer, Guid roundId, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var found = await rounds.FindAsync(viewer, roundId, ct);
        if (!found.TryGet(out var mine))
        {
            return found.Refusal;
        }

        var round = mine.Round;
        if (round.State == RoundState.Drawn)
        {
            return RoundStateRefusals.Drawn;
        }

        await log.AppendAsync("round.closed-early", viewer.Did!, $"round:{round.Id:D}", null, ct);
        round.ClosesAt = clock.GetUtcNow() > round.OpensAt ? clock.GetUtcNow() : round.OpensAt.AddSeconds(1);
        var settled = await SettleAsync(round, ct);
        if (settled.IsGranted)
        {
            await change.SaveAsync(ct);
        }

        return settled;
    }

    private async Task<Result<Done>> SettleAsync(Round round, CancellationToken ct)
    {
        var pool = await db.Pools.FirstAsync(p => p.Id == round.PoolId, ct);
        var result = await draw.ExecuteAsync(round, pool, ct);
        if (!result.TryGet(out var drawn))
        {
            round.Fail(result.Refusal.Code);
            await notifier.TellStewardsAsync("round.failed", "round", round.Id, $"Round {round.Number} of {pool.Name} could not be drawn.", ct);
            await log.AppendAsync("round.failed", "node", $"round:{round.Id:D}", null, ct);
            return Done.Value;
        }

        if (ReferenceEquals(drawn, DrawnRound.NobodyAsked))
        {
            if (pool.ClosedAt is null)
            {
                round.Postpone(TimeSpan.FromHours(pool.RoundHours));
                await queue.PromiseAsync(Round.CloseJob, round.Id, round.ClosesAt, ct);
            }

            return Done.Value;
        }

        foreach (var allotment in drawn.Allotments)
        {
            var need = await db.Needs.FirstAsync(n => n.Id == allotment.NeedId, ct);
            var offer = await db.Offers.FirstAsync(o => o.Id == allotment.OfferId, ct);
            var issued = await issue.AddAsync(need, offer, allotment.Unit, allotment.Window, new AssignmentBasis("node", round.Id, ""), ct);
            if (!issued.IsGranted)
            {
                return issued.Refusal;
            }
        }

        await TellThoseWhoWaitAsync(drawn.Waiting, round, pool, ct);
        await TellOfThoseLeftOutAsync(drawn.LeftOut, round, pool, ct);
        if (pool.ClosedAt is null)
        {
            // A pool collects one round at a time: this one has to be written as drawn before the next can be.
            await db.SaveChangesAsync(ct);
            await openRound.AddAsync(pool, round.Number + 1, ct);
        }

        return Done.Value;
    }

    private async Task TellOfThoseLeftOutAsync(IReadOnlyList<LeftOut> leftOut, Round round, Pool pool, CancellationToken ct)
    {
        if (leftOut.Count == 0)
        {
            return;
        }

        var forNow = leftOut.ToDictionary(need => need.NeedId, need => need.IsForNow);
        var ids = forNow.Keys.ToList();
        var needs = await db.Needs.AsNoTracking().Where(need => ids.Contains(need.Id))
            .Select(need => new { need.Id, need.AuthorId, need.Title })
            .ToListAsync(ct);
        foreach (var need in needs)
        {
            notifier.Tell(need.AuthorId, "round.left-out", "item", need.Id, forNow[need.Id]
                ? $"{need.Title}: round {round.Number} of {pool.Name} was full. It takes part in the next one."
                : $"{need.Title}: no round can hold its time. Please change it.");
        }

        await notifier.TellStewardsAsync(
            "round.left-out", "round", round.Id,
            $"Round {round.Number} of {pool.Name}: {leftOut.Count:N0} needs were not in it, because it was full or their time is impossible.", ct);
        await log.AppendAsync("round.left-out", "node", $"round:{round.Id:D}", null, ct);
    }

    private async Task TellThoseWhoWaitAsync(IReadOnlyList<Guid> waiting, Round round, Pool pool, CancellationToken ct)
    {
        var needs = await db.Needs.AsNoTracking().Where(need => waiting.Contains(need.Id))
            .Select(need => new { need.Id, need.AuthorId, need.Title })
            .ToListAsync(ct);
        foreach (var need in needs)
        {
            notifier.Tell(
                need.AuthorId, "round.waiting", "item", need.Id, $"{need.Title}: not in round {round.Number} of {pool.Name}. See why.");
        }
    }
}
