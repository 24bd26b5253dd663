using System.Runtime.InteropServices;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Media;

/// <summary>Makes a photo anew from a file of somebody's: its pixels, turned as they are to be seen and no larger than they are shown, and nothing else of it.</summary>
/// <remarks>
/// Security case W-05. Where it was taken, when and by which device, a preview that shows what was cut away, and whatever else a file carries
/// are not in what comes of it. One file is read at a time, so that a small machine has memory for it.
/// </remarks>
public sealed class ReadPhoto : IDisposable
{
    private const int Quality = 80;

    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Reads it.</summary>
    internal async Task<Result<CleanPhoto>> ExecuteAsync(Stream file, CancellationToken ct)
    {
        if (!Gd.IsInstalled)
        {
            return PhotoRefusals.NotHere;
        }

        await _one.WaitAsync(ct);
        try
        {
            if (await BytesAsync(file, ct) is not { } bytes)
            {
                return PhotoRefusals.TooLarge;
            }

            return PhotoHeader.Read(bytes) is not { } header ? PhotoRefusals.Unreadable
                : header.IsTooMuch ? PhotoRefusals.TooManyPixels
                : await Task.Run(() => Make(bytes, header), ct) is { } photo ? photo
                : PhotoRefusals.Unreadable;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    private static async Task<byte[]?> BytesAsync(Stream file, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        while (await file.ReadAsync(buffer, ct) is > 0 and var read)
        {
            if (bytes.Length + read > Photo.MostBytes)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    private static CleanPhoto? Make(byte[] bytes, PhotoHeader header)
    {
        using var scaled = Decode(bytes, header);
        if (scaled is null)
        {
            return null;
        }

        using var turned = Turn(scaled, header.Orientation);
        var picture = turned ?? scaled;
        var files = new List<(int Width, byte[] Bytes)> { (picture.Width, Encode(picture)) };
        if (Math.Max(picture.Width, picture.Height) > Photo.SmallSide)
        {
            using var small = Scale(picture, Photo.SmallSide);
            files.Add((small.Width, Encode(small)));
        }

        return new CleanPhoto(picture.Width, picture.Height, files);
    }

    // The large one is let go of as soon as there is a smaller one.
    private static GdPicture? Decode(byte[] bytes, PhotoHeader header)
    {
        using var picture = header.Format switch
        {
            PhotoFormat.Jpeg => Gd.gdImageCreateFromJpegPtrEx(bytes.Length, bytes, ignoreWarnings: 1),
            PhotoFormat.Png => FromPng(PngFile.OnlyPixels(bytes)),
            _ => Gd.gdImageCreateFromWebpPtr(bytes.Length, bytes),
        };
        return picture.IsInvalid || (picture.Width, picture.Height) != (header.Width, header.Height) ? null : Scale(picture, Photo.LongestSide);
    }

    private static GdPicture FromPng(byte[] bytes) => Gd.gdImageCreateFromPngPtr(bytes.Length, bytes);

    private static GdPicture Scale(GdPicture picture, int longest)
    {
        var (width, height) = Photo.Within(picture.Width, picture.Height, longest);
        var scaled = Gd.gdImageCreateTrueColor(width, height);
        Gd.gdImageAlphaBlending(scaled, 0);
        Gd.gdImageSaveAlpha(scaled, 1);
        Gd.gdImageCopyResampled(scaled, picture, 0, 0, 0, 0, width, height, picture.Width, picture.Height);
        return scaled;
    }

    // Null where it stands as it is to be seen. Angles are against the clock.
    private static GdPicture? Turn(GdPicture picture, int orientation)
    {
        var angle = orientation switch { 3 or 4 => 180, 5 or 6 => 270, 7 or 8 => 90, _ => 0 };
        var turned = angle == 0 ? null : Gd.gdImageRotateInterpolated(picture, angle, background: 0);
        if (orientation is 2 or 4 or 5 or 7)
        {
            Gd.gdImageFlipHorizontal(turned ?? picture);
        }

        return turned;
    }

    private static byte[] Encode(GdPicture picture)
    {
        Gd.gdImageSaveAlpha(picture, 1);
        var memory = Gd.gdImageWebpPtrEx(picture, out var size, Quality);
        if (memory == 0)
        {
            throw new InvalidOperationException("libgd could not encode a picture.");
        }

        try
        {
            var bytes = new byte[size];
            Marshal.Copy(memory, bytes, 0, size);
            return bytes;
        }
        finally
        {
            Gd.gdFree(memory);
        }
    }
}

/// <summary>A photo that was made anew.</summary>
/// <param name="Width">Pixels of the largest.</param>
/// <param name="Height">Pixels of the largest.</param>
/// <param name="Files">It in each size, WebP.</param>
internal sealed record CleanPhoto(int Width, int Height, IReadOnlyList<(int Width, byte[] Bytes)> Files)
{
    internal long Size => Files.Sum(file => (long)file.Bytes.Length);
}
