using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace PostMoney.Fixtures;

/// <summary>Photos as cameras and others make them: red at the top left, green at the top right, blue at the bottom left, white at the bottom right.</summary>
public static class SamplePhotos
{
    /// <summary>What a camera writes into a file and what nobody else is to learn.</summary>
    public const string Secret = "CANARY-52.5163N-13.3777E";

    private const string Library = "libgd.so.3";

    /// <summary>A plain JPEG.</summary>
    public static byte[] Jpeg(int width = 64, int height = 48) => Drawn(width, height, picture => gdImageJpegPtr(picture, out var size, 90) is var memory ? (memory, size) : default);

    /// <summary>A progressive JPEG.</summary>
    public static byte[] ProgressiveJpeg(int width = 64, int height = 48) => Drawn(width, height, picture =>
    {
        gdImageInterlace(picture, 1);
        return gdImageJpegPtr(picture, out var size, 90) is var memory ? (memory, size) : default;
    });

    /// <summary>A WebP.</summary>
    public static byte[] Webp(int width = 64, int height = 48) => Drawn(width, height, picture => gdImageWebpPtr(picture, out var size) is var memory ? (memory, size) : default);

    /// <summary>A JPEG with what cameras add: how it was held, where it was, by which device, and a comment.</summary>
    public static byte[] FromACamera(int width = 64, int height = 48, ushort orientation = 1)
    {
        var plain = Jpeg(width, height);
        var exif = Exif(orientation);
        var xmp = Encoding.ASCII.GetBytes($"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'><place>{Secret}</place></x:xmpmeta>");
        return [.. plain[..2], .. Segment(0xE1, exif), .. Segment(0xE1, xmp), .. Segment(0xFE, Encoding.ASCII.GetBytes(Secret)), .. plain[2..]];
    }

    /// <summary>A PNG of one colour, whatever its size; what is in it is compressed well.</summary>
    /// <param name="width">Pixels that are there.</param>
    /// <param name="height">Pixels that are there.</param>
    /// <param name="alpha">How opaque: 0 to 255.</param>
    public static byte[] Png(int width, int height, byte alpha = 255)
    {
        using var rows = new MemoryStream();
        using (var zlib = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[1 + (width * 4)];
            for (var at = 1; at < row.Length; at += 4)
            {
                (row[at], row[at + 3]) = (255, alpha);
            }

            for (var y = 0; y < height; y++)
            {
                zlib.Write(row);
            }
        }

        return PngOf(width, height, rows.ToArray());
    }

    /// <summary>A PNG of some hundred bytes that says it is of another size.</summary>
    public static byte[] PngThatClaims(int width, int height) => PngOf(width, height, [0x78, 0x9C, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01]);

    /// <summary>A colour in a WebP, by its place in parts of its width and height, as red, green, blue; and how large it is.</summary>
    public static (int Red, int Green, int Blue, int Transparency) Colour(byte[] webp, double across, double down)
    {
        var picture = gdImageCreateFromWebpPtr(webp.Length, webp);
        var (width, height) = (Marshal.ReadInt32(picture, IntPtr.Size), Marshal.ReadInt32(picture, IntPtr.Size + 4));
        var pixel = gdImageGetTrueColorPixel(picture, (int)(width * across), (int)(height * down));
        gdImageDestroy(picture);
        return ((pixel >> 16) & 0xFF, (pixel >> 8) & 0xFF, pixel & 0xFF, (pixel >> 24) & 0x7F);
    }

    /// <summary>How large a WebP is.</summary>
    public static (int Width, int Height) SizeOf(byte[] webp)
    {
        var picture = gdImageCreateFromWebpPtr(webp.Length, webp);
        var size = (Marshal.ReadInt32(picture, IntPtr.Size), Marshal.ReadInt32(picture, IntPtr.Size + 4));
        gdImageDestroy(picture);
        return size;
    }

