using PostMoney.Core.Actors;
using PostMoney.Core.Media;
using PostMoney.Core.Posts;

namespace PostMoney.Core.Timelines;

/// <summary>A post in a list, with what the viewer may do with it.</summary>
public sealed record PostCard
{
    /// <summary>The post.</summary>
    public required Guid Id { get; init; }

    /// <summary>By what it stands in its list: its own id, or that of whoever passed it on.</summary>
    public required Guid EntryId { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string AuthorName { get; init; }

    /// <summary>How people write them: <c>@chen@p.test</c>.</summary>
    public required string AuthorAddress { get; init; }

    /// <summary>Whether they are of this node.</summary>
    public required bool IsLocal { get; init; }

    /// <summary>Who passed it on, where that is why it is here.</summary>
    public string? BoostedBy { get; init; }

    /// <summary>Its type on the wire.</summary>
    public required string Kind { get; init; }

    /// <summary>Its title; empty for a note.</summary>
    public required string Title { get; init; }

    /// <summary>What is said before it is opened.</summary>
    public required string Warning { get; init; }

    /// <summary>Clean HTML.</summary>
    public required string Content { get; init; }

    /// <summary>Its photos, in order; none where it is from elsewhere.</summary>
    public IReadOnlyList<PhotoOnCard> Photos { get; init; } = [];

    /// <summary>What a post from elsewhere has with it.</summary>
    public IReadOnlyList<FileOnCard> Files { get; init; } = [];

    /// <summary>Its language, or null.</summary>
    public string? Language { get; init; }

    /// <summary>Who may see it.</summary>
    public required PostVisibility Visibility { get; init; }

    /// <summary>The group that it is for.</summary>
    public string? GroupTitle { get; init; }

    /// <summary>The page at its author's node.</summary>
    public required string Page { get; init; }

    /// <summary>Whether it answers something.</summary>
    public required bool IsAnswer { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>Answers that are known here.</summary>
    public required int Answers { get; init; }

    /// <summary>Likes that are known here.</summary>
    public required int Likes { get; init; }

    /// <summary>Emoji that it was answered with, as far as is known here: the most frequent first.</summary>
    public required IReadOnlyList<EmojiCount> Emoji { get; init; }

    /// <summary>How often it was passed on, as far as is known here.</summary>
    public required int Boosts { get; init; }

    /// <summary>Whether the viewer likes it.</summary>
    public required bool ILike { get; init; }

    /// <summary>Whether the viewer has passed it on.</summary>
    public required bool IBoosted { get; init; }

    /// <summary>Whether the viewer keeps it.</summary>
    public required bool IKeep { get; init; }

    /// <summary>Whether its author has put it first on their page.</summary>
    public required bool IsPinned { get; init; }

    /// <summary>Whether it is the viewer's.</summary>
    public required bool IsMine { get; init; }

    /// <summary>Whether it may be passed on.</summary>
    public bool CanBoost => Visibility is PostVisibility.Public or PostVisibility.Unlisted;
}

/// <summary>How often an emoji was the answer.</summary>
public sealed record EmojiCount(string Emoji, int Count);

/// <summary>A photo of a post.</summary>
/// <param name="Id">By which its address is made.</param>
/// <param name="Position">Its place in the post.</param>
/// <param name="Description">What it shows; empty where nobody said.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record PhotoOnCard(Guid Id, int Position, string Description, int Width, int Height)
{
    /// <summary>Where it is.</summary>
    public string Path => NodeAddress.PathOfPhoto(Id);

    /// <summary>Where the smaller one is.</summary>
    public string SmallPath => Path + "/small";

    /// <summary>Pixels of the smaller one.</summary>
    public int SmallWidth => Photo.Within(Width, Height, Photo.SmallSide).Width;

    /// <summary>Pixels of the smaller one.</summary>
    public int SmallHeight => Photo.Within(Width, Height, Photo.SmallSide).Height;

    /// <summary>Both, for a browser to choose from (HTML, <c>srcset</c>).</summary>
    public string Sources => SmallWidth == Width ? $"{Path} {Width}w" : $"{SmallPath} {SmallWidth}w, {Path} {Width}w";
}

/// <summary>Something that a post from elsewhere has with it: a link, since nothing of it is here.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Host">Whose server that is.</param>
/// <param name="Name">What it shows: plain text of strangers; may be empty.</param>
public sealed record FileOnCard(AttachmentKind Kind, string Address, string Host, string Name);

/// <summary>A page of posts.</summary>
/// <param name="Cards">The posts.</param>
/// <param name="Before">Where the next page goes on, or null at the end.</param>
public sealed record PostPage(IReadOnlyList<PostCard> Cards, Guid? Before);
