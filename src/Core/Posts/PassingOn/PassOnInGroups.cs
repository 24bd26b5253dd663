using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.JsonLd;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Outbox;
using PostMoney.Core.Foundation;
using PostMoney.Core.Groups;
using PostMoney.Core.Relations;
using Actor = PostMoney.Core.Actors.Actor;

namespace PostMoney.Core.Posts.PassingOn;

/// <summary>Open groups of this node pass on what is said to them before everybody, within the caller's change.</summary>
/// <remarks>
/// FEP-1b12: the activity is announced unchanged, so that its proof can be checked. The post is announced as well, unless it answers
/// something, since Mastodon and others show nothing else. Who may: members of the group and those who follow it, if stewards
/// have limited neither them nor their server.
/// </remarks>
public sealed class PassOnInGroups(PostMoneyDb db, OutboxWriter outbox, NodeIds ids, TimeProvider clock)
{
    /// <summary>The largest activity that is passed on with all that is in it; of a larger one its id is.</summary>
    public const int LargestWhole = 65_536;

    /// <summary>Something was said to those who are its readers, groups of this node among them.</summary>
    internal async Task CreatedAsync(Post post, Actor author, JsonElement activity, CancellationToken ct)
    {
        if (post.Visibility is not (PostVisibility.Public or PostVisibility.Unlisted) || post.ItemId is not null)
        {
            return;
        }

        var named = db.PostReaders.Local.Where(reader => reader.PostId == post.Id).Select(reader => reader.ActorId).ToList();
        foreach (var group in await OpenAsync(named, ct))
        {
            if (await MayAsync(author, group, ct))
            {
                await PassOnAsync(post, author, group, activity, ct);
            }
        }
    }

    /// <summary>What was passed on says something else now, or was taken back: those who got it get that, too.</summary>
    internal async Task ChangedAsync(Post post, Actor author, JsonElement activity, CancellationToken ct)
    {
        var by = await db.GroupPosts.AsNoTracking().Where(passed => passed.PostId == post.Id && passed.RemovedAt == null).Select(passed => passed.ActorId).ToListAsync(ct);
        foreach (var group in await OpenAsync(by, ct))
        {
            await AnnounceAsync(group, Whole(activity), author, ct);
        }
    }

    private Task<List<Actor>> OpenAsync(List<Guid> actors, CancellationToken ct) => db.Actors.AsNoTracking()
        .Where(actor => actors.Contains(actor.Id) && actor.Kind == ActorKind.Group
            && db.Groups.Any(group => group.Id == actor.LocalId && group.Reach == GroupReach.Open))
        .ToListAsync(ct);

    private async Task<bool> MayAsync(Actor author, Actor group, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var day = now.AddDays(-1);
        var belongs = author.LocalId is { } member && await db.Relations.AnyAsync(
            r => r.SubjectId == member && r.Name == RelationNames.Member && r.ObjectType == ObjectTypes.Group && r.ObjectId == group.LocalId
                && (r.ToAt == null || r.ToAt > now),
            ct);
        return author.Standing == Standing.Good
            && (belongs || await db.Follows.AnyAsync(f => f.FollowerId == author.Id && f.FollowedId == group.Id && f.State == FollowState.Accepted, ct))
            && !await db.Limited(now).AnyAsync(actor => actor.Id == author.Id, ct)
            && await db.GroupPosts.CountAsync(
                passed => passed.ActorId == group.Id && passed.At > day && db.Posts.Any(post => post.Id == passed.PostId && post.AuthorId == author.Id),
                ct) < GroupPost.MostADay;
    }

    private async Task PassOnAsync(Post post, Actor author, Actor group, JsonElement activity, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var wrapped = await AnnounceAsync(group, Whole(activity), author, ct);
        var shared = post.ReplyToUri is null ? await AnnounceAsync(group, JsonSerializer.SerializeToElement(post.Uri), author, ct) : null;
        db.GroupPosts.Add(new GroupPost { ActorId = group.Id, PostId = post.Id, Wrapped = wrapped, Shared = shared, At = now });
        if (shared is not null)
        {
            db.Reactions.Add(new Reaction { Id = ids.Next(), PostId = post.Id, ActorId = group.Id, Kind = ReactionKind.Boost, ActivityUri = shared, At = now });
        }
    }

    // Within a context that protects its words, another that redefines them is wrong, and strict readers refuse the whole. The activity
    // has to stay as it came; so the announcement then goes without a proof, signed as a request alone.
    private async Task<string> AnnounceAsync(Actor group, JsonElement what, Actor author, CancellationToken ct)
    {
        var announce = new Activity { Type = "Announce", Published = clock.GetUtcNow(), To = [Audience.Everybody], Cc = [author.Uri, group.Followers!] };
        var isProved = PlainTerms.TryApply(announce.With("object", what).WithContext(OutboxWriter.ProofContext).ToJson(), out _, out var problem)
            || problem == JsonLdProblem.LoadingRemoteContextFailed;
        return (await outbox.AddAsync(group, announce.With("object", what).As<Activity>(), await outbox.FollowersAsync(group.Id, ct), isProved, ct)).Uri;
    }

    private static JsonElement Whole(JsonElement activity) =>
        activity.GetRawText().Length <= LargestWhole ? activity : activity.GetProperty("id");
}
