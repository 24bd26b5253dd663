using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Actors;
using Actor = PostMoney.Core.Actors.Actor;

namespace PostMoney.Core.Posts;

/// <summary>Writes a post of this node as other servers read it.</summary>
/// <remarks>ActivityPub §6.2; Activity Vocabulary <c>Note</c>. The audience is written as Mastodon reads it: public in <c>to</c>, unlisted in <c>cc</c>; a group that is named stands in <c>audience</c>, too (FEP-1b12).</remarks>
public static class NoteDocument
{
    /// <summary>The document, without context and proof.</summary>
    /// <param name="post">A post of this node that may leave it.</param>
    /// <param name="author">Its author.</param>
    /// <param name="mentioned">Who is mentioned or addressed.</param>
    /// <param name="tags">Its hashtags.</param>
    /// <param name="address">This node.</param>
    public static Note Write(Post post, Actor author, IReadOnlyCollection<Actor> mentioned, IReadOnlyCollection<string> tags, NodeAddress address)
    {
        var (to, cc) = Audience(post, author, mentioned);
        var note = new Note
        {
            Id = WebId.Parse(post.Uri),
            AttributedTo = [ActivityObject.Reference(WebId.Parse(author.Uri))],
            Summary = post.Warning.Length > 0 ? System.Net.WebUtility.HtmlEncode(post.Warning) : null,
            Sensitive = post.Warning.Length > 0 ? true : null,
            Content = post.Content,
            Published = post.PublishedAt,
            Updated = post.EditedAt,
            Url = [new Link { Type = "Link", Href = post.Page, MediaType = "text/html" }],
            To = to,
            Cc = cc,
            AudienceIds = [.. mentioned.Where(actor => actor.Kind == ActorKind.Group).Select(actor => actor.Uri).Take(1)],
            Tag =
            [
                .. mentioned.Select(actor => Link.Mention(actor.Uri, actor.Address)),
                .. tags.Select(tag => Link.Hashtag(address.OfTag(tag), "#" + tag)),
            ],
        };
        if (post.ReplyToUri is { } answered && WebId.TryParse(answered, out var replied))
        {
            note = note with { InReplyTo = [ActivityObject.Reference(replied)] };
        }

        // Who may not read a post has no use for where its answers are.
        if (post.Visibility is PostVisibility.Public or PostVisibility.Unlisted)
        {
            note = note with { Replies = ActivityObject.Reference(WebId.Parse(address.OfReplies(post.Id))).As<Collection>() };
            note = WebId.TryParse(post.Context, out var conversation) ? note with { Context = ActivityObject.Reference(conversation) } : note;
        }

        return post.Language is { } language ? note with { ContentMap = [KeyValuePair.Create(language, post.Content)] } : note;
    }

    /// <summary>What is left of a post that was deleted.</summary>
    public static ActivityObject Tombstone(Post post) => new ActivityObject
    {
        Id = WebId.Parse(post.Uri),
        Type = "Tombstone",
        FormerType = post.Kind,
        Deleted = post.DeletedAt,
    };

    /// <summary>Whom a post is for.</summary>
    internal static (IReadOnlyList<string> To, IReadOnlyList<string> Cc) Audience(Post post, Actor author, IEnumerable<Actor> mentioned)
    {
        var people = mentioned.Select(actor => actor.Uri).ToArray();
        var followers = author.Followers!;
        return post.Visibility switch
        {
            PostVisibility.Public => ([ActivityStreams.Origins.Audience.Everybody], [followers, .. people]),
            PostVisibility.Unlisted => ([followers], [ActivityStreams.Origins.Audience.Everybody, .. people]),
            PostVisibility.Followers => ([followers], people),
            PostVisibility.Direct => (people, []),
            _ => throw new InvalidOperationException("It never leaves this node."),
        };
    }
}
