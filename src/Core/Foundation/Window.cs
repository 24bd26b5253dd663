namespace PostMoney.Core.Foundation;

/// <summary>A half-open stretch of time in UTC: it includes <see cref="From"/> and ends just before <see cref="To"/>.</summary>
public readonly record struct Window(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Whether it begins before it ends.</summary>
    public bool IsValid => From < To;

    /// <summary>How long it is.</summary>
    public TimeSpan Length => To - From;

    /// <summary>Whether the moment lies inside.</summary>
    public bool Contains(DateTimeOffset moment) => From <= moment && moment < To;

    /// <summary>Whether the other window lies wholly inside.</summary>
    public bool Contains(Window other) => From <= other.From && other.To <= To;

    /// <summary>Whether the two share any moment.</summary>
    public bool Overlaps(Window other) => From < other.To && other.From < To;
}
