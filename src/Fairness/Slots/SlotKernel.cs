using PostMoney.Fairness.Claims;

namespace PostMoney.Fairness.Slots;

/// <summary>
/// Gives out units one claim at a time where needs take single cells: a claim is served exactly when all served so far and it
/// fit together. Whoever is served may be moved to another cell or to another need of the same person, and is never dropped.
/// </summary>
/// <remarks>
/// <para>
/// A claim looks for a way person → group → need → cell to free capacity in the residual network, never lowering another
/// person's count. Accepted counts are the lexicographically best base of a polymatroid; their sum is the largest fill; they
/// depend on the problem and the order of claims alone (allocation.md §2.6).
/// </para>
/// <para>
/// Ways are found by distance labels that are kept from claim to claim (shortest augmenting paths; Ahuja and Orlin 1991), so
/// the whole round costs about as much as one maximum flow: each need's options are looked through a few dozen times in all.
/// </para>
/// </remarks>
internal sealed class SlotKernel : IClaimKernel
{
    private readonly AllocationProblem _problem;
    private readonly SlotNetwork _network;
    private readonly int[] _nextOption;
    private readonly List<Arc> _way = [];
    private Labels _labels;

    public SlotKernel(AllocationProblem problem)
    {
        _problem = problem;
        _network = new SlotNetwork(problem);
        _nextOption = new int[problem.Needs.Count];
        _labels = Relabelled();
    }

    /// <summary>Units that each person was given.</summary>
    public int[] Served => _network.Served;

    /// <summary>Where everything stands.</summary>
    public SlotNetwork Network => _network;

    /// <summary>Whether the person could still be given anything; false is for good.</summary>
    public bool IsOpen(int person) => !_labels.IsClosed(SlotNetwork.NodeOfPerson(person));

    /// <summary>Gives the person one more unit.</summary>
    /// <returns>False, and nothing changed, where there is no way; the person is then closed for good.</returns>
    public bool TryServe(int person)
    {
        var start = SlotNetwork.NodeOfPerson(person);
        if (_labels.IsClosed(start))
        {
            return false;
        }

        _way.Clear();
        var node = start;
        while (true)
        {
            if (_network.HasRoom(node))
            {
                _network.Apply(person, _way);
                return true;
            }

            if (TryStep(node, out var step))
            {
                _way.Add(step);
                node = step.To;
                continue;
            }

            // With the node, everything before it on the way may be closed: it was farther.
            if (!_labels.TryRaise(node, DistanceOf(node)) && _labels.IsClosed(start))
            {
                return false;
            }

            if (_way.Count > 0)
            {
                node = _way[^1].From;
                _way.RemoveAt(_way.Count - 1);
            }
        }
    }

    /// <summary>Starts the distances anew; needed after capacity or options were added. Whoever was closed may be open again.</summary>
    public void Reopen() => _labels = Relabelled();

    private Labels Relabelled()
    {
        var labels = new Labels(_network.NodeCount);
        for (var node = 0; node < _network.NodeCount; node++)
        {
            labels.Open(node, _network.LeastDistanceOf(node));
        }

        _problem.OptionStart.AsSpan(0, _nextOption.Length).CopyTo(_nextOption);
        return labels;
    }

    private bool TryStep(int node, out Arc step)
    {
        var wanted = _labels[node] - 1;
        if (node >= _network.FirstCell)
        {
            return TryLeaveCell(node, wanted, out step);
        }

        if (_network.NeedAt(node) is not (var need and >= 0))
        {
            foreach (var arc in _network.ArcsOf(node))
            {
                if (_labels[arc.To] == wanted)
                {
                    step = arc;
                    return true;
                }
            }

            step = default;
            return false;
        }

        var labels = _labels.Span;
        var (flow, cells, firstCell) = (_network.Flow, _problem.OptionCell, _network.FirstCell);
        var (end, parallel) = (_network.OptionEnd[need], _problem.Need.Parallel[need]);
        for (var option = _nextOption[need]; option < end; option++)
        {
            if (labels[firstCell + cells[option]] == wanted && flow[option] < parallel)
            {
                _nextOption[need] = option;
                step = new Arc(node, firstCell + cells[option], option);
                return true;
            }
        }

        _nextOption[need] = end;
        return _network.TryBack(node, need, out step) && _labels[step.To] == wanted;
    }

    private bool TryLeaveCell(int node, int wanted, out Arc step)
    {
        var labels = _labels.Span[_network.FirstNeed..];
        var needs = _network.NeedsAt(node);
        for (var at = 0; at < needs.Length; at++)
        {
            if (labels[needs[at]] == wanted)
            {
                step = new Arc(node, _network.FirstNeed + needs[at], _network.OptionsAt(node)[at]);
                return true;
            }
        }

        step = default;
        return false;
    }

    /// <summary>One more than the least label that a step leads to. A need's next option is then the first with that label.</summary>
    private int DistanceOf(int node)
    {
        // No step led to less, so nothing below the node's own label is there to be found.
        var (nearest, least) = (Labels.Closed, _labels[node]);
        if (_network.NeedAt(node) is var need and >= 0)
        {
            nearest = NearestOption(need, least);
            if (nearest > least && _network.TryBack(node, need, out var back) && _labels[back.To] < nearest)
            {
                nearest = _labels[back.To];
                _nextOption[need] = _network.OptionEnd[need];
            }
        }
        else if (node >= _network.FirstCell)
        {
            var labels = _labels.Span[_network.FirstNeed..];
            foreach (var other in _network.NeedsAt(node))
            {
                nearest = Math.Min(nearest, labels[other]);
            }
        }
        else
        {
            foreach (var arc in _network.ArcsOf(node))
            {
                nearest = Math.Min(nearest, _labels[arc.To]);
            }
        }

        return nearest == Labels.Closed ? Labels.Closed : nearest + 1;
    }

    private int NearestOption(int need, int least)
    {
        var labels = _labels.Span;
        var (flow, cells, firstCell) = (_network.Flow, _problem.OptionCell, _network.FirstCell);
        var (end, parallel) = (_network.OptionEnd[need], _problem.Need.Parallel[need]);
        var nearest = Labels.Closed;
        _nextOption[need] = end;
        for (var option = _problem.OptionStart[need]; option < end && nearest != least; option++)
        {
            var label = labels[firstCell + cells[option]];
            if (label < nearest && flow[option] < parallel)
            {
                (nearest, _nextOption[need]) = (label, option);
            }
        }

        return nearest;
    }
}

/// <summary>One step of a way.</summary>
/// <param name="From">Node.</param>
/// <param name="To">Node.</param>
/// <param name="Option">The option that is taken, or given back where the step leaves a cell; −1 for neither.</param>
internal readonly record struct Arc(int From, int To, int Option);
