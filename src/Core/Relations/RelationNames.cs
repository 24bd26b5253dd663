namespace PostMoney.Core.Relations;

/// <summary>The relations that exist.</summary>
public static class RelationNames
{
    /// <summary>Belongs to the node or a group.</summary>
    public const string Member = "member";

    /// <summary>Looks after the node or a group: moderates, allots, appoints.</summary>
    public const string Steward = "steward";

    /// <summary>May read the logs of the node, and change nothing.</summary>
    public const string Auditor = "auditor";

    /// <summary>May see an item that is shown to named people only.</summary>
    public const string Reader = "reader";

    /// <summary>May open the sealed payload of an item, for as long as the relation holds.</summary>
    public const string Opener = "opener";
}

/// <summary>What relations can be about.</summary>
public static class ObjectTypes
{
    /// <summary>This node; its id is <see cref="Guid.Empty"/>.</summary>
    public const string Node = "node";

    /// <summary>A group.</summary>
    public const string Group = "group";

    /// <summary>A need or an offer.</summary>
    public const string Item = "item";
}
