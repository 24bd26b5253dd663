namespace PostMoney.Fairness.Claims;

/// <summary>Where a claim stands: by <paramref name="Rank"/>, then by amount ÷ share compared exactly, then by ticket.</summary>
/// <param name="Rank">A class, a batch, or the number of units granted before.</param>
/// <param name="Amount">What is divided by the share.</param>
/// <param name="Share">1 or more.</param>
/// <param name="Ticket">Place of the person's or need's ticket among all tickets of the round, from 0; never an id's own order.</param>
public readonly record struct ClaimKey(long Rank, ulong Amount, ulong Share, int Ticket) : IComparable<ClaimKey>
{
    /// <inheritdoc />
    public int CompareTo(ClaimKey other)
    {
        if (Rank != other.Rank)
        {
            return Rank < other.Rank ? -1 : 1;
        }

        if (Share == other.Share)
        {
            return Amount != other.Amount ? Amount.CompareTo(other.Amount) : Ticket.CompareTo(other.Ticket);
        }

        var (mine, theirs) = ((UInt128)Amount * other.Share, (UInt128)other.Amount * Share);
        return mine != theirs ? mine.CompareTo(theirs) : Ticket.CompareTo(other.Ticket);
    }

    /// <summary>Whether one claim comes before another.</summary>
    public static bool operator <(ClaimKey left, ClaimKey right) => left.CompareTo(right) < 0;

    /// <summary>Whether one claim comes after another.</summary>
    public static bool operator >(ClaimKey left, ClaimKey right) => left.CompareTo(right) > 0;

    /// <summary>Whether one claim does not come after another.</summary>
    public static bool operator <=(ClaimKey left, ClaimKey right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one claim does not come before another.</summary>
    public static bool operator >=(ClaimKey left, ClaimKey right) => left.CompareTo(right) >= 0;
}
