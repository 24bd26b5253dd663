using System.Buffers.Binary;

namespace PostMoney.Core.Media;

/// <summary>How a camera was held. It is all that is read of what a camera writes into its files, and is applied to the pixels, since all of that goes.</summary>
/// <remarks>Exif 2.32 §4.6.4, tag 0x0112 of the first directory; TIFF 6.0 for its form.</remarks>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;

    private const ushort Short = 3;

    private const int LengthOfEntry = 12;

    /// <summary>1 to 8; null where the segment is of another kind, says nothing, or is broken.</summary>
    internal static int? Find(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith("Exif\0\0"u8) || segment.Length < 14)
        {
            return null;
        }

        var tiff = segment[6..];
        var isLittle = tiff.StartsWith("II"u8);
        if (!isLittle && !tiff.StartsWith("MM"u8))
        {
            return null;
        }

        var directory = (long)(isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]));
        if (directory + 2 > tiff.Length)
        {
            return null;
        }

        var entries = Number(tiff[(int)directory..], isLittle);
        for (var entry = 0; entry < entries; entry++)
        {
            var at = directory + 2 + (entry * LengthOfEntry);
            if (at + LengthOfEntry > tiff.Length)
            {
                return null;
            }

            var bytes = tiff.Slice((int)at, LengthOfEntry);
            if (Number(bytes, isLittle) == Tag)
            {
                return Number(bytes[2..], isLittle) == Short && Number(bytes[8..], isLittle) is >= 1 and <= 8 and var found ? found : null;
            }
        }

        return null;
    }

    private static ushort Number(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
