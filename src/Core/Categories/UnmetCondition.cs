namespace PostMoney.Core.Categories;

/// <summary>One thing that a need asks and an offer lacks, or the other way round.</summary>
/// <param name="Field">The field that asks, such as <c>constraints.battery</c> or <c>requirements.purposes</c>; empty when the two are of different topics.</param>
/// <param name="Sentence">In words for whoever looks at the two: "Needs battery life of at least 3 hours; this one has 2 hours."</param>
public sealed record UnmetCondition(string Field, string Sentence);
