namespace PostMoney.Fairness.Claims;

/// <summary>First come, first served, by batches: all that arrived in one batch count as having come at once.</summary>
/// <remarks>Key (batch of the person's k-th arrival, ticket); P1 of allocation.md §2.5. A batch of an hour keeps the fastest finger from winning.</remarks>
public sealed class ByArrival : ClaimOrder
{
    private readonly long[][] _batches;
    private readonly int[] _tickets;

    /// <param name="batches">For each person the batches of their needs, one for each unit asked for.</param>
    /// <param name="tickets">Each person's place by ticket.</param>
    public ByArrival(IEnumerable<IEnumerable<long>> batches, int[] tickets)
    {
        _batches = [.. batches.Select(own => own.Order().ToArray())];
        _tickets = tickets;
    }

    /// <inheritdoc />
    public override ClaimKey KeyOf(int person, int granted) =>
        new(_batches[person][Math.Min(granted, _batches[person].Length - 1)], 0, 1, _tickets[person]);
}
