namespace PostMoney.Fairness.Claims;

/// <summary>How many units the people of one community, or of all others than the own, may have together.</summary>
/// <remarks>
/// A claim is cut when a cap of its person is reached. Caps that cut across people's own are no flow any more, so with them a round may
/// give out less than the most that is possible (allocation.md §2.3); it stays in order.
/// </remarks>
public sealed class CommunityCaps
{
    private readonly List<int>[] _capsOf;
    private readonly List<long> _left = [];

    /// <param name="people">How many people there are.</param>
    public CommunityCaps(int people) => _capsOf = [.. Enumerable.Range(0, people).Select(_ => new List<int>())];

    /// <summary>Adds a cap.</summary>
    /// <param name="people">Whom it counts.</param>
    /// <param name="units">How many units they may still have together.</param>
    public CommunityCaps Add(IEnumerable<int> people, long units)
    {
        foreach (var person in people.Distinct())
        {
            _capsOf[person].Add(_left.Count);
        }

        _left.Add(units);
        return this;
    }

    /// <summary>Whether no cap of the person is reached.</summary>
    public bool MayHaveMore(int person) => _capsOf[person].TrueForAll(cap => _left[cap] > 0);

    internal void Count(int person) => _capsOf[person].ForEach(cap => _left[cap]--);
}
