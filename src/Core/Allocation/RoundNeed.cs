using PostMoney.Core.Foundation;

namespace PostMoney.Core.Allocation;

/// <summary>One need in a round: a person asks for one unit, for one window or the best of several.</summary>
/// <param name="Id">A name for this round alone (<see cref="RoundPseudonym"/>); a token of at most 64 characters.</param>
/// <param name="Person">The <see cref="RoundPerson.Id"/> of who asks.</param>
/// <param name="Window">When, by first choice. What it is charged to follows from this, whichever is given.</param>
/// <param name="Offers">Offers whose conditions this need and person fulfil; none means not eligible.</param>
public sealed record RoundNeed(string Id, string Person, Window Window, IReadOnlyList<string> Offers)
{
    /// <summary>Marked urgent, under the community's rules.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Rounds in which it waited without being served. Eight at most raise the weight.</summary>
    public int RoundsWaited { get; init; }

    /// <summary>Attested class of need: 0 is the most pressing, 3 the ordinary. Only needs-first looks at it.</summary>
    public int Priority { get; init; } = OrdinaryPriority;

    /// <summary>The batch that it came in, counted in batches since 1970; only first-come looks at it.</summary>
    public int Batch { get; init; }

    /// <summary>The person's uses that count against the same quota: see <see cref="ChargingPeriod"/>.</summary>
    public int UsesSoFar { get; init; }

    /// <summary>See <see cref="RoundWish.LastUseEnd"/>; for the first choice.</summary>
    public DateTimeOffset? LastUseEnd { get; init; }

    /// <summary>See <see cref="RoundWish.NextUseFrom"/>; for the first choice.</summary>
    public DateTimeOffset? NextUseFrom { get; init; }

    /// <summary>Other windows that would do, the better ones first; at most <see cref="RoundLimits.MaxOtherWishes"/>.</summary>
    public IReadOnlyList<RoundWish> Others { get; init; } = [];

    /// <summary>Place among the person's own needs, by arrival. It never compares two people.</summary>
    public int SubmittedOrder { get; init; }

    /// <summary>Taken back before the close; it keeps a line, so that nothing disappears.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>Every window that would do, the best first.</summary>
    public IReadOnlyList<RoundWish> Wishes => [new RoundWish(Window, LastUseEnd, NextUseFrom), .. Others];

    /// <summary>The class of a need that nobody attested.</summary>
    public const int OrdinaryPriority = 3;
}
