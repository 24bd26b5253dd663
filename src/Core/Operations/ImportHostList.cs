using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Foundation;
using PostMoney.Core.Log;

namespace PostMoney.Core.Operations;

/// <summary>A steward takes over a list of servers, having seen what would come of it. What was decided here before stays.</summary>
public sealed class ImportHostList(PostMoneyDb db, AccessCheck access, NodeAddress address, AuditLog log, TimeProvider clock)
{
    /// <summary>What would come of a list; nothing is changed.</summary>
    public async Task<Result<IReadOnlyList<PlannedRule>>> PreviewAsync(Viewer viewer, string text, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.Govern, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        var read = HostList.Read(text);
        if (!read.TryGet(out var listed))
        {
            return read.Refusal;
        }

        var known = await db.HostRules.AsNoTracking().Select(rule => rule.Host).ToHashSetAsync(StringComparer.Ordinal, ct);
        var followed = await db.Follows.Join(db.Actors, follow => follow.FollowedId, actor => actor.Id, (_, actor) => actor.Host)
            .Distinct().ToHashSetAsync(StringComparer.Ordinal, ct);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var planned = new List<PlannedRule>();
        foreach (var line in listed)
        {
            var state = line.Problem is not null || (address.IsKnown && line.Host == address.Host) || !seen.Add(line.Host) ? PlannedState.LeftOut
                : known.Contains(line.Host) ? PlannedState.Known
                : PlannedState.New;
            planned.Add(new PlannedRule(line, state, followed.Contains(line.Host)));
        }

        return planned;
    }

    /// <summary>Takes over what is new in a list.</summary>
    /// <returns>How many decisions were added.</returns>
    public async Task<Result<int>> ExecuteAsync(Viewer viewer, string text, CancellationToken ct)
    {
        var previewed = await PreviewAsync(viewer, text, ct);
        if (!previewed.TryGet(out var planned))
        {
            return previewed.Refusal;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var known = await db.HostRules.Select(rule => rule.Host).ToHashSetAsync(StringComparer.Ordinal, ct);
        var added = 0;
        foreach (var (line, _, _) in planned.Where(rule => rule.State == PlannedState.New && !known.Contains(rule.Line.Host)))
        {
            db.HostRules.Add(new HostRule
            {
                Host = line.Host,
                Severity = line.Severity,
                Reason = line.Comment.Length > 0 ? line.Comment : "From a list.",
                DecidedBy = viewer.Id,
                DecidedAt = clock.GetUtcNow(),
            });
            await log.AppendAsync($"host.{line.Severity.ToString().ToLowerInvariant()}", viewer.Did!, $"host:{line.Host}", null, ct);
            added++;
        }

        await change.SaveAsync(ct);
        return added;
    }

    /// <summary>What was decided here, as a list; for stewards.</summary>
    public async Task<IReadOnlyList<HostRule>> ExportAsync(Viewer viewer, CancellationToken ct) => viewer.IsSteward
        ? await db.HostRules.AsNoTracking().Where(rule => rule.Severity != HostSeverity.Allow).OrderBy(rule => rule.Host).ToListAsync(ct)
        : [];
}

/// <summary>What would become of a line of a list.</summary>
/// <param name="Line">The line.</param>
/// <param name="State">What would become of it.</param>
/// <param name="IsFollowed">Whether somebody here follows somebody there.</param>
public sealed record PlannedRule(ListedHost Line, PlannedState State, bool IsFollowed);

/// <summary>What becomes of a line of a list.</summary>
public enum PlannedState
{
    /// <summary>It is taken over.</summary>
    New,

    /// <summary>Something was decided about that server before, and stays.</summary>
    Known,

    /// <summary>It is left out.</summary>
    LeftOut,
}
