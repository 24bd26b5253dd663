namespace PostMoney.Fairness.Claims;

/// <summary>One claim of a person and what came of it.</summary>
/// <param name="Person">Number of the person.</param>
/// <param name="Granted">Units granted to the person in this round before it.</param>
/// <param name="Stage">Stages run one after the other, each to its end: a class of needs, or a pass over reserved places. 0 where there is one.</param>
/// <param name="Key">Where it stood among the claims of its stage.</param>
/// <param name="Outcome">What came of it. After anything but <see cref="ClaimOutcome.Served"/> the person claims no more in the stage.</param>
public readonly record struct Claimed(int Person, int Granted, int Stage, ClaimKey Key, ClaimOutcome Outcome);

/// <summary>What came of a claim.</summary>
public enum ClaimOutcome
{
    /// <summary>The person was given one more unit, and keeps it.</summary>
    Served,

    /// <summary>Nothing more of the person's fits beside what was given before.</summary>
    NoRoom,

    /// <summary>The person's community has all that it may have.</summary>
    CapReached,
}
