using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Actors;
using PostMoney.Core.Media;
using Actor = PostMoney.Core.Actors.Actor;

namespace PostMoney.Core.Posts;

/// <summary>Writes a post of this node as other servers read it.</summary>
/// <remarks>ActivityPub §6.2; Activity Vocabulary <c>Note</c>. The audience is written as Mastodon reads it: public in <c>to</c>, unlisted in <c>cc</c>; a group that is named stands in <c>audience</c>, too (FEP-1b12).</remarks>
public static class NoteDocument
{
    /// <summary>The document, without context and proof.</summary>
    /// <param name="post">A post of this node that may leave it.</param>
    /// <param name="author">Its author.</param>
    /// <param name="parts">What belongs to it.</param>
    /// <param name="address">This node.</param>
    public static Note Write(Post post, Actor author, PostParts parts, NodeAddress address)
    {
        var (to, cc) = Audience(post, author, parts.Mentioned);
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
            AudienceIds = [.. parts.Mentioned.Where(actor => actor.Kind == ActorKind.Group).Select(actor => actor.Uri).Take(1)],
            Tag =
            [
                .. parts.Mentioned.Select(actor => Link.Mention(actor.Uri, actor.Address)),
                .. parts.Tags.Select(tag => Link.Hashtag(address.OfTag(tag), "#" + tag)),
            ],
            Attachment = [.. parts.Photos.Select(photo => Picture(photo, address))],
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

    private static Attachment Picture(Photo photo, NodeAddress address) => new()
    {
        Type = "Image",
        MediaType = Photo.MediaType,
        Url = [ActivityObject.Reference(WebId.Parse(address.OfPhoto(photo.Id))).As<Link>()],
        Name = photo.Description.Length > 0 ? photo.Description : null,
        Width = photo.Width,
        Height = photo.Height,
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

/// <summary>What belongs to a post of this node and is written into its document.</summary>
/// <param name="Mentioned">Who is mentioned or addressed.</param>
/// <param name="Tags">Its hashtags.</param>
/// <param name="Photos">Its photos, in order.</param>
public sealed record PostParts(IReadOnlyCollection<Actor> Mentioned, IReadOnlyCollection<string> Tags, IReadOnlyList<Photo> Photos);
