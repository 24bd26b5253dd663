namespace PostMoney.Fairness.Tests.Independent;

/// <summary>The largest fill there is, found without the library: Dinic's algorithm over names.</summary>
internal sealed class MaxFlow
{
    private readonly Dictionary<string, int> _nodes = [];
    private readonly List<List<int>> _arcsOf = [];
    private readonly List<(int To, int Left)> _arcs = [];
    private int[] _level = [];
    private int[] _next = [];

    public static int Of(Sheet sheet)
    {
        var flow = new MaxFlow();
        foreach (var wish in sheet.Wishes)
        {
            var (group, need) = ($"group {wish.Person} {wish.Family}", $"need {wish.Id}");
            flow.Allow("start", group, wish.Cap, isOnce: true);
            flow.Allow(group, need, wish.Units);
            foreach (var spot in wish.Places)
            {
                var cell = $"cell {spot.Thing} {spot.Instant}";
                flow.Allow(need, cell, wish.Parallel);
                flow.Allow(cell, "end", sheet.Things.First(thing => thing.Id == spot.Thing).Holds[spot.Instant], isOnce: true);
            }
        }

        return flow.Run(flow.Node("start"), flow.Node("end"));
    }

    private void Allow(string from, string to, int units, bool isOnce = false)
    {
        var (tail, head) = (Node(from), Node(to));
        if (isOnce && _arcsOf[tail].Exists(arc => _arcs[arc].To == head))
        {
            return;
        }

        _arcsOf[tail].Add(_arcs.Count);
        _arcs.Add((head, units));
        _arcsOf[head].Add(_arcs.Count);
        _arcs.Add((tail, 0));
    }

    private int Node(string name)
    {
        if (!_nodes.TryGetValue(name, out var node))
        {
            _nodes.Add(name, node = _nodes.Count);
            _arcsOf.Add([]);
        }

        return node;
    }

    private int Run(int start, int end)
    {
        var sum = 0;
        while (HasWay(start, end))
        {
            _next = new int[_arcsOf.Count];
            while (Push(start, end, int.MaxValue) is var pushed and > 0)
            {
                sum += pushed;
            }
        }

        return sum;
    }

    private bool HasWay(int start, int end)
    {
        _level = [.. Enumerable.Repeat(-1, _arcsOf.Count)];
        _level[start] = 0;
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out var node))
        {
            foreach (var (to, left) in _arcsOf[node].Select(arc => _arcs[arc]))
            {
                if (left > 0 && _level[to] < 0)
                {
                    _level[to] = _level[node] + 1;
                    queue.Enqueue(to);
                }
            }
        }

        return _level[end] >= 0;
    }

    private int Push(int node, int end, int most)
    {
        if (node == end)
        {
            return most;
        }

        for (; _next[node] < _arcsOf[node].Count; _next[node]++)
        {
            var arc = _arcsOf[node][_next[node]];
            var (to, left) = _arcs[arc];
            if (left > 0 && _level[to] == _level[node] + 1 && Push(to, end, Math.Min(most, left)) is var pushed and > 0)
            {
                _arcs[arc] = (to, left - pushed);
                _arcs[arc ^ 1] = (_arcs[arc ^ 1].To, _arcs[arc ^ 1].Left + pushed);
                return pushed;
            }
        }

        return 0;
    }
}
