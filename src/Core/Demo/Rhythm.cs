namespace PostMoney.Core.Demo;

/// <summary>At what hours the rounds of the town are drawn.</summary>
internal static class Rhythm
{
    private static readonly (string Topic, int Hour, int Hours)[] _rhythm =
    [
        ("ride", 7, 12), ("care", 10, 24), ("room", 12, 24), ("device", 17, 48), ("tool", 18, 24), ("compute", 20, 24),
    ];

    /// <summary>The first draw of each topic. The hours are those of today's clocks, also before these were last put forward or back.</summary>
    internal static IEnumerable<(string Topic, DateTimeOffset At)> Firsts(Almanac almanac) => _rhythm
        .Select(line => (line.Topic, Today(almanac, line.Hour).AddDays(-88)))
        .OrderBy(line => line.Item2);

    /// <summary>The first draw of a topic after a moment.</summary>
    internal static DateTimeOffset Next(Almanac almanac, string topic, DateTimeOffset after)
    {
        var (_, hour, hours) = _rhythm.Single(line => line.Topic == topic);
        var at = Today(almanac, hour).AddDays(-88);
        var rounds = Math.Max(0, Math.Ceiling((after - at) / TimeSpan.FromHours(hours)));
        return at.AddHours(rounds * hours);
    }

    /// <summary>The last draw of a topic up to now.</summary>
    internal static DateTimeOffset Last(Almanac almanac, string topic)
    {
        var next = Next(almanac, topic, almanac.Now.AddSeconds(1));
        return next.AddHours(-_rhythm.Single(line => line.Topic == topic).Hours);
    }

    private static DateTimeOffset Today(Almanac almanac, int hour) => almanac.At(0, new TimeOnly(hour, 0));
}
