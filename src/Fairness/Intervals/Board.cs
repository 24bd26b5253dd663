namespace PostMoney.Fairness.Intervals;

/// <summary>Who stands where while a round of several cells in a row is being given out, with everything undone on demand.</summary>
internal sealed class Board
{
    private const int Nowhere = -1;

    private readonly AllocationProblem _problem;
    private readonly int[] _start;
    private readonly int[] _load;
    private readonly int[] _there;
    private readonly int[] _option;
    private readonly int[] _groupUse;
    private readonly List<int>[]? _ofPerson;
    private readonly List<(int Need, int Option)> _trail = [];

    public Board(AllocationProblem problem)
    {
        _problem = problem;
        _option = new int[problem.Needs.Count];
        Array.Fill(_option, Nowhere);
        _groupUse = new int[problem.Group.Count];
        _load = new int[problem.Capacity.Length];
        _start = new int[problem.Capacity.Length + 1];
        var usable = UsableCapacity(problem);
        for (var cell = 0; cell < usable.Length; cell++)
        {
            _start[cell + 1] = checked(_start[cell] + usable[cell]);
        }

        _there = new int[_start[^1]];
        _ofPerson = problem.Cooldown == 0 ? null : [.. problem.People.Select(_ => new List<int>())];
    }

    /// <summary>A moment to which <see cref="Undo"/> can return.</summary>
    public int Now => _trail.Count;

    /// <summary>The option that a need has, or −1.</summary>
    public int OptionOf(int need) => _option[need];

    /// <summary>Whether the need's group may have one use more.</summary>
    public bool HasQuota(int need) => _groupUse[_problem.Need.Group[need]] < _problem.Group.Cap[_problem.Need.Group[need]];

    /// <summary>Whether an option is free as things stand.</summary>
    public bool IsFree(int need, int option)
    {
        var first = _problem.OptionCell[option];
        for (var cell = first + _problem.LengthOf(option) - 1; cell >= first; cell--)
        {
            if (_load[cell] >= _start[cell + 1] - _start[cell])
            {
                return false;
            }
        }

        return _ofPerson is null || OwnInTheWay(need, option) == Nowhere;
    }

    /// <summary>The first full cell of an option from a cell on, or −1.</summary>
    public int FirstFull(int option, int from)
    {
        for (var cell = from; cell < _problem.OptionCell[option] + _problem.LengthOf(option); cell++)
        {
            if (_load[cell] >= _start[cell + 1] - _start[cell])
            {
                return cell;
            }
        }

        return Nowhere;
    }

    /// <summary>The needs at a cell.</summary>
    public ReadOnlySpan<int> NeedsAt(int cell) => _there.AsSpan(_start[cell], _load[cell]);

    /// <summary>The last cell that a placed need takes.</summary>
    public int LastCellOf(int need) => _problem.OptionCell[_option[need]] + _problem.LengthOf(_option[need]) - 1;

    /// <summary>Another use of the same person that the cooldown keeps from going together with the option, or −1.</summary>
    public int OwnInTheWay(int need, int option)
    {
        if (_ofPerson is null)
        {
            return Nowhere;
        }

        var (from, to) = Span(option);
        foreach (var other in _ofPerson[_problem.PersonOf(need)])
        {
            var (otherFrom, otherTo) = Span(_option[other]);
            if (other != need && from < otherTo + _problem.Cooldown && otherFrom < to + _problem.Cooldown)
            {
                return other;
            }
        }

        return Nowhere;
    }

    /// <summary>Puts a need at an option that is free, and remembers where it was.</summary>
    public void Place(int need, int option)
    {
        _trail.Add((need, _option[need]));
        Set(need, option);
    }

    /// <summary>Takes a need away, for the moment.</summary>
    public void Lift(int need)
    {
        _trail.Add((need, _option[need]));
        Set(need, Nowhere);
    }

    /// <summary>Puts everything back as it was.</summary>
    public void Undo(int moment)
    {
        // Lifted first, so that nothing is ever put where something still stands.
        for (var at = _trail.Count - 1; at >= moment; at--)
        {
            Set(_trail[at].Need, Nowhere);
        }

        for (var at = _trail.Count - 1; at >= moment; at--)
        {
            Set(_trail[at].Need, _trail[at].Option);
        }

        _trail.RemoveRange(moment, _trail.Count - moment);
    }

    /// <summary>Forgets how it came about.</summary>
    public void Settle() => _trail.Clear();

    private void Set(int need, int option)
    {
        if (_option[need] is var old and not Nowhere)
        {
            for (var cell = _problem.OptionCell[old]; cell < _problem.OptionCell[old] + _problem.LengthOf(old); cell++)
            {
                var at = _start[cell] + NeedsAt(cell).IndexOf(need);
                _there[at] = _there[_start[cell] + --_load[cell]];
            }

            _ofPerson?[_problem.PersonOf(need)].Remove(need);
            _groupUse[_problem.Need.Group[need]]--;
        }

        _option[need] = option;
        if (option == Nowhere)
        {
            return;
        }

        for (var cell = _problem.OptionCell[option]; cell < _problem.OptionCell[option] + _problem.LengthOf(option); cell++)
        {
            _there[_start[cell] + _load[cell]++] = need;
        }

        _ofPerson?[_problem.PersonOf(need)].Add(need);
        _groupUse[_problem.Need.Group[need]]++;
    }

    private (long From, long To) Span(int option)
    {
        var (first, pause) = (_problem.OptionCell[option], _problem.PauseBetween);
        return (pause.From[first], pause.To[first + _problem.LengthOf(option) - 1]);
    }

    private static int[] UsableCapacity(AllocationProblem problem)
    {
        var usable = new int[problem.Capacity.Length];
        for (var option = 0; option < problem.OptionCount; option++)
        {
            for (var cell = problem.OptionCell[option]; cell < problem.OptionCell[option] + problem.LengthOf(option); cell++)
            {
                usable[cell] = Math.Min(problem.Capacity[cell], usable[cell] + 1);
            }
        }

        return usable;
    }
}
