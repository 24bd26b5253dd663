namespace PostMoney.Fairness.Claims;

/// <summary>Max-min fairness over access (leximin): whoever had least for their share claims next; a tie goes by ticket.</summary>
/// <param name="access">Decayed past access of each person, in thousandths of a use.</param>
/// <param name="shares">What each person is entitled to, 1 or more, or null where all are alike.</param>
/// <param name="tickets">Each person's place by ticket.</param>
/// <param name="unit">What one unit adds to access: 1000 for a use, 125 for a chunk-hour.</param>
/// <remarks>Key ((y + unit·k) ÷ s, ticket), compared by cross-multiplication; P4 of allocation.md §2.5.</remarks>
public sealed class LeastAccessFirst(IReadOnlyList<long> access, IReadOnlyList<int>? shares, int[] tickets, int unit = 1000) : ClaimOrder
{
    /// <inheritdoc />
    public override ClaimKey KeyOf(int person, int granted) => new(
        0, (ulong)(access[person] + ((long)unit * granted)), shares is null ? 1 : (ulong)shares[person], tickets[person]);
}
