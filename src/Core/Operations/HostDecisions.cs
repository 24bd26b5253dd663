using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation;

namespace PostMoney.Core.Operations;

/// <summary>Which servers this node limits or keeps out, for everybody; why, unless its stewards keep that to themselves. Who decided is for stewards.</summary>
public sealed class HostDecisions(PostMoneyDb db, FederationSettings federation, TimeProvider clock)
{
    /// <summary>Servers on a page.</summary>
    public const int PageSize = 100;

    /// <summary>A page by name, of decisions that hold now.</summary>
    /// <param name="after">The last name of the page before, or null.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<HostDecisionPage> PageAsync(string? after, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var showsReasons = await federation.ShowsReasonsAsync(ct);
        var rules = db.HostRules.AsNoTracking().Where(rule => rule.Severity != HostSeverity.Allow && (rule.EndsAt == null || rule.EndsAt > now));
        if (after is not null)
        {
            rules = rules.Where(rule => rule.Host.CompareTo(after) > 0);
        }

        var found = await rules.OrderBy(rule => rule.Host).Take(PageSize + 1)
            .Select(rule => new HostDecision(rule.Host, rule.Severity, showsReasons ? rule.Reason : null, rule.DecidedAt, rule.EndsAt))
            .ToListAsync(ct);
        return new HostDecisionPage(
            [.. found.Take(PageSize)], found.Count > PageSize ? found[PageSize - 1].Host : null, showsReasons, await federation.ModeAsync(ct) == FederationMode.AllowList);
    }
}

/// <summary>A page of decisions about servers.</summary>
/// <param name="Decisions">By name.</param>
/// <param name="After">Where the next page goes on, or null at the end.</param>
/// <param name="ShowsReasons">Whether it says why.</param>
/// <param name="IsAllowList">Whether the node talks only with servers that were let in.</param>
public sealed record HostDecisionPage(IReadOnlyList<HostDecision> Decisions, string? After, bool ShowsReasons, bool IsAllowList);

/// <summary>What was decided about a server.</summary>
/// <param name="Host">Its name; the decision holds for all below it.</param>
/// <param name="Severity">Limited or kept out.</param>
/// <param name="Reason">Why, or null.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="EndsAt">Until when, or null.</param>
public sealed record HostDecision(string Host, HostSeverity Severity, string? Reason, DateTimeOffset DecidedAt, DateTimeOffset? EndsAt);
