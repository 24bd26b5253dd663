using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Federation.Documents;
using PostMoney.Core.Media;

namespace PostMoney.Core.Posts;

/// <summary>What somebody elsewhere has put with their post: pictures, films, sounds, other files and links.</summary>
/// <remarks>
/// Activity Vocabulary <c>attachment</c> and <c>image</c>; of an <c>Image</c>, <c>Video</c> or <c>Audio</c> also its own <c>url</c>. Only https
/// addresses without a name or password in them are kept (security case W-06).
/// </remarks>
internal static class ReadAttachments
{
    private const int LongestAddress = 2_048;

    /// <summary>Those of a post, each address once.</summary>
    internal static List<ReadAttachment> Of(Note note) => [.. note.Attachment.Concat(note.Image).Concat(ItsOwn(note))
        .Where(file => !file.Is("PropertyValue"))
        .Select(file => Read(file.As<Attachment>()))
        .OfType<ReadAttachment>()
        .DistinctBy(file => file.Address)
        .Take(PostAttachment.Most)];

    // Where it is shown is its page, of which its author's server says that it is text.
    private static IEnumerable<ActivityObject> ItsOwn(Note note) => note.Type is "Image" or "Video" or "Audio"
        ? note.Url.Where(link => KindOf(link.MediaType, type: null) is not AttachmentKind.File)
        : [];

    private static ReadAttachment? Read(Attachment file)
    {
        var address = file.Address;
        return address is { Length: <= LongestAddress } && Uri.TryCreate(address, UriKind.Absolute, out var read)
            && read.Scheme == Uri.UriSchemeHttps && read.UserInfo.Length == 0
                ? new ReadAttachment(KindOf(file.MediaType ?? MediaTypeOf(file), file.Type), read.AbsoluteUri, PlainText.Cut(CleanHtml.TextOf(file.Name ?? file.Summary ?? ""), Photo.LongestDescription))
                : null;
    }

    private static string? MediaTypeOf(Attachment file) => file.IsReference ? null : file.Url.Select(link => link.MediaType).FirstOrDefault(type => type is not null);

    private static AttachmentKind KindOf(string? mediaType, string? type) =>
        Starts(mediaType, "image/") ? AttachmentKind.Picture
        : Starts(mediaType, "video/") ? AttachmentKind.Video
        : Starts(mediaType, "audio/") ? AttachmentKind.Sound
        : mediaType is not null ? AttachmentKind.File
        : type switch { "Image" => AttachmentKind.Picture, "Video" => AttachmentKind.Video, "Audio" => AttachmentKind.Sound, _ => AttachmentKind.File };

    private static bool Starts(string? mediaType, string start) => mediaType?.StartsWith(start, StringComparison.OrdinalIgnoreCase) == true;
}

/// <summary>Something that goes with a post from elsewhere.</summary>
internal sealed record ReadAttachment(AttachmentKind Kind, string Address, string Name)
{
    /// <summary>As it is kept.</summary>
    internal PostAttachment Of(Guid postId, int index) => new() { PostId = postId, Position = index + 1, Kind = Kind, Address = Address, Name = Name };
}
