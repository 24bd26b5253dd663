namespace PostMoney.Core.Access;

/// <summary>What a permission is asked about, with the facts that the rules need.</summary>
public abstract record Resource
{
    private Resource()
    {
    }

    /// <summary>This node.</summary>
    public sealed record OfNode : Resource;

    /// <summary>A group.</summary>
    /// <param name="Id">Which one.</param>
    public sealed record OfGroup(Guid Id) : Resource;

    /// <summary>An item.</summary>
    /// <param name="Id">Which one.</param>
    /// <param name="Audience">Who wrote it and for whom.</param>
    public sealed record OfItem(Guid Id, IHasAudience Audience) : Resource;

    /// <summary>This node.</summary>
    public static Resource Node { get; } = new OfNode();

    /// <summary>What belongs to a group, or to the node where there is none.</summary>
    public static Resource GroupOrNode(Guid? groupId) => groupId is { } id ? new OfGroup(id) : Node;
}
