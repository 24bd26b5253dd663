using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace PostMoney.ActivityStreams.Http.Signatures.Schemes;

/// <summary>The <c>name="value"</c> pairs of the older draft, each name once.</summary>
/// <remarks>draft-cavage-http-signatures-12 §2.1 and §3.1; numbers may stand in quotes, as some servers write them.</remarks>
internal static class CavageParameters
{
    private static readonly SearchValues<char> _nameLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-");

    private static readonly SearchValues<char> _numberLetters = SearchValues.Create("-0123456789");

    internal static bool TryRead(string text, [NotNullWhen(true)] out Dictionary<string, string>? parameters)
    {
        parameters = null;
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        var rest = text.AsSpan().Trim(" \t");
        while (true)
        {
            var equals = rest.IndexOf('=');
            if (equals <= 0 || rest[..equals].ContainsAnyExcept(_nameLetters))
            {
                return false;
            }

            var name = rest[..equals].ToString();
            if (!TryReadValue(ref rest, equals + 1, out var value) || !read.TryAdd(name, value))
            {
                return false;
            }

            rest = rest.TrimStart(" \t");
            if (rest.IsEmpty)
            {
                parameters = read;
                return true;
            }

            if (rest[0] != ',')
            {
                return false;
            }

            rest = rest[1..].TrimStart(" \t");
        }
    }

    private static bool TryReadValue(ref ReadOnlySpan<char> rest, int from, [NotNullWhen(true)] out string? value)
    {
        value = null;
        rest = rest[from..];
        if (rest is ['"', ..])
        {
            var end = rest[1..].IndexOf('"');
            if (end < 0)
            {
                return false;
            }

            value = rest.Slice(1, end).ToString();
            rest = rest[(end + 2)..];
            return true;
        }

        var length = rest.IndexOfAnyExcept(_numberLetters);
        length = length < 0 ? rest.Length : length;
        value = rest[..length].ToString();
        rest = rest[length..];
        return length > 0;
    }
}
