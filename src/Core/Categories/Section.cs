namespace PostMoney.Core.Categories;

/// <summary>The sections that a record of an item may have, by their names in the record.</summary>
public static class Section
{
    /// <summary>What a need asks of whatever answers it, and what the person asking declares.</summary>
    public const string Constraints = "constraints";

    /// <summary>What an offer is like.</summary>
    public const string Details = "details";

    /// <summary>What an offer asks of whoever gets it.</summary>
    public const string Requirements = "requirements";

    /// <summary>What only the person assigned may read: never part of a record in clear, each field a sealed part of its own.</summary>
    public const string Payload = "payload";

    /// <summary>The sections that items of this kind may have, in the order of the form.</summary>
    public static IReadOnlyList<string> Of(ItemKind kind) =>
        kind == ItemKind.Need ? [Constraints, Payload] : [Details, Requirements, Payload];
}
