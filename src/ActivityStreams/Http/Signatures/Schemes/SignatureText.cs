using System.Diagnostics.CodeAnalysis;

namespace PostMoney.ActivityStreams.Http.Signatures.Schemes;

/// <summary>What both schemes ask of the values they sign.</summary>
internal static class SignatureText
{
    /// <summary>Whether a value can stand in a signature base: printable ASCII and tabs (RFC 9421 §2.5, no obs-text).</summary>
    internal static bool IsPlain(string value) => value.All(letter => letter is '\t' or (>= ' ' and <= '~'));

    /// <summary>Whether a text can be the name of a header (RFC 9110 §5.1): so none can pass for <c>@path</c> or <c>(created)</c>.</summary>
    internal static bool IsFieldName(string name) => name.Length > 0
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || "!#$%&'*+-.^_`|~".Contains(letter, StringComparison.Ordinal));

    /// <summary>A moment from seconds since 1970.</summary>
    internal static bool TryReadTime(long seconds, [NotNullWhen(true)] out DateTimeOffset? time)
    {
        time = seconds is >= 0 and <= 253_402_300_799 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
        return time is not null;
    }
}
