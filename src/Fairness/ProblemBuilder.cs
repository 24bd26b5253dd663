using System.Runtime.InteropServices;
using System.Text;

namespace PostMoney.Fairness;

/// <summary>Puts a problem together, in any order; what comes out is the same for the same facts.</summary>
public sealed class ProblemBuilder
{
    /// <summary>How many cells in a row a use may take at most, and how many units a need may have in one cell at once.</summary>
    public const int MostOfOne = ushort.MaxValue;

    /// <summary>How many units a need may ask for.</summary>
    public const int MostUnits = 1 << 24;

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
        string id, string person, (long Family, int Cap) quota, NeedSize size, IEnumerable<Option> options) =>
        AddNeed(id, person, quota, size, list => list.AddRange(options));

    /// <summary>A need whose options are worked out when the problem is built, so that those of all needs never lie about at once.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="person">Whose; added before.</param>
    /// <param name="quota">Which of the person's needs share a cap with it, and the cap.</param>
    /// <param name="size">How much it takes.</param>
    /// <param name="addOptions">Adds offers and instants at which it could begin, best first, to the list that it is given; called once.</param>
    public ProblemBuilder AddNeed(
        string id, string person, (long Family, int Cap) quota, NeedSize size, Action<List<Option>> addOptions)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(quota.Cap, nameof(quota));
        RefuseUnlessIn(size.Length, 1, MostOfOne, nameof(size));
        RefuseUnlessIn(size.Units, 1, MostUnits, nameof(size));
        RefuseUnlessIn(size.Parallel, 1, MostOfOne, nameof(size));
        _needs.Add(new Draft(id, _people[person], quota.Family, quota.Cap, size, addOptions));
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
    /// <remarks>An option that is named twice counts once, where it first stood.</remarks>
    /// <exception cref="InvalidOperationException">A name is used twice, an option lies outside its offer's grid, or one group has two caps.</exception>
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
        var options = new OptionLists(drafts.Length, cells.Count);
        var ofNeed = new List<Option>();
        for (var need = 0; need < drafts.Length; need++)
        {
            ofNeed.Clear();
            drafts[need].AddOptions(ofNeed);
            Add(options, drafts[need], CollectionsMarshal.AsSpan(ofNeed), startOf);
            options.Close(need);
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
        var keys = Array.ConvertAll(drafts, draft => (Person: placeOf[draft.Person], draft.Family));
        var needs = new int[drafts.Length];
        for (var need = 0; need < needs.Length; need++)
        {
            needs[need] = need;
        }

        Array.Sort(keys, needs);
        var (groupOf, people, families, caps) = (new int[drafts.Length], new List<int>(), new List<long>(), new List<int>());
        for (var at = 0; at < needs.Length; at++)
        {
            var cap = drafts[needs[at]].Cap;
            if (at == 0 || keys[at] != keys[at - 1])
            {
                people.Add(keys[at].Person);
                families.Add(keys[at].Family);
                caps.Add(cap);
            }
            else if (caps[^1] != cap)
            {
                throw new InvalidOperationException("One group has one cap.");
            }

            groupOf[needs[at]] = caps.Count - 1;
        }

        return (new AllocationProblem.Groups([.. people], [.. families], [.. caps]), groupOf);
    }

    private void Add(OptionLists options, Draft draft, ReadOnlySpan<Option> ofNeed, int[] startOf)
    {
        foreach (var option in ofNeed)
        {
            var length = option.Length == 0 ? draft.Size.Length : option.Length;
            RefuseUnlessIn(length, 1, MostOfOne, nameof(draft));
            if (option.Instant < 0 || option.Instant > _offers[option.Offer].Capacity.Length - length)
            {
                throw new InvalidOperationException("An option lies outside its offer's grid.");
            }

            options.Add(startOf[option.Offer] + option.Instant, length);
        }
    }

    private static void RefuseUnlessIn(int value, int least, int most, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most, name);
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

    private sealed record Draft(string Id, int Person, long Family, int Cap, NeedSize Size, Action<List<Option>> AddOptions);
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
