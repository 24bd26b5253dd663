using System.Globalization;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Metrics;

/// <summary>A month of the calendar, such as <c>2026-11</c>.</summary>
public readonly record struct Month : IComparable<Month>
{
    private const string Written = "yyyy-MM";

    private Month(int year, int number) => (Year, Number) = (year, number);

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>1 to 12.</summary>
    public int Number { get; }

    /// <summary>The month before.</summary>
    public Month Previous => Of(Begin.AddMonths(-1));

    /// <summary>The month after.</summary>
    public Month Next => Of(Begin.AddMonths(1));

    private DateTime Begin => new(Year, Number, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>The month in which a moment lies where the clocks show the time of the zone.</summary>
    public static Month Of(DateTimeOffset moment, TimeZoneInfo zone) => Of(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    /// <summary>Reads what <see cref="ToString"/> writes, of this century and its neighbours.</summary>
    public static bool TryParse(string? text, out Month month)
    {
        var isMonth = DateTime.TryParseExact(text, Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 1970 and < 2200;
        month = isMonth ? Of(day) : default;
        return isMonth;
    }

    /// <summary>From its first moment to the first of the next, in the zone.</summary>
    public Window In(TimeZoneInfo zone) => new(
        new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(Begin, zone)), new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(Next.Begin, zone)));

    /// <inheritdoc />
    public int CompareTo(Month other) => ((Year * 12) + Number).CompareTo((other.Year * 12) + other.Number);

    /// <summary><c>2026-11</c>.</summary>
    public override string ToString() => Begin.ToString(Written, CultureInfo.InvariantCulture);

    /// <summary>Whether it is earlier.</summary>
    public static bool operator <(Month one, Month other) => one.CompareTo(other) < 0;

    /// <summary>Whether it is later.</summary>
    public static bool operator >(Month one, Month other) => one.CompareTo(other) > 0;

    /// <summary>Whether it is earlier or the same.</summary>
    public static bool operator <=(Month one, Month other) => one.CompareTo(other) <= 0;

    /// <summary>Whether it is later or the same.</summary>
    public static bool operator >=(Month one, Month other) => one.CompareTo(other) >= 0;

    private static Month Of(DateTime day) => new(day.Year, day.Month);
}
