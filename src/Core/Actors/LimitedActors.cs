namespace PostMoney.Core.Actors;

/// <summary>Those whom stewards have limited, alone or with their whole server: seen by who follows them, and not where everybody looks.</summary>
internal static class LimitedActors
{
    /// <summary>Their ids, as a query. A rule for a domain holds for all below it.</summary>
    internal static IQueryable<Guid> LimitedActorsAt(this PostMoneyDb db, DateTimeOffset now) => db.Actors
        .Where(actor => actor.Standing == Standing.Limited || db.HostRules.Any(rule => rule.Severity == HostSeverity.Limit && (rule.EndsAt == null || rule.EndsAt > now)
            && (actor.Host == rule.Host || actor.Host.EndsWith("." + rule.Host))))
        .Select(actor => actor.Id);
}
