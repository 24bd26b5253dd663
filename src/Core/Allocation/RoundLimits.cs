namespace PostMoney.Core.Allocation;

/// <summary>How much one round may hold, so that drawing and checking it stay within seconds on a small machine.</summary>
public static class RoundLimits
{
    /// <summary>Most needs in a round.</summary>
    public const int MaxNeeds = 20_000;

    /// <summary>Most offers in a round.</summary>
    public const int MaxOffers = 2_000;

    /// <summary>Most units of all offers together.</summary>
    public const int MaxUnits = 5_000;

    /// <summary>Most free intervals of all units together.</summary>
    public const int MaxFreeIntervals = 100_000;

    /// <summary>Most triples of a need, a window of it and a unit that it may be given.</summary>
    public const long MaxOptions = 10_000_000;

    /// <summary>Most windows of a need beside its first choice.</summary>
    public const int MaxOtherWishes = 4;

    /// <summary>Largest share of a person.</summary>
    public const int MaxShare = 8;

    /// <summary>Most pressing and ordinary class of a need.</summary>
    public const int MostPressing = 0, LeastPressing = RoundNeed.OrdinaryPriority;

    /// <summary>No moment in a round is earlier.</summary>
    public static DateTimeOffset Earliest => DateTimeOffset.UnixEpoch;

    /// <summary>Every moment in a round is earlier: a year's cooldown after it must still be a moment.</summary>
    public static DateTimeOffset Latest => new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Largest transcript, in bytes.</summary>
    public const int MaxTranscriptBytes = 8 * 1024 * 1024;

    /// <summary>Largest count or number of minutes in a fact.</summary>
    public const int MaxCount = 1_000_000_000;
}
