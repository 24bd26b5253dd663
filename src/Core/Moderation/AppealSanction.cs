using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Log;
using PostMoney.Core.Notifications;

namespace PostMoney.Core.Moderation;

/// <summary>Somebody says why a decision about them is wrong, and another steward than the one who decided answers.</summary>
public sealed class AppealSanction(PostMoneyDb db, AccessCheck access, LiftSanction lift, AuditLog log, Notifier notifier, TimeProvider clock)
{
    /// <summary>The person appeals, suspended or not.</summary>
    /// <param name="memberId">Who is signed in.</param>
    /// <param name="did">Their passport.</param>
    /// <param name="sanctionId">A decision about them.</param>
    /// <param name="text">What they say.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Result<Done>> ExecuteAsync(Guid memberId, string did, Guid sanctionId, string text, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var sanction = await db.Sanctions.FirstOrDefaultAsync(
            s => s.Id == sanctionId && db.Actors.Any(actor => actor.Id == s.ActorId && actor.LocalId == memberId), ct);
        if (sanction is null)
        {
            return ModerationRefusals.NotFound;
        }

        var contested = sanction.Contest(text, clock.GetUtcNow());
        if (!contested.IsGranted)
        {
            return contested;
        }

        await notifier.TellStewardsAsync("appeal.made", "appeal", sanction.Id, "Somebody appeals against a decision.", ct);
        await log.AppendAsync("appeal.made", did, $"member:{memberId:D}", null, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }

    /// <summary>A steward answers an appeal; granted, the decision ends.</summary>
    public async Task<Result<Done>> DecideAsync(Viewer viewer, Guid sanctionId, bool isGranted, string answer, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.Govern, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var sanction = await db.Sanctions.FirstOrDefaultAsync(s => s.Id == sanctionId, ct);
        if (sanction is null)
        {
            return ModerationRefusals.NotFound;
        }

        var about = await db.Actors.FirstAsync(actor => actor.Id == sanction.ActorId, ct);
        if (about.LocalId == viewer.MemberId)
        {
            return ModerationRefusals.OwnCase;
        }

        var decided = sanction.Decide(isGranted, answer, viewer.Id, clock.GetUtcNow());
        if (!decided.IsGranted)
        {
            return decided;
        }

        if (isGranted)
        {
            await lift.WithinChangeAsync(viewer, sanction, ct);
        }

        if (about.LocalId is { } memberId)
        {
            notifier.Tell(memberId, "appeal.answered", "sanction", sanction.Id, "Your appeal was answered.");
        }

        await log.AppendAsync(isGranted ? "appeal.granted" : "appeal.refused", viewer.Did!, ImposeSanction.Subject(about), null, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }
}
