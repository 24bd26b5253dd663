using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Documents;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Foundation;
using PostMoney.Core.Notifications;

namespace PostMoney.Core.Moderation;

/// <summary>Another server tells the stewards of this node about somebody here, most often by its own actor so that nobody is named.</summary>
/// <remarks>
/// As Mastodon sends it, <c>object</c> names the person and posts of theirs, in any order. What it names of other people is left out.
/// </remarks>
public sealed class OnFlag(PostMoneyDb db, Notifier notifier, NodeIds ids) : IActivityHandler
{
    /// <inheritdoc />
    public async Task<Result<ApplyActivity>> CheckAsync(ReceivedActivity received, CancellationToken ct)
    {
        var named = received.Activity.Objects.Select(found => found.Id?.Value).OfType<string>().Distinct(StringComparer.Ordinal).Take(Report.MostPosts + 1).ToList();
        var posts = await db.Posts.AsNoTracking().Where(post => named.Contains(post.Uri) && post.IsLocal && post.DeletedAt == null)
            .Select(post => new { post.Id, post.AuthorId }).ToListAsync(ct);
        var about = await db.Actors.AsNoTracking().Where(actor => named.Contains(actor.Uri) && actor.LocalId != null && actor.LocalId != Guid.Empty)
            .OrderBy(actor => actor.Id).Select(actor => (Guid?)actor.Id).FirstOrDefaultAsync(ct)
            ?? posts.FirstOrDefault()?.AuthorId;
        if (about is not { } aboutId)
        {
            return FederationRefusals.Unknown;
        }

        var host = received.Sender.Host;
        if (await db.Reports.CountAsync(report => report.ClosedAt == null && db.Actors.Any(actor => actor.Id == report.FromId && actor.Host == host), ct) >= Report.MostOpen)
        {
            return ModerationRefusals.TooMany;
        }

        var theirs = posts.Where(post => post.AuthorId == aboutId).Select(post => post.Id).ToList();
        return new ApplyActivity(apply => ApplyAsync(received, aboutId, theirs, apply));
    }

    private async Task ApplyAsync(ReceivedActivity received, Guid aboutId, List<Guid> posts, CancellationToken ct)
    {
        var report = new Report
        {
            Id = ids.Next(),
            AboutId = aboutId,
            FromId = received.Sender.Id,
            Category = ReportCategory.Other,
            Comment = PlainText.Cut(CleanHtml.TextOf(received.Activity.Content ?? received.Activity.Summary ?? ""), Report.LongestComment),
            At = received.ReceivedAt,
        };
        db.Reports.Add(report);
        db.ReportedPosts.AddRange(posts.Select(post => new ReportedPost { ReportId = report.Id, PostId = post }));
        await notifier.TellStewardsAsync("report.filed", "report", report.Id, "Another server has told the stewards about something.", ct);
    }
}
