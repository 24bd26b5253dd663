namespace PostMoney.Core.Timelines.Feeds;

/// <summary>What is newest somewhere, for programs that look again and again.</summary>
/// <param name="Title">Plain text.</param>
/// <param name="About">Plain text; may be empty.</param>
/// <param name="Page">The path of the page that shows the same to people.</param>
/// <param name="Entries">The newest first.</param>
public sealed record Feed(string Title, string About, string Page, IReadOnlyList<FeedEntry> Entries)
{
    /// <summary>When something in it last changed; null where there is nothing.</summary>
    public DateTimeOffset? Updated => Entries.Count == 0 ? null : Entries.Max(entry => entry.Updated);
}

/// <summary>One thing in a feed.</summary>
/// <param name="Id">A URI that never changes, wherever the page is.</param>
/// <param name="Title">Plain text, of strangers too: encode it.</param>
/// <param name="Page">Its page: a path of this node, or an address elsewhere.</param>
/// <param name="Author">Plain text.</param>
/// <param name="Html">Clean HTML.</param>
/// <param name="Published">When it was first published.</param>
/// <param name="Updated">When it last changed.</param>
/// <param name="Photos">Photos of this node that go with it, in order.</param>
public sealed record FeedEntry(string Id, string Title, string Page, string Author, string Html, DateTimeOffset Published, DateTimeOffset Updated,
    IReadOnlyList<FeedPhoto> Photos);

/// <summary>A photo in a feed.</summary>
/// <param name="Path">Where it is, a path of this node.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Description">Plain text: encode it. Empty where nobody said.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record FeedPhoto(string Path, long Size, string Description, int Width, int Height);
