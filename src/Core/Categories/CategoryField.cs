namespace PostMoney.Core.Categories;

/// <summary>One of the values that a field allows.</summary>
/// <param name="Value">As stored.</param>
/// <param name="Label">As shown.</param>
public sealed record FieldOption(string Value, string Label);

/// <summary>One field of a category, as its schema describes it.</summary>
public sealed record CategoryField
{
    /// <summary>The section that it stands in; see <see cref="Categories.Section"/>.</summary>
    public required string Section { get; init; }

    /// <summary>Its name in the section. For a private field also the name of the sealed part.</summary>
    public required string Property { get; init; }

    /// <summary>Its name in forms and refusals: <c>constraints.os</c>.</summary>
    public string Name => $"{Section}.{Property}";

    /// <summary>What people call it; a noun, so that a sentence can be made with it.</summary>
    public required string Label { get; init; }

    /// <summary>A sentence that helps to fill it in, or null.</summary>
    public string? Help { get; init; }

    /// <summary>The unit of its number, such as <c>kg</c> or <c>hours</c>, or null.</summary>
    public string? Unit { get; init; }

    /// <summary>What it holds.</summary>
    public required FieldType Type { get; init; }

    /// <summary>Whether an item must have it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether the only value allowed is yes: an agreement.</summary>
    public bool IsAgreement { get; init; }

    /// <summary>Whether it is sealed and never part of the record in clear.</summary>
    public bool IsPrivate => Section == Categories.Section.Payload;

    /// <summary>Whether its text may have several lines.</summary>
    public bool IsMultiline { get; init; }

    /// <summary>The least number allowed, or null.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>The greatest number allowed, or null.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>What the number must be a multiple of, or null.</summary>
    public decimal? Step { get; init; }

    /// <summary>Fewest characters, or null.</summary>
    public int? MinLength { get; init; }

    /// <summary>Most characters; always there for text.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The regular expression (ECMA-262) that its text must contain a match of, or null.</summary>
    public string? Pattern { get; init; }

    /// <summary>The values allowed, where the type is a choice.</summary>
    public IReadOnlyList<FieldOption> Options { get; init; } = [];

    /// <summary>How it is compared with the other side; null when it asks nothing of the other side.</summary>
    public MatchRule? Match { get; init; }

    /// <summary>The label of an option; the value itself where there is none.</summary>
    public string LabelOf(string value) => Options.FirstOrDefault(o => o.Value == value)?.Label ?? value;
}
