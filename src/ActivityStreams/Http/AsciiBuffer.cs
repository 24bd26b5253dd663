using System.Buffers;
using System.Text;

namespace PostMoney.ActivityStreams.Http;

/// <summary>Puts text together in pooled memory, since fields and what signatures cover are written for every request.</summary>
/// <remarks>What is appended is ASCII, as its caller has seen to: RFC 8941 §4.1 and RFC 9421 §2.5 allow nothing else.</remarks>
internal sealed class AsciiBuffer : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(512);
    private int _length;

    /// <summary>What was appended; gone when this is disposed.</summary>
    internal ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <inheritdoc />
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _length = 0;
    }

    /// <inheritdoc />
    public override string ToString() => Encoding.ASCII.GetString(Written);

    internal AsciiBuffer Append(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        _ = Ascii.FromUtf16(text, _bytes.AsSpan(_length), out var written);
        _length += written;
        return this;
    }

    internal AsciiBuffer Append(char letter)
    {
        Reserve(1);
        _bytes[_length++] = (byte)letter;
        return this;
    }

    private void Reserve(int more)
    {
        if (_bytes.Length - _length >= more)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _length + more));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
