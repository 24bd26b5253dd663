namespace PostMoney.Core.Media;

/// <summary>What a file says it is, read without decoding it: the door at which everything is turned away that is no whole photo, or too large a one.</summary>
/// <param name="Format">Its format, by its bytes; names and declared types count for nothing.</param>
/// <param name="Width">Pixels, as they are stored.</param>
/// <param name="Height">Pixels, as they are stored.</param>
/// <param name="Orientation">How it is turned to be shown: 1 to 8 (Exif 2.32, tag 0x0112).</param>
/// <param name="BytesOfPixel">Bytes of memory that decoding takes for each pixel.</param>
internal sealed record PhotoHeader(PhotoFormat Format, int Width, int Height, int Orientation, int BytesOfPixel)
{
    /// <summary>Most bytes of memory that decoding may take: 128 MiB. That is a plain JPEG of 33 million pixels, or another file of 13 to 16 million.</summary>
    private const long MostMemory = 128 * 1024 * 1024;

    /// <summary>Whether decoding it is too much (security case W-05).</summary>
    internal bool IsTooMuch => (long)Width * Height > MostMemory / BytesOfPixel;

    /// <summary>Reads it; null where it is none of the formats, or not whole.</summary>
    internal static PhotoHeader? Read(ReadOnlySpan<byte> file) =>
        file.StartsWith(JpegFile.Signature) ? JpegFile.Read(file)
        : file.StartsWith(PngFile.Signature) ? PngFile.Read(file)
        : file.StartsWith(WebpFile.Signature) ? WebpFile.Read(file)
        : null;

    /// <summary>One of the formats; null where it has no pixels.</summary>
    internal static PhotoHeader? Of(PhotoFormat format, long width, long height, int bytesOfPixel, int orientation = 1) =>
        width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue
            ? new PhotoHeader(format, (int)width, (int)height, orientation, bytesOfPixel)
            : null;
}

/// <summary>What photos come as.</summary>
internal enum PhotoFormat
{
    /// <summary>ITU T.81.</summary>
    Jpeg,

    /// <summary>ISO/IEC 15948.</summary>
    Png,

    /// <summary>RFC 9649.</summary>
    Webp,
}
