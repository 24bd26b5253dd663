using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Http.Fetching;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Peers;

namespace PostMoney.Core.Posts.Threads;

/// <summary>Completes a conversation: what a post answers, and what else was said, as far as everybody may read it.</summary>
/// <remarks>
/// ActivityPub §7.1.2 leaves it to readers; FEP-7888 and FEP-f228 for <c>context</c>. A collection says where posts are and
/// nothing else: each is read from its own address, and kept only if it says itself that it answers what is known here. Each is
/// kept at once, so that a limit that is met half-way costs the rest alone.
/// </remarks>
public sealed class ReadThread(
    PostMoneyDb db, TakeInPost takeIn, WalkCollection walk, MeetHosts hosts, FetchLimits missing, NodeAddress address, TimeProvider clock)
{
    /// <summary>Reads it, for 20 seconds at most.</summary>
    /// <param name="postId">A post of the conversation, of another server.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task ExecuteAsync(Guid postId, CancellationToken ct)
    {
        if (await BeginAsync(postId, ct) is not { } post)
        {
            return;
        }

        using var limit = new CancellationTokenSource(ThreadLimits.Longest, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            await ReadAsync(post, new ThreadLimits(), end.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Time is up; what was read until then is kept.
        }
    }

    private async Task<Post?> BeginAsync(Guid postId, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var reading = await db.ThreadReadings.FirstOrDefaultAsync(wanted => wanted.PostId == postId, ct);
        reading?.Begin(clock.GetUtcNow());
        await change.SaveAsync(ct);
        return await db.Posts.AsNoTracking().FirstOrDefaultAsync(post => post.Id == postId && post.DeletedAt == null, ct);
    }

    private async Task ReadAsync(Post post, ThreadLimits limits, CancellationToken ct)
    {
        var read = new Queue<(ReadPost Post, int Depth)>();
        foreach (var above in await ReadUpwardsAsync(post, limits, ct))
        {
            read.Enqueue((above, 1));
        }

        foreach (var known in await SourcesAsync(post, limits, ct))
        {
            read.Enqueue((known, 1));
        }

        var waiting = new List<(ReadPost Post, int Depth)>();
        while (read.TryDequeue(out var next))
        {
            await foreach (var id in AnswersAsync(next.Post, limits, ct))
            {
                if (await FetchAsync(id, limits, ct) is { } found)
                {
                    waiting.Add((found, next.Depth + 1));
                    await KeepAnswersAsync(waiting, read, ct);
                }
            }
        }
    }

    private async Task<List<ReadPost>> ReadUpwardsAsync(Post post, ThreadLimits limits, CancellationToken ct)
    {
        var above = new List<ReadPost>();
        for (var uri = post.ReplyToId is null ? post.ReplyToUri : null; above.Count < ThreadLimits.Deepest && WebId.TryParse(uri, out var id); uri = above[^1].ReplyTo)
        {
            if (await FetchAsync(id, limits, ct) is not { } found)
            {
                break;
            }

            await KeepAsync(found, ct);
            above.Add(found);
        }

        return above;
    }

    // The post and the first of its conversation, as they are now: what was stored does not say where answers are.
    private async Task<List<ReadPost>> SourcesAsync(Post post, ThreadLimits limits, CancellationToken ct)
    {
        var thread = await db.Posts.AsNoTracking().Where(known => known.Id == post.Id).Select(known => known.ThreadId).FirstAsync(ct);
        var uris = await db.Posts.AsNoTracking()
            .Where(known => (known.Id == post.Id || known.Id == thread) && !known.IsLocal && known.DeletedAt == null
                && (known.Visibility == PostVisibility.Public || known.Visibility == PostVisibility.Unlisted))
            .Select(known => known.Uri)
            .ToListAsync(ct);
        var sources = new List<ReadPost>();
        foreach (var uri in uris)
        {
            if (WebId.TryParse(uri, out var id) && await AskAsync(id, limits, ct) is { } found)
            {
                sources.Add(found);
            }
        }

        return sources;
    }

    private async IAsyncEnumerable<WebId> AnswersAsync(
        ReadPost post, ThreadLimits limits, [EnumeratorCancellation] CancellationToken ct)
    {
        if (post.Context is { } context && !address.IsOurs(context))
        {
            await foreach (var id in walk.IdsAsync(ActivityObject.Reference(context).As<Collection>(), context.Origin, limits, ct))
            {
                yield return id;
            }
        }

        if (post.Replies is { } replies)
        {
            await foreach (var id in walk.IdsAsync(replies, post.Id.Origin, limits, ct))
            {
                yield return id;
            }
        }
    }

    private async Task KeepAnswersAsync(List<(ReadPost Post, int Depth)> waiting, Queue<(ReadPost Post, int Depth)> read, CancellationToken ct)
    {
        for (var at = 0; at < waiting.Count;)
        {
            var (post, depth) = waiting[at];
            var answered = post.ReplyTo;
            if (answered is null || !await db.Posts.AnyAsync(known => known.Uri == answered, ct))
            {
                at++;
                continue;
            }

            waiting.RemoveAt(at);
            await KeepAsync(post, ct);
            if (depth < ThreadLimits.Deepest)
            {
                read.Enqueue((post, depth));
            }

            // Those that were read before what they answer.
            at = 0;
        }
    }

    private async Task<ReadPost?> FetchAsync(WebId id, ThreadLimits limits, CancellationToken ct) =>
        address.IsOurs(id) || await db.Posts.AnyAsync(known => known.Uri == id.Value, ct) ? null : await AskAsync(id, limits, ct);

    private async Task<ReadPost?> AskAsync(WebId id, ThreadLimits limits, CancellationToken ct)
    {
        if (missing.IsMissing(id.Value) || !limits.MayAsk(id) || !await hosts.MayAskAsync(id, ct))
        {
            return null;
        }

        var fetched = await takeIn.FetchAsync(id, limits.Budget, ct);
        if (!fetched.TryGet(out var found))
        {
            if (fetched.Refusal.Code != FetchProblem.Budget.Code)
            {
                missing.NoteMissing(id.Value);
            }

            return null;
        }

        // What this node may read on its own behalf, and others may not, is not for its members either (security case A-24).
        return found.Visibility(found.Author) is PostVisibility.Public or PostVisibility.Unlisted ? found : null;
    }

    private async Task KeepAsync(ReadPost read, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        await takeIn.KeepAsync(read, ct);
        await change.SaveAsync(ct);
    }
}
