using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Log;
using PostMoney.Core.Members;
using PostMoney.Core.Notifications;

namespace PostMoney.Core.Allocation.Attestations;

/// <summary>
/// A steward attests how pressing a need is, or a member's cohort or share, and says why. Nobody attests for themselves: another steward has to.
/// It is logged, and whom it concerns is told. Doing it again replaces it; rounds that were drawn keep what they saw.
/// </summary>
public sealed class Attest(PostMoneyDb db, AccessCheck access, AuditLog log, Notifier notifier, NodeIds ids, TimeProvider clock)
{
    /// <summary>Fewest and most characters of a reason.</summary>
    public const int ShortestReason = 5, LongestReason = 500;

    /// <summary>Attests how pressing a need is.</summary>
    /// <param name="viewer">Who.</param>
    /// <param name="needId">Which need; open, and such that the steward may see it.</param>
    /// <param name="value">0, the most pressing, to 3, the ordinary.</param>
    /// <param name="reason">Why.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Result<Done>> OfNeedAsync(Viewer viewer, Guid needId, int value, string reason, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var need = await db.Needs.VisibleTo(viewer, db, clock.GetUtcNow()).FirstOrDefaultAsync(n => n.Id == needId && n.State == ItemState.Open, ct);
        if (need is null)
        {
            return ItemRefusals.NotFound;
        }

        var decision = await access.CheckAsync(viewer, Permission.Allot, Resource.GroupOrNode(need.GroupId), ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        var attested = await AddAsync(viewer, AttestationKind.NeedClass, (need.Id, need.AuthorId), value, reason, ct);
        if (attested.IsGranted)
        {
            notifier.Tell(need.AuthorId, "need.attested", "item", need.Id, $"{need.Title}: a steward attested how pressing it is.");
            await change.SaveAsync(ct);
        }

        return attested;
    }

    /// <summary>Attests a member's cohort or share. Only stewards of the node can.</summary>
    /// <param name="viewer">Who.</param>
    /// <param name="memberId">Which member; active.</param>
    /// <param name="kind">Cohort or share.</param>
    /// <param name="value">0 or 1 for the cohort, 1 to 8 for a share.</param>
    /// <param name="reason">Why.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Result<Done>> OfMemberAsync(
        Viewer viewer, Guid memberId, AttestationKind kind, int value, string reason, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.Allot, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        await using var change = await db.BeginChangeAsync(ct);
        if (kind == AttestationKind.NeedClass || !await db.Members.AnyAsync(m => m.Id == memberId && m.State == MemberState.Active, ct))
        {
            return AttestationRefusals.NotFound;
        }

        var attested = await AddAsync(viewer, kind, (memberId, memberId), value, reason, ct);
        if (attested.IsGranted)
        {
            notifier.Tell(memberId, "member.attested", "member", memberId, kind == AttestationKind.Cohort
                ? "A steward attested whether places that are kept for some are kept for you."
                : "A steward attested your share in what is shared out.");
            await change.SaveAsync(ct);
        }

        return attested;
    }

    private async Task<Result<Done>> AddAsync(
        Viewer viewer, AttestationKind kind, (Guid Id, Guid Whose) subject, int value, string reason, CancellationToken ct)
    {
        if (subject.Whose == viewer.MemberId)
        {
            return AttestationRefusals.Own;
        }

        if (!IsValue(kind, value))
        {
            return AttestationRefusals.Value;
        }

        if (reason.Trim().Length is < ShortestReason or > LongestReason)
        {
            return AttestationRefusals.Reason;
        }

        var before = await db.Attestations.FirstOrDefaultAsync(a => a.SubjectId == subject.Id && a.Kind == kind && a.EndedAt == null, ct);
        if (before is not null)
        {
            before.EndedAt = clock.GetUtcNow();

            // One holds at a time: this one has to be written as ended before the next can be.
            await db.SaveChangesAsync(ct);
        }

        var attestation = new Attestation
        {
            Id = ids.Next(),
            Kind = kind,
            SubjectId = subject.Id,
            Value = value,
            Reason = reason.Trim(),
            StewardId = viewer.Id,
            At = clock.GetUtcNow(),
        };
        db.Attestations.Add(attestation);
        await log.AppendAsync("fairness.attested", viewer.Did!, $"attestation:{attestation.Id:D}", null, ct);
        return Done.Value;
    }

    private static bool IsValue(AttestationKind kind, int value) => kind switch
    {
        AttestationKind.NeedClass => value is >= RoundLimits.MostPressing and <= RoundLimits.LeastPressing,
        AttestationKind.Cohort => value is 0 or 1,
        _ => value is >= 1 and <= RoundLimits.MaxShare,
    };
}
