using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Peers;
using PostMoney.Core.Foundation;
using PostMoney.Core.Media;
using PostMoney.Core.Members;
using PostMoney.Core.Notifications;
using Actor = PostMoney.Core.Actors.Actor;

namespace PostMoney.Core.Posts;

/// <summary>A member says something, or answers something: here, and to those elsewhere whom it is for.</summary>
public sealed class PublishPost(
    PostMoneyDb db, AccessCheck access, LocalActors local, FindActor find, SendPost send, PutPhotos photos, Notifier notifier, NodeAddress address, NodeIds ids,
    TimeProvider clock)
{
    /// <summary>Publishes it.</summary>
    /// <returns>The post.</returns>
    public async Task<Result<Post>> ExecuteAsync(Viewer viewer, PostForm form, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.TakePart, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        if (form.Problems(viewer) is { Count: > 0 } problems)
        {
            return problems;
        }

        var answered = form.ReplyTo is { } id
            ? await db.Posts.AsNoTracking().VisibleTo(viewer, db).FirstOrDefaultAsync(post => post.Id == id, ct)
            : null;
        if (form.ReplyTo is not null && answered is null)
        {
            return PostRefusals.NotFound;
        }

        var isNew = await db.IsNewAsync(viewer, clock.GetUtcNow(), ct);
        if (isNew && (PostText.Mentions(form.Text).Count > Newcomers.MostMentions || await SaidTodayAsync(viewer.Id, ct) >= Newcomers.MostPosts))
        {
            return PostRefusals.TooMuch;
        }

        if (await local.MemberAsync(viewer.Id, ct) is not { } me)
        {
            return PostRefusals.NotFound;
        }

        if (me.MovedTo is not null)
        {
            return PostRefusals.Moved;
        }

        var mentioned = await MentionedAsync(form.Text, answered, me, ct);
        if (!(await photos.ReadAsync(form.Photos ?? [], ct)).TryGet(out var slots, out var unread))
        {
            return unread;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var post = Make(form, me, answered, mentioned);
        db.Posts.Add(post);
        foreach (var actor in mentioned.Values)
        {
            db.PostReaders.Add(new PostReader { PostId = post.Id, ActorId = actor.Id });
            await TellAsync(actor, post, me, answered, ct);
        }

        foreach (var tag in PostText.Tags(form.Text))
        {
            db.PostTags.Add(new PostTag { Tag = tag, PostId = post.Id });
        }

        if (!(await photos.WithinChangeAsync(viewer.Id, post.Id, slots, ct)).TryGet(out var shown, out var refused))
        {
            return refused;
        }

        await send.CreateAsync(post, me, new PostParts([.. mentioned.Values], PostText.Tags(form.Text), shown), ct);
        await change.SaveAsync(ct);
        return post;
    }

    private Task<int> SaidTodayAsync(Guid memberId, CancellationToken ct)
    {
        var since = clock.GetUtcNow().AddDays(-1);
        return db.Posts.CountAsync(post => post.PublishedAt > since && db.Actors.Any(actor => actor.Id == post.AuthorId && actor.LocalId == memberId), ct);
    }

    private Post Make(PostForm form, Actor me, Post? answered, Dictionary<string, Actor> mentioned)
    {
        var id = ids.Next();
        var now = clock.GetUtcNow();
        return new Post
        {
            Id = id,
            Uri = address.OfPost(id),
            AuthorId = me.Id,
            Kind = "Note",
            Warning = form.Warning.Trim(),
            Content = PostText.ToHtml(form.Text, mentioned.ToDictionary(entry => entry.Key, entry => entry.Value.Page, StringComparer.OrdinalIgnoreCase), address.OfTag),
            Source = form.Text,
            Language = form.Language,
            Visibility = form.Visibility,
            GroupId = form.Visibility == PostVisibility.Group ? form.GroupId : null,
            ReplyToUri = answered?.Uri,
            ReplyToId = answered?.Id,
            ThreadId = answered?.ThreadId ?? id,
            Context = answered is null ? address.OfContext(id) : answered.Context,
            Page = address.OfPost(id),
            IsLocal = true,
            PublishedAt = now,
            ReceivedAt = now,
        };
    }

    // Whoever is answered is told, named or not.
    private async Task<Dictionary<string, Actor>> MentionedAsync(string text, Post? answered, Actor me, CancellationToken ct)
    {
        var found = new Dictionary<string, Actor>(StringComparer.OrdinalIgnoreCase);
        foreach (var handle in PostText.Mentions(text))
        {
            var actor = handle.Contains('@')
                ? (await find.ExecuteAsync(handle, ct)).TryGet(out var other) ? other : null
                : await local.MemberAsync(handle.ToLowerInvariant(), ct) ?? await local.GroupAsync(handle.ToLowerInvariant(), ct);
            if (actor is not null && actor.Id != me.Id && found.Values.All(known => known.Id != actor.Id))
            {
                found[handle] = actor;
            }
        }

        if (answered is not null && answered.AuthorId != me.Id && found.Values.All(known => known.Id != answered.AuthorId))
        {
            var author = await db.Actors.AsNoTracking().FirstAsync(actor => actor.Id == answered.AuthorId, ct);
            found[author.Address[1..]] = author;
        }

        return found;
    }

    private async Task TellAsync(Actor actor, Post post, Actor me, Post? answered, CancellationToken ct)
    {
        if (actor is { Kind: ActorKind.Person, LocalId: { } memberId } && !await db.AvoidsAsync(actor.Id, me, ct))
        {
            var isAnswer = answered?.AuthorId == actor.Id;
            notifier.Tell(memberId, isAnswer ? "post.answered" : "post.mentioned", "post", post.Id,
                isAnswer ? $"{me.Name} answered you." : $"{me.Name} mentioned you.");
        }
    }
}

/// <summary>What a member fills in to say something.</summary>
/// <param name="Text">What is said.</param>
/// <param name="Visibility">Who may see it.</param>
/// <param name="Warning">What is said before it is opened; may be empty.</param>
/// <param name="Language">A tag of RFC 5646, or null.</param>
/// <param name="ReplyTo">The post that is answered, or null.</param>
/// <param name="GroupId">For a group: which.</param>
/// <param name="Photos">Photos that go with it; null for none.</param>
public sealed record PostForm(
    string Text, PostVisibility Visibility, string Warning = "", string? Language = null, Guid? ReplyTo = null, Guid? GroupId = null,
    IReadOnlyList<PhotoSlot>? Photos = null)
{
    internal List<Refusal> Problems(Viewer viewer)
    {
        var problems = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(Text) || Text.Length > Post.LongestText)
        {
            problems.Add(PostRefusals.Text);
        }

        if (Warning.Length > Post.LongestWarning)
        {
            problems.Add(PostRefusals.Warning);
        }

        if (Language is { } tag && (tag.Length is < 2 or > 12 || !tag.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')))
        {
            problems.Add(PostRefusals.Language);
        }

        if (Visibility == PostVisibility.Group && !(GroupId is { } group && viewer.GroupIds.Concat(viewer.StewardedGroupIds).Contains(group)))
        {
            problems.Add(PostRefusals.Group);
        }

        return problems;
    }
}
