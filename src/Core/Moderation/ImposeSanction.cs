using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation;
using PostMoney.Core.Foundation;
using PostMoney.Core.Log;
using PostMoney.Core.Members;
using PostMoney.Core.Notifications;
using PostMoney.Core.Queue;

namespace PostMoney.Core.Moderation;

/// <summary>A steward warns, limits or suspends somebody: with a reason that they read, and an end where there is one.</summary>
public sealed class ImposeSanction(
    PostMoneyDb db, AccessCheck access, LocalActors local, DecideMembership membership, JobQueue queue, AuditLog log, Notifier notifier, NodeIds ids,
    TimeProvider clock)
{
    /// <summary>Decides about a member of this node.</summary>
    public async Task<Result<Done>> OnMemberAsync(Viewer viewer, Guid memberId, SanctionForm form, CancellationToken ct)
    {
        if (await ProblemAsync(viewer, form, ct) is { } problem)
        {
            return problem;
        }

        return await local.OfAsync(memberId, ct) is { } actor ? await ExecuteAsync(viewer, actor.Id, form, ct) : ModerationRefusals.NotFound;
    }

    /// <summary>Decides about somebody, here or elsewhere.</summary>
    public async Task<Result<Done>> ExecuteAsync(Viewer viewer, Guid actorId, SanctionForm form, CancellationToken ct)
    {
        if (await ProblemAsync(viewer, form, ct) is { } problem)
        {
            return problem;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var imposed = await WithinChangeAsync(viewer, actorId, form, reportId: null, ct);
        if (imposed.IsGranted)
        {
            await change.SaveAsync(ct);
        }

        return imposed;
    }

    /// <summary>The same within the caller's change, for a steward who may.</summary>
    internal async Task<Result<Done>> WithinChangeAsync(Viewer viewer, Guid actorId, SanctionForm form, Guid? reportId, CancellationToken ct)
    {
        if (form.Problem is { } problem)
        {
            return problem;
        }

        if (await db.Actors.FirstOrDefaultAsync(actor => actor.Id == actorId && actor.LocalId != Guid.Empty, ct) is not { } about)
        {
            return ModerationRefusals.NotFound;
        }

        if (about.LocalId == viewer.Id)
        {
            return ModerationRefusals.OwnCase;
        }

        var now = clock.GetUtcNow();
        if (form.Kind != SanctionKind.Warning)
        {
            var kept = await KeepOutAsync(viewer, about, form.Kind, now, ct);
            if (!kept.IsGranted)
            {
                return kept;
            }
        }

        var sanction = new Sanction
        {
            Id = ids.Next(),
            ActorId = about.Id,
            Kind = form.Kind,
            Reason = form.Reason.Trim(),
            DecidedBy = viewer.Id,
            DecidedAt = now,
            ReportId = reportId,
            EndsAt = form is { Kind: not SanctionKind.Warning, Days: { } days } ? now.AddDays(days) : null,
        };
        db.Sanctions.Add(sanction);
        if (form.Kind == SanctionKind.Warning)
        {
            sanction.End(now);
        }

        if (sanction.EndsAt is { } end)
        {
            await queue.PromiseAsync(Sanction.EndJob, sanction.Id, end, ct);
        }

        if (about is { Kind: ActorKind.Person, LocalId: { } memberId })
        {
            notifier.Tell(memberId, "sanction.imposed", "sanction", sanction.Id, "The stewards have decided something about your account.");
        }

        await log.AppendAsync($"sanction.{form.Kind.ToString().ToLowerInvariant()}", viewer.Did!, Subject(about), null, ct);
        return Done.Value;
    }

    // What was decided before is over with this.
    private async Task<Result<Done>> KeepOutAsync(Viewer viewer, Actor about, SanctionKind kind, DateTimeOffset now, CancellationToken ct)
    {
        var wasSuspended = about.Standing == Standing.Suspended;
        foreach (var former in await db.Sanctions.Where(sanction => sanction.ActorId == about.Id && sanction.EndedAt == null).ToListAsync(ct))
        {
            former.End(now);
        }

        about.Standing = kind == SanctionKind.Suspension ? Standing.Suspended : Standing.Limited;
        if (about is { Kind: ActorKind.Person, LocalId: { } memberId })
        {
            var isSuspended = about.Standing == Standing.Suspended;
            return isSuspended == wasSuspended
                ? Done.Value
                : await membership.WithinChangeAsync(viewer, memberId, isSuspended ? MemberState.Suspended : MemberState.Active, ct);
        }

        if (kind == SanctionKind.Suspension && !about.IsLocal)
        {
            await db.Follows.Where(follow => follow.FollowerId == about.Id || follow.FollowedId == about.Id).ExecuteDeleteAsync(ct);
        }

        return Done.Value;
    }

    private async Task<Refusal?> ProblemAsync(Viewer viewer, SanctionForm form, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.Govern, Resource.Node, ct);
        return decision.IsAllowed ? form.Problem : decision.Refusal;
    }

    internal static string Subject(Actor about) => about.LocalId is { } id ? $"member:{id:D}" : $"actor:{about.Id:D}";
}

/// <summary>What a steward fills in.</summary>
/// <param name="Kind">What is decided.</param>
/// <param name="Reason">Why: the person reads it.</param>
/// <param name="Days">For how long, 1 to 365 days; null where no end is set.</param>
public sealed record SanctionForm(SanctionKind Kind, string Reason, int? Days)
{
    internal Refusal? Problem => string.IsNullOrWhiteSpace(Reason) || Reason.Length > Sanction.LongestText ? ModerationRefusals.Text("Reason")
        : Days is < 1 or > 365 ? new Refusal(RefusalKind.Invalid, "sanction.days", "Choose from the list.", "Days")
        : null;
}
