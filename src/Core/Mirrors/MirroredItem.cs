using PostMoney.Core.Categories;

namespace PostMoney.Core.Mirrors;

/// <summary>A need or an offer of another node: the projection that its author's passport has signed, and nothing else.</summary>
/// <remarks>Whoever it is shown to sees whose it is, which node decides about it, and how old the copy is.</remarks>
public sealed class MirroredItem
{
    /// <summary>Its id here; in the order in which items became known.</summary>
    public required Guid Id { get; init; }

    /// <summary>The proposal's id.</summary>
    public required string Uri { get; init; }

    /// <summary>The actor that published it.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>Need or offer.</summary>
    public required ItemKind Kind { get; init; }

    /// <summary>The passport that signed it.</summary>
    public required string Issuer { get; init; }

    /// <summary>The passport of the node that decides about it.</summary>
    public required string Authority { get; init; }

    /// <summary>The category with its version.</summary>
    public required string Category { get; set; }

    /// <summary>The category's topic.</summary>
    public required string Topic { get; set; }

    /// <summary>1, 2, 3 …</summary>
    public required int Version { get; set; }

    /// <summary>The title.</summary>
    public required string Title { get; set; }

    /// <summary>The summary.</summary>
    public required string Summary { get; set; }

    /// <summary>Beginning of the window.</summary>
    public required DateTimeOffset WindowFrom { get; set; }

    /// <summary>End of the window, exclusive.</summary>
    public required DateTimeOffset WindowTo { get; set; }

    /// <summary>Its page at its own node.</summary>
    public required string Page { get; set; }

    /// <summary>The signed record.</summary>
    public required byte[] Record { get; set; }

    /// <summary>When it became known.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When its newest version came.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When it was withdrawn.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }
}
