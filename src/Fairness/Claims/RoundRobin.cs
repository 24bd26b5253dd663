namespace PostMoney.Fairness.Claims;

/// <summary>Everybody in turn, from where the last round stopped.</summary>
/// <param name="positions">Each person's lasting place in the circle, 0 to <paramref name="size"/> − 1.</param>
/// <param name="first">Who is first: the first person whom the last round did not reach.</param>
/// <param name="size">How many places the circle has.</param>
/// <remarks>Key (k, (position − pointer) mod size); P3 of allocation.md §2.5. Nothing is drawn.</remarks>
public sealed class RoundRobin(IReadOnlyList<int> positions, int first, int size) : ClaimOrder
{
    /// <inheritdoc />
    public override ClaimKey KeyOf(int person, int granted) =>
        new(granted, 0, 1, (((positions[person] - first) % size) + size) % size);
}
