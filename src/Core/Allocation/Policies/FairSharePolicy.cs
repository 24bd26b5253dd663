using PostMoney.Core.Allocation.Kernel;
using PostMoney.Fairness.Claims;
using PostMoney.Fairness.Transcripts;

namespace PostMoney.Core.Allocation.Policies;

/// <summary>Shared out among communities first and then among their people: at every branch, who used least for their share goes next.</summary>
/// <remarks>
/// A tree of nodes, communities within a node, people. Usage is minutes in the look-back, and what a round gives counts at once, by the
/// person's longest need. Ties go by the ticket of the branch's name, <c>node:…</c> or <c>community:…</c>, or of the person.
/// </remarks>
public sealed class FairSharePolicy : AllocationPolicy
{
    private const string LookBackDays = "lookBackDays";

    private FairSharePolicy(PolicyName name, PolicyParameters parameters)
        : base(name, parameters)
    {
    }

    /// <inheritdoc />
    public override string Kind => "fair-share";

    /// <inheritdoc />
    public override TimeSpan LookBack => TimeSpan.FromDays(Parameters[LookBackDays]);

    internal override PolicyFacts Counts => PolicyFacts.RecentUse | PolicyFacts.Share | PolicyFacts.Community;

    internal static PolicyKind Description { get; } = new(
        "fair-share",
        "Fair share of communities",
        "Each community has an equal share, however many ask from it, and within a community whoever used least comes first. A person counts for the "
            + "group that they have belonged to longest. People and communities that used equally little draw tickets.",
        [
            .. SharedParameters.All,
            new(LookBackDays, "Look-back", "How many days of past use count.", 90, 1, 366),
        ],
        (name, parameters) => new FairSharePolicy(name, parameters));

    internal override ClaimPlan PlanOf(RoundProblem round, ReadOnlySpan<byte> seed)
    {
        var tickets = PersonTickets.Of(round, seed);
        string[] names = [.. round.People.SelectMany(BranchesOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var places = Tickets.Places(seed, names);
        var placeOf = names.Select((name, number) => (name, number)).ToDictionary(pair => pair.name, pair => places[pair.number], StringComparer.Ordinal);
        return ClaimPlan.By((person, granted) => new ClaimKey(granted, 0, 1, tickets.PlaceOf(person, 0)), tickets.TicketOf) with
        {
            NewTree = () => TreeOf(round, placeOf, tickets),
        };
    }

    internal override Fairness.Allocation Allocate(RoundProblem round, ClaimPlan plan) =>
        ShareOut.ByTree(round, plan.NewTree!(), person => round.NeedsOf[person].Max(LeastUsedFirstPolicy.MinutesOf));

    private protected override IReadOnlyList<string> CertifyOrder(RoundProblem round, ClaimPlan plan, Fairness.Allocation allocation) =>
        VerifyAllocation.RunForWaste(round.Problem, allocation);

    /// <summary>The branches above a person, from the root on.</summary>
    private static IEnumerable<string> BranchesOf(RoundPerson person) => person.Community.Length == 0
        ? [$"node:{person.Node}"]
        : [$"node:{person.Node}", $"community:{person.Node}:{person.Community}"];

    private static ShareTree TreeOf(RoundProblem round, Dictionary<string, int> placeOf, PersonTickets tickets)
    {
        var (tree, branches) = (new ShareTree(), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var number = 0; number < round.People.Count; number++)
        {
            var (person, under) = (round.People[number], ShareTree.Root);
            foreach (var name in BranchesOf(person))
            {
                if (!branches.TryGetValue(name, out var branch))
                {
                    branches.Add(name, branch = tree.AddBranch(under, 1, placeOf[name]));
                }

                under = branch;
            }

            tree.AddPerson(under, number, person.Share, person.RecentMinutes, tickets.PlaceOf(number, 0));
        }

        return tree;
    }
}
