namespace PostMoney.Fairness.Instances;

/// <summary>Offers by category and place; trips by each of their stops. Finds what suits a need without looking at all offers.</summary>
internal sealed class OfferMap
{
    private readonly bool _isRoute;
    private readonly BenchOffer[] _byRank;
    private readonly int[] _numberOf;
    private readonly Dictionary<(int Category, int X), Found[]> _columns;
    private readonly int _west;
    private readonly int _east;
    private readonly List<long> _near = [];

    public OfferMap(BenchInstance instance)
    {
        _isRoute = instance.Kind == "route";
        _numberOf = OrderOf(instance.Offers);
        _byRank = Array.ConvertAll(_numberOf, number => instance.Offers[number]);
        var columns = new Dictionary<(int Category, int X), List<Found>>();
        for (var rank = 0; rank < _byRank.Length; rank++)
        {
            var stops = _isRoute ? _byRank[rank].Route : [_byRank[rank].Place];
            for (var stop = 0; stop < stops.Length; stop++)
            {
                var key = (_byRank[rank].Category, stops[stop].X);
                if (!columns.TryGetValue(key, out var column))
                {
                    columns.Add(key, column = []);
                }

                column.Add(new Found(stops[stop].Y, ((long)rank << Shift) | (uint)stop, _byRank[rank]));
            }
        }

        _columns = columns.ToDictionary(column => column.Key, column => column.Value.OrderBy(found => found.Y).ToArray());
        (_west, _east) = columns.Count == 0 ? (0, -1) : (columns.Keys.Min(key => key.X), columns.Keys.Max(key => key.X));
    }

    private const int Shift = 32;

    /// <summary>Adds what could serve a need of somebody at a node: by the offer's name, then by time.</summary>
    public void AddOptions(BenchNeed need, int node, List<Option> options)
    {
        Find(need, node);

        // By name, not by place in the file.
        _near.Sort();
        foreach (var found in _near)
        {
            var rank = (int)(found >> Shift);
            if (_isRoute)
            {
                AddLegs(rank, (int)(uint)found, need, options);
            }
            else
            {
                AddStarts(rank, need, options);
            }
        }
    }

    private void Find(BenchNeed need, int node)
    {
        _near.Clear();
        for (var x = Math.Max(_west, need.Place.X - need.Radius); x <= Math.Min(_east, need.Place.X + need.Radius); x++)
        {
            if (!_columns.TryGetValue((need.Category, x), out var column))
            {
                continue;
            }

            var left = need.Radius - Math.Abs(x - need.Place.X);
            for (var at = FirstFrom(column, need.Place.Y - left); at < column.Length && column[at].Y <= need.Place.Y + left; at++)
            {
                ref readonly var found = ref column[at];
                if ((need.Required & ~found.Attributes) == 0 && (found.IsFederated || found.Node == node) && (!_isRoute || Departs(found.DepartsAt, need)))
                {
                    _near.Add(found.Key);
                }
            }
        }
    }

    private static int FirstFrom(Found[] column, int y)
    {
        var (low, high) = (0, column.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = column[middle].Y < y ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static bool Departs(int at, BenchNeed need)
    {
        foreach (var (from, to) in need.Windows)
        {
            if (from <= at && at < to)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Both lists stand in the order of time, so whichever stretch ends first has met all that it can meet.</summary>
    private void AddStarts(int rank, BenchNeed need, List<Option> options)
    {
        var (open, windows) = (_byRank[rank].Open, need.Windows);
        for (int stretch = 0, window = 0; stretch < open.Length && window < windows.Length;)
        {
            var last = Math.Min(open[stretch].To, windows[window].To) - need.Length;
            for (var start = Math.Max(open[stretch].From, windows[window].From); start <= last; start++)
            {
                options.Add(new Option(_numberOf[rank], start));
            }

            _ = open[stretch].To < windows[window].To ? stretch++ : window++;
        }
    }

    private void AddLegs(int rank, int boarding, BenchNeed need, List<Option> options)
    {
        var route = _byRank[rank].Route;
        for (var leaving = boarding + 1; leaving < route.Length; leaving++)
        {
            if (Math.Abs(route[leaving].X - need.To.X) + Math.Abs(route[leaving].Y - need.To.Y) <= need.Radius)
            {
                options.Add(new Option(_numberOf[rank], boarding, leaving - boarding));
            }
        }
    }

    private static int[] OrderOf(BenchOffer[] offers)
    {
        var ids = Array.ConvertAll(offers, offer => offer.Id);
        var order = new int[offers.Length];
        for (var at = 0; at < order.Length; at++)
        {
            order[at] = at;
        }

        Array.Sort(ids, order, StringComparer.Ordinal);
        return order;
    }

    /// <summary>An offer or a stop, with all that is asked of it before anything else.</summary>
    private readonly struct Found(int y, long key, BenchOffer offer)
    {
        public readonly int Y = y;
        public readonly int Attributes = offer.Attributes;
        public readonly int Node = offer.Node;
        public readonly int DepartsAt = offer.Departs;
        public readonly long Key = key;
        public readonly bool IsFederated = offer.IsFederated;
    }
}
