using PostMoney.Fairness.Claims;

namespace PostMoney.Fairness;

/// <summary>Who was given what.</summary>
/// <param name="Served">Units of each person.</param>
/// <param name="Given">Each need with something, by number; a need that can be divided has a line for each cell.</param>
public sealed record Allocation(IReadOnlyList<int> Served, IReadOnlyList<Given> Given)
{
    /// <summary>Every claim, in the order in which claims were tried.</summary>
    public IReadOnlyList<Claimed> Claims { get; init; } = [];

    /// <summary>Units given in all.</summary>
    public long Fill => Given.Sum(given => (long)given.Units);
}

/// <summary>A need was given a place.</summary>
/// <param name="Need">Number of the need.</param>
/// <param name="Cell">The first cell.</param>
/// <param name="Units">How many units there.</param>
/// <param name="Length">How many cells in a row; a need can have options of several lengths at one cell.</param>
public readonly record struct Given(int Need, int Cell, int Units, int Length = 1);