    private static byte[] Drawn(int width, int height, Func<nint, (nint Memory, int Size)> encode)
    {
        var picture = gdImageCreateTrueColor(width, height);
        var (right, bottom) = (width / 2, height / 2);
        gdImageFilledRectangle(picture, 0, 0, right - 1, bottom - 1, 0xFF0000);
        gdImageFilledRectangle(picture, right, 0, width - 1, bottom - 1, 0x00FF00);
        gdImageFilledRectangle(picture, 0, bottom, right - 1, height - 1, 0x0000FF);
        gdImageFilledRectangle(picture, right, bottom, width - 1, height - 1, 0xFFFFFF);
        var (memory, size) = encode(picture);
        var file = new byte[size];
        Marshal.Copy(memory, file, 0, size);
        gdFree(memory);
        gdImageDestroy(picture);
        return file;
    }

    // A directory with orientation, maker and a pointer to another with GPS version and latitude; the maker's name is the secret.
    private static byte[] Exif(ushort orientation)
    {
        var text = Encoding.ASCII.GetBytes(Secret + "\0");
        const int Entries = 3;
        const int AfterFirst = 8 + 2 + (Entries * 12) + 4;
        var tiff = new byte[AfterFirst + text.Length + 2 + 12 + 4];
        "MM\0*"u8.CopyTo(tiff);
        BinaryPrimitives.WriteUInt32BigEndian(tiff.AsSpan(4), 8);
        BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(8), Entries);
        Entry(tiff, 10, 0x010F, 2, text.Length, AfterFirst);
        Entry(tiff, 22, 0x0112, 3, 1, orientation << 16);
        Entry(tiff, 34, 0x8825, 4, 1, AfterFirst + text.Length);
        text.CopyTo(tiff, AfterFirst);
        BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(AfterFirst + text.Length), 1);
        Entry(tiff, AfterFirst + text.Length + 2, 0x0001, 2, 2, 'N' << 24);
        return [.. "Exif\0\0"u8, .. tiff];
    }

    private static void Entry(byte[] tiff, int at, ushort tag, ushort type, int count, int value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(at), tag);
        BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(at + 2), type);
        BinaryPrimitives.WriteInt32BigEndian(tiff.AsSpan(at + 4), count);
        BinaryPrimitives.WriteInt32BigEndian(tiff.AsSpan(at + 8), value);
    }

    private static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    private static byte[] PngOf(int width, int height, byte[] rows)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 6);
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("tEXt", Encoding.ASCII.GetBytes("Comment\0" + Secret)), .. Chunk("IDAT", rows), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string kind, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(kind), .. data];
        var chunk = new byte[8 + named.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(4 + named.Length), Crc32(named));
        return chunk;
    }

    // ISO/IEC 15948, annex D.
    private static uint Crc32(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
            }
        }

        return ~crc;
    }

#pragma warning disable SYSLIB1054 // Test data need no generated stubs.
    [DllImport(Library)]
    private static extern nint gdImageCreateTrueColor(int width, int height);

    [DllImport(Library)]
    private static extern void gdImageFilledRectangle(nint picture, int left, int top, int right, int bottom, int colour);

    [DllImport(Library)]
    private static extern void gdImageInterlace(nint picture, int isInterlaced);

    [DllImport(Library)]
    private static extern nint gdImageJpegPtr(nint picture, out int size, int quality);

    [DllImport(Library)]
    private static extern nint gdImageWebpPtr(nint picture, out int size);

    [DllImport(Library)]
    private static extern nint gdImageCreateFromWebpPtr(int size, byte[] file);

    [DllImport(Library)]
    private static extern int gdImageGetTrueColorPixel(nint picture, int x, int y);

    [DllImport(Library)]
    private static extern void gdFree(nint memory);

    [DllImport(Library)]
    private static extern void gdImageDestroy(nint picture);
#pragma warning restore SYSLIB1054
}
