namespace PostMoney.Core.Demo;

/// <summary>Days and hours of the town, counted from today.</summary>
internal sealed class Almanac(DateTimeOffset now, TimeZoneInfo zone)
{
    private static readonly TimeOnly _morning = new(7, 10);
    private static readonly TimeOnly _night = new(22, 40);

    private readonly DateOnly _today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);

    internal DateTimeOffset Now => now;

    /// <summary>A time of a day, counted from today.</summary>
    internal DateTimeOffset At(int day, TimeOnly time)
    {
        var local = _today.AddDays(day).ToDateTime(time);

        // The hour that is skipped in spring.
        return zone.IsInvalidTime(local)
            ? At(day, time.AddHours(1))
            : new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    internal DayOfWeek WeekdayOf(int day) => _today.AddDays(day).DayOfWeek;

    /// <summary>The day of a moment, counted from today.</summary>
    internal int DayOf(DateTimeOffset moment) => Local(moment).Day - _today.DayNumber;

    /// <summary>The moment itself, or the next morning where people sleep.</summary>
    internal DateTimeOffset WhenAwake(DateTimeOffset moment, TimeSpan past)
    {
        var (day, time) = Local(moment);
        return time < _morning ? At(day - _today.DayNumber, _morning) + past
            : time > _night ? At(day - _today.DayNumber + 1, _morning) + past
            : moment;
    }

    /// <summary>The moment itself, or the evening before where people sleep.</summary>
    internal DateTimeOffset BeforeSleep(DateTimeOffset moment, TimeSpan before)
    {
        var (day, time) = Local(moment);
        return time < _morning ? At(day - _today.DayNumber - 1, _night) - before
            : time > _night ? At(day - _today.DayNumber, _night) - before
            : moment;
    }

    private (int Day, TimeOnly Time) Local(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone).DateTime;
        return (DateOnly.FromDateTime(local).DayNumber, TimeOnly.FromDateTime(local));
    }
}
