using System.Globalization;

namespace PostMoney.Web.Display;

/// <summary>Times in the words of people, in the node's zone.</summary>
public static class When
{
    private static readonly CultureInfo _words = CultureInfo.InvariantCulture;

    /// <summary><c>Wed 3 March, 10:00</c>; with the year where it is another one.</summary>
    public static string Moment(DateTimeOffset time, TimeZoneInfo zone, DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(time, zone);
        var format = local.Year == TimeZoneInfo.ConvertTime(now, zone).Year ? "ddd d MMMM, HH:mm" : "ddd d MMMM yyyy, HH:mm";
        return local.ToString(format, _words);
    }

    /// <summary><c>3 March</c>; with the year where it is another one.</summary>
    public static string Day(DateTimeOffset time, TimeZoneInfo zone, DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(time, zone);
        return local.ToString(local.Year == TimeZoneInfo.ConvertTime(now, zone).Year ? "d MMMM" : "d MMMM yyyy", _words);
    }

    /// <summary>A stretch as briefly as it can be said: <c>3 March, 10:00 to 18:00</c>, or <c>3 to 10 March</c>.</summary>
    public static string Stretch(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone, DateTimeOffset now)
    {
        var start = TimeZoneInfo.ConvertTime(from, zone);
        var end = TimeZoneInfo.ConvertTime(to, zone);
        if (start.Date == end.Date)
        {
            return $"{Moment(from, zone, now)} to {end.ToString("HH:mm", _words)}";
        }

        return start.Year == end.Year && start.Month == end.Month
            ? $"{start.Day.ToString(_words)} to {Day(to, zone, now)}"
            : $"{Day(from, zone, now)} to {Day(to, zone, now)}";
    }

    /// <summary>A stretch to the minute: <c>Wed 3 March, 10:00 to 18:00</c>, or both moments in full where it ends on another day.</summary>
    public static string Span(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone, DateTimeOffset now) =>
        TimeZoneInfo.ConvertTime(from, zone).Date == TimeZoneInfo.ConvertTime(to, zone).Date
            ? Stretch(from, to, zone, now)
            : $"{Moment(from, zone, now)} to {Moment(to, zone, now)}";

    /// <summary><c>2 hours ago</c>, <c>in 3 days</c>.</summary>
    public static string Ago(DateTimeOffset time, DateTimeOffset now)
    {
        var span = (now - time).Duration();
        var text = span switch
        {
            { TotalMinutes: < 1 } => "a moment",
            { TotalMinutes: < 90 } => Count((int)span.TotalMinutes, "minute"),
            { TotalHours: < 36 } => Count((int)Math.Round(span.TotalHours), "hour"),
            { TotalDays: < 60 } => Count((int)Math.Round(span.TotalDays), "day"),
            _ => Count((int)Math.Round(span.TotalDays / 30.4), "month"),
        };
        return time <= now ? $"{text} ago" : $"in {text}";
    }

    /// <summary>The value of a <c>datetime-local</c> input.</summary>
    public static string Input(DateTimeOffset? time, TimeZoneInfo zone) =>
        time is { } moment ? TimeZoneInfo.ConvertTime(moment, zone).ToString("yyyy-MM-dd'T'HH:mm", _words) : "";

    /// <summary>What somebody put into such an input, or null where it is no time of the years 1000 to 9000. A day alone is its midnight.</summary>
    public static DateTimeOffset? Read(string? text, TimeZoneInfo zone)
    {
        // At the ends of the calendar there are moments that have no time in another zone.
        string[] formats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"];
        if (!DateTime.TryParseExact(text?.Trim(), formats, _words, DateTimeStyles.None, out var local) || local.Year is < 1000 or > 9000)
        {
            return null;
        }

        // A moment that the clocks leap over is taken an hour later, as clocks do.
        local = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>A number of hours: <c>12 hours</c>, <c>2 days</c>.</summary>
    public static string Hours(int hours) => hours == 0 ? "less than an hour" : hours % 24 == 0 ? Count(hours / 24, "day") : Count(hours, "hour");

    private static string Count(int number, string unit) => string.Create(_words, $"{number} {unit}{(number == 1 ? "" : "s")}");
}
