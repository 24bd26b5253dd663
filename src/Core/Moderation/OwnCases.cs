using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;

namespace PostMoney.Core.Moderation;

/// <summary>What somebody sees of their own: what they told the stewards, what was decided about them, whom they avoid.</summary>
public sealed class OwnCases(PostMoneyDb db)
{
    /// <summary>What the viewer has told, the newest first, with the answers.</summary>
    public async Task<IReadOnlyList<OwnReport>> ReportsAsync(Viewer viewer, CancellationToken ct)
    {
        var me = viewer.Id;
        return await db.Reports.AsNoTracking().Where(report => report.ReporterId == me).OrderByDescending(report => report.Id).Take(100)
            .Select(report => new OwnReport(
                report.Category, report.Comment, report.At, report.ForwardedAt != null, report.Outcome, report.Answer,
                db.Actors.Where(actor => actor.Id == report.AboutId).Select(actor => actor.Name).First()))
            .ToListAsync(ct);
    }

    /// <summary>What was decided about a member, the newest first. Which steward it was is not said.</summary>
    public async Task<IReadOnlyList<Sanction>> DecisionsAsync(Guid memberId, CancellationToken ct) => await db.Sanctions.AsNoTracking()
        .Where(sanction => db.Actors.Any(actor => actor.Id == sanction.ActorId && actor.LocalId == memberId))
        .OrderByDescending(sanction => sanction.Id)
        .ToListAsync(ct);

    /// <summary>Whom the viewer mutes or blocks, and which servers.</summary>
    public async Task<(IReadOnlyList<AvoidedPerson> People, IReadOnlyList<string> Hosts)> AvoidedAsync(Viewer viewer, CancellationToken ct)
    {
        var me = viewer.Id;
        var mine = db.Actors.Where(actor => actor.LocalId == me).Select(actor => actor.Id);
        var people = await db.Blocks.AsNoTracking().Where(block => mine.Contains(block.ActorId)).OrderByDescending(block => block.Id).Take(1_000)
            .Join(db.Actors, block => block.TargetId, actor => actor.Id, (block, actor) => new AvoidedPerson(
                actor.Id, actor.Name, "@" + actor.Handle + "@" + actor.Host, block.Kind))
            .ToListAsync(ct);
        var hosts = await db.BlockedHosts.AsNoTracking().Where(blocked => mine.Contains(blocked.ActorId)).OrderBy(blocked => blocked.Host)
            .Select(blocked => blocked.Host).ToListAsync(ct);
        return (people, hosts);
    }

    /// <summary>How the viewer stands to somebody: mutes or blocks them, and blocks their server.</summary>
    public async Task<(BlockKind? Person, bool Host)> TowardsAsync(Viewer viewer, Guid actorId, CancellationToken ct)
    {
        if (viewer.MemberId is not { } me)
        {
            return (null, false);
        }

        var mine = db.Actors.Where(actor => actor.LocalId == me).Select(actor => actor.Id);
        var person = await db.Blocks.Where(block => mine.Contains(block.ActorId) && block.TargetId == actorId)
            .Select(block => (BlockKind?)block.Kind).FirstOrDefaultAsync(ct);
        var host = await db.BlockedHosts.AnyAsync(
            blocked => mine.Contains(blocked.ActorId) && db.Actors.Any(actor => actor.Id == actorId && actor.Host == blocked.Host), ct);
        return (person, host);
    }
}

/// <summary>What a member told the stewards.</summary>
public sealed record OwnReport(
    ReportCategory Category, string Comment, DateTimeOffset At, bool IsForwarded, ReportOutcome? Outcome, string Answer, string AboutName);

/// <summary>Somebody whom the viewer avoids.</summary>
public sealed record AvoidedPerson(Guid Id, string Name, string Address, BlockKind Kind);
