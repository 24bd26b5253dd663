using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Access;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Outbox;
using PostMoney.Core.Foundation;
using PostMoney.Core.Notifications;
using PostMoney.Core.Posts;
using Actor = PostMoney.Core.Actors.Actor;

namespace PostMoney.Core.Moderation;

/// <summary>A member tells the stewards about somebody and, where they wish, the stewards of that person's server.</summary>
/// <remarks>Another server hears it from this node and never learns who told it (<c>Flag</c> by the node's own actor).</remarks>
public sealed class FileReport(
    PostMoneyDb db, AccessCheck access, LocalActors local, OutboxWriter outbox, Notifier notifier, NodeIds ids, TimeProvider clock)
{
    /// <summary>About whom, as a form shows it before it is filled in; null where there is nothing that the viewer may see.</summary>
    public async Task<ReportSubject?> SubjectAsync(Viewer viewer, ReportTarget target, CancellationToken ct)
    {
        if (!viewer.IsMember || await FindAsync(viewer, target, ct) is not { } found)
        {
            return null;
        }

        // One or the other: everybody elsewhere has no local id, and would be found by none.
        var about = found.ActorId is { } id
            ? await db.Actors.AsNoTracking().FirstOrDefaultAsync(actor => actor.Id == id, ct)
            : await db.Actors.AsNoTracking().FirstOrDefaultAsync(actor => actor.LocalId == found.LocalId, ct);
        var name = about?.Name
            ?? await db.Members.Where(member => member.Id == found.LocalId).Select(member => member.DisplayName).FirstOrDefaultAsync(ct)
            ?? await db.Groups.Where(group => group.Id == found.LocalId).Select(group => group.Title).FirstOrDefaultAsync(ct);
        return new ReportSubject(name ?? "", about?.Address ?? "", about is null or { IsLocal: true } ? null : about.Host, found.Title);
    }

    /// <summary>Tells it.</summary>
    public async Task<Result<Report>> ExecuteAsync(Viewer viewer, ReportTarget target, ReportForm form, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.TakePart, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        if (form.Comment.Length > Report.LongestComment || (form.Category == ReportCategory.Other && string.IsNullOrWhiteSpace(form.Comment)))
        {
            return ModerationRefusals.Comment;
        }

        if (await FindAsync(viewer, target, ct) is not { } found)
        {
            return ModerationRefusals.NotFound;
        }

        if (await db.Reports.CountAsync(report => report.ReporterId == viewer.Id && report.ClosedAt == null, ct) >= Report.MostOpen)
        {
            return ModerationRefusals.TooMany;
        }

        var about = found.ActorId is { } id
            ? await db.Actors.AsNoTracking().FirstOrDefaultAsync(actor => actor.Id == id, ct)
            : await local.OfAsync(found.LocalId!.Value, ct);
        if (about is null)
        {
            return ModerationRefusals.NotFound;
        }

        if (about.LocalId == viewer.Id)
        {
            return ModerationRefusals.Oneself;
        }

        var isForwarded = form.IsForwarded && !about.IsLocal;
        var speaker = isForwarded ? await local.NodeAsync(ct) : null;
        return await SaveAsync(viewer, about, found, form, speaker, ct);
    }

    private async Task<Result<Report>> SaveAsync(Viewer viewer, Actor about, Found found, ReportForm form, Actor? speaker, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var change = await db.BeginChangeAsync(ct);
        var report = new Report
        {
            Id = ids.Next(),
            AboutId = about.Id,
            ReporterId = viewer.Id,
            Category = form.Category,
            Comment = form.Comment.Trim(),
            ItemId = found.ItemId,
            ForwardedAt = speaker is null ? null : now,
            At = now,
        };
        db.Reports.Add(report);
        if (found.PostId is { } post)
        {
            db.ReportedPosts.Add(new ReportedPost { ReportId = report.Id, PostId = post });
        }

        if (speaker is not null)
        {
            List<string> named = found.PostUri is { } uri ? [about.Uri, uri] : [about.Uri];
            var flag = new Activity
            {
                Type = "Flag",
                Objects = [.. named.Select(name => ActivityObject.Reference(WebId.Parse(name)))],
                Content = form.Comment.Trim(),
                To = [about.Uri],
            };
            await outbox.AddAsync(speaker, flag, [about], ct);
        }

        await notifier.TellStewardsAsync("report.filed", "report", report.Id, "Somebody has told the stewards about something.", ct);
        await change.SaveAsync(ct);
        return report;
    }

    private async Task<Found?> FindAsync(Viewer viewer, ReportTarget target, CancellationToken ct)
    {
        if (target.PostId is { } postId)
        {
            return await db.Posts.AsNoTracking().VisibleTo(viewer, db).FirstOrDefaultAsync(post => post.Id == postId, ct) is { } post
                ? new Found(post.AuthorId, null, "A post", post.Id, post.Uri, null)
                : null;
        }

        if (target.ItemId is { } itemId)
        {
            return await db.Items.AsNoTracking().FirstOrDefaultAsync(item => item.Id == itemId, ct) is { } item
                && (await access.CheckAsync(viewer, Permission.See, new Resource.OfItem(item.Id, item), ct)).IsAllowed
                    ? new Found(null, item.AuthorId, item.Title, null, null, item.Id)
                    : null;
        }

        // A neighbour who has said nothing yet has no actor; their page gives their handle.
        return target.ActorId is { } actorId && await db.Actors.AnyAsync(actor => actor.Id == actorId && actor.LocalId != Guid.Empty, ct)
            ? new Found(actorId, null, null, null, null, null)
            : await db.Members.AsNoTracking().FirstOrDefaultAsync(member => member.Handle == target.Handle && member.State == Members.MemberState.Active, ct) is { } member
                ? new Found(null, member.Id, null, null, null, null)
                : null;
    }

    private sealed record Found(Guid? ActorId, Guid? LocalId, string? Title, Guid? PostId, string? PostUri, Guid? ItemId);
}

/// <summary>What somebody reports: a post, a need or offer, or a person.</summary>
public sealed record ReportTarget(Guid? PostId, Guid? ItemId, Guid? ActorId, string? Handle);

/// <summary>What they say.</summary>
/// <param name="Category">What sort of thing.</param>
/// <param name="Comment">In their words.</param>
/// <param name="IsForwarded">Whether the stewards of the other server are told too.</param>
public sealed record ReportForm(ReportCategory Category, string Comment, bool IsForwarded);

/// <summary>About whom and what, for the form.</summary>
/// <param name="Name">What people call them.</param>
/// <param name="Address">How people write them.</param>
/// <param name="Host">Their server, where it is another one.</param>
/// <param name="Title">What of theirs it is about, or null.</param>
public sealed record ReportSubject(string Name, string Address, string? Host, string? Title);
