using PostMoney.Core.Allocation.Policies;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Allocation;

/// <summary>Checks what is handed over for a round, and puts it into the one order that it is published in.</summary>
internal sealed class RoundFreezing(RoundTerms terms)
{
    private readonly List<Refusal> _refusals = [];

    public Result<RoundInput> Freeze(
        IEnumerable<RoundOffer> offers,
        IEnumerable<RoundNode> nodes,
        IEnumerable<RoundPerson> people,
        IEnumerable<RoundNeed> needs)
    {
        CheckTerms();
        var frozenOffers = Sorted(offers.Select(Freeze), offer => offer.Id, "offer");
        var frozenNeeds = Sorted(OneCountEach(needs.Select(Freeze)), need => need.Id, "need");
        var asking = frozenNeeds.Select(need => need.Person).ToHashSet(StringComparer.Ordinal);
        var frozenPeople = Sorted(people.Where(person => asking.Contains(person.Id)).Select(Freeze), person => person.Id, "person");
        var frozenNodes = WithNodesOf(frozenPeople, nodes.ToList());
        CheckReferences(frozenOffers, frozenPeople, frozenNeeds);
        if (_refusals.Count == 0)
        {
            CheckSize(frozenOffers, frozenNeeds);
        }

        if (_refusals.Count > 0)
        {
            return _refusals[0];
        }

        var input = new RoundInput(terms, frozenOffers, frozenNodes, frozenPeople, frozenNeeds);
        return input.Problem.IsTooLarge ? RoundRefusals.TooLarge : input;
    }

    private void CheckTerms()
    {
        Require(RoundText.IsUuid(terms.Round), RoundRefusals.NotARound);
        Require(RoundText.IsToken(terms.Pool), RoundRefusals.BadId("pool"));
        Require(RoundText.IsToken(terms.Home), RoundRefusals.BadId("node"));
        Require(IsWindow(new Window(terms.OpenedAt, terms.ClosedAt)), RoundRefusals.NotAnOpening);
        Require(terms.Turn is null == !Counts(PolicyFacts.Turn), RoundRefusals.NoTurn);
        Require(terms.Turn is not { } turn || (IsCount(turn.First) && IsCount(turn.Size) && turn.First < Math.Max(1, turn.Size)), RoundRefusals.NoTurn);
    }

    private RoundOffer Freeze(RoundOffer offer)
    {
        Require(IsWindow(offer.Window), RoundRefusals.BadWindow("offer"));
        Require(IsCount(offer.Order), RoundRefusals.BadCount("offer"));
        Require(offer.Units.Count > 0, RoundRefusals.BadCount("offer"));
        foreach (var free in offer.Units.SelectMany(unit => unit))
        {
            Require(IsWindow(free) && offer.Window.Contains(free), RoundRefusals.BadWindow("offer"));
        }

        return offer with { Units = [.. offer.Units.Select(Joined)] };
    }

