using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace PostMoney.ActivityStreams.Identifiers;

/// <summary>Bytes as text whose first letter names the alphabet: <c>z</c> for base58btc, <c>u</c> for base64url without padding.</summary>
/// <remarks>
/// W3C Controlled Identifiers 1.0 §2.4. Strict: a text is read only where writing its bytes gives the same text again,
/// so one value has one text in each alphabet. At most <see cref="MaximumLength"/> characters.
/// </remarks>
public static class Multibase
{
    /// <summary>Most characters of a text, first letter included. Enough for any key or signature here.</summary>
    public const int MaximumLength = 1_024;

    private const int MaximumBytes = 700;

    /// <summary>The bytes in base58btc, with its <c>z</c>.</summary>
    /// <exception cref="ArgumentException">There are more than 700 bytes.</exception>
    public static string EncodeBase58(ReadOnlySpan<byte> bytes) => bytes.Length <= MaximumBytes
        ? "z" + Base58.Encode(bytes)
        : throw new ArgumentException($"At most {MaximumBytes} bytes are written as multibase.", nameof(bytes));

    /// <summary>The bytes in base64url, with its <c>u</c>.</summary>
    /// <exception cref="ArgumentException">There are more than 700 bytes.</exception>
    public static string EncodeBase64Url(ReadOnlySpan<byte> bytes) => bytes.Length <= MaximumBytes
        ? "u" + Base64Url.EncodeToString(bytes)
        : throw new ArgumentException($"At most {MaximumBytes} bytes are written as multibase.", nameof(bytes));

    /// <summary>Reads either alphabet.</summary>
    /// <returns>False for another alphabet, a letter outside it, padding, unused bits that are set, or too long a text.</returns>
    public static bool TryDecode(string? text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        return text is { Length: > 0 and <= MaximumLength } && text[0] switch
        {
            'z' => Base58.TryDecode(text.AsSpan(1), out bytes),
            'u' => TryDecodeBase64Url(text.AsSpan(1), out bytes),
            _ => false,
        };
    }

    /// <summary>Reads base58btc alone, for fields whose specification allows nothing else.</summary>
    /// <returns>False as <see cref="TryDecode"/>, and for base64url.</returns>
    public static bool TryDecodeBase58(string? text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        return text is { Length: > 0 and <= MaximumLength } && text[0] == 'z' && Base58.TryDecode(text.AsSpan(1), out bytes);
    }

    private static bool TryDecodeBase64Url(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        // The framework's reader skips white space and takes padding, hence the comparison with what it would write;
        // and its Try form throws for anything else.
        var decoded = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        bytes = Base64Url.DecodeFromChars(text, decoded, out _, out var length) == OperationStatus.Done
            && text.SequenceEqual(Base64Url.EncodeToString(decoded.AsSpan(0, length)))
            ? decoded[..length]
            : null;
        return bytes is not null;
    }
}
