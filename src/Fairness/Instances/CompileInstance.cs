namespace PostMoney.Fairness.Instances;

/// <summary>Works out which cells could serve each need of an instance. The only place that looks at conditions.</summary>
/// <remarks>
/// An offer suits a need of its category whose required attributes it has, within the need's radius (Manhattan), at its person's
/// node or federated; a use lies inside one window and one stretch of availability. A seat is taken for the legs between a stop
/// near the start and a later one near the end of a trip that departs in the window. Offers are found by place, so the cost
/// follows the options and not needs × offers.
/// </remarks>
public static class CompileInstance
{
    /// <summary>The problem of an instance.</summary>
    public static AllocationProblem Run(BenchInstance instance)
    {
        var builder = new ProblemBuilder();
        foreach (var person in instance.People)
        {
            builder.AddPerson(person.Id);
        }

        foreach (var offer in instance.Offers)
        {
            builder.AddOffer(offer.Id, CapacityOf(offer, instance.Horizon));
        }

        var map = new OfferMap(instance);
        foreach (var need in instance.Needs)
        {
            builder.AddNeed(
                need.Id,
                instance.People[need.Person].Id,
                (need.Windows[0].From / instance.Quota.Slots, instance.Quota.Units),
                new NeedSize(Math.Max(1, need.Length), need.Units, need.Parallel),
                map.OptionsOf(need, instance.People[need.Person].Node));
        }

        return builder.WithCooldown(instance.Cooldown).Build();
    }

    /// <summary>Past access of the problem's people, in its order.</summary>
    public static long[] AccessIn(BenchInstance instance, AllocationProblem problem)
    {
        var access = instance.People.ToDictionary(person => person.Id, person => person.Access, StringComparer.Ordinal);
        return [.. problem.People.Select(person => access[person])];
    }

    private static int[] CapacityOf(BenchOffer offer, int horizon)
    {
        var capacity = new int[horizon];
        foreach (var (from, to) in offer.Open)
        {
            Array.Fill(capacity, offer.Count, from, to - from);
        }

        return capacity;
    }

    /// <summary>Offers by category and place; trips by each of their stops.</summary>
    private sealed class OfferMap
    {
        private readonly BenchInstance _instance;
        private readonly Dictionary<(int Category, int X, int Y), List<(int Rank, int Stop, int Offer)>> _at = [];

        public OfferMap(BenchInstance instance)
        {
            _instance = instance;
            var ranks = RanksOf(instance.Offers);
            for (var number = 0; number < instance.Offers.Length; number++)
            {
                var offer = instance.Offers[number];
                var stops = instance.Kind == "route" ? offer.Route : [offer.Place];
                for (var stop = 0; stop < stops.Length; stop++)
                {
                    var key = (offer.Category, stops[stop].X, stops[stop].Y);
                    if (!_at.TryGetValue(key, out var there))
                    {
                        _at.Add(key, there = []);
                    }

                    there.Add((ranks[number], stop, number));
                }
            }
        }

        public IEnumerable<Option> OptionsOf(BenchNeed need, int node)
        {
            var near = Near(need, node);

            // By name, not by place in the file.
            near.Sort();
            foreach (var (_, stop, offer) in near)
            {
                foreach (var option in _instance.Kind == "route" ? Legs(offer, stop, need) : Starts(offer, need))
                {
                    yield return option;
                }
            }
        }

        private List<(int Rank, int Stop, int Offer)> Near(BenchNeed need, int node)
        {
            var near = new List<(int Rank, int Stop, int Offer)>();
            for (var dx = -need.Radius; dx <= need.Radius; dx++)
            {
                var left = need.Radius - Math.Abs(dx);
                for (var dy = -left; dy <= left; dy++)
                {
                    if (_at.TryGetValue((need.Category, need.Place.X + dx, need.Place.Y + dy), out var there))
                    {
                        near.AddRange(there.Where(found => Suits(_instance.Offers[found.Offer], need, node)));
                    }
                }
            }

            return near;
        }

        private static int[] RanksOf(BenchOffer[] offers)
        {
            var ids = Array.ConvertAll(offers, offer => offer.Id);
            var order = new int[offers.Length];
            for (var at = 0; at < order.Length; at++)
            {
                order[at] = at;
            }

            Array.Sort(ids, order, StringComparer.Ordinal);
            var ranks = new int[offers.Length];
            for (var rank = 0; rank < order.Length; rank++)
            {
                ranks[order[rank]] = rank;
            }

            return ranks;
        }

        private bool Suits(BenchOffer offer, BenchNeed need, int node) =>
            (need.Required & ~offer.Attributes) == 0
            && (offer.IsFederated || offer.Node == node)
            && (_instance.Kind != "route" || need.Windows.Any(window => window.From <= offer.Departs && offer.Departs < window.To));

        private IEnumerable<Option> Starts(int number, BenchNeed need)
        {
            foreach (var (open, shut) in _instance.Offers[number].Open)
            {
                foreach (var (from, to) in need.Windows)
                {
                    for (var start = Math.Max(open, from); start + need.Length <= Math.Min(shut, to); start++)
                    {
                        yield return new Option(number, start);
                    }
                }
            }
        }

        private IEnumerable<Option> Legs(int number, int boarding, BenchNeed need)
        {
            var trip = _instance.Offers[number];
            for (var leaving = boarding + 1; leaving < trip.Route.Length; leaving++)
            {
                if (Math.Abs(trip.Route[leaving].X - need.To.X) + Math.Abs(trip.Route[leaving].Y - need.To.Y) <= need.Radius)
                {
                    yield return new Option(number, boarding, leaving - boarding);
                }
            }
        }
    }
}
