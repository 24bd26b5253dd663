using System.Globalization;

namespace PostMoney.Core.Categories.JsonSchemas.Patterns;

/// <summary>A set of Unicode code points as sorted ranges, written out for a regular expression that sees UTF-16 units.</summary>
internal sealed class CodePoints
{
    /// <summary>The last code point.</summary>
    internal const int Last = 0x10FFFF;

    private const int FirstAstral = 0x10000;
    private readonly List<(int From, int To)> _ranges;

    internal CodePoints(IEnumerable<(int From, int To)> ranges)
    {
        _ranges = [];
        foreach (var range in ranges.Order())
        {
            if (_ranges.Count > 0 && range.From <= _ranges[^1].To + 1)
            {
                _ranges[^1] = (_ranges[^1].From, Math.Max(_ranges[^1].To, range.To));
            }
            else
            {
                _ranges.Add(range);
            }
        }
    }

    internal IEnumerable<(int From, int To)> Ranges => _ranges;

    /// <summary>All the others.</summary>
    internal CodePoints Complement()
    {
        var others = new List<(int, int)>();
        var next = 0;
        foreach (var (from, to) in _ranges)
        {
            if (from > next)
            {
                others.Add((next, from - 1));
            }

            next = to + 1;
        }

        return new CodePoints(next <= Last ? [.. others, (next, Last)] : others);
    }

    /// <summary>The code points of the basic plane, surrogates left out, as the inside of a character class.</summary>
    internal string Basic() => string.Concat(_ranges
        .SelectMany(r => new[] { (r.From, To: Math.Min(r.To, 0xD7FF)), (From: Math.Max(r.From, 0xE000), To: Math.Min(r.To, 0xFFFF)) })
        .Where(r => r.From <= r.To)
        .Select(r => Unit(r.From) + (r.To > r.From ? "-" + Unit(r.To) : "")));

    /// <summary>The code points beyond the basic plane, as alternatives of surrogate pairs.</summary>
    internal IEnumerable<string> Pairs()
    {
        foreach (var (from, to) in _ranges.Where(r => r.To >= FirstAstral))
        {
            var (high, low) = Halves(Math.Max(from, FirstAstral));
            var (lastHigh, lastLow) = Halves(to);
            if (high == lastHigh)
            {
                yield return $"{Unit(high)}[{Unit(low)}-{Unit(lastLow)}]";
                continue;
            }

            yield return $"{Unit(high)}[{Unit(low)}-\\uDFFF]";
            yield return $"{Unit(lastHigh)}[\\uDC00-{Unit(lastLow)}]";
            if (lastHigh - high > 1)
            {
                yield return $"[{Unit(high + 1)}-{Unit(lastHigh - 1)}][\\uDC00-\\uDFFF]";
            }
        }
    }

    /// <summary>A UTF-16 unit, escaped.</summary>
    internal static string Unit(int unit) => "\\u" + unit.ToString("X4", CultureInfo.InvariantCulture);

    private static (int High, int Low) Halves(int astral) =>
        (0xD800 + ((astral - FirstAstral) >> 10), 0xDC00 + ((astral - FirstAstral) & 0x3FF));
}
