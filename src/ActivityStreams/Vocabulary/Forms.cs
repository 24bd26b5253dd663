using System.Globalization;

namespace PostMoney.ActivityStreams.Vocabulary;

/// <summary>The forms in which specifications write numbers, times and languages as text, letter by letter.</summary>
/// <remarks>No regular expressions: their time is somebody else's to choose (security case P-11). Cost grows with the length alone.</remarks>
internal static class Forms
{
    private const int LongestNumber = 40;
    private const int LongestTag = 64;
    private const int LongestTime = 64;
    private const int MostFraction = 7;

    /// <summary><c>xsd:decimal</c> without a plus sign; digits on both sides of a point.</summary>
    internal static decimal? Decimal(ReadOnlySpan<char> text)
    {
        var digits = text is ['-', ..] ? text[1..] : text;
        var point = digits.IndexOf('.');
        var hasForm = text.Length <= LongestNumber
            && (point < 0 ? AreDigits(digits) : AreDigits(digits[..point]) && AreDigits(digits[(point + 1)..]));
        return hasForm
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read)
            ? read
            : null;
    }

    /// <summary>RFC 3339 §5.6 with a <c>T</c>, a zone, and seconds that may be left out. Digits after the seventh of a second are cut.</summary>
    internal static DateTimeOffset? Time(ReadOnlySpan<char> text)
    {
        var zone = text is [.., 'Z'] ? 1 : 6;
        if (text.Length is < 17 or > LongestTime || text.Length < 16 + zone || !Fits(text[..16], "0000-00-00T00:00")
            || (zone > 1 && !Fits(text[^zone..], "+00:00") && !Fits(text[^zone..], "-00:00")))
        {
            return null;
        }

        var seconds = text[16..^zone];
        var hasForm = seconds.IsEmpty || Fits(seconds, ":00")
            || (seconds.Length > 4 && Fits(seconds[..4], ":00.") && AreDigits(seconds[4..]));
        var exact = $"{text[..16]}{(seconds.IsEmpty ? ":00" : seconds[..Math.Min(seconds.Length, 4 + MostFraction)])}{text[^zone..]}";
        return hasForm && DateTimeOffset.TryParseExact(
            exact, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;
    }

    /// <summary><c>xsd:dayTimeDuration</c> that is not negative: up to eight digits of each unit, seven after a second's point.</summary>
    internal static TimeSpan? Duration(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestTime || text is not ['P', .. var rest] || rest.IsEmpty)
        {
            return null;
        }

        var ticks = Take(ref rest, 'D') * TimeSpan.TicksPerDay;
        if (rest is ['T', .. var times])
        {
            rest = times;
            ticks += (Take(ref rest, 'H') * TimeSpan.TicksPerHour) + (Take(ref rest, 'M') * TimeSpan.TicksPerMinute)
                + (Take(ref rest, 'S', hasFraction: true) * TimeSpan.TicksPerSecond);
            rest = times.IsEmpty ? "T" : rest;
        }

        return rest.IsEmpty && ticks <= long.MaxValue ? new TimeSpan((long)ticks) : null;
    }

    /// <summary>A language tag (RFC 5646 §2.1), without the grandfathered ones.</summary>
    internal static bool IsLanguage(string tag)
    {
        if (tag.Length > LongestTag)
        {
            return false;
        }

        var parts = tag.Split('-');
        var at = 1;
        if (AreLetters(parts[0], 2, 3))
        {
            for (var extended = 0; extended < 3; extended++)
            {
                Skip(part => AreLetters(part, 3, 3));
            }
        }
        else if (!AreLetters(parts[0], 4, 8))
        {
            return false;
        }

        Skip(part => AreLetters(part, 4, 4));
        Skip(part => AreLetters(part, 2, 2) || (part.Length == 3 && AreDigits(part)));
        while (Skip(part => AreEither(part, 5, 8) || (AreEither(part, 4, 4) && char.IsAsciiDigit(part[0]))))
        {
        }

        while (at < parts.Length && parts[at] is not ("x" or "X") && Skip(part => AreEither(part, 1, 1)))
        {
            if (!SkipAll(part => AreEither(part, 2, 8)))
            {
                return false;
            }
        }

        return at == parts.Length || (parts[at] is "x" or "X" && Skip(_ => true) && SkipAll(part => AreEither(part, 1, 8)) && at == parts.Length);

        bool Skip(Func<string, bool> has)
        {
            var isThere = at < parts.Length && has(parts[at]);
            at += isThere ? 1 : 0;
            return isThere;
        }

        bool SkipAll(Func<string, bool> has)
        {
            var before = at;
            while (Skip(has))
            {
            }

            return at > before;
        }
    }

    // A number before its unit; nothing where there is none of that unit, and what does not fit stays to be refused.
    private static decimal Take(ref ReadOnlySpan<char> text, char unit, bool hasFraction = false)
    {
        var end = text.IndexOf(unit);
        var number = end < 0 ? [] : text[..end];
        var point = hasFraction ? number.IndexOf('.') : -1;
        var whole = point < 0 ? number : number[..point];
        if (whole.Length > 8 || !AreDigits(whole) || (point >= 0 && (number.Length - point > MostFraction + 1 || !AreDigits(number[(point + 1)..]))))
        {
            return 0;
        }

        text = text[(end + 1)..];
        return decimal.Parse(number, CultureInfo.InvariantCulture);
    }

    private static bool Fits(ReadOnlySpan<char> text, ReadOnlySpan<char> form)
    {
        if (text.Length != form.Length)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (form[i] == '0' ? !char.IsAsciiDigit(text[i]) : text[i] != form[i])
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    private static bool AreLetters(string text, int least, int most) =>
        text.Length >= least && text.Length <= most && text.All(char.IsAsciiLetter);

    private static bool AreEither(string text, int least, int most) =>
        text.Length >= least && text.Length <= most && text.All(char.IsAsciiLetterOrDigit);
}
