using PostMoney.Core.Allocation.Policies;
using PostMoney.Fairness;

namespace PostMoney.Core.Allocation.Kernel;

/// <summary>A person's turn to be given one more unit: for which need, and where that stands in the order.</summary>
/// <param name="Need">Index of the need.</param>
/// <param name="Granted">Units that the person was granted in this round before.</param>
/// <param name="Rank">The policy's part of the key.</param>
/// <param name="Key">The drawn part; two people never share it, so no id ever decides.</param>
/// <param name="Weight">How many tickets the key was chosen from.</param>
internal sealed record Claim(int Need, int Granted, ClaimRank Rank, TicketKey Key, int Weight)
{
    public static IComparer<Claim> Order { get; } = Comparer<Claim>.Create((a, b) =>
        a.Rank.CompareTo(b.Rank) is var byRank and not 0 ? byRank : a.Key.CompareTo(b.Key));
}
