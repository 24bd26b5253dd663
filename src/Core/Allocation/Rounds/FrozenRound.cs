namespace PostMoney.Core.Allocation.Rounds;

/// <summary>A round's input with the needs behind its pseudonyms. The names never leave the node.</summary>
/// <param name="Input">What the draw sees, and the transcript shows.</param>
/// <param name="NeedIds">Needs by pseudonym.</param>
internal sealed record FrozenRound(RoundInput Input, IReadOnlyDictionary<string, Guid> NeedIds);
