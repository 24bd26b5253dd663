using PostMoney.Fairness.History;

namespace PostMoney.Core.Allocation.Policies;

/// <summary>Access that fades: every week what was counts less (<see cref="AccessDecay"/>), and each use adds 1000.</summary>
/// <remarks>Weeks are those of a fixed grid from 1970-01-01 UTC on. A hard quota counts apart from it and never fades.</remarks>
public static class FadingAccess
{
    /// <summary>What one use adds.</summary>
    public const int OfAUse = 1000;

    /// <summary>Longest half-life, in weeks.</summary>
    public const int MaxHalfLife = 52;

    internal const string HalfLife = "halfLifeWeeks";

    private const int Week = 7 * 24 * 60 * 60;

    private static readonly Lazy<AccessDecay>[] _decays =
        [.. Enumerable.Range(1, MaxHalfLife).Select(weeks => new Lazy<AccessDecay>(() => AccessDecay.WithHalfLife(weeks)))];

    internal static PolicyParameter HalfLifeParameter => new(
        HalfLife, "Half-life of past use", "After so many weeks a use counts half, after twice as many a quarter.", 4, 1, MaxHalfLife);

    /// <summary>A person's access at a moment, from when their uses began. What was promised for later counts in full.</summary>
    public static int Of(IEnumerable<DateTimeOffset> uses, DateTimeOffset at, int halfLifeWeeks)
    {
        var decay = _decays[halfLifeWeeks - 1].Value;
        var (access, week) = (0L, 0L);
        foreach (var use in uses.Select(use => use < at ? WeekOf(use) : WeekOf(at)).Order())
        {
            access = decay.After(access, (int)(use - week)) + OfAUse;
            week = use;
        }

        return (int)Math.Min(decay.After(access, (int)(WeekOf(at) - week)), RoundLimits.MaxCount);
    }

    private static long WeekOf(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / Week;
}
