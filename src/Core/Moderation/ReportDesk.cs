using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;

namespace PostMoney.Core.Moderation;

/// <summary>What stewards see of reports and decisions. Sealed payloads are no part of it: a report opens nothing.</summary>
public sealed class ReportDesk(PostMoneyDb db)
{
    /// <summary>Reports on a page, open ones first, the oldest of them on top; then the newest of those that are closed.</summary>
    public async Task<IReadOnlyList<ReportLine>> ListAsync(Viewer viewer, CancellationToken ct)
    {
        if (!viewer.IsSteward)
        {
            return [];
        }

        var open = await Lines(db.Reports.Where(report => report.ClosedAt == null).OrderBy(report => report.Id).Take(200)).ToListAsync(ct);
        var closed = await Lines(db.Reports.Where(report => report.ClosedAt != null).OrderByDescending(report => report.ClosedAt).Take(50)).ToListAsync(ct);
        return [.. open, .. closed];
    }

    /// <summary>One report with all that belongs to it; null where there is none, or the viewer is no steward.</summary>
    public async Task<ReportView?> FindAsync(Viewer viewer, Guid id, CancellationToken ct)
    {
        if (!viewer.IsSteward || await db.Reports.AsNoTracking().FirstOrDefaultAsync(report => report.Id == id, ct) is not { } report)
        {
            return null;
        }

        var about = await db.Actors.AsNoTracking().FirstAsync(actor => actor.Id == report.AboutId, ct);
        var posts = await db.ReportedPosts.AsNoTracking().Where(named => named.ReportId == id)
            .Join(db.Posts, named => named.PostId, post => post.Id, (_, post) => new ReportedText(post.Id, post.Warning, post.Content, post.PublishedAt, post.DeletedAt != null))
            .ToListAsync(ct);
        var notes = await db.ReportNotes.AsNoTracking().Where(note => note.ReportId == id).OrderBy(note => note.Id)
            .Join(db.Members, note => note.AuthorId, member => member.Id, (note, member) => new NoteLine(member.DisplayName, note.Text, note.At)).ToListAsync(ct);
        return new ReportView(
            report,
            about,
            await NameAsync(report.ReporterId, ct),
            await db.Actors.Where(actor => actor.Id == report.FromId).Select(actor => actor.Host).FirstOrDefaultAsync(ct),
            await NameAsync(report.TakenBy, ct),
            await NameAsync(report.ClosedBy, ct),
            await db.Items.Where(item => item.Id == report.ItemId).Select(item => item.Title).FirstOrDefaultAsync(ct),
            posts,
            notes,
            await OfAsync(report.AboutId, ct),
            await db.Reports.CountAsync(other => other.AboutId == report.AboutId && other.Id != id, ct),
            IsAboutViewer: about.LocalId == viewer.MemberId);
    }

    /// <summary>Decisions: appeals that wait, then what is in force, then the newest of what is over.</summary>
    public async Task<IReadOnlyList<SanctionLine>> DecisionsAsync(Viewer viewer, CancellationToken ct)
    {
        if (!viewer.IsSteward)
        {
            return [];
        }

        var appealed = await Sanctions(db.Sanctions.Where(s => s.AppealedAt != null && s.AnsweredAt == null).OrderBy(s => s.AppealedAt).Take(200)).ToListAsync(ct);
        var inForce = await Sanctions(db.Sanctions.Where(s => s.EndedAt == null && (s.AppealedAt == null || s.AnsweredAt != null)).OrderByDescending(s => s.Id).Take(500)).ToListAsync(ct);
        var over = await Sanctions(db.Sanctions.Where(s => s.EndedAt != null && (s.AppealedAt == null || s.AnsweredAt != null)).OrderByDescending(s => s.Id).Take(50)).ToListAsync(ct);
        return [.. appealed, .. inForce, .. over];
    }

    /// <summary>What was decided about a member, for stewards.</summary>
    public async Task<IReadOnlyList<SanctionLine>> OfMemberAsync(Viewer viewer, Guid memberId, CancellationToken ct) => viewer.IsSteward
        ? await Sanctions(db.Sanctions.Where(s => db.Actors.Any(actor => actor.Id == s.ActorId && actor.LocalId == memberId)).OrderByDescending(s => s.Id).Take(50)).ToListAsync(ct)
        : [];

    private Task<List<SanctionLine>> OfAsync(Guid actorId, CancellationToken ct) =>
        Sanctions(db.Sanctions.Where(s => s.ActorId == actorId).OrderByDescending(s => s.Id).Take(20)).ToListAsync(ct);

    private IQueryable<ReportLine> Lines(IQueryable<Report> reports) => reports.AsNoTracking().Select(report => new ReportLine(
        report.Id, report.Category, report.Comment, report.At, report.Outcome, report.FromId != null,
        db.Actors.Where(actor => actor.Id == report.AboutId).Select(actor => actor.Name).First(),
        db.Actors.Where(actor => actor.Id == report.AboutId).Select(actor => "@" + actor.Handle + "@" + actor.Host).First(),
        db.Members.Where(member => member.Id == report.TakenBy).Select(member => member.DisplayName).FirstOrDefault()));

    private IQueryable<SanctionLine> Sanctions(IQueryable<Sanction> sanctions) => sanctions.AsNoTracking().Select(sanction => new SanctionLine(
        sanction,
        db.Actors.Where(actor => actor.Id == sanction.ActorId).Select(actor => actor.Name).First(),
        db.Actors.Where(actor => actor.Id == sanction.ActorId).Select(actor => "@" + actor.Handle + "@" + actor.Host).First(),
        db.Members.Where(member => member.Id == sanction.DecidedBy).Select(member => member.DisplayName).First()));

    private Task<string?> NameAsync(Guid? memberId, CancellationToken ct) =>
        db.Members.Where(member => member.Id == memberId).Select(member => member.DisplayName).FirstOrDefaultAsync(ct);
}

/// <summary>A report in a list.</summary>
public sealed record ReportLine(
    Guid Id, ReportCategory Category, string Comment, DateTimeOffset At, ReportOutcome? Outcome, bool IsFromElsewhere, string AboutName, string AboutAddress,
    string? TakenBy);

/// <summary>A report, with all that stewards need to decide.</summary>
public sealed record ReportView(
    Report Report, Actor About, string? Reporter, string? FromHost, string? TakenBy, string? ClosedBy, string? ItemTitle, IReadOnlyList<ReportedText> Posts,
    IReadOnlyList<NoteLine> Notes, IReadOnlyList<SanctionLine> Before, int OtherReports, bool IsAboutViewer);

/// <summary>A post that a report names: clean HTML.</summary>
public sealed record ReportedText(Guid Id, string Warning, string Content, DateTimeOffset At, bool IsGone);

/// <summary>A steward's note.</summary>
public sealed record NoteLine(string Author, string Text, DateTimeOffset At);

/// <summary>A decision about somebody, in a list.</summary>
public sealed record SanctionLine(Sanction Sanction, string AboutName, string AboutAddress, string Steward);
