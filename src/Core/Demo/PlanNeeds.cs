using PostMoney.Core.Foundation;

namespace PostMoney.Core.Demo;

/// <summary>Who will need what when: spread over the three months, within the hours in which one needs such a thing.</summary>
internal sealed class PlanNeeds(TownText text, Almanac almanac, Dice dice)
{
    /// <summary>How many ordinary needs the three months see.</summary>
    internal const int Most = 220;

    private const int FirstDay = -82;

    // What one person may have within so many days; the policies say the same, and plans that they would refuse are no story.
    private static readonly Dictionary<string, (int Uses, int Days)> _limits = new(StringComparer.Ordinal)
    {
        ["tool"] = (3, 30),
        ["ride"] = (7, 30),
        ["compute"] = (2, 7),
        ["room"] = (4, 30),
        ["care"] = (5, 30),
        ["device"] = (1, 60),
    };

    private readonly Dictionary<string, OfferText> _offers = text.Offers.ToDictionary(offer => offer.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Topic, int Day)>> _planned = text.People.ToDictionary(
        person => person.Handle, _ => new List<(string, int)>(), StringComparer.Ordinal);

    /// <summary>All of them, in order of publishing.</summary>
    internal IReadOnlyList<PlannedNeed> All()
    {
        var times = text.Needs.SelectMany(OccurrencesOf).ToArray();
        dice.Shuffle(times);
        return [.. times.Take(Most).OrderBy(need => need.At)];
    }

    private List<PlannedNeed> OccurrencesOf(NeedText need)
    {
        var (first, last) = DaysFor(need);
        var found = new List<PlannedNeed>();
        if (need.Every is { } every)
        {
            var start = dice.Between(first, Math.Max(first, last - ((need.Times - 1) * every)));
            var who = WhoFor(need, start);
            for (var i = 0; i < need.Times && who is not null; i++)
            {
                Add(found, need, who, DayOn(need, start + (i * every)), last);
            }

            return found;
        }

        for (var i = 0; i < need.Times; i++)
        {
            var span = (double)(last - first) / need.Times;
            var day = DayOn(need, dice.Between((int)(first + (span * i)), Math.Max((int)(first + (span * i)), (int)(first + (span * (i + 1))) - 1)));
            if (WhoFor(need, day) is { } who)
            {
                Add(found, need, who, day, last);
            }
        }

        return found;
    }

    private void Add(List<PlannedNeed> found, NeedText need, PersonText who, int day, int last)
    {
        var lead = need.With is null ? dice.Between(need.Lead[0], need.Lead[1]) : dice.Between(1, Math.Max(1, day - _offers[need.With].Day - 1));
        var at = almanac.At(day - lead, new TimeOnly(7, 20)) + dice.Span(0, 14.6);
        if (day > last || at > almanac.Now.AddHours(-3) || day - lead <= who.Day || (need.Asks is not null && day - lead <= _offers[need.Asks].Day))
        {
            return;
        }

        _planned[who.Handle].Add((need.Topic, day));
        found.Add(new PlannedNeed(need, who.Handle, at, WindowOf(need, day)));
    }

    private Window WindowOf(NeedText need, int day)
    {
        var (from, to, length) = need.With is null
            ? (need.From, need.To, need.Length)
            : (_offers[need.With].From, _offers[need.With].To, _offers[need.With].Length);
        return new Window(almanac.At(day, from), almanac.At(day + length + (need.With is null && length == 0 && to <= from ? 1 : 0), to));
    }

    private (int First, int Last) DaysFor(NeedText need)
    {
        if (need.With is not null)
        {
            var day = _offers[need.With].Day + _offers[need.With].Lead!.Value;
            return (day, day);
        }

        var first = Math.Max(FirstDay, need.After ?? FirstDay);
        var last = (need.Before ?? 6) - need.Length;
        if (need.Asks is not null)
        {
            var offer = _offers[need.Asks];
            first = Math.Max(first, offer.Day + need.Lead[1] + 1);
            last = Math.Min(last, (offer.Withdrawn ?? offer.Until ?? 0) - need.Length - 1);
        }

        return (first, Math.Max(first, last));
    }

    private int DayOn(NeedText need, int day)
    {
        while (need.With is null && !IsOn(need.On, almanac.WeekdayOf(day)))
        {
            day++;
        }

        return day;
    }

    private static bool IsOn(string on, DayOfWeek day) => on switch
    {
        "any" => true,
        "weekend" => day is DayOfWeek.Saturday or DayOfWeek.Sunday,
        "weekday" => day is not (DayOfWeek.Saturday or DayOfWeek.Sunday),
        _ => day.ToString().StartsWith(on, StringComparison.OrdinalIgnoreCase),
    };

    private PersonText? WhoFor(NeedText need, int day)
    {
        var fitting = text.People
            .Where(person => need.By.Contains(person.Handle) || (need.Who is not null && person.Tags.Contains(need.Who)))
            .Where(person => person.Day < day - need.Lead[1] && (need.Asks is null || _offers[need.Asks].By != person.Handle))
            .Where(person => MayHave(person.Handle, need.Topic, day))
            .ToArray();
        dice.Shuffle(fitting);
        return fitting.MinBy(person => _planned[person.Handle].Count);
    }

    // What the last days tell must not fail because the same person has had their share before.
    private bool MayHave(string handle, string topic, int day)
    {
        var (uses, days) = _limits[topic];
        var near = _planned[handle].Count(planned => planned.Topic == topic && Math.Abs(planned.Day - day) < days);
        var late = text.LastDays.Any(late => late.By == handle && late.Topic == topic) && day > -days - 5;
        return !late && near < uses;
    }
}

/// <summary>A need that somebody will publish.</summary>
internal sealed record PlannedNeed(NeedText Text, string By, DateTimeOffset At, Window Window);
