using System.Text;

namespace PostMoney.Fairness;

/// <summary>Puts a problem together, in any order; what comes out is the same for the same facts.</summary>
public sealed class ProblemBuilder
{
    private readonly Dictionary<string, int> _people = new(StringComparer.Ordinal);
    private readonly List<(string Id, int[] Capacity, long[]? Times)> _offers = [];
    private readonly List<Draft> _needs = [];
    private long _cooldown;

    /// <summary>Somebody takes part, with or without needs.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public ProblemBuilder AddPerson(string id)
    {
        if (!_people.TryAdd(id, _people.Count))
        {
            throw new ArgumentException("There is such a person already.", nameof(id));
        }

        return this;
    }

    /// <summary>An offer on a grid of its own.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="capacity">How much it holds at each instant of the grid; zero where it is not there.</param>
    /// <param name="times">
    /// When the instants begin, ascending, and last when the last one ends; in whole units that all offers share, milliseconds for instance.
    /// Null for 0, 1, 2 … Only a cooldown looks at them.
    /// </param>
    /// <returns>The offer's number, for the options of needs.</returns>
    public int AddOffer(string id, int[] capacity, long[]? times = null)
    {
        if (times is not null && times.Length != capacity.Length + 1)
        {
            throw new ArgumentException("There is one time more than there are instants.", nameof(times));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(capacity.Length == 0 ? 0 : capacity.Min(), nameof(capacity));
        _offers.Add((id, capacity, times));
        return _offers.Count - 1;
    }

    /// <summary>A need.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="person">Whose; added before.</param>
    /// <param name="quota">Which of the person's needs share a cap with it, and the cap.</param>
    /// <param name="size">How much it takes.</param>
    /// <param name="options">Offers and instants at which it could begin, best first; read once, when the problem is built.</param>
    public ProblemBuilder AddNeed(
        string id, string person, (long Family, int Cap) quota, NeedSize size, IEnumerable<Option> options)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(quota.Cap, nameof(quota));
        ArgumentOutOfRangeException.ThrowIfLessThan(Math.Min(size.Length, Math.Min(size.Units, size.Parallel)), 1, nameof(size));
        _needs.Add(new Draft(id, _people[person], quota.Family, quota.Cap, size, options));
        return this;
    }

