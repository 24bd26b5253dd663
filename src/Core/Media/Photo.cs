namespace PostMoney.Core.Media;

/// <summary>A photo of a post: what it shows in words, and how large it is. It is made anew from what its member sent, so that nothing of that file is kept.</summary>
public sealed class Photo
{
    /// <summary>Most photos of one post.</summary>
    public const int MostOfPost = 4;

    /// <summary>Most bytes of a file that is sent: 12 MiB.</summary>
    public const int MostBytes = 12 * 1024 * 1024;

    /// <summary>Most bytes of files that are sent together: 32 MiB.</summary>
    public const int MostBytesTogether = 32 * 1024 * 1024;

    /// <summary>Most bytes of all photos of a member, as they are kept: 100 MiB, which is some 300 photos.</summary>
    public const long MostBytesOfMember = 100 * 1024 * 1024;

    /// <summary>Most characters that say what it shows.</summary>
    public const int LongestDescription = 1_500;

    /// <summary>Pixels of its longer side, at most.</summary>
    public const int LongestSide = 1_920;

    /// <summary>Pixels of the longer side of the smaller one that lists show.</summary>
    public const int SmallSide = 640;

    /// <summary>What every photo is kept and served as.</summary>
    public const string MediaType = "image/webp";

    /// <summary>How large a picture is when its longer side is at most so long.</summary>
    public static (int Width, int Height) Within(int width, int height, int longest) => Math.Max(width, height) is var side && side <= longest
        ? (width, height)
        : (Math.Max(1, (int)((long)width * longest / side)), Math.Max(1, (int)((long)height * longest / side)));

    /// <summary>Its id; a photo never changes under its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>The post that it belongs to. Who may see the post may see it.</summary>
    public required Guid PostId { get; init; }

    /// <summary>Its place in the post: 1 to <see cref="MostOfPost"/>.</summary>
    public required int Position { get; init; }

    /// <summary>What it shows, for those who do not see it; empty where nobody said.</summary>
    public required string Description { get; set; }

    /// <summary>Pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Bytes of all its files.</summary>
    public required long Size { get; init; }
}

/// <summary>A photo in one of the sizes in which it is shown.</summary>
public sealed class PhotoFile
{
    /// <summary>The photo.</summary>
    public required Guid PhotoId { get; init; }

    /// <summary>Pixels.</summary>
    public required int Width { get; init; }

    /// <summary>WebP, without any metadata.</summary>
    public required byte[] Bytes { get; init; }
}
