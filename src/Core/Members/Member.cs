using PostMoney.Core.Foundation;

namespace PostMoney.Core.Members;

/// <summary>A person with an account on this node: a passport, a handle and a name.</summary>
public sealed class Member
{
    // Pending → Active ⇄ Suspended
    //    ↓        ↓         ↓
    // Refused    Left      Left
    private static readonly Dictionary<MemberState, MemberState[]> _next = new()
    {
        [MemberState.Pending] = [MemberState.Active, MemberState.Refused],
        [MemberState.Active] = [MemberState.Suspended, MemberState.Left],
        [MemberState.Suspended] = [MemberState.Active, MemberState.Left],
        [MemberState.Refused] = [MemberState.Active],
        [MemberState.Left] = [],
    };

    /// <summary>Their id here; it means nothing elsewhere.</summary>
    public required Guid Id { get; init; }

    /// <summary>Their passport, a <c>did:key</c>.</summary>
    public required string Did { get; init; }

    /// <summary>What they are called in addresses: 2 to 30 small letters, digits and underscores.</summary>
    public required string Handle { get; init; }

    /// <summary>What they are called by people, at most 60 characters.</summary>
    public required string DisplayName { get; set; }

    /// <summary>What they say of themselves, as they wrote it; may be empty.</summary>
    public string Biography { get; set; } = "";

    /// <summary>Who keeps the passport's key.</summary>
    public required Custody Custody { get; init; }

    /// <summary>Where they stand.</summary>
    public required MemberState State { get; set; }

    /// <summary>What they wrote to the stewards when they asked to join; may be empty.</summary>
    public string Application { get; init; } = "";

    /// <summary>The theme they chose, or null for the node's.</summary>
    public string? Theme { get; set; }

    /// <summary><c>light</c> or <c>dark</c>, or null for what their device prefers.</summary>
    public string? Scheme { get; set; }

    /// <summary>When they joined or asked to.</summary>
    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>When a steward last decided about them.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Which steward did.</summary>
    public Guid? DecidedBy { get; private set; }

    /// <summary>Moves on to another state.</summary>
    public Result<Done> MoveTo(MemberState state, Guid? by, DateTimeOffset at)
    {
        if (!_next[State].Contains(state))
        {
            return MemberRefusals.NotFrom(State, state);
        }

        State = state;
        DecidedAt = at;
        DecidedBy = by;
        return Done.Value;
    }
}

/// <summary>Where a member stands.</summary>
public enum MemberState
{
    /// <summary>Has asked to join; stewards have not decided.</summary>
    Pending,

    /// <summary>Takes part.</summary>
    Active,

    /// <summary>Was not admitted.</summary>
    Refused,

    /// <summary>Is kept out for now.</summary>
    Suspended,

    /// <summary>Has left.</summary>
    Left,
}

/// <summary>Who keeps a passport's key.</summary>
public enum Custody
{
    /// <summary>The member, in browsers and on paper.</summary>
    Member,

    /// <summary>This node, under the member's passphrase.</summary>
    Node,
}
