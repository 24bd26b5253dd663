using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace PostMoney.ActivityStreams.Http.Signatures.Schemes;

/// <summary>What both schemes ask of the values they sign.</summary>
internal static class SignatureText
{
    private static readonly SearchValues<char> _plainLetters =
        SearchValues.Create(['\t', .. Enumerable.Range(' ', '~' - ' ' + 1).Select(letter => (char)letter)]);

    private static readonly SearchValues<char> _nameLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-.^_`|~");

    /// <summary>Whether a value can stand in a signature base: printable ASCII and tabs (RFC 9421 §2.5, no obs-text).</summary>
    internal static bool IsPlain(string value) => !value.AsSpan().ContainsAnyExcept(_plainLetters);

    /// <summary>Whether a text can be the name of a header (RFC 9110 §5.1): so none can pass for <c>@path</c> or <c>(created)</c>.</summary>
    internal static bool IsFieldName(string name) => name.Length > 0 && !name.AsSpan().ContainsAnyExcept(_nameLetters);

    /// <summary>A moment from seconds since 1970.</summary>
    internal static bool TryReadTime(long seconds, [NotNullWhen(true)] out DateTimeOffset? time)
    {
        time = seconds is >= 0 and <= 253_402_300_799 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
        return time is not null;
    }
}
