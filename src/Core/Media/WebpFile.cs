using System.Buffers.Binary;

namespace PostMoney.Core.Media;

/// <summary>The container of a WebP file (RFC 9649 §2). One that moves is no photo.</summary>
internal static class WebpFile
{
    private const byte IsMoving = 0x02;

    internal static ReadOnlySpan<byte> Signature => "RIFF"u8;

    internal static PhotoHeader? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 30 || !file[8..].StartsWith("WEBP"u8) || BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) + 8L > file.Length)
        {
            return null;
        }

        var kind = file.Slice(12, 4);
        var data = file[20..];
        if (kind.SequenceEqual("VP8X"u8))
        {
            return (data[0] & IsMoving) != 0 ? null : Of(1 + Three(data[4..]), 1 + Three(data[7..]));
        }

        if (kind.SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
            return data[0] == 0x2F ? Of(1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF)) : null;
        }

        return kind.SequenceEqual("VP8 "u8) && data[3..].StartsWith([(byte)0x9D, (byte)0x01, (byte)0x2A])
            ? Of(BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF)
            : null;
    }

    // It is there twice while it is decoded.
    private static PhotoHeader? Of(int width, int height) => PhotoHeader.Of(PhotoFormat.Webp, width, height, bytesOfPixel: 8);

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
