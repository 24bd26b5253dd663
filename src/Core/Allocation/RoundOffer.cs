using PostMoney.Core.Foundation;

namespace PostMoney.Core.Allocation;

/// <summary>What one offer brings to a round.</summary>
/// <param name="Id">The offer's id or a name for it in this round; a token of at most 64 characters. The transcript shows it.</param>
/// <param name="Window">When the offer holds at all.</param>
/// <param name="Units">
/// For each unit, from unit 1 on: when it is free, inside the window and after every use already promised. Overlapping and
/// touching intervals are joined.
/// </param>
/// <param name="Order">
/// Offers are tried in ascending order, ties by id. Take it from past rounds (contention, or what a provider gave lately),
/// never from the needs of this round, which could be shaped to change it.
/// </param>
public sealed record RoundOffer(string Id, Window Window, IReadOnlyList<IReadOnlyList<Window>> Units, int Order = 0);
