using System.Security.Cryptography;
using PostMoney.Core.Foundation;
using PostMoney.Core.Sealing;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Sealing;

public sealed class KeepingTheNodeKey : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("postmoney-key-").FullName;
    private readonly Randomness _randomness = new SeededRandomness("keys");

    private string Path => System.IO.Path.Combine(_folder, "inner", "node.key");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Makes_one_at_the_first_start_and_reads_it_ever_after()
    {
        var made = NodeKey.LoadOrCreate(Path, _randomness);

        Assert.Equal(made.Bytes.ToArray(), NodeKey.LoadOrCreate(Path, _randomness).Bytes.ToArray());
    }

    [Fact]
    public void Lets_nobody_else_read_it()
    {
        NodeKey.LoadOrCreate(Path, _randomness);

        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("skipped: other permissions");
        }
        else
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
        }
    }

    [Fact]
    public void Takes_one_that_was_copied_back_from_everybody_else()
    {
        NodeKey.LoadOrCreate(Path, _randomness);
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("skipped: other permissions");
            return;
        }

        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        NodeKey.LoadOrCreate(Path, _randomness);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123")]
    [InlineData("zz23456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public void Stops_at_a_file_that_holds_none_and_keeps_the_file(string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.WriteAllText(Path, text);

        Assert.Throws<InvalidDataException>(() => NodeKey.LoadOrCreate(Path, _randomness));
        Assert.Equal(text, File.ReadAllText(Path));
    }

    [Fact]
    public void Wraps_each_secret_for_one_purpose_under_one_key()
    {
        var wrapping = new KeyWrapping(new NodeKey(new byte[32]), _randomness);
        var wrapped = wrapping.Wrap("secret"u8, "data-key:k-1");

        Assert.Equal("secret"u8.ToArray(), wrapping.Unwrap(wrapped, "data-key:k-1"));
        Assert.Throws<CryptographicException>(() => wrapping.Unwrap(wrapped, "data-key:k-2"));
        Assert.Throws<CryptographicException>(() => wrapping.Unwrap(wrapped.AsSpan(1), "data-key:k-1"));
        Assert.Throws<CryptographicException>(() =>
            new KeyWrapping(new NodeKey([1, .. new byte[31]]), _randomness).Unwrap(wrapped, "data-key:k-1"));
        Assert.NotEqual(wrapped, wrapping.Wrap("secret"u8, "data-key:k-1"));
    }

    [Fact]
    public void Shows_no_key_in_words()
    {
        var key = new NodeKey(SHA256.HashData("a key"u8));

        Assert.DoesNotContain(Convert.ToHexStringLower(key.Bytes), $"{key} {new DataKey(key.Bytes.ToArray())}", StringComparison.OrdinalIgnoreCase);
    }
}
