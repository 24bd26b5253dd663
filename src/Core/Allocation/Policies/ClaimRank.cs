namespace PostMoney.Core.Allocation.Policies;

/// <summary>The part of a claim's key that is not drawn: two integers, compared in turn, smaller first.</summary>
internal readonly record struct ClaimRank(long First, long Second)
{
    public int CompareTo(ClaimRank other) =>
        First.CompareTo(other.First) is var byFirst and not 0 ? byFirst : Second.CompareTo(other.Second);
}
