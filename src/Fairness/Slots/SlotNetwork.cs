namespace PostMoney.Fairness.Slots;

/// <summary>The residual network: people, their groups, needs and cells as numbered nodes, and what flows between them.</summary>
internal sealed class SlotNetwork
{
    private readonly AllocationProblem _problem;
    private readonly int[] _capacity;
    private readonly int[] _load;
    private readonly int[] _groupCap;
    private readonly int[] _groupUse;
    private readonly int[] _needUse;
    private readonly bool[] _isFrozen;
    private readonly int[] _groupStart;
    private readonly int[] _needsOfGroup;
    private readonly int[] _needsStart;
    private readonly Occupants _occupants;
    private readonly int _firstGroup;
    private readonly List<Arc> _arcs = [];

    public SlotNetwork(AllocationProblem problem)
    {
        _problem = problem;
        _firstGroup = problem.People.Count;
        FirstNeed = _firstGroup + problem.Group.Count;
        FirstCell = FirstNeed + problem.Needs.Count;
        NodeCount = FirstCell + problem.Capacity.Length;
        Served = new int[problem.People.Count];
        Flow = new ushort[problem.OptionCount];
        OptionEnd = problem.OptionStart[1..];
        _groupCap = (int[])problem.Group.Cap.Clone();
        _groupUse = new int[problem.Group.Count];
        _needUse = new int[problem.Needs.Count];
        _isFrozen = new bool[problem.People.Count];
        _load = new int[problem.Capacity.Length];
        (_capacity, var occupants) = Usable(problem);
        _occupants = new Occupants(occupants);

        // Groups stand in the order of their people, so one person's groups follow each other.
        _groupStart = Starts(problem.Group.Person, problem.People.Count, out _);
        _needsStart = Starts(problem.Need.Group, problem.Group.Count, out _needsOfGroup);
    }

    public int NodeCount { get; }

    public int FirstNeed { get; }

    public int FirstCell { get; }

    /// <summary>Units that each person was given.</summary>
    public int[] Served { get; }

    /// <summary>Units that each option is used for.</summary>
    public ushort[] Flow { get; }

    /// <summary>Where the options of each need end that are open to it now.</summary>
    public int[] OptionEnd { get; }

    public static int NodeOfPerson(int person) => person;

    /// <summary>The need that the node is, or −1.</summary>
    public int NeedAt(int node) => node >= FirstNeed && node < FirstCell ? node - FirstNeed : -1;

    /// <summary>Whether the node is a cell with free capacity.</summary>
    public bool HasRoom(int node) => node >= FirstCell && _load[node - FirstCell] < _capacity[node - FirstCell];

    /// <summary>The person's served needs no longer move between groups, and neither count nor charge changes again.</summary>
    public void Freeze(int person) => _isFrozen[person] = true;

    /// <summary>Units that a group was charged.</summary>
    public int UseOf(int group) => _groupUse[group];

    /// <summary>Units that a need was given.</summary>
    public int UnitsOf(int need) => _needUse[need];

    /// <summary>Changes what a group may have; not below what it has.</summary>
    public void SetCap(int group, int cap) => _groupCap[group] = Math.Max(cap, _groupUse[group]);

    public int LeastDistanceOf(int node) => node >= FirstCell ? 1 : node >= FirstNeed ? 2 : node >= _firstGroup ? 3 : 4;

    /// <summary>The needs that use the cell at a node, each once; steps lead to them.</summary>
    public ReadOnlySpan<int> NeedsAt(int node) => _occupants.NeedsAt(node - FirstCell);

    /// <summary>The options by which they use it, in the same order.</summary>
    public ReadOnlySpan<int> OptionsAt(int node) => _occupants.OptionsAt(node - FirstCell);

    /// <summary>The steps from a person or group that are open now. The list is the network's own and lasts until the next call.</summary>
    public List<Arc> ArcsOf(int node)
    {
        _arcs.Clear();
        if (node >= _firstGroup)
        {
            ArcsOfGroup(node);
        }
        else
        {
            ArcsOfPerson(node);
        }

        return _arcs;
    }

