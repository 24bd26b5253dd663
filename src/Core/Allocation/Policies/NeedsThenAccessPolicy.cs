using PostMoney.Core.Allocation.Kernel;

namespace PostMoney.Core.Allocation.Policies;

/// <summary>The most pressing attested class of need comes first, with ageing; inside a class, whoever had least access.</summary>
/// <remarks>Classes as <see cref="NeedsFirstPolicy"/> has them, keys inside one as <see cref="MaxMinPolicy"/> has them.</remarks>
public sealed class NeedsThenAccessPolicy : AllocationPolicy
{
    private NeedsThenAccessPolicy(PolicyName name, PolicyParameters parameters)
        : base(name, parameters)
    {
    }

    /// <inheritdoc />
    public override string Kind => "needs-then-access";

    internal override PolicyFacts Counts => PolicyFacts.Class | PolicyFacts.Access | PolicyFacts.Share;

    internal override bool HasClasses => true;

    internal override int HalfLifeWeeks => Parameters[FadingAccess.HalfLife];

    internal static PolicyKind Description { get; } = new(
        "needs-then-access",
        "Needs first, then least access",
        "Needs that a steward attested as more pressing come first. Waiting lifts a need from class to class, so that nobody waits for ever. "
            + "Inside a class, whoever had the fewest uses of late comes first.",
        [.. SharedParameters.All, NeedsFirstPolicy.AgeingParameter, FadingAccess.HalfLifeParameter],
        (name, parameters) => new NeedsThenAccessPolicy(name, parameters));

    internal override int ClassOf(RoundNeed need) => NeedsFirstPolicy.ClassOf(need, Parameters);

    internal override ClaimPlan PlanOf(RoundProblem round, ReadOnlySpan<byte> seed) => MaxMinPolicy.PlanOf(round, PersonTickets.Of(round, seed));
}
