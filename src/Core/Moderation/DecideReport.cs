using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Foundation;
using PostMoney.Core.Log;
using PostMoney.Core.Notifications;
using PostMoney.Core.Posts;

namespace PostMoney.Core.Moderation;

/// <summary>A steward closes a report: with what follows for the person, and an answer to whoever told it.</summary>
public sealed class DecideReport(
    PostMoneyDb db, AccessCheck access, ImposeSanction impose, SendPost send, Notifier notifier, AuditLog log, TimeProvider clock)
{
    /// <summary>Decides.</summary>
    public async Task<Result<Done>> ExecuteAsync(Viewer viewer, Guid reportId, ReportDecision said, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.Govern, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        if (said.Answer.Length > Report.LongestAnswer)
        {
            return ModerationRefusals.Text("Answer");
        }

        await using var change = await db.BeginChangeAsync(ct);
        var report = await db.Reports.FirstOrDefaultAsync(r => r.Id == reportId, ct);
        if (report is null)
        {
            return ModerationRefusals.NotFound;
        }

        if (!report.IsOpen)
        {
            return ModerationRefusals.Closed;
        }

        var about = await db.Actors.FirstAsync(actor => actor.Id == report.AboutId, ct);
        if (about.LocalId == viewer.MemberId)
        {
            return ModerationRefusals.OwnCase;
        }

        var applied = await ApplyAsync(viewer, report, about, said, ct);
        if (!applied.IsGranted)
        {
            return applied;
        }

        report.Close(said.Outcome, said.Answer.Trim(), viewer.Id, clock.GetUtcNow());
        if (report.ReporterId is { } reporter)
        {
            notifier.Tell(reporter, "report.closed", "own-report", report.Id, "The stewards have answered your report.");
        }

        await log.AppendAsync($"report.{said.Outcome.ToString().ToLowerInvariant()}", viewer.Did!, ImposeSanction.Subject(about), null, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }

    private async Task<Result<Done>> ApplyAsync(Viewer viewer, Report report, Actor about, ReportDecision said, CancellationToken ct)
    {
        if (said.Outcome == ReportOutcome.Removed || said.RemovesPosts)
        {
            var removed = await RemoveAsync(report, about, ct);
            if (removed == 0)
            {
                return ModerationRefusals.NothingToRemove;
            }
        }

        SanctionKind? kind = said.Outcome switch
        {
            ReportOutcome.Warned => SanctionKind.Warning,
            ReportOutcome.Limited => SanctionKind.Limit,
            ReportOutcome.Suspended => SanctionKind.Suspension,
            _ => null,
        };
        return kind is { } chosen
            ? await impose.WithinChangeAsync(viewer, report.AboutId, new SanctionForm(chosen, said.Reason, said.Days), report.Id, ct)
            : Done.Value;
    }

    private async Task<int> RemoveAsync(Report report, Actor about, CancellationToken ct)
    {
        var posts = await db.Posts
            .Where(post => post.DeletedAt == null && db.ReportedPosts.Any(named => named.ReportId == report.Id && named.PostId == post.Id))
            .ToListAsync(ct);
        foreach (var post in posts)
        {
            post.Delete(clock.GetUtcNow());
            if (post.IsLocal)
            {
                await send.DeleteAsync(post, about, ct);
            }

            await ForgetPost.WhatWasSaidAsync(db, post.Id, ct);
        }

        return posts.Count;
    }
}

/// <summary>What a steward fills in to close a report.</summary>
/// <param name="Outcome">What comes of it.</param>
/// <param name="RemovesPosts">Whether the posts that it names are taken away too.</param>
/// <param name="Reason">Why, for the person it is about; needed where something follows for them.</param>
/// <param name="Days">For how long; null where no end is set.</param>
/// <param name="Answer">For whoever told it; may be empty.</param>
public sealed record ReportDecision(ReportOutcome Outcome, bool RemovesPosts, string Reason, int? Days, string Answer);
