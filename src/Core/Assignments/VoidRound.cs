using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Foundation;
using PostMoney.Core.Log;
using PostMoney.Core.Notifications;

namespace PostMoney.Core.Assignments;

/// <summary>
/// Two stewards declare a drawn round void. Permits of it that have not begun are taken back, needs are open again and take part in
/// the pool's next round; what is in use stays until its time is over. The transcript stays public.
/// </summary>
public sealed class VoidRound(
    PostMoneyDb db, StewardedRounds rounds, GiveUpAssignment giveUp, Notifier notifier, AuditLog log, TimeProvider clock)
{
    /// <summary>A steward proposes it, with a reason that everybody will read.</summary>
    public async Task<Result<Done>> ProposeAsync(Viewer viewer, Guid roundId, string reason, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var found = await FindAsync(viewer, roundId, ct);
        if (!found.TryGet(out var drawn))
        {
            return found.Refusal;
        }

        if (await db.RoundVoidings.AnyAsync(voiding => voiding.RoundId == roundId, ct))
        {
            return VoidingRefusals.Proposed;
        }

        var proposed = RoundVoiding.Propose(drawn.Round, viewer.MemberId!.Value, reason, clock.GetUtcNow());
        if (!proposed.TryGet(out var voiding))
        {
            return proposed.Refusal;
        }

        db.RoundVoidings.Add(voiding);
        await notifier.TellStewardsAsync(
            "round.void-proposed", "round", roundId, $"Somebody proposes to declare round {drawn.Round.Number} of {drawn.Pool.Name} void.", ct);
        await log.AppendAsync("round.void-proposed", viewer.Did!, $"round:{roundId:D}", null, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }

    /// <summary>Another steward agrees, and the round is void.</summary>
    public async Task<Result<Done>> ConfirmAsync(Viewer viewer, Guid roundId, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var found = await FindAsync(viewer, roundId, ct);
        if (!found.TryGet(out var drawn))
        {
            return found.Refusal;
        }

        var voiding = await db.RoundVoidings.FirstOrDefaultAsync(v => v.RoundId == roundId, ct);
        if (voiding is null)
        {
            return VoidingRefusals.NotProposed;
        }

        var confirmed = voiding.Confirm(viewer.MemberId!.Value, clock.GetUtcNow());
        if (!confirmed.IsGranted)
        {
            return confirmed;
        }

        // The line of a void round is asked nothing any more; that is looked up by query.
        await db.SaveChangesAsync(ct);
        var takenBack = await TakeBackAsync(viewer, drawn.Round, voiding.Reason, ct);
        if (!takenBack.IsGranted)
        {
            return takenBack;
        }

        await TellAsync(drawn.Round, drawn.Pool, ct);
        await log.AppendAsync("round.voided", viewer.Did!, $"round:{roundId:D}", drawn.Round.TranscriptHash, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }

    /// <summary>Another steward does not agree, or the one who proposed it thinks better of it: the round stands.</summary>
    public async Task<Result<Done>> DropAsync(Viewer viewer, Guid roundId, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var found = await FindAsync(viewer, roundId, ct);
        if (!found.IsGranted)
        {
            return found.Refusal;
        }

        var voiding = await db.RoundVoidings.FirstOrDefaultAsync(v => v.RoundId == roundId, ct);
        if (voiding is null or { ConfirmedAt: not null })
        {
            return voiding is null ? VoidingRefusals.NotProposed : VoidingRefusals.Void;
        }

        db.RoundVoidings.Remove(voiding);
        await log.AppendAsync("round.void-dropped", viewer.Did!, $"round:{roundId:D}", null, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }

    private async Task<Result<StewardedRound>> FindAsync(Viewer viewer, Guid roundId, CancellationToken ct)
    {
        var found = await rounds.FindAsync(viewer, roundId, ct);
        if (!found.IsGranted)
        {
            return found;
        }

        var tookPart = await db.DrawnLines.Where(line => line.RoundId == roundId)
            .Join(db.Needs, line => line.NeedId, need => need.Id, (line, need) => need.AuthorId)
            .AnyAsync(author => author == viewer.MemberId, ct);
        return tookPart ? VoidingRefusals.TookPart : found;
    }

    private async Task<Result<Done>> TakeBackAsync(Viewer viewer, Round round, string reason, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var permits = await db.Assignments
            .Where(permit => permit.RoundId == round.Id && permit.WindowFrom > now)
            .Where(permit => permit.State == AssignmentState.Held || permit.State == AssignmentState.Active)
            .OrderBy(permit => permit.Id)
            .ToListAsync(ct);
        foreach (var permit in permits)
        {
            var ended = await giveUp.EndAsync(permit, AssignmentState.Revoked, viewer.Did!, $"The round was declared void. {reason}", ct);
            if (!ended.IsGranted)
            {
                return ended;
            }
        }

        return Done.Value;
    }

    private async Task TellAsync(Round round, Pool pool, CancellationToken ct)
    {
        var authors = await db.DrawnLines.AsNoTracking().Where(line => line.RoundId == round.Id)
            .Join(db.Needs, line => line.NeedId, need => need.Id, (line, need) => need.AuthorId)
            .Distinct()
            .ToListAsync(ct);
        foreach (var author in authors)
        {
            notifier.Tell(
                author, "round.voided", "round", round.Id,
                $"Round {round.Number} of {pool.Name} was declared void by two stewards. Needs that are still open take part in the next one.");
        }
    }
}
