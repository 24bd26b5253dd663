namespace PostMoney.Core.Posts;

/// <summary>What somebody says: here, or as it came from elsewhere.</summary>
public sealed class Post
{
    /// <summary>Most characters that a member may write.</summary>
    public const int LongestText = 5_000;

    /// <summary>Most characters of a warning.</summary>
    public const int LongestWarning = 200;

    /// <summary>Most versions that are kept, the first and the newest among them.</summary>
    public const int MostVersions = 50;

    /// <summary>Its id here; ids are in the order in which posts became known.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its id everywhere.</summary>
    public required string Uri { get; init; }

    /// <summary>Whose it is: an actor.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>Its type on the wire, such as <c>Note</c>, <c>Article</c> or <c>Event</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its title; empty for a note.</summary>
    public string Title { get; set; } = "";

    /// <summary>What is said before it is opened; empty where nothing is.</summary>
    public required string Warning { get; set; }

    /// <summary>What it says: clean HTML.</summary>
    public required string Content { get; set; }

    /// <summary>What a member of this node wrote; null for posts from elsewhere.</summary>
    public string? Source { get; set; }

    /// <summary>Its language, a tag of RFC 5646; null where nobody said.</summary>
    public string? Language { get; set; }

    /// <summary>Who may see it.</summary>
    public required PostVisibility Visibility { get; init; }

    /// <summary>The group that it is for.</summary>
    public Guid? GroupId { get; init; }

    /// <summary>The need or offer of this node that it is about: what is asked and answered before somebody applies.</summary>
    public Guid? ItemId { get; init; }

    /// <summary>What it answers.</summary>
    public string? ReplyToUri { get; init; }

    /// <summary>The same, where it is known here.</summary>
    public Guid? ReplyToId { get; set; }

    /// <summary>The first post of its conversation, as far as it is known here.</summary>
    public required Guid ThreadId { get; set; }

    /// <summary>The conversation that it says it is part of, by the id that its first author's server gives (FEP-7888); null where it says nothing.</summary>
    public string? Context { get; init; }

    /// <summary>The page that people see.</summary>
    public required string Page { get; init; }

    /// <summary>1, 2, 3 …</summary>
    public int Version { get; set; } = 1;

    /// <summary>Whether its author is of this node.</summary>
    public required bool IsLocal { get; init; }

    /// <summary>When its author says it was published; never later than it was received.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When it became known here.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? EditedAt { get; set; }

    /// <summary>When it was deleted. What it said is gone then.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>Empties it; what is left says that there was something.</summary>
    internal void Delete(DateTimeOffset at) =>
        (DeletedAt, Title, Warning, Content, Source) = (at, "", "", "", Source is null ? null : "");

    /// <summary>Says something else; what it said before is kept as a version.</summary>
    /// <returns>What it said before.</returns>
    internal PostVersion Change(string warning, string content, string? source, DateTimeOffset at)
    {
        var before = new PostVersion { PostId = Id, Version = Version, Warning = Warning, Content = Content, At = EditedAt ?? PublishedAt };
        (Warning, Content, Source, EditedAt) = (warning, content, source ?? Source, at);
        Version++;
        return before;
    }
}

/// <summary>Who may see a post.</summary>
public enum PostVisibility
{
    /// <summary>Everybody.</summary>
    Public,

    /// <summary>Everybody who comes upon it; it is on no public timeline.</summary>
    Unlisted,

    /// <summary>Those who follow its author.</summary>
    Followers,

    /// <summary>Members of this node; it never leaves it.</summary>
    Node,

    /// <summary>Members of one group; it never leaves the node.</summary>
    Group,

    /// <summary>Those who are mentioned.</summary>
    Direct,
}

/// <summary>What a post said before it was changed.</summary>
public sealed class PostVersion
{
    /// <summary>The post.</summary>
    public required Guid PostId { get; init; }

    /// <summary>1, 2, 3 …</summary>
    public required int Version { get; init; }

    /// <summary>The warning before it.</summary>
    public required string Warning { get; init; }

    /// <summary>What it said.</summary>
    public required string Content { get; init; }

    /// <summary>Since when it said that.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Somebody who is mentioned in a post, or whom alone it is for.</summary>
public sealed class PostReader
{
    /// <summary>The post.</summary>
    public required Guid PostId { get; init; }

    /// <summary>Who.</summary>
    public required Guid ActorId { get; init; }
}

/// <summary>A hashtag of a post.</summary>
public sealed class PostTag
{
    /// <summary>The tag in lower case, without its sign.</summary>
    public required string Tag { get; init; }

    /// <summary>The post.</summary>
    public required Guid PostId { get; init; }
}

/// <summary>Somebody likes a post, passes it on, or answers it with an emoji.</summary>
public sealed class Reaction
{
    /// <summary>Most emoji of one person to one post.</summary>
    public const int MostEmoji = 5;

    /// <summary>Its id; in the order in which reactions became known.</summary>
    public required Guid Id { get; init; }

    /// <summary>The post.</summary>
    public required Guid PostId { get; init; }

    /// <summary>Who.</summary>
    public required Guid ActorId { get; init; }

    /// <summary>What.</summary>
    public required ReactionKind Kind { get; init; }

    /// <summary>The emoji; empty for other kinds.</summary>
    public string Emoji { get; init; } = "";

    /// <summary>The activity's id, by which it is undone.</summary>
    public required string ActivityUri { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>What somebody does with a post.</summary>
public enum ReactionKind
{
    /// <summary>Likes it.</summary>
    Like,

    /// <summary>Passes it on to those who follow them.</summary>
    Boost,

    /// <summary>Answers it with an emoji.</summary>
    Emoji,
}

/// <summary>A member keeps a post for later; nobody else learns of it.</summary>
public sealed class Bookmark
{
    /// <summary>Who.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>The post.</summary>
    public required Guid PostId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