    /// <summary>Between two uses of one person lies at least so much time, on whatever offers. The offers' times then have one unit.</summary>
    public ProblemBuilder WithCooldown(long time)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(time);
        _cooldown = time;
        return this;
    }

    /// <summary>The problem.</summary>
    /// <exception cref="InvalidOperationException">A name is used twice, or an option lies outside its offer's grid.</exception>
    public AllocationProblem Build()
    {
        var people = Canonical(_people.Keys);
        var placeOf = new int[people.Count];
        for (var place = 0; place < people.Count; place++)
        {
            placeOf[_people[people.Ids[place]]] = place;
        }

        var offers = Canonical(_offers.Select(offer => offer.Id));
        var cells = new CellNames(offers.Ids, [.. offers.Order.Select(offer => _offers[offer].Capacity.Length)]);
        var startOf = new int[_offers.Count];
        var capacity = new int[cells.Count];
        for (var place = 0; place < offers.Count; place++)
        {
            startOf[offers.Order[place]] = cells.StartOf(place);
            _offers[offers.Order[place]].Capacity.CopyTo(capacity, cells.StartOf(place));
        }

        var needs = Canonical(_needs.Select(need => need.Id));
        var drafts = Array.ConvertAll(needs.Order, place => _needs[place]);
        var (groups, groupOf) = GroupsOf(drafts, placeOf);
        var options = new OptionLists(drafts.Length);
        for (var need = 0; need < drafts.Length; need++)
        {
            Add(options, need, drafts[need], startOf);
        }

        var table = new AllocationProblem.NeedTable(
            groupOf,
            Array.ConvertAll(drafts, draft => draft.Size.Units),
            Array.ConvertAll(drafts, draft => draft.Size.Parallel));
        return new AllocationProblem(people.Ids, needs.Ids, cells, capacity, groups, table, options.ToArrays(), PauseOf(offers.Order, cells));
    }

    private AllocationProblem.Pause PauseOf(int[] order, CellNames cells)
    {
        if (_cooldown == 0)
        {
            return new AllocationProblem.Pause(0, [], []);
        }

        var (from, to) = (new long[cells.Count], new long[cells.Count]);
        for (var place = 0; place < order.Length; place++)
        {
            var (_, capacity, times) = _offers[order[place]];
            for (var instant = 0; instant < capacity.Length; instant++)
            {
                from[cells.StartOf(place) + instant] = times?[instant] ?? instant;
                to[cells.StartOf(place) + instant] = times?[instant + 1] ?? instant + 1;
            }
        }

        return new AllocationProblem.Pause(_cooldown, from, to);
    }

    private static (AllocationProblem.Groups Groups, int[] GroupOf) GroupsOf(Draft[] drafts, int[] placeOf)
    {
        var keys = new SortedDictionary<(int Person, long Family), int>();
        foreach (var draft in drafts)
        {
            var key = (placeOf[draft.Person], draft.Family);
            if (keys.TryGetValue(key, out var cap) && cap != draft.Cap)
            {
                throw new InvalidOperationException("One group has one cap.");
            }

            keys[key] = draft.Cap;
        }

        var number = new Dictionary<(int, long), int>(keys.Count);
        foreach (var key in keys.Keys)
        {
            number.Add(key, number.Count);
        }

        return (
            new AllocationProblem.Groups(
                [.. keys.Keys.Select(key => key.Person)], [.. keys.Keys.Select(key => key.Family)], [.. keys.Values]),
            Array.ConvertAll(drafts, draft => number[(placeOf[draft.Person], draft.Family)]));
    }

    private void Add(OptionLists options, int need, Draft draft, int[] startOf)
    {
        foreach (var option in draft.Options)
        {
            var length = option.Length == 0 ? draft.Size.Length : option.Length;
            if (option.Instant < 0 || option.Instant + length > _offers[option.Offer].Capacity.Length)
            {
                throw new InvalidOperationException("An option lies outside its offer's grid.");
            }

            options.Add(startOf[option.Offer] + option.Instant, length);
        }

        options.Close(need);
    }

    private static (string[] Ids, int[] Order, int Count) Canonical(IEnumerable<string> ids)
    {
        var given = ids.ToArray();
        var keys = Array.ConvertAll(given, Encoding.UTF8.GetBytes);
        var order = new int[given.Length];
        for (var place = 0; place < order.Length; place++)
        {
            order[place] = place;
        }

        Array.Sort(order, (a, b) => keys[a].AsSpan().SequenceCompareTo(keys[b]));
        for (var place = 1; place < order.Length; place++)
        {
            if (keys[order[place]].AsSpan().SequenceEqual(keys[order[place - 1]]))
            {
                throw new InvalidOperationException("Two of a kind have one name.");
            }
        }

        return (Array.ConvertAll(order, place => given[place]), order, order.Length);
    }

    private sealed record Draft(string Id, int Person, long Family, int Cap, NeedSize Size, IEnumerable<Option> Options);
}

/// <summary>How much a need takes.</summary>
/// <param name="Length">Cells in a row.</param>
/// <param name="Units">Units in all, where it can be divided.</param>
/// <param name="Parallel">Units in one cell at once.</param>
public readonly record struct NeedSize(int Length, int Units, int Parallel)
{
    /// <summary>One unit in one cell.</summary>
    public static NeedSize One => new(1, 1, 1);
}

/// <summary>Where a need could be served.</summary>
/// <param name="Offer">The offer's number.</param>
/// <param name="Instant">On its grid, from 0.</param>
/// <param name="Length">How many instants in a row, where options of one need differ in it; else 0, for the need's own length.</param>
public readonly record struct Option(int Offer, int Instant, int Length = 0);
