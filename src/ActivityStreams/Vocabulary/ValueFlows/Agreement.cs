namespace PostMoney.ActivityStreams.Vocabulary.ValueFlows;

/// <summary>Promises that belong together. Offered without an id; the one who accepts gives it one and sends it as <c>result</c>.</summary>
/// <remarks>ValueFlows 1.0, <c>Agreement</c>; FEP-0837.</remarks>
public sealed record Agreement : ActivityObject
{
    /// <summary>An agreement about nothing yet.</summary>
    public Agreement()
        : base("Agreement")
    {
    }

    /// <summary>What was asked for or offered in the first place.</summary>
    public IReadOnlyList<Commitment> Stipulates { get => All<Commitment>("stipulates"); init => PutAll("stipulates", value); }

    /// <summary>What is asked in return. This project never writes it, and has to know that others do.</summary>
    public IReadOnlyList<Commitment> StipulatesReciprocal { get => All<Commitment>("stipulatesReciprocal"); init => PutAll("stipulatesReciprocal", value); }
}
