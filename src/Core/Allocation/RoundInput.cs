using PostMoney.Core.Allocation.Kernel;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Allocation;

/// <summary>Everything that a round was drawn from, frozen: in canonical order, whatever order it was handed over in.</summary>
/// <remarks>
/// Pure data. Its transcript shows all of it, so it must hold pseudonyms and no text. Past use and
/// attested class are forgotten when it is made, where the policy does not look at them.
/// </remarks>
public sealed class RoundInput
{
    private readonly Lazy<RoundLock> _lock;
    private readonly Lazy<RoundProblem> _problem;

    internal RoundInput(
        RoundTerms terms,
        IReadOnlyList<RoundOffer> offers,
        IReadOnlyList<RoundNode> nodes,
        IReadOnlyList<RoundPerson> people,
        IReadOnlyList<RoundNeed> needs)
    {
        Terms = terms;
        Offers = offers;
        Nodes = nodes;
        People = people;
        Needs = needs;
        _lock = new Lazy<RoundLock>(() => RoundLock.Of(this));
        _problem = new Lazy<RoundProblem>(() => RoundProblem.Of(this));
    }

    /// <summary>What stood when the round opened.</summary>
    public RoundTerms Terms { get; }

    /// <summary>Offers by id.</summary>
    public IReadOnlyList<RoundOffer> Offers { get; }

    /// <summary>Nodes by id: every node that somebody belongs to, and every other one that was named.</summary>
    public IReadOnlyList<RoundNode> Nodes { get; }

    /// <summary>People who ask, by id.</summary>
    public IReadOnlyList<RoundPerson> People { get; }

    /// <summary>Needs by id.</summary>
    public IReadOnlyList<RoundNeed> Needs { get; }

    /// <summary>SHA-256 of the canonical lock document; sign and publish it before the draw. Lower-case hexadecimal.</summary>
    public string LockHash => _lock.Value.Hash;

    internal RoundLock Lock => _lock.Value;

    /// <summary>The windows of a need that no earlier or promised use of its person cuts, the best first.</summary>
    internal IReadOnlyList<Window> UncutWindowsOf(RoundNeed need)
    {
        var pause = new Pause(Terms.Policy.Cooldown);
        return [.. need.Wishes.Where(wish => !pause.Cuts(wish)).Select(wish => wish.Window)];
    }

    internal RoundProblem Problem => _problem.Value;

    /// <summary>Freezes a round.</summary>
    /// <param name="terms">What stood when it opened.</param>
    /// <param name="offers">What can be given.</param>
    /// <param name="nodes">Nodes that already hold units; the others may be left out.</param>
    /// <param name="people">Who asks; people without a need are left out of the round.</param>
    /// <param name="needs">What is asked for.</param>
    /// <returns>The input, or the first of <see cref="RoundRefusals"/> that applies.</returns>
    public static Result<RoundInput> Create(
        RoundTerms terms,
        IEnumerable<RoundOffer> offers,
        IEnumerable<RoundNode> nodes,
        IEnumerable<RoundPerson> people,
        IEnumerable<RoundNeed> needs) => new RoundFreezing(terms).Freeze(offers, nodes, people, needs);
}
