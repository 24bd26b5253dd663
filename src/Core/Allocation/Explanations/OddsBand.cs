namespace PostMoney.Core.Allocation.Explanations;

/// <summary>
/// Roughly where somebody stands in a line, for that person's eyes alone. A band and no place: two people who compare
/// exact places before and after a third one's move would learn of it.
/// </summary>
public enum OddsBand
{
    /// <summary>First in line.</summary>
    Next,

    /// <summary>Place 2 to 5.</summary>
    WithinFive,

    /// <summary>Place 6 to 10.</summary>
    WithinTen,

    /// <summary>Place 11 to 20.</summary>
    WithinTwenty,

    /// <summary>Place 21 to 50.</summary>
    WithinFifty,

    /// <summary>Place 51 or later.</summary>
    BeyondFifty,
}

/// <summary>Bands of places.</summary>
public static class OddsBands
{
    /// <summary>The band of a place, from 1.</summary>
    public static OddsBand Of(int place) => place switch
    {
        <= 1 => OddsBand.Next,
        <= 5 => OddsBand.WithinFive,
        <= 10 => OddsBand.WithinTen,
        <= 20 => OddsBand.WithinTwenty,
        <= 50 => OddsBand.WithinFifty,
        _ => OddsBand.BeyondFifty,
    };
}
