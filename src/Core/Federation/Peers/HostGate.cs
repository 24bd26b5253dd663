using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Origins;
using PostMoney.Core.Actors;

namespace PostMoney.Core.Federation.Peers;

/// <summary>Whether this node talks with a host at all. Asked before anything is fetched, taken in or sent.</summary>
/// <remarks>A rule for a domain holds for all below it, as who owns a domain can make as many as they like.</remarks>
public sealed class HostGate(PostMoneyDb db, FederationSettings settings, TimeProvider clock)
{
    private static readonly Func<PostMoneyDb, string[], DateTimeOffset, IAsyncEnumerable<HostRule>> _rules = EF.CompileAsyncQuery(
        (PostMoneyDb db, string[] names, DateTimeOffset now) => db.HostRules.AsNoTracking()
            .Where(rule => names.Contains(rule.Host) && (rule.EndsAt == null || rule.EndsAt > now)));

    /// <summary>Whether something may come from there or go there.</summary>
    public Task<bool> IsOpenAsync(WebId id, CancellationToken ct) => IsOpenAsync(NodeAddress.HostOf(id), ct);

    /// <summary>Whether something may come from there or go there.</summary>
    /// <param name="host">With its port where that is not 443.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<bool> IsOpenAsync(string host, CancellationToken ct)
    {
        var mode = await settings.ModeAsync(ct);
        if (mode == FederationMode.Local)
        {
            return false;
        }

        var severity = await SeverityAsync(host, ct);
        return mode == FederationMode.AllowList ? severity == HostSeverity.Allow : severity != HostSeverity.Suspend;
    }

    // The nearest rule counts.
    private async Task<HostSeverity?> SeverityAsync(string host, CancellationToken ct)
    {
        var names = HostDomain.Of(host).ToArray();
        var rules = await _rules(db, names, clock.GetUtcNow()).ToListAsync(ct);
        return rules.OrderByDescending(rule => rule.Host.Length).FirstOrDefault()?.Severity;
    }
}
