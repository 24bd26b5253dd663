namespace PostMoney.ActivityStreams.Vocabulary.ValueFlows;

/// <summary>What somebody wishes to give or to have, before anybody has promised it.</summary>
/// <remarks>ValueFlows 1.0, <c>Intent</c>; FEP-0837. Our needs and offers publish one each.</remarks>
public sealed record Intent : EconomicFlow
{
    /// <summary>An intent to do nothing yet.</summary>
    public Intent()
        : base("Intent")
    {
    }

    /// <summary>How much there is at the moment.</summary>
    public Measure? AvailableQuantity { get => One<Measure>("availableQuantity"); init => PutOne("availableQuantity", value); }

    /// <summary>The least that can be asked for.</summary>
    public Measure? MinimumQuantity { get => One<Measure>("minimumQuantity"); init => PutOne("minimumQuantity", value); }
}
