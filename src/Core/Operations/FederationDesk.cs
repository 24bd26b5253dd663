using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Federation.Outbox;
using PostMoney.Core.Foundation;
using PostMoney.Core.Log;
using PostMoney.Core.Storage;

namespace PostMoney.Core.Operations;

/// <summary>What stewards see of other servers, and what they decide about them.</summary>
public sealed class FederationDesk(
    PostMoneyDb db, AccessCheck access, FederationSettings federation, NodeSettings settings, NodeAddress address, AuditLog log, TimeProvider clock)
{
    private const int MostReason = 500;

    private static readonly Refusal _host = new(RefusalKind.Invalid, "host.name", "Write the name of a server, such as example.org.", "Host");

    private static readonly Refusal _reason = new(RefusalKind.Invalid, "host.reason", $"Say why, in at most {MostReason} characters.", "Reason");

    /// <summary>How things stand; for stewards.</summary>
    public async Task<FederationView?> ViewAsync(Viewer viewer, CancellationToken ct)
    {
        if (!viewer.IsSteward)
        {
            return null;
        }

        var waiting = await db.Deliveries.AsNoTracking()
            .Where(delivery => delivery.State == DeliveryState.Waiting || delivery.State == DeliveryState.Dead)
            .GroupBy(delivery => new { delivery.Host, delivery.State })
            .Select(group => new { group.Key.Host, group.Key.State, Count = group.Count() })
            .ToListAsync(ct);
        var rules = await db.HostRules.AsNoTracking().ToListAsync(ct);
        var hosts = await db.RemoteHosts.AsNoTracking().OrderByDescending(host => host.AnsweredAt).Take(500).ToListAsync(ct);
        var followed = await db.Follows.AsNoTracking()
            .Where(follow => db.Actors.Any(actor => actor.Id == follow.FollowerId && actor.LocalId == Guid.Empty))
            .Join(db.Actors, follow => follow.FollowedId, actor => actor.Id, (follow, actor) => new { actor.Name, actor.Host, follow.State })
            .ToListAsync(ct);
        int Count(string host, DeliveryState state) => waiting.Where(line => line.Host == host && line.State == state).Sum(line => line.Count);
        return new FederationView(
            address.IsKnown,
            await federation.ModeAsync(ct),
            [.. hosts.Select(host => new HostLine(
                host.Host, host.AnsweredAt, host.PausedUntil, host.Scheme.ToString(), Count(host.Host, DeliveryState.Waiting), Count(host.Host, DeliveryState.Dead)))],
            [.. rules.OrderBy(rule => rule.Host)],
            [.. followed.Select(line => new FollowedNode(line.Name, line.Host, line.State == FollowState.Asked))],
            await db.InboxItems.CountAsync(item => item.State == InboxState.Dead, ct));
    }

    /// <summary>Chooses with whom this node talks.</summary>
    public async Task<Result<Done>> ChooseModeAsync(Viewer viewer, FederationMode mode, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.Govern, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        await using var change = await db.BeginChangeAsync(ct);
        await settings.SetAsync(FederationSettings.Mode, FederationSettings.Write(mode), ct);
        await log.AppendAsync($"federation.{FederationSettings.Write(mode)}", viewer.Did!, "node", null, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }

    /// <summary>Decides about a host, with a reason; a decision before it is replaced.</summary>
    public async Task<Result<Done>> DecideAsync(Viewer viewer, string host, HostSeverity severity, string reason, DateTimeOffset? endsAt, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.Govern, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        var name = host.Trim().ToLowerInvariant();
        if (name.Length is 0 or > 253 || Uri.CheckHostName(name.Split(':')[0]) != UriHostNameType.Dns || (address.IsKnown && name == address.Host))
        {
            return _host;
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > MostReason)
        {
            return _reason;
        }

        await using var change = await db.BeginChangeAsync(ct);
        await db.HostRules.Where(rule => rule.Host == name).ExecuteDeleteAsync(ct);
        db.HostRules.Add(new HostRule
        {
            Host = name,
            Severity = severity,
            Reason = reason.Trim(),
            DecidedBy = viewer.Id,
            DecidedAt = clock.GetUtcNow(),
            EndsAt = endsAt,
        });
        await log.AppendAsync($"host.{severity.ToString().ToLowerInvariant()}", viewer.Did!, $"host:{name}", null, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }

    /// <summary>Takes a decision about a host back.</summary>
    public async Task<Result<Done>> LiftAsync(Viewer viewer, string host, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.Govern, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        await using var change = await db.BeginChangeAsync(ct);
        if (await db.HostRules.Where(rule => rule.Host == host).ExecuteDeleteAsync(ct) > 0)
        {
            await log.AppendAsync("host.lifted", viewer.Did!, $"host:{host}", null, ct);
        }

        await change.SaveAsync(ct);
        return Done.Value;
    }

    /// <summary>Has everything tried again that came in and could not be done.</summary>
    public async Task<Result<Done>> TryInboxAgainAsync(Viewer viewer, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.Govern, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        await using var change = await db.BeginChangeAsync(ct);
        foreach (var item in await db.InboxItems.Where(i => i.State == InboxState.Dead).OrderBy(i => i.Id).Take(1_000).ToListAsync(ct))
        {
            item.TryAgain(clock.GetUtcNow());
        }

        await change.SaveAsync(ct);
        return Done.Value;
    }

    /// <summary>Has everything tried again that was given up for a host.</summary>
    public async Task<Result<Done>> RetryAsync(Viewer viewer, string host, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.Govern, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        var now = clock.GetUtcNow();
        await using var change = await db.BeginChangeAsync(ct);
        foreach (var delivery in await db.Deliveries.Where(d => d.Host == host && d.State == DeliveryState.Dead).ToListAsync(ct))
        {
            delivery.TryAgain(now);
        }

        (await db.RemoteHosts.FindAsync([host], ct))?.Resume();
        await change.SaveAsync(ct);
        return Done.Value;
    }
}

/// <summary>How this node stands to others.</summary>
/// <param name="HasPlace">Whether it has an https address by which others find it.</param>
/// <param name="Mode">With whom it talks.</param>
/// <param name="Hosts">Servers that it has met.</param>
/// <param name="Rules">What was decided about servers.</param>
/// <param name="Followed">Nodes that it follows.</param>
/// <param name="DeadInbox">How much came in that could not be done.</param>
public sealed record FederationView(
    bool HasPlace, FederationMode Mode, IReadOnlyList<HostLine> Hosts, IReadOnlyList<HostRule> Rules, IReadOnlyList<FollowedNode> Followed, int DeadInbox);

/// <summary>A server in a list.</summary>
public sealed record HostLine(string Host, DateTimeOffset? AnsweredAt, DateTimeOffset? PausedUntil, string Scheme, int Waiting, int GivenUp);

/// <summary>A node that this one follows.</summary>
public sealed record FollowedNode(string Name, string Host, bool IsAsked);
