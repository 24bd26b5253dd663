using System.Text;
using PostMoney.Core.Foundation;
using PostMoney.Core.Media;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Media;

/// <summary>What is made of a file that somebody sends, and what is turned away.</summary>
public sealed class ReadingAPhoto : IDisposable
{
    private static readonly byte[] _end = [0xFF, 0xD9];

    private readonly ReadPhoto _read = new();

    [Fact]
    public async Task Keeps_nothing_of_what_a_camera_writes()
    {
        var sent = SamplePhotos.FromACamera();
        Assert.Contains(SamplePhotos.Secret, Encoding.Latin1.GetString(sent), StringComparison.Ordinal);

        var photo = (await ReadAsync(sent)).Granted();

        Assert.All(photo.Files, file =>
        {
            var text = Encoding.Latin1.GetString(file.Bytes);
            Assert.DoesNotContain("CANARY", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Exif", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("xmp", text, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(("RIFF", "WEBP"), (text[..4], text[8..12]));
        });
    }

    [Fact]
    public async Task Keeps_nothing_that_stands_behind_the_picture()
    {
        var photo = (await ReadAsync([.. SamplePhotos.Jpeg(), .. Encoding.ASCII.GetBytes("<script>alert('CANARY')</script>")])).Granted();

        Assert.DoesNotContain("CANARY", Encoding.Latin1.GetString(photo.Files[0].Bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "red", "green", "blue")]
    [InlineData(2, "green", "red", "white")]
    [InlineData(3, "white", "blue", "green")]
    [InlineData(4, "blue", "white", "red")]
    [InlineData(5, "red", "blue", "green")]
    [InlineData(6, "blue", "red", "white")]
    [InlineData(7, "white", "green", "blue")]
    [InlineData(8, "green", "white", "red")]
    public async Task Turns_it_as_the_camera_was_held(ushort orientation, string topLeft, string topRight, string bottomLeft)
    {
        var photo = (await ReadAsync(SamplePhotos.FromACamera(64, 32, orientation))).Granted();

        var file = photo.Files[0].Bytes;
        Assert.Equal((topLeft, topRight, bottomLeft), (ColourAt(file, .25, .25), ColourAt(file, .75, .25), ColourAt(file, .25, .75)));
        Assert.Equal(orientation < 5 ? (64, 32) : (32, 64), (photo.Width, photo.Height));
    }

    [Theory]
    [InlineData(4_000, 3_000, 1_920, 1_440, 640)]
    [InlineData(1_000, 2_500, 768, 1_920, 256)]
    [InlineData(640, 480, 640, 480, 0)]
    [InlineData(1, 1, 1, 1, 0)]
    public async Task Makes_it_no_larger_than_it_is_shown(int width, int height, int keptWidth, int keptHeight, int smallWidth)
    {
        var photo = (await ReadAsync(SamplePhotos.Jpeg(width, height))).Granted();

        Assert.Equal((keptWidth, keptHeight), (photo.Width, photo.Height));
        Assert.Equal((keptWidth, keptHeight), SamplePhotos.SizeOf(photo.Files[0].Bytes));
        Assert.Equal(smallWidth == 0 ? [keptWidth] : [keptWidth, smallWidth], photo.Files.Select(file => file.Width));
        Assert.All(photo.Files, file => Assert.Equal(file.Width, SamplePhotos.SizeOf(file.Bytes).Width));
    }

    [Fact]
    public async Task Takes_progressive_JPEG_PNG_and_WebP_too()
    {
        Assert.Equal("white", ColourAt((await ReadAsync(SamplePhotos.ProgressiveJpeg())).Granted().Files[0].Bytes, .75, .75));
        Assert.Equal("white", ColourAt((await ReadAsync(SamplePhotos.Webp())).Granted().Files[0].Bytes, .75, .75));
        Assert.Equal("red", ColourAt((await ReadAsync(SamplePhotos.Png(30, 20))).Granted().Files[0].Bytes, .5, .5));
    }

    [Fact]
    public async Task Leaves_what_is_transparent_transparent()
    {
        var photo = (await ReadAsync(SamplePhotos.Png(700, 20, alpha: 0))).Granted();

        Assert.All(photo.Files, file => Assert.Equal(127, SamplePhotos.Colour(file.Bytes, .5, .5).Transparency));
    }

    [Theory]
    [InlineData(50_000, 50_000)]
    [InlineData(4_097, 4_097)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(int.MaxValue, 1)]
    public async Task Refuses_a_bomb_before_it_is_decoded(int width, int height) =>
        (await ReadAsync(SamplePhotos.PngThatClaims(width, height))).RefusedAs("photo.too-many-pixels");

    [Fact]
    public async Task Refuses_a_real_bomb()
    {
        var bomb = SamplePhotos.Png(6_000, 6_000);
        Assert.InRange(bomb.Length, 1, Photo.MostBytes);

        (await ReadAsync(bomb)).RefusedAs("photo.too-many-pixels");
    }

    [Fact]
    public async Task Refuses_a_picture_of_many_thousand_rounds()
    {
        var plain = SamplePhotos.ProgressiveJpeg();
        var scan = plain.AsSpan().LastIndexOf((byte[])[0xFF, 0xDA]);
        var rounds = Enumerable.Repeat(plain[scan..^2], 5_000).SelectMany(round => round);

        (await ReadAsync([.. plain[..^2], .. rounds, .. _end])).RefusedAs("photo.unreadable");
    }

    [Fact]
    public async Task Refuses_more_bytes_than_it_takes()
    {
        var large = new byte[Photo.MostBytes + 1];
        SamplePhotos.Jpeg().CopyTo(large, 0);

        (await ReadAsync(large)).RefusedAs("photo.too-large");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("%PDF-1.7")]
    [InlineData("GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;")]
    [InlineData("RIFF\u0004\u0000\u0000\u0000WEBP")]
    [InlineData("BM")]
    public async Task Refuses_what_is_no_photo_whatever_its_name(string content) =>
        (await ReadAsync(Encoding.Latin1.GetBytes(content))).RefusedAs("photo.unreadable");

    [Theory]
    [InlineData("jpeg")]
    [InlineData("progressive")]
    [InlineData("png")]
    [InlineData("webp")]
    public async Task Refuses_what_was_cut_off_at_any_place(string kind)
    {
        var whole = Sample(kind);
        foreach (var length in Enumerable.Range(0, 40).Select(part => whole.Length * part / 40).Append(whole.Length - 1))
        {
            (await ReadAsync(whole[..length])).RefusedAs("photo.unreadable");
        }
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("progressive")]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("camera")]
    public async Task Bears_bytes_that_are_wrong(string kind)
    {
        var random = new SeededRandomness("wrong bytes");
        var draw = new byte[24];
        for (var round = 0; round < 400; round++)
        {
            var broken = (byte[])Sample(kind).Clone();
            random.Fill(draw);
            for (var wrong = 0; wrong < 1 + (draw[0] % 7); wrong++)
            {
                broken[BitConverter.ToUInt16(draw, 1 + (3 * wrong)) % broken.Length] = draw[3 + (3 * wrong)];
            }

            var read = await ReadAsync(broken);
            Assert.True(read.IsGranted || read.Refusal.Code.StartsWith("photo.", StringComparison.Ordinal));
        }
    }

    public void Dispose() => _read.Dispose();

    private static byte[] Sample(string kind) => kind switch
    {
        "jpeg" => SamplePhotos.Jpeg(),
        "progressive" => SamplePhotos.ProgressiveJpeg(),
        "png" => SamplePhotos.Png(40, 30),
        "webp" => SamplePhotos.Webp(),
        _ => SamplePhotos.FromACamera(),
    };

    private static string ColourAt(byte[] webp, double across, double down) => SamplePhotos.Colour(webp, across, down) switch
    {
        ( > 200, > 200, > 200, _) => "white",
        ( > 200, < 80, < 80, _) => "red",
        ( < 80, > 200, < 80, _) => "green",
        ( < 80, < 80, > 200, _) => "blue",
        var other => other.ToString(),
    };

    private Task<Result<CleanPhoto>> ReadAsync(byte[] file) => _read.ExecuteAsync(new MemoryStream(file), TestContext.Current.CancellationToken);
}
