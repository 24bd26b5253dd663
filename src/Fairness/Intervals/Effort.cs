namespace PostMoney.Fairness.Intervals;

/// <summary>How hard a round of uses of several cells tries to make room. It is part of the rule: another effort may give another result.</summary>
/// <param name="Depth">How deep moves may follow from each other; 0 for none.</param>
/// <param name="Looks">How many moves are tried for one need.</param>
public readonly record struct Effort(int Depth, int Looks)
{
    /// <summary>Enough for what such a search can reach: deeper search adds less than a thousandth of the fill (allocation.md §2.7).</summary>
    public static Effort Usual => new(3, 1_500);
}
