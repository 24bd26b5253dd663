using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PostMoney.Core.Media;

/// <summary>The only door to libgd, which decodes and encodes pictures. What may be decoded at all is decided before, by <see cref="PhotoHeader"/>.</summary>
/// <remarks>libgd 2.3 or later (its binary interface 3), with JPEG, PNG and WebP. Functions on different pictures are thread-safe.</remarks>
internal static partial class Gd
{
    private const string Library = "gd";

    private static readonly nint _handle = Load();

    /// <summary>Whether it is installed.</summary>
    internal static bool IsInstalled => _handle != 0;

    [LibraryImport(Library)]
    internal static partial GdPicture gdImageCreateFromJpegPtrEx(int size, ReadOnlySpan<byte> file, int ignoreWarnings);

    [LibraryImport(Library)]
    internal static partial GdPicture gdImageCreateFromPngPtr(int size, ReadOnlySpan<byte> file);

    [LibraryImport(Library)]
    internal static partial GdPicture gdImageCreateFromWebpPtr(int size, ReadOnlySpan<byte> file);

    [LibraryImport(Library)]
    internal static partial GdPicture gdImageCreateTrueColor(int width, int height);

    [LibraryImport(Library)]
    internal static partial void gdImageAlphaBlending(GdPicture picture, int blending);

    [LibraryImport(Library)]
    internal static partial void gdImageSaveAlpha(GdPicture picture, int save);

    [LibraryImport(Library)]
    internal static partial void gdImageCopyResampled(
        GdPicture target, GdPicture source, int targetX, int targetY, int sourceX, int sourceY,
        int targetWidth, int targetHeight, int sourceWidth, int sourceHeight);

    [LibraryImport(Library)]
    internal static partial GdPicture gdImageRotateInterpolated(GdPicture picture, float angle, int background);

    [LibraryImport(Library)]
    internal static partial void gdImageFlipHorizontal(GdPicture picture);

    [LibraryImport(Library)]
    internal static partial void gdImageFlipVertical(GdPicture picture);

    [LibraryImport(Library)]
    internal static partial nint gdImageWebpPtrEx(GdPicture picture, out int size, int quality);

    [LibraryImport(Library)]
    internal static partial void gdFree(nint memory);

    [LibraryImport(Library)]
    internal static partial void gdImageDestroy(nint picture);

    [LibraryImport(Library)]
    private static unsafe partial void gdSetErrorMethod(delegate* unmanaged[Cdecl]<int, byte*, nint, void> method);

    private static unsafe nint Load()
    {
        var name = OperatingSystem.IsMacOS() ? "libgd.3.dylib" : "libgd.so.3";
        if (!NativeLibrary.TryLoad(name, typeof(Gd).Assembly, null, out var handle))
        {
            return 0;
        }

        NativeLibrary.SetDllImportResolver(typeof(Gd).Assembly, (wanted, _, _) => wanted == Library ? handle : 0);

        // Left alone, it writes what is wrong with a file, and so parts of the file, to the standard error stream.
        gdSetErrorMethod(&Ignore);
        return handle;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static unsafe void Ignore(int priority, byte* format, nint arguments)
    {
    }
}

/// <summary>A picture in memory: four bytes a pixel.</summary>
internal sealed class GdPicture() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <summary>Pixels.</summary>
    internal int Width => Marshal.ReadInt32(handle, IntPtr.Size);

    /// <summary>Pixels.</summary>
    internal int Height => Marshal.ReadInt32(handle, IntPtr.Size + sizeof(int));

    protected override bool ReleaseHandle()
    {
        Gd.gdImageDestroy(handle);
        return true;
    }
}
