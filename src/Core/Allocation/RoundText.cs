using System.Globalization;

namespace PostMoney.Core.Allocation;

/// <summary>The two sorts of text in a round: tokens and moments. Both are plain ASCII, so they have one spelling.</summary>
internal static class RoundText
{
    private const string Seconds = "yyyy-MM-ddTHH:mm:ssZ";
    private const string Milliseconds = "yyyy-MM-ddTHH:mm:ss.fffZ";
    private const int MaxToken = 64;

    /// <summary>1 to 64 letters, digits and <c>. _ : -</c>.</summary>
    public static bool IsToken(string? text) =>
        text is { Length: > 0 and <= MaxToken } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or ':' or '-');

    public static bool IsUuid(string? text) =>
        text is { Length: 36 } && Guid.TryParseExact(text, "D", out var id) && id.ToString("D") == text;

    /// <summary>Whether the moment is no finer than a millisecond, the unit in which a node keeps time, and not absurd.</summary>
    public static bool IsMoment(DateTimeOffset moment) =>
        moment.UtcTicks % TimeSpan.TicksPerMillisecond == 0 && moment >= RoundLimits.Earliest && moment < RoundLimits.Latest;

    /// <summary>RFC 3339 in UTC; the fraction only where it is not zero.</summary>
    public static string Of(DateTimeOffset moment) => moment.UtcDateTime.ToString(
        moment.UtcTicks % TimeSpan.TicksPerSecond == 0 ? Seconds : Milliseconds, CultureInfo.InvariantCulture);

    /// <summary>Reads exactly what <see cref="Of"/> writes, and nothing else.</summary>
    public static bool TryRead(string text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParseExact(
            text,
            text.Length == 20 ? Seconds : Milliseconds,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out moment) && Of(moment) == text;
}
