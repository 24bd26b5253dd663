using FsCheck;
using FsCheck.Fluent;
using PostMoney.Core.Allocation;
using PostMoney.Core.Allocation.Policies;
using PostMoney.Core.Foundation;
using static PostMoney.Core.Tests.Allocation.Town;

namespace PostMoney.Core.Tests.Allocation;

/// <summary>Any small round: few offers, many needs, every rule switched on now and then.</summary>
internal sealed record Plan(
    AllocationPolicy Policy,
    IReadOnlyList<RoundOffer> Offers,
    IReadOnlyList<RoundNode> Nodes,
    IReadOnlyList<RoundPerson> People,
    IReadOnlyList<RoundNeed> Needs)
{
    private static readonly DateTimeOffset _start = At("2027-03-03T00:00:00Z");
    private static readonly string[] _people = ["asha", "bilal", "chidi", "dora", "ewa", "farid"];
    private static readonly string[] _nodes = [Home, Elsewhere, "hilltop"];

    public RoundInput Input => RoundInput.Create(Terms(Policy) with { Turn = Policy.Kind == "round-robin" ? new RoundTurn(2, 6) : null }, Offers, Nodes, People, Needs).Value;

    public static Gen<Plan> Any =>
        from policy in AnyPolicy
        from offers in Several(1, 4, AnyOffer)
        from uses in Gen.Choose(0, 2)
        from people in Gen.CollectToList(_people, id =>
            from node in Gen.Elements(_nodes)
            from minutes in Gen.Choose(0, 3)
            from share in Gen.Choose(1, 3)
            from cohort in Gen.Choose(0, 2)
            from community in Gen.Elements("", "choir", "bakers")
            select new RoundPerson(id, node, minutes * 60)
            {
                Access = minutes * 700,
                Share = share,
                IsOfCohort = cohort == 0,
                Community = community,
                Position = Array.IndexOf(_people, id),
            })
        from slots in Gen.Choose(0, 2)
        from needs in Several(0, 25, AnyNeed(offers.Count))
        select new Plan(
            policy,
            [.. offers.Select((offer, index) => offer with { Id = $"offer-{index}" })],
            [new RoundNode(Elsewhere, uses)],
            people,
            [.. needs.Select((need, index) => (slots == 0 ? OnGrid(need) : need) with { Id = $"need-{index:d2}" })]);

    /// <summary>Any plan, and the same facts handed over in another order.</summary>
    public static Gen<(Plan Plan, Plan Shuffled)> AnyTwice =>
        from plan in Any
        from offers in Gen.Shuffle(plan.Offers.ToArray())
        from people in Gen.Shuffle(plan.People.ToArray())
        from needs in Gen.Shuffle(plan.Needs.ToArray())
        select (plan, plan with
        {
            Offers = offers,
            People = people,
            Needs = [.. needs.Select(need => need with { Offers = [.. need.Offers.Reverse(), .. need.Offers] })],
        });

    public static void Check<T>(Gen<T> any, Action<T> promise, int times = 300) =>
        Prop.ForAll(any.ToArbitrary(), promise).Check(Config.QuickThrowOnFailure.WithMaxTest(times));

    private static Gen<AllocationPolicy> AnyPolicy =>
        from kind in Gen.Elements(PolicyCatalog.Kinds.Select(known => known.Kind))
        from quota in Gen.Choose(0, 3)
        from days in Gen.Elements(0, 2, 30)
        from perNode in Gen.Elements(0, 0, 3)
        from foreign in Gen.Elements(0, 0, 2)
        from cooldown in Gen.Elements(0, 0, 5)
        from moves in Gen.Choose(0, 3)
        select Town.Policy(
            kind,
            (SharedParameters.QuotaPerPerson, quota),
            (SharedParameters.QuotaPeriodDays, days),
            (SharedParameters.QuotaPerNode, perNode),
            (SharedParameters.QuotaForeign, foreign),
            (SharedParameters.CooldownHours, cooldown),
            (SharedParameters.Moves, moves));

    private static Gen<RoundOffer> AnyOffer =>
        from order in Gen.Choose(0, 1)
        from units in Several(1, 3, Several(0, 3, AnyWindow(30)))
        select new RoundOffer("", new Window(_start, _start.AddDays(10)), units, order);

    private static Gen<RoundNeed> AnyNeed(int offers) =>
        from person in Gen.Elements(_people)
        from window in AnyWindow(12)
        from eligible in Gen.SubListOf(Enumerable.Range(0, offers).Select(index => $"offer-{index}"))
        from waited in Gen.Choose(0, 12)
        from priority in Gen.Choose(0, 3)
        from uses in Gen.Choose(0, 1)
        from urgent in Gen.Choose(0, 3)
        from withdrawn in Gen.Choose(0, 9)
        from last in Gen.Choose(-40, 10)
        from others in Several(0, 2, AnyWindow(12))
        from submitted in Gen.Choose(0, 3)
        select new RoundNeed("", person, window, [.. eligible])
        {
            RoundsWaited = waited,
            Priority = priority,
            Batch = priority,
            UsesSoFar = uses,
            IsUrgent = urgent == 0,
            IsWithdrawn = withdrawn == 0,
            LastUseEnd = last < -20 ? null : _start.AddHours(last),
            Others = [.. others.Select(other => new RoundWish(other, last < -20 ? null : _start.AddHours(last)))],
            SubmittedOrder = submitted,
        };

    private static RoundNeed OnGrid(RoundNeed need) => need with
    {
        Window = OnGrid(need.Window),
        Others = [.. need.Others.Select(other => other with { Window = OnGrid(other.Window) })],
    };

    private static Window OnGrid(Window window)
    {
        var from = _start.AddHours((int)(window.From - _start).TotalHours / 8 * 8);
        return new Window(from, from.AddHours(8));
    }

    private static Gen<Window> AnyWindow(int maxHours) =>
        from hour in Gen.Choose(0, 80)
        from length in Gen.Choose(1, maxHours)
        select new Window(_start.AddHours(hour), _start.AddHours(hour + length));

    private static Gen<IReadOnlyList<T>> Several<T>(int min, int max, Gen<T> one) =>
        from count in Gen.Choose(min, max)
        from items in Gen.ListOf(one, count)
        select (IReadOnlyList<T>)[.. items];
}
