using PostMoney.Core.Foundation;

namespace PostMoney.Core.Media;

/// <summary>Why a photo was not taken.</summary>
public static class PhotoRefusals
{
    /// <summary>It is none of the kinds that are read, or not whole.</summary>
    public static Refusal Unreadable { get; } = new(
        RefusalKind.Invalid, "photo.unreadable", "This is not a photo that can be read whole. Choose a JPEG, PNG or WebP file.");

    /// <summary>The file is too large.</summary>
    public static Refusal TooLarge { get; } = new(
        RefusalKind.Invalid, "photo.too-large", $"Choose a photo of at most {Photo.MostBytes / (1024 * 1024)} MB.");

    /// <summary>Reading it would take too much memory.</summary>
    public static Refusal TooManyPixels { get; } = new(
        RefusalKind.Invalid, "photo.too-many-pixels", "This photo has too many pixels. Make it smaller first.");

    /// <summary>What it shows is said at too great length.</summary>
    public static Refusal Description { get; } = new(
        RefusalKind.Invalid, "photo.description", $"Say what it shows in at most {Photo.LongestDescription} characters.");

    /// <summary>Something is described, and nothing is there.</summary>
    public static Refusal Missing { get; } = new(
        RefusalKind.Invalid, "photo.missing", "Choose the photo, or take its description away.");

    /// <summary>There are more than a post has.</summary>
    public static Refusal TooMany { get; } = new(
        RefusalKind.Invalid, "photo.too-many", $"A post has up to {Photo.MostOfPost} photos.", "Photo1");

    /// <summary>The member has as many as each may have.</summary>
    public static Refusal NoRoom { get; } = new(
        RefusalKind.Conflict, "photo.no-room",
        $"Your photos take up the {Photo.MostBytesOfMember / (1024 * 1024)} MB that each member has. Delete posts with photos that nobody needs any longer.", "Photo1");

    /// <summary>The library that reads photos is not installed.</summary>
    public static Refusal NotHere { get; } = new(
        RefusalKind.Conflict, "photo.not-here", "This server cannot take photos yet. Publish without them, and tell the stewards.", "Photo1");
}
