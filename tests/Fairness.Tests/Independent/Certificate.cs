using PostMoney.Fairness.Claims;

namespace PostMoney.Fairness.Tests.Independent;

/// <summary>
/// Tells whether a way of sharing out single cells is best in an order of claims, by one search from each claim that was not
/// served (allocation.md §2.6, fact 4). Knows nothing of the kernel.
/// </summary>
internal sealed class Certificate
{
    private readonly Outcome _outcome;
    private readonly Func<string, int, ClaimKey> _keyOf;

    private Certificate(Outcome outcome, Func<string, int, ClaimKey> keyOf) => (_outcome, _keyOf) = (outcome, keyOf);

    public static bool IsBest(Outcome outcome, AllocationProblem problem, ClaimOrder order)
    {
        var numbers = problem.People.Select((id, at) => (id, at)).ToDictionary(one => one.id, one => one.at);
        return new Certificate(outcome, (person, granted) => order.KeyOf(numbers[person], granted)).Holds();
    }

    private bool Holds() => _outcome.Sheet.Asking.All(person => Reachable(person).All(node => !node.IsFree && !IsWorse(node.Person, person)));

    // Somebody within reach had a unit whose turn came after this person's.
    private bool IsWorse(string? other, string person) =>
        other is not null && other != person && _outcome.UnitsOf(other) is var units and > 0
        && _keyOf(other, units - 1) > _keyOf(person, _outcome.UnitsOf(person));

    private HashSet<Node> Reachable(string person)
    {
        var seen = new HashSet<Node> { new(person, null, null, null, false) };
        var queue = new Queue<Node>(seen);
        while (queue.TryDequeue(out var node))
        {
            foreach (var next in From(node).Where(seen.Add))
            {
                queue.Enqueue(next);
            }
        }

        return seen;
    }

    private IEnumerable<Node> From(Node node)
    {
        var wishes = _outcome.Sheet.Wishes;
        if (node.Person is { } person)
        {
            return wishes.Where(wish => wish.Person == person && UsedBy(wish.Person, wish.Family) < wish.Cap).Select(GroupOf);
        }

        if (node.Group is { } group)
        {
            var open = wishes.Where(wish => (wish.Person, wish.Family) == group && UnitsOf(wish) < wish.Units).Select(wish => Node.Of(wish.Id));
            return UsedBy(group.Person, group.Family) > 0 ? open.Append(new Node(group.Person, null, null, null, false)) : open;
        }

        if (node.Wish is { } id)
        {
            var wish = _outcome.Sheet.WishOf(id);
            var cells = wish.Places.Where(spot => UnitsAt(wish, spot) < wish.Parallel).Select(CellOf);
            return UnitsOf(wish) > 0 ? cells.Append(GroupOf(wish)) : cells;
        }

        return _outcome.Uses.Where(use => use.Spot == node.Spot).Select(use => Node.Of(use.Wish.Id));
    }

    private Node CellOf(Spot spot) => new(
        null, null, null, spot,
        _outcome.Uses.Where(use => use.Spot == spot).Sum(use => use.Units) < _outcome.Sheet.Things.First(thing => thing.Id == spot.Thing).Holds[spot.Instant]);

    private static Node GroupOf(Wish wish) => new(null, (wish.Person, wish.Family), null, null, false);

    private int UsedBy(string person, long family) =>
        _outcome.Uses.Where(use => use.Wish.Person == person && use.Wish.Family == family).Sum(use => use.Units);

    private int UnitsOf(Wish wish) => _outcome.Uses.Where(use => use.Wish.Id == wish.Id).Sum(use => use.Units);

    private int UnitsAt(Wish wish, Spot spot) => _outcome.Uses.Where(use => use.Wish.Id == wish.Id && use.Spot == spot).Sum(use => use.Units);

    private sealed record Node(string? Person, (string Person, long Family)? Group, string? Wish, Spot? Spot, bool IsFree)
    {
        public static Node Of(string wish) => new(null, null, wish, null, false);
    }
}
