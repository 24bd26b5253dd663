namespace PostMoney.Fairness.Claims;

/// <summary>A lottery in which each need draws: a person's k-th claim has the k-th smallest ticket of their needs.</summary>
/// <remarks>More needs draw more tickets, so a quota belongs with it; P2 of allocation.md §2.5.</remarks>
public sealed class NeedLottery : ClaimOrder
{
    private readonly int[][] _places;

    /// <param name="problem">Whose needs.</param>
    /// <param name="places">Each need's place by ticket (<see cref="Tickets.Places(ReadOnlySpan{byte}, IReadOnlyList{string})"/>).</param>
    public NeedLottery(AllocationProblem problem, int[] places)
    {
        var own = new List<int>?[problem.People.Count];
        for (var need = 0; need < problem.Needs.Count; need++)
        {
            for (var unit = 0; unit < problem.UnitsOf(need); unit++)
            {
                (own[problem.PersonOf(need)] ??= []).Add(places[need]);
            }
        }

        _places = Array.ConvertAll(own, places => places is null ? [] : (int[])[.. places.Order()]);
    }

    /// <param name="placesOfPeople">For each person the places of their needs by ticket.</param>
    public NeedLottery(IEnumerable<IEnumerable<int>> placesOfPeople) =>
        _places = [.. placesOfPeople.Select(places => places.Order().ToArray())];

    /// <inheritdoc />
    public override ClaimKey KeyOf(int person, int granted) =>
        new(0, 0, 1, _places[person].Length == 0 ? 0 : _places[person][Math.Min(granted, _places[person].Length - 1)]);
}
