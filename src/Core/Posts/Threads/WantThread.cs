using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Queue;

namespace PostMoney.Core.Posts.Threads;

/// <summary>Notes that more of a conversation may lie elsewhere. It is read afterwards; nobody waits for other servers.</summary>
public sealed class WantThread(PostMoneyDb db, NodeAddress address, WakeUp wake, TimeProvider clock)
{
    /// <summary>How long a conversation that was read counts as complete.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    /// <summary>A member looks at a post. Strangers cause no fetches: anybody could make this node ask anybody.</summary>
    public async Task ShownAsync(Viewer viewer, Guid postId, CancellationToken ct)
    {
        if (!address.IsKnown || !viewer.IsMember || await ElsewhereAsync(postId, ct) is not { } wanted || !await IsDueAsync(wanted, ct))
        {
            return;
        }

        await using var change = await db.BeginChangeAsync(ct);
        if (await IsDueAsync(wanted, ct))
        {
            await AskAsync(wanted, ct);
            await change.SaveAsync(ct);
        }
    }

    /// <summary>A post was taken in, within the caller's change: what it answers is looked for where it is not known.</summary>
    internal async Task TakenInAsync(Post post, CancellationToken ct)
    {
        if (post is { ReplyToUri: not null, ReplyToId: null })
        {
            await AskAsync(post.Id, ct);
        }
    }

    // Answers to what was said here come by themselves. An answer of ours leads to what it answers.
    private async Task<Guid?> ElsewhereAsync(Guid postId, CancellationToken ct) => await db.Posts.AsNoTracking()
        .Where(post => post.Id == postId || db.Posts.Any(shown => shown.Id == postId && shown.ThreadId == post.Id))
        .Where(post => !post.IsLocal && post.DeletedAt == null && (post.Visibility == PostVisibility.Public || post.Visibility == PostVisibility.Unlisted))
        .OrderByDescending(post => post.Id == postId)
        .Select(post => (Guid?)post.Id)
        .FirstOrDefaultAsync(ct);

    private async Task<bool> IsDueAsync(Guid postId, CancellationToken ct)
    {
        var last = clock.GetUtcNow() - Fresh;
        return !await db.ThreadReadings.AnyAsync(reading => reading.PostId == postId && (reading.DueAt != null || reading.ReadAt > last), ct);
    }

    private async Task AskAsync(Guid postId, CancellationToken ct)
    {
        var reading = await db.ThreadReadings.FirstOrDefaultAsync(known => known.PostId == postId, ct);
        if (reading is null)
        {
            reading = new ThreadReading { PostId = postId };
            db.ThreadReadings.Add(reading);
        }

        reading.Ask(clock.GetUtcNow());
        wake.Ring(WakeUp.Threads);
    }
}
