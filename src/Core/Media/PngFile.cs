using System.Buffers.Binary;

namespace PostMoney.Core.Media;

/// <summary>The chunks of a PNG file (ISO/IEC 15948 §5), from the header to the end.</summary>
internal static class PngFile
{
    internal static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    internal static PhotoHeader? Read(ReadOnlySpan<byte> file)
    {
        PhotoHeader? header = null;
        for (var at = (long)Signature.Length; at + 12 <= file.Length;)
        {
            var chunk = file[(int)at..];
            var length = BinaryPrimitives.ReadUInt32BigEndian(chunk);
            if (at + 12 + length > file.Length)
            {
                return null;
            }

            var kind = chunk.Slice(4, 4);
            var isHeader = kind.SequenceEqual("IHDR"u8) && length == 13;
            if (isHeader != (header is null))
            {
                return null;
            }

            if (isHeader)
            {
                // Its rows are there twice while it is decoded.
                header = PhotoHeader.Of(PhotoFormat.Png, BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]), BinaryPrimitives.ReadUInt32BigEndian(chunk[12..]), bytesOfPixel: 8);
                if (header is null)
                {
                    return null;
                }
            }
            else if (kind.SequenceEqual("IEND"u8))
            {
                return header;
            }

            at += 12 + length;
        }

        return null;
    }

    /// <summary>The file without what is not needed to draw it: texts, times, profiles and their like never reach the decoder, which would unpack them.</summary>
    internal static byte[] OnlyPixels(ReadOnlySpan<byte> file)
    {
        using var kept = new MemoryStream(file.Length);
        kept.Write(Signature);
        for (var at = Signature.Length; at + 12 <= file.Length;)
        {
            var chunk = file.Slice(at, 12 + BinaryPrimitives.ReadInt32BigEndian(file[at..]));
            var kind = chunk.Slice(4, 4);
            if (kind.SequenceEqual("IHDR"u8) || kind.SequenceEqual("PLTE"u8) || kind.SequenceEqual("tRNS"u8) || kind.SequenceEqual("IDAT"u8))
            {
                kept.Write(chunk);
            }
            else if (kind.SequenceEqual("IEND"u8))
            {
                kept.Write(chunk);
                break;
            }

            at += chunk.Length;
        }

        return kept.ToArray();
    }
}