    /// <summary>The step by which a need that has something gives a unit back to its group.</summary>
    public bool TryBack(int node, int need, out Arc back)
    {
        back = new Arc(node, _firstGroup + _problem.Need.Group[need], -1);
        return _needUse[need] > 0;
    }

    /// <summary>Gives a person one more unit along a way that ends at free capacity.</summary>
    public void Apply(int person, List<Arc> way)
    {
        // What is given back makes room in the lists before it is needed.
        foreach (var arc in way)
        {
            if (arc.From >= FirstCell && --Flow[arc.Option] == 0)
            {
                _occupants.Remove(arc.From - FirstCell, arc.Option);
            }
        }

        foreach (var arc in way)
        {
            Move(arc);
        }

        _load[way[^1].To - FirstCell]++;
        Served[person]++;
    }

    private void Move(Arc arc)
    {
        if (arc.To >= FirstCell)
        {
            if (Flow[arc.Option]++ == 0)
            {
                _occupants.Add(arc.To - FirstCell, arc.From - FirstNeed, arc.Option);
            }
        }
        else if (arc.From < _firstGroup)
        {
            _groupUse[arc.To - _firstGroup]++;
        }
        else if (arc.From < FirstNeed && arc.To < _firstGroup)
        {
            _groupUse[arc.From - _firstGroup]--;
        }
        else if (arc.From < FirstNeed)
        {
            _needUse[arc.To - FirstNeed]++;
        }
        else if (arc.From < FirstCell)
        {
            _needUse[arc.From - FirstNeed]--;
        }
    }

    private void ArcsOfPerson(int person)
    {
        if (_isFrozen[person])
        {
            return;
        }

        for (var group = _groupStart[person]; group < _groupStart[person + 1]; group++)
        {
            if (_groupUse[group] < _groupCap[group])
            {
                _arcs.Add(new Arc(person, _firstGroup + group, -1));
            }
        }
    }

    private void ArcsOfGroup(int node)
    {
        var group = node - _firstGroup;
        for (var at = _needsStart[group]; at < _needsStart[group + 1]; at++)
        {
            var need = _needsOfGroup[at];
            if (_needUse[need] < _problem.Need.Units[need])
            {
                _arcs.Add(new Arc(node, FirstNeed + need, -1));
            }
        }

        if (_groupUse[group] > 0 && !_isFrozen[_problem.Group.Person[group]])
        {
            _arcs.Add(new Arc(node, _problem.Group.Person[group], -1));
        }
    }

    /// <summary>
    /// What each cell holds, but no more than could ever be put there; and how many options at most use it at once. A cell that
    /// holds billions costs no more than one that holds what is asked for.
    /// </summary>
    private static (int[] Capacity, int[] Occupants) Usable(AllocationProblem problem)
    {
        var (capacity, occupants) = (new int[problem.Capacity.Length], new int[problem.Capacity.Length]);
        for (var need = 0; need < problem.Needs.Count; need++)
        {
            var parallel = problem.Need.Parallel[need];
            foreach (var cell in problem.OptionsOf(need))
            {
                capacity[cell] = (int)Math.Min(problem.Capacity[cell], (long)capacity[cell] + parallel);
                occupants[cell] = Math.Min(problem.Capacity[cell], occupants[cell] + 1);
            }
        }

        return (capacity, occupants);
    }

    private static int[] Starts(int[] ownerOf, int owners, out int[] owned)
    {
        var start = new int[owners + 1];
        foreach (var owner in ownerOf)
        {
            start[owner + 1]++;
        }

        for (var owner = 0; owner < owners; owner++)
        {
            start[owner + 1] += start[owner];
        }

        var next = start[..^1];
        owned = new int[ownerOf.Length];
        for (var item = 0; item < ownerOf.Length; item++)
        {
            owned[next[ownerOf[item]]++] = item;
        }

        return start;
    }
}
