using Microsoft.EntityFrameworkCore;

namespace PostMoney.Core.Actors;

/// <summary>Who keeps out of whose way: the one place that says what a block, a mute and a blocked server mean.</summary>
internal static class Avoiding
{
    /// <summary>Those of whom a member sees nothing: whom they mute or block, who blocks them, who is of a server that they block.</summary>
    /// <remarks>As a query that does not depend on the row it is asked for, so that it is answered once for a page.</remarks>
    internal static IQueryable<Guid> AvoidedBy(this PostMoneyDb db, Guid memberId)
    {
        var mine = db.Actors.Where(actor => actor.LocalId == memberId).Select(actor => actor.Id);
        return db.Blocks.Where(block => mine.Contains(block.ActorId)).Select(block => block.TargetId)
            .Concat(db.Blocks.Where(block => mine.Contains(block.TargetId) && block.Kind == BlockKind.Block).Select(block => block.ActorId))
            .Concat(db.BlockedHosts.Where(blocked => mine.Contains(blocked.ActorId))
                .Join(db.Actors, blocked => blocked.Host, actor => actor.Host, (_, actor) => actor.Id));
    }

    /// <summary>The neighbours among them, as members: nothing that they need or offer is shown to whom this is asked for.</summary>
    internal static IQueryable<Guid> AvoidedNeighbours(this PostMoneyDb db, Guid memberId)
    {
        var avoided = db.AvoidedBy(memberId);
        return db.Actors.Where(actor => actor.LocalId != null && avoided.Contains(actor.Id)).Select(actor => actor.LocalId!.Value);
    }

    /// <summary>Which of some members have blocked which other, each pair in both orders.</summary>
    internal static async Task<HashSet<(Guid One, Guid Other)>> BlockedPairsAsync(this PostMoneyDb db, IReadOnlyCollection<Guid> members, CancellationToken ct)
    {
        var found = await db.Blocks.AsNoTracking().Where(block => block.Kind == BlockKind.Block)
            .Join(db.Actors, block => block.ActorId, actor => actor.Id, (block, actor) => new { block.TargetId, One = actor.LocalId })
            .Join(db.Actors, pair => pair.TargetId, actor => actor.Id, (pair, actor) => new { pair.One, Other = actor.LocalId })
            .Where(pair => pair.One != null && pair.Other != null && members.Contains(pair.One.Value) && members.Contains(pair.Other.Value))
            .ToListAsync(ct);
        return [.. found.SelectMany(pair => new[] { (pair.One!.Value, pair.Other!.Value), (pair.Other!.Value, pair.One!.Value) })];
    }

    /// <summary>Those whom stewards have suspended, alone or with their whole server.</summary>
    internal static IQueryable<Actor> Suspended(this PostMoneyDb db) => db.Actors.Where(actor => actor.Standing == Standing.Suspended
        || db.HostDomains.Any(name => name.Host == actor.Host && db.HostRules.Any(rule => rule.Host == name.Domain && rule.Severity == HostSeverity.Suspend)));

    /// <summary>Whether somebody wants to hear nothing of another.</summary>
    internal static Task<bool> AvoidsAsync(this PostMoneyDb db, Guid who, Actor other, CancellationToken ct) =>
        db.Actors.AnyAsync(
            actor => actor.Id == who && (db.Blocks.Any(block => block.ActorId == who && block.TargetId == other.Id)
                || db.BlockedHosts.Any(blocked => blocked.ActorId == who && blocked.Host == other.Host)),
            ct);

    /// <summary>Whether somebody keeps another from following, reading and answering them.</summary>
    internal static Task<bool> BlocksAsync(this PostMoneyDb db, Guid who, Actor other, CancellationToken ct) =>
        db.Actors.AnyAsync(
            actor => actor.Id == who && (db.Blocks.Any(block => block.ActorId == who && block.TargetId == other.Id && block.Kind == BlockKind.Block)
                || db.BlockedHosts.Any(blocked => blocked.ActorId == who && blocked.Host == other.Host)),
            ct);
}
