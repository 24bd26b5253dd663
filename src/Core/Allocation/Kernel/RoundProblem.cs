using PostMoney.Core.Allocation.Policies;
using PostMoney.Fairness;
using PostMoney.Fairness.Claims;

namespace PostMoney.Core.Allocation.Kernel;

/// <summary>A frozen round, compiled for the kernels: whose needs could be served by which units at which times.</summary>
/// <remarks>
/// Time is cut where wishes on an offer begin or end. Where the wishes on each offer are the same or apart, a use is one cell,
/// and the kernel is exact; elsewhere it is several in a row. Units that are free at the same times are one resource.
/// What a person used before the round cuts wishes here; quotas are caps of groups and communities.
/// </remarks>
internal sealed class RoundProblem
{
    private readonly RoundInput _input;
    private readonly ResourceMap _resources;
    private readonly List<IReadOnlyList<RoundNeed>> _needsOf = [];
    private readonly List<RoundPerson> _people = [];
    private readonly List<int> _needAt = [];

    private RoundProblem(RoundInput input, Supply supply)
    {
        _input = input;
        Pause = new Pause(input.Terms.Policy.Cooldown);
        var asking = Asking();
        _resources = new ResourceMap(supply, [.. asking.SelectMany(WishesOf)]);
        IsTooLarge = _resources.IsTooLarge;
        Problem = IsTooLarge ? new ProblemBuilder().Build() : Compile(asking);
    }

    /// <summary>Whether it is more than can be drawn within seconds; nothing else is there then.</summary>
    public bool IsTooLarge { get; }

    public AllocationProblem Problem { get; }

    public RoundTerms Terms => _input.Terms;

    public Pause Pause { get; }

    /// <summary>People who claim, by their number in the problem.</summary>
    public IReadOnlyList<RoundPerson> People => _people;

    /// <summary>Each person's needs, in the person's own order: as the policy would have them tried.</summary>
    public IReadOnlyList<IReadOnlyList<RoundNeed>> NeedsOf => _needsOf;

    /// <summary>For each need of the problem its place in the input.</summary>
    public IReadOnlyList<int> NeedAt => _needAt;

    /// <summary>For each cell whether it is reserved (1) or open to all (0).</summary>
    public IReadOnlyList<int> ReservedCells => _resources.ReservedCells;

    /// <summary>Whether people of some community share a cap, so that a round may give out less than the most there is.</summary>
    public bool HasCaps => QuotaPerNode > 0 || QuotaForeign > 0;

    private int QuotaPerNode => Terms.Policy.Parameters[SharedParameters.QuotaPerNode];

    private int QuotaForeign => Terms.Policy.Parameters[SharedParameters.QuotaForeign];

    public static RoundProblem Of(RoundInput input) => new(input, new Supply(input.Offers, input.Terms.Policy.ReservedPercent));

    /// <summary>How many cells a use takes on average over all options, rounded down; 1 at least.</summary>
    public int CellsOfAUse => (int)Math.Max(1, _resources.Steps / Math.Max(1, Problem.OptionCount));

    public RoundNeed NeedOf(int need) => _input.Needs[_needAt[need]];

    /// <summary>The units of a cell, and the time that a use from it on takes.</summary>
    public (UnitGroup Units, Slot Slot) PlaceOf(Given given) => _resources.PlaceOf(given);

    /// <summary>The rank, from 0, of the wish that an option fulfils.</summary>
    public int WishOf(int need, (UnitGroup Units, Slot Slot) place) =>
        NeedOf(need).Wishes.Select(wish => Slot.Of(wish.Window)).ToList().IndexOf(place.Slot);

    /// <summary>The times at which a need of the problem could be served by some unit, were nobody else there.</summary>
    public HashSet<Slot> SlotsOf(int need)
    {
        var slots = new HashSet<Slot>();
        for (var option = Problem.FirstOptionOf(need); option < Problem.FirstOptionOf(need + 1); option++)
        {
            slots.Add(_resources.PlaceOf(new Given(need, Problem.CellOf(option), 1, Problem.LengthOf(option))).Slot);
        }

        return slots;
    }

    /// <summary>What communities may have together, for one run; null where nothing limits them.</summary>
    public CommunityCaps? NewCaps()
    {
        if (!HasCaps)
        {
            return null;
        }

        var caps = new CommunityCaps(_people.Count);
        IEnumerable<int> Where(Func<RoundPerson, bool> isMeant) => Enumerable.Range(0, _people.Count).Where(person => isMeant(_people[person]));
        foreach (var node in _input.Nodes.Where(_ => QuotaPerNode > 0))
        {
            caps.Add(Where(person => person.Node == node.Id), QuotaPerNode - node.UsesSoFar);
        }

        if (QuotaForeign > 0)
        {
            var used = _input.Nodes.Where(node => node.Id != Terms.Home).Sum(node => (long)node.UsesSoFar);
            caps.Add(Where(person => person.Node != Terms.Home), QuotaForeign - used);
        }

        return caps;
    }

    private List<(int Index, RoundNeed Need)> Asking() =>
        [.. _input.Needs.Select((need, index) => (index, need)).Where(entry => !entry.need.IsWithdrawn && entry.need.Offers.Count > 0)];

    private IEnumerable<(RoundNeed Need, Slot Slot)> WishesOf((int Index, RoundNeed Need) asking) =>
        asking.Need.Wishes.Where(wish => !Pause.Cuts(wish)).Select(wish => (asking.Need, Slot.Of(wish.Window))).Distinct();

    private AllocationProblem Compile(List<(int Index, RoundNeed Need)> asking)
    {
        var builder = new ProblemBuilder().WithCooldown(Pause.Length);
        _resources.AddTo(builder);
        var needs = asking.ToLookup(entry => entry.Need.Person, StringComparer.Ordinal);
        foreach (var person in _input.People.Where(person => needs.Contains(person.Id)))
        {
            builder.AddPerson(person.Id);
            var own = needs[person.Id].ToList();
            own.Sort((a, b) => Terms.Policy.CompareOwn(a.Need, b.Need));
            var caps = CapsOf(own.Select(entry => entry.Need));
            for (var place = 0; place < own.Count; place++)
            {
                // Names keep a person's needs together and in their own order.
                builder.AddNeed(
                    FormattableString.Invariant($"{_people.Count:d5}.{place:d5}"),
                    person.Id,
                    (PeriodOf(own[place].Need), caps[PeriodOf(own[place].Need)]),
                    NeedSize.One,
                    WishesOf(own[place]).SelectMany(wish => _resources.OptionsOf(wish.Need, wish.Slot)));
                _needAt.Add(own[place].Index);
            }

            _people.Add(person);
            _needsOf.Add([.. own.Select(entry => entry.Need)]);
        }

        return builder.Build();
    }

    /// <summary>What is left of the person's quota in each period.</summary>
    private Dictionary<long, int> CapsOf(IEnumerable<RoundNeed> own)
    {
        var quota = Terms.Policy.Parameters[SharedParameters.QuotaPerPerson];
        return own.GroupBy(PeriodOf).ToDictionary(
            charged => charged.Key,
            charged => quota == 0 ? int.MaxValue : Math.Max(0, quota - charged.Max(need => need.UsesSoFar)));
    }

    public long PeriodOf(RoundNeed need) =>
        ChargingPeriod.IndexOf(need.Window.From, Terms.Policy.Parameters[SharedParameters.QuotaPeriodDays]);
}
