namespace PostMoney.Core.Search;

/// <summary>What the index knows of an item: words of its projection.</summary>
public sealed class SearchEntry
{
    /// <summary>Its row in the index.</summary>
    public long Id { get; init; }

    /// <summary>The item.</summary>
    public required Guid ItemId { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; set; }

    /// <summary>Its summary.</summary>
    public required string Summary { get; set; }

    /// <summary>Words of its category and public fields.</summary>
    public required string Words { get; set; }
}
