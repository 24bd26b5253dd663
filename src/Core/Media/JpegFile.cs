using System.Buffers.Binary;

namespace PostMoney.Core.Media;

/// <summary>The segments of a JPEG file (ITU T.81, annex B), from the first to the end of the picture. What follows it is not looked at, and goes.</summary>
internal static class JpegFile
{
    /// <summary>
    /// Most scans. Cameras and editors write 10; each costs a walk over all coefficients however short it is, so that a small file of many
    /// of them is a bomb of time.
    /// </summary>
    private const int MostScans = 64;

    private const byte EndOfImage = 0xD9;

    private const byte StartOfScan = 0xDA;

    private const byte Exif = 0xE1;

    internal static ReadOnlySpan<byte> Signature => [0xFF, 0xD8, 0xFF];

    internal static PhotoHeader? Read(ReadOnlySpan<byte> file)
    {
        var (width, height, orientation, scans, at) = (0, 0, 1, 0, 2);
        var isProgressive = false;
        while (NextMarker(file, ref at) is { } marker)
        {
            if (marker == EndOfImage)
            {
                // All coefficients wait in memory where they come in several rounds.
                return scans == 0 ? null : PhotoHeader.Of(PhotoFormat.Jpeg, width, height, isProgressive || scans > 1 ? 10 : 4, orientation);
            }

            if (IsAlone(marker))
            {
                continue;
            }

            if (LengthOfSegment(file, at) is not { } length || (marker == StartOfScan && ++scans > MostScans))
            {
                return null;
            }

            var segment = file[(at + 2)..(at + length)];
            if (IsFrame(marker))
            {
                // Baseline, extended and progressive, each by Huffman's code: the others are not met in photos. One frame, 8 bits.
                if (marker > 0xC2 || width > 0 || segment.Length < 6 || segment[0] != 8)
                {
                    return null;
                }

                (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(segment[1..]), BinaryPrimitives.ReadUInt16BigEndian(segment[3..]));
                isProgressive = marker == 0xC2;
            }
            else if (marker == Exif && ExifOrientation.Find(segment) is { } found)
            {
                orientation = found;
            }

            at += length;
            if (marker == StartOfScan)
            {
                at = AfterScan(file, at);
            }
        }

        return null;
    }

    private static byte? NextMarker(ReadOnlySpan<byte> file, ref int at)
    {
        var found = at < file.Length ? file[at..].IndexOf((byte)0xFF) : -1;
        if (found < 0)
        {
            return null;
        }

        at += found;
        while (at < file.Length && file[at] == 0xFF)
        {
            at++;
        }

        return at < file.Length ? file[at++] : null;
    }

    private static int? LengthOfSegment(ReadOnlySpan<byte> file, int at) =>
        at + 2 <= file.Length && BinaryPrimitives.ReadUInt16BigEndian(file[at..]) is >= 2 and var length && at + length <= file.Length
            ? length
            : null;

    // Entropy-coded data: a byte of ones is followed by zero there, or begins a restart marker.
    private static int AfterScan(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length && file[at..].IndexOf((byte)0xFF) is >= 0 and var found)
        {
            at += found;
            if (at + 1 < file.Length && file[at + 1] is not 0 and not (>= 0xD0 and <= 0xD7))
            {
                return at;
            }

            at += 2;
        }

        return file.Length;
    }

    private static bool IsAlone(byte marker) => marker is 0 or 1 or (>= 0xD0 and <= 0xD8);

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC;
}
