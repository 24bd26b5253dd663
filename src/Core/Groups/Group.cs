namespace PostMoney.Core.Groups;

/// <summary>Members who share something: a tool library, a car pool, a house.</summary>
public sealed class Group
{
    /// <summary>Its id here.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is called in addresses: 2 to 40 small letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>What people call it, at most 80 characters.</summary>
    public required string Title { get; set; }

    /// <summary>What it is for, at most 500 characters.</summary>
    public required string Summary { get; set; }

    /// <summary>Its passport, which the node keeps and its stewards use.</summary>
    public required string Did { get; init; }

    /// <summary>How one becomes a member of it.</summary>
    public required GroupJoining Joining { get; set; }

    /// <summary>How far it is known on the fediverse.</summary>
    public GroupReach Reach { get; set; } = GroupReach.Open;

    /// <summary>When it was founded.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>How one becomes a member of a group.</summary>
public enum GroupJoining
{
    /// <summary>Any member of the node can.</summary>
    Open,

    /// <summary>Its stewards add people.</summary>
    Asked,
}

/// <summary>How far a group is known on the fediverse. What is said among its members alone never leaves the node, whatever this is.</summary>
public enum GroupReach
{
    /// <summary>Anybody finds and follows it, and it passes on what its members and followers say to it before everybody.</summary>
    Open,

    /// <summary>Anybody finds it, its stewards decide who follows it, and it passes nothing on.</summary>
    Asked,

    /// <summary>Outside this community nobody learns that it is there.</summary>
    Hidden,
}
