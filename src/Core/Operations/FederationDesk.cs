using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Federation.Outbox;

namespace PostMoney.Core.Operations;

/// <summary>What stewards see of other servers.</summary>
public sealed class FederationDesk(PostMoneyDb db, FederationSettings federation, NodeAddress address)
{
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
            .Join(db.Actors, follow => follow.FollowedId, actor => actor.Id, (follow, actor) => new { actor.Id, actor.Name, actor.Host, follow.State })
            .ToListAsync(ct);
        int Count(string host, DeliveryState state) => waiting.Where(line => line.Host == host && line.State == state).Sum(line => line.Count);
        return new FederationView(
            address.IsKnown,
            await federation.ModeAsync(ct),
            await federation.ShowsReasonsAsync(ct),
            [.. hosts.Select(host => new HostLine(
                host.Host, host.AnsweredAt, host.PausedUntil, host.Scheme.ToString(), Count(host.Host, DeliveryState.Waiting), Count(host.Host, DeliveryState.Dead)))],
            [.. rules.OrderBy(rule => rule.Host)],
            [.. followed.Select(line => new FollowedNode(line.Id, line.Name, line.Host, line.State == FollowState.Asked))],
            await db.InboxItems.CountAsync(item => item.State == InboxState.Dead, ct));
    }
}

/// <summary>How this node stands to others.</summary>
/// <param name="HasPlace">Whether it has an https address by which others find it.</param>
/// <param name="Mode">With whom it talks.</param>
/// <param name="ShowsReasons">Whether everybody reads why a server is limited or kept out.</param>
/// <param name="Hosts">Servers that it has met.</param>
/// <param name="Rules">What was decided about servers.</param>
/// <param name="Followed">Nodes that it follows.</param>
/// <param name="DeadInbox">How much came in that could not be done.</param>
public sealed record FederationView(
    bool HasPlace, FederationMode Mode, bool ShowsReasons, IReadOnlyList<HostLine> Hosts, IReadOnlyList<HostRule> Rules, IReadOnlyList<FollowedNode> Followed, int DeadInbox);

/// <summary>A server in a list.</summary>
public sealed record HostLine(string Host, DateTimeOffset? AnsweredAt, DateTimeOffset? PausedUntil, string Scheme, int Waiting, int GivenUp);

/// <summary>A node that this one follows.</summary>
public sealed record FollowedNode(Guid Id, string Name, string Host, bool IsAsked);
