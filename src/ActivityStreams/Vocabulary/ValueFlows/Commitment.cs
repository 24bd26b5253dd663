namespace PostMoney.ActivityStreams.Vocabulary.ValueFlows;

/// <summary>What somebody has promised.</summary>
/// <remarks>ValueFlows 1.0, <c>Commitment</c>; FEP-0837, FEP-3264. Our permits are agreements of one.</remarks>
public sealed record Commitment : EconomicFlow
{
    /// <summary>A promise of nothing yet.</summary>
    public Commitment()
        : base("Commitment")
    {
    }

    /// <summary>The <see cref="Intent"/> that is met.</summary>
    public ActivityObject? Satisfies { get => One<ActivityObject>("satisfies"); init => PutOne("satisfies", value); }

    /// <summary>The <see cref="Agreement"/> that it is part of.</summary>
    public ActivityObject? ClauseOf { get => One<ActivityObject>("clauseOf"); init => PutOne("clauseOf", value); }
}
