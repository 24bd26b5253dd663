namespace PostMoney.Core.Categories;

/// <summary>One version of a category as this node keeps it. It never changes; a new version is a new one.</summary>
public sealed class Category
{
    /// <summary>Its name with the version, such as <c>need.tool@v1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>For needs or for offers.</summary>
    public required ItemKind Kind { get; init; }

    /// <summary>What needs and offers share, such as <c>tool</c>.</summary>
    public required string Topic { get; init; }

    /// <summary>1, 2, 3 …</summary>
    public required int Version { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>The JSON Schema.</summary>
    public required string Schema { get; init; }

    /// <summary>The steward who added it, or null where it came with the program.</summary>
    public Guid? AddedBy { get; init; }

    /// <summary>When it was added.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Since when it takes nothing new: a newer version is there, or a steward said so.</summary>
    public DateTimeOffset? RetiredAt { get; set; }
}
