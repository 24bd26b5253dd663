namespace PostMoney.Core.Categories.JsonSchemas;

/// <summary>How much a schema and a check may ask of this machine. Schemas come from strangers.</summary>
public sealed record SchemaLimits
{
    /// <summary>The limits that every caller starts from.</summary>
    public static SchemaLimits Default { get; } = new();

    /// <summary>JSON values in one schema document, or in one checked value. Default 20 000.</summary>
    public int Values { get; init; } = 20_000;

    /// <summary>Levels of nesting in one document. Default 60.</summary>
    public int Depth { get; init; } = 60;

    /// <summary>Subschemas in all documents together. Default 10 000.</summary>
    public int Subschemas { get; init; } = 10_000;

    /// <summary>Documents that references may bring in. Default 40.</summary>
    public int Documents { get; init; } = 40;

    /// <summary>Steps of one check; a step is one subschema on one value, or one comparison. Default 200 000.</summary>
    public int Steps { get; init; } = 200_000;

    /// <summary>Subschemas within subschemas during a check. Default 200; more would threaten the stack.</summary>
    public int Nesting { get; init; } = 200;

    /// <summary>Characters of one regular expression. Default 500.</summary>
    public int PatternLength { get; init; } = 500;

    /// <summary>How long one regular expression may look at one text. Default 1 second; after the first overrun the check is given up.</summary>
    /// <remarks>By the clock on the wall, so it must leave room for a machine that is busy with other things.</remarks>
    public TimeSpan MatchTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether only those regular expressions are accepted that take time linear to the text: no assertions, no backward references. Default no.</summary>
    public bool LinearPatternsOnly { get; init; }

    /// <summary>Problems reported from one check. Default 50.</summary>
    public int Problems { get; init; } = 50;
}
