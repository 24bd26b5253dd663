namespace PostMoney.Core.Access;

/// <summary>Something that was written by somebody for somebody.</summary>
public interface IHasAudience
{
    /// <summary>Its id.</summary>
    Guid Id { get; }

    /// <summary>The member or the group that wrote it.</summary>
    Guid AuthorId { get; }

    /// <summary>The group that it was published for, or null.</summary>
    Guid? GroupId { get; }

    /// <summary>Who may see it.</summary>
    Visibility Visibility { get; }
}

/// <summary>Who may see an item.</summary>
public enum Visibility
{
    /// <summary>Everybody, members or not.</summary>
    Public,

    /// <summary>Members of this node.</summary>
    Node,

    /// <summary>Members of one group.</summary>
    Group,

    /// <summary>Named people.</summary>
    Direct,
}
