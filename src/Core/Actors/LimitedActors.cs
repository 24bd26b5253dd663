namespace PostMoney.Core.Actors;

/// <summary>Those whom stewards have limited, alone or with their whole server: seen by who follows them, and not where everybody looks.</summary>
internal static class LimitedActors
{
    /// <summary>They, as a query to be asked about one after another. A rule for a domain holds for all below it.</summary>
    internal static IQueryable<Actor> Limited(this PostMoneyDb db, DateTimeOffset now) => db.Actors.Where(actor => actor.Standing == Standing.Limited
        || db.HostDomains.Any(name => name.Host == actor.Host && db.HostRules.Any(
            rule => rule.Host == name.Domain && rule.Severity == HostSeverity.Limit && (rule.EndsAt == null || rule.EndsAt > now))));
}
