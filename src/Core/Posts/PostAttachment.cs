namespace PostMoney.Core.Posts;

/// <summary>Something that a post from elsewhere has with it. It lies where it was published: this node keeps where that is and what it shows, and fetches nothing.</summary>
public sealed class PostAttachment
{
    /// <summary>Most that are kept of one post.</summary>
    public const int Most = 16;

    /// <summary>The post.</summary>
    public required Guid PostId { get; init; }

    /// <summary>Its place: 1, 2, 3 …</summary>
    public required int Position { get; init; }

    /// <summary>What it is.</summary>
    public required AttachmentKind Kind { get; init; }

    /// <summary>Where it is: an https address.</summary>
    public required string Address { get; init; }

    /// <summary>What it shows, for those who do not see it: plain text of strangers; may be empty.</summary>
    public required string Name { get; init; }
}

/// <summary>What goes with a post.</summary>
public enum AttachmentKind
{
    /// <summary>A picture.</summary>
    Picture,

    /// <summary>A film.</summary>
    Video,

    /// <summary>Music or speech.</summary>
    Sound,

    /// <summary>Anything else.</summary>
    File,
}