    private RoundNeed Freeze(RoundNeed need)
    {
        Require(need.Wishes.All(wish => IsWindow(wish.Window) && IsMoment(wish.LastUseEnd) && IsMoment(wish.NextUseFrom)), RoundRefusals.BadWindow("need"));
        Require(need.Others.Count <= RoundLimits.MaxOtherWishes, RoundRefusals.BadCount("need"));
        Require(
            IsCount(need.RoundsWaited) && need.Priority is >= RoundLimits.MostPressing and <= RoundLimits.LeastPressing
                && IsCount(need.UsesSoFar) && IsCount(need.SubmittedOrder) && IsCount(need.Batch),
            RoundRefusals.BadCount("need"));
        var hasQuota = terms.Policy.Parameters[SharedParameters.QuotaPerPerson] > 0;
        var hasCooldown = terms.Policy.Cooldown > TimeSpan.Zero;
        return need with
        {
            Offers = [.. need.Offers.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Priority = Counts(PolicyFacts.Class) ? need.Priority : RoundNeed.OrdinaryPriority,
            Batch = Counts(PolicyFacts.Batch) ? need.Batch : 0,
            UsesSoFar = hasQuota ? need.UsesSoFar : 0,
            LastUseEnd = hasCooldown ? need.LastUseEnd : null,
            NextUseFrom = hasCooldown ? need.NextUseFrom : null,
            Others = [.. need.Others.Select(wish => hasCooldown ? wish : new RoundWish(wish.Window))],
        };
    }

    /// <summary>One person's needs of one period are charged to one quota, which has one count.</summary>
    private IEnumerable<RoundNeed> OneCountEach(IEnumerable<RoundNeed> needs) => needs
        .GroupBy(need => (need.Person, ChargingPeriod.IndexOf(need.Window.From, terms.Policy.Parameters[SharedParameters.QuotaPeriodDays])))
        .SelectMany(charged => charged.Select(need => need with { UsesSoFar = charged.Max(other => other.UsesSoFar) }));

    private RoundPerson Freeze(RoundPerson person)
    {
        Require(
            IsCount(person.RecentMinutes) && IsCount(person.Access) && person.Share is >= 1 and <= RoundLimits.MaxShare
                && IsCount(person.Position) && (terms.Turn is not { } turn || person.Position < turn.Size),
            RoundRefusals.BadCount("person"));
        Require(person.Community.Length == 0 || RoundText.IsToken(person.Community), RoundRefusals.BadId("community"));
        return new RoundPerson(person.Id, person.Node, Counts(PolicyFacts.RecentUse) ? person.RecentMinutes : 0)
        {
            Access = Counts(PolicyFacts.Access) ? person.Access : 0,
            Share = Counts(PolicyFacts.Share) ? person.Share : 1,
            Position = Counts(PolicyFacts.Turn) ? person.Position : 0,
            IsOfCohort = Counts(PolicyFacts.Cohort) && person.IsOfCohort,
            Community = Counts(PolicyFacts.Community) ? person.Community : "",
        };
    }

    private static List<Window> Joined(IReadOnlyList<Window> free)
    {
        var joined = new List<Window>(free.Count);
        foreach (var next in free.OrderBy(window => window.From).ThenBy(window => window.To))
        {
            if (joined.Count > 0 && next.From <= joined[^1].To)
            {
                joined[^1] = joined[^1] with { To = next.To > joined[^1].To ? next.To : joined[^1].To };
                continue;
            }

            joined.Add(next);
        }

        return joined;
    }

    private List<RoundNode> WithNodesOf(IEnumerable<RoundPerson> people, IReadOnlyList<RoundNode> nodes)
    {
        Require(nodes.All(node => IsCount(node.UsesSoFar)), RoundRefusals.BadCount("node"));
        var named = nodes.Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        var missing = people.Select(person => person.Node).Where(id => !named.Contains(id)).Distinct(StringComparer.Ordinal);
        return Sorted(nodes.Concat(missing.Select(id => new RoundNode(id))), node => node.Id, "node");
    }

    private void CheckReferences(List<RoundOffer> offers, List<RoundPerson> people, List<RoundNeed> needs)
    {
        var knownPeople = people.Select(person => person.Id).ToHashSet(StringComparer.Ordinal);
        var knownOffers = offers.Select(offer => offer.Id).ToHashSet(StringComparer.Ordinal);
        Require(needs.All(need => knownPeople.Contains(need.Person)), RoundRefusals.Unknown("person"));
        Require(needs.All(need => need.Offers.All(knownOffers.Contains)), RoundRefusals.Unknown("offer"));
    }

    private void CheckSize(List<RoundOffer> offers, List<RoundNeed> needs)
    {
        var units = offers.ToDictionary(offer => offer.Id, offer => (long)offer.Units.Count, StringComparer.Ordinal);
        Require(
            needs.Count <= RoundLimits.MaxNeeds
                && offers.Count <= RoundLimits.MaxOffers
                && units.Values.Sum() <= RoundLimits.MaxUnits
                && offers.Sum(offer => offer.Units.Sum(unit => (long)unit.Count)) <= RoundLimits.MaxFreeIntervals
                && needs.Sum(need => need.Offers.Sum(offer => units[offer]) * (1 + need.Others.Count)) <= RoundLimits.MaxOptions,
            RoundRefusals.TooLarge);
    }

    /// <summary>Ordinal order of ids; ids are ASCII, so this is the order of their bytes.</summary>
    private List<T> Sorted<T>(IEnumerable<T> items, Func<T, string> idOf, string what)
    {
        var sorted = items.OrderBy(idOf, StringComparer.Ordinal).ToList();
        Require(sorted.All(item => RoundText.IsToken(idOf(item))), RoundRefusals.BadId(what));
        Require(sorted.Zip(sorted.Skip(1)).All(pair => idOf(pair.First) != idOf(pair.Second)), RoundRefusals.BadId(what));
        return sorted;
    }

    private void Require(bool holds, Refusal otherwise)
    {
        if (!holds)
        {
            _refusals.Add(otherwise);
        }
    }

    private bool Counts(PolicyFacts fact) => terms.Policy.Counts.HasFlag(fact);

    private static bool IsCount(int value) => value is >= 0 and <= RoundLimits.MaxCount;

    private static bool IsWindow(Window window) =>
        window.IsValid && RoundText.IsMoment(window.From) && RoundText.IsMoment(window.To);

    private static bool IsMoment(DateTimeOffset? moment) => moment is not { } given || RoundText.IsMoment(given);
}
