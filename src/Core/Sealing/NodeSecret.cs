namespace PostMoney.Core.Sealing;

/// <summary>A secret of the node at rest: wrapped under the node key, bound to its name.</summary>
public sealed class NodeSecret
{
    /// <summary>What it is, such as <c>passport:node</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The wrapped bytes.</summary>
    public required byte[] Box { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
