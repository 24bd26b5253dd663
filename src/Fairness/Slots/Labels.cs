namespace PostMoney.Fairness.Slots;

/// <summary>For each node, a lower bound of its distance to free capacity; and the nodes by bound, so that a gap is seen at once.</summary>
/// <remarks>
/// Distances only grow while units are given out along shortest ways. Where no node is left at some distance, no node beyond it
/// can reach free capacity any more, ever: it is closed (gap heuristic; Cherkassky and Goldberg 1997).
/// </remarks>
internal sealed class Labels
{
    /// <summary>The label of a closed node.</summary>
    public const int Closed = int.MaxValue;

    private const int None = -1;

    private readonly int[] _label;
    private readonly Link[] _links;
    private int[] _first = new int[64];

    public Labels(int nodes)
    {
        _label = new int[nodes];
        _links = new Link[nodes];
        Array.Fill(_label, Closed);
        Array.Fill(_first, None);
    }

    public int this[int node] => _label[node];

    /// <summary>Whether a node can reach free capacity no more.</summary>
    public bool IsClosed(int node) => _label[node] == Closed;

    /// <summary>The labels themselves, for the inner loop.</summary>
    public ReadOnlySpan<int> Span => _label;

    /// <summary>Gives a label to a node that has none.</summary>
    public void Open(int node, int label) => Insert(node, label);

    /// <summary>Raises a node's label.</summary>
    /// <param name="node">Which.</param>
    /// <param name="label">Higher than it has.</param>
    /// <returns>False where this closes the node, and with it all that were as far or farther.</returns>
    public bool TryRaise(int node, int label)
    {
        var old = _label[node];
        Remove(node);
        if (_first[old] == None)
        {
            _label[node] = Closed;
            CloseFrom(old + 1);
            return false;
        }

        if (label == Closed)
        {
            _label[node] = Closed;
            return false;
        }

        Insert(node, label);
        return true;
    }

    private void CloseFrom(int label)
    {
        for (; label < _first.Length; label++)
        {
            while (_first[label] is var node and not None)
            {
                Remove(node);
                _label[node] = Closed;
            }
        }
    }

    private void Insert(int node, int label)
    {
        if (label >= _first.Length)
        {
            var old = _first.Length;
            Array.Resize(ref _first, Math.Max(label + 1, old * 2));
            Array.Fill(_first, None, old, _first.Length - old);
        }

        _label[node] = label;
        var first = _first[label];
        _links[node] = new Link(None, first);
        if (first != None)
        {
            _links[first].Previous = node;
        }

        _first[label] = node;
    }

    private void Remove(int node)
    {
        var link = _links[node];
        if (link.Previous == None)
        {
            _first[_label[node]] = link.Next;
        }
        else
        {
            _links[link.Previous].Next = link.Next;
        }

        if (link.Next != None)
        {
            _links[link.Next].Previous = link.Previous;
        }
    }

    /// <summary>A node's neighbours in the list of its label; both in one place, because each node is looked up at random.</summary>
    private struct Link(int previous, int next)
    {
        public int Previous = previous;
        public int Next = next;
    }
}
