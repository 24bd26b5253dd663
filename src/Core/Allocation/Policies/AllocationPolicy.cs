using System.Text.Json;
using PostMoney.Core.Allocation.Kernel;
using PostMoney.Fairness.Transcripts;

namespace PostMoney.Core.Allocation.Policies;

/// <summary>Rules by which a round is drawn: an order of claims, and the limits that every policy knows.</summary>
/// <remarks>Pure: it sees only what was frozen. <see cref="PolicyCatalog"/> makes them.</remarks>
public abstract class AllocationPolicy
{
    private protected AllocationPolicy(PolicyName name, PolicyParameters parameters)
    {
        Name = name.Name;
        Version = name.Version;
        Parameters = parameters;
    }

    /// <summary>What the community calls it; a token.</summary>
    public string Name { get; }

    /// <summary>Counts from 1 under one name.</summary>
    public int Version { get; }

    /// <summary>Which of <see cref="PolicyCatalog.Kinds"/> it is.</summary>
    public abstract string Kind { get; }

    /// <summary>Its numbers.</summary>
    public PolicyParameters Parameters { get; }

    /// <summary>How far back <see cref="RoundPerson.RecentMinutes"/> is counted, before the round closes.</summary>
    public virtual TimeSpan LookBack => TimeSpan.FromDays(90);

    /// <summary>How long a person pauses between two uses. Zero for no pause.</summary>
    public TimeSpan Cooldown => TimeSpan.FromHours(Parameters[SharedParameters.CooldownHours]);

    /// <summary>SHA-256 over the canonical JSON of kind, name, parameters and version; lower-case hexadecimal.</summary>
    public string Hash => CanonicalJson.HashOf(CanonicalJson.Write(writer => Write(writer, withHash: null)));

    /// <summary>What the order looks at beside the needs themselves.</summary>
    internal virtual PolicyFacts Counts => PolicyFacts.None;

    /// <summary>Whether needs have classes, each of which claims when all more pressing ones are done.</summary>
    internal virtual bool HasClasses => false;

    /// <summary>How many of an offer's hundred units are reserved for a cohort.</summary>
    internal virtual int ReservedPercent => 0;

    /// <summary>Weeks after which a use counts half; 0 where access does not fade because it does not count.</summary>
    internal virtual int HalfLifeWeeks => 0;

    /// <summary>The batch that a need came in; 0 where batches do not count.</summary>
    internal virtual int BatchOf(DateTimeOffset asked) => 0;

    /// <summary>The class of a need; smaller is more pressing.</summary>
    internal virtual int ClassOf(RoundNeed need) => 0;

    /// <summary>Weight of a need, 1 to 64: how many tickets its person may choose the best from.</summary>
    internal virtual int WeightOf(RoundNeed need) => 1;

    /// <summary>The order of claims of one round.</summary>
    /// <param name="round">The round.</param>
    /// <param name="seed">32 bytes; what is drawn is drawn from these alone.</param>
    internal abstract ClaimPlan PlanOf(RoundProblem round, ReadOnlySpan<byte> seed);

    /// <summary>Gives the round out.</summary>
    internal virtual Fairness.Allocation Allocate(RoundProblem round, ClaimPlan plan) =>
        HasClasses ? ShareOut.ByClass(round, plan.Order) : ShareOut.ByOrder(round, plan.Order);

    /// <summary>What the independent certificate finds wrong with a result; empty where nothing is, or where uses take several cells.</summary>
    internal IReadOnlyList<string> Certify(RoundProblem round, ClaimPlan plan, Fairness.Allocation allocation) =>
        !round.Problem.IsSlotKind ? []
            : round.HasCaps ? VerifyAllocation.RunForBounds(round.Problem, allocation)
            : CertifyOrder(round, plan, allocation);

    /// <summary>The same for rounds of slots in which no cap cuts across people.</summary>
    private protected virtual IReadOnlyList<string> CertifyOrder(RoundProblem round, ClaimPlan plan, Fairness.Allocation allocation) => HasClasses
        ? VerifyAllocation.RunByClass(round.Problem, ShareOut.ClassesOf(round), allocation, plan.Order)
        : VerifyAllocation.Run(round.Problem, allocation, plan.Order);

    /// <summary>The order of one person's needs: the most pressing class, then the heaviest, then by arrival.</summary>
    internal int CompareOwn(RoundNeed a, RoundNeed b)
    {
        var byClass = ClassOf(a).CompareTo(ClassOf(b));
        var byWeight = byClass != 0 ? byClass : WeightOf(b).CompareTo(WeightOf(a));
        var byArrival = byWeight != 0 ? byWeight : a.SubmittedOrder.CompareTo(b.SubmittedOrder);
        return byArrival != 0 ? byArrival : string.CompareOrdinal(a.Id, b.Id);
    }

    internal void Write(Utf8JsonWriter writer) => Write(writer, Hash);

    private void Write(Utf8JsonWriter writer, string? withHash)
    {
        writer.WriteStartObject();
        if (withHash is not null)
        {
            writer.WriteString("hash", withHash);
        }

        writer.WriteString("kind", Kind);
        writer.WriteString("name", Name);
        writer.WritePropertyName("parameters");
        Parameters.Write(writer);
        writer.WriteNumber("version", Version);
        writer.WriteEndObject();
    }
}
