namespace PostMoney.Core.Allocation.Pools;

/// <summary>A member's lasting place in a pool where people take turns, by when they first took part in a round of it.</summary>
public sealed class PoolPlace
{
    /// <summary>The pool.</summary>
    public required Guid PoolId { get; init; }

    /// <summary>The member.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>From 0; nobody's ever changes.</summary>
    public required int Position { get; init; }
}
