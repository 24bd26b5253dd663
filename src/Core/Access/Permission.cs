namespace PostMoney.Core.Access;

/// <summary>What one can be allowed to do.</summary>
public enum Permission
{
    /// <summary>Use the node as a member: read members' pages, publish, ask.</summary>
    TakePart,

    /// <summary>See an item's projection.</summary>
    See,

    /// <summary>Publish for a group, or show something to a group alone.</summary>
    PublishForGroup,

    /// <summary>Revise or withdraw an item.</summary>
    Change,

    /// <summary>Open an item's sealed payload.</summary>
    Open,

    /// <summary>Read who has opened an item's payload.</summary>
    ReadOpenings,

    /// <summary>Allot what a group or the node has to give: rounds, matching by hand, returns, maintenance.</summary>
    Allot,

    /// <summary>Decide who is a member, and who a steward.</summary>
    DecideMembership,

    /// <summary>Change the node itself: settings, categories, policies.</summary>
    Govern,

    /// <summary>Read the logs.</summary>
    Audit,
}
