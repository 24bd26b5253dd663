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
                options => map.AddOptions(need, instance.People[need.Person].Node, options));
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
}
