using PostMoney.Core.Allocation.Pools;

namespace PostMoney.Core.Allocation.Rounds;

/// <summary>A round's input with the needs behind its pseudonyms. The names never leave the node.</summary>
/// <param name="Input">What the draw sees, and the transcript shows.</param>
/// <param name="NeedIds">Needs by pseudonym.</param>
/// <param name="LeftOut">Needs of the pool that are not in the round.</param>
/// <param name="FreshPlaces">Places of people who take part in turns for the first time; kept once it is drawn.</param>
internal sealed record FrozenRound(
    RoundInput Input, IReadOnlyDictionary<string, Guid> NeedIds, IReadOnlyList<LeftOut> LeftOut,
    IReadOnlyList<PoolPlace> FreshPlaces);

/// <summary>A need that a round could not take.</summary>
/// <param name="NeedId">The need.</param>
/// <param name="IsForNow">Whether the round is full, so that it takes part in the next; otherwise no round can hold its window.</param>
internal sealed record LeftOut(Guid NeedId, bool IsForNow);
