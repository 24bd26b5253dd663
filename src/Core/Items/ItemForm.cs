using System.Text.Json;
using PostMoney.Core.Access;

namespace PostMoney.Core.Items;

/// <summary>What somebody filled in to publish or revise a need or an offer. Private text is not among it.</summary>
public sealed record ItemForm
{
    /// <summary>The category with its version.</summary>
    public string Category { get; init; } = "";

    /// <summary>The title.</summary>
    public string Title { get; init; } = "";

    /// <summary>The summary.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Beginning of the window, or null where it was not readable.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>End of the window, exclusive, or null where it was not readable.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The category's public sections.</summary>
    public JsonElement Sections { get; init; }

    /// <summary>Of a need.</summary>
    public Priority Priority { get; init; }

    /// <summary>Of an offer.</summary>
    public int? Units { get; init; }

    /// <summary>Of a need that asks for one offer.</summary>
    public Guid? AskedOfferId { get; init; }

    /// <summary>Who may see it.</summary>
    public Visibility Visibility { get; init; } = Visibility.Node;

    /// <summary>The name of the group that it is published for, or empty.</summary>
    public string Group { get; init; } = "";

    /// <summary>Handles of those who may see a direct item, separated by spaces or commas.</summary>
    public string Readers { get; init; } = "";

    /// <summary>Whether search finds it.</summary>
    public bool Discoverable { get; init; } = true;

    /// <summary>Names of the private fields that were filled in.</summary>
    public IReadOnlyList<string> Sealed { get; init; } = [];

    /// <summary>Whether the group itself publishes it, by its steward: signed with the group's passport.</summary>
    public bool AsGroup { get; init; }
}
