namespace PostMoney.Core.Categories.Forms;

/// <summary>One field of a form: everything that a view needs to draw it.</summary>
public sealed record FormField
{
    /// <summary>The name that it is posted under: <c>constraints.os</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What people read above it: "Battery life, at least".</summary>
    public required string Label { get; init; }

    /// <summary>A sentence below the label, or null.</summary>
    public string? Help { get; init; }

    /// <summary>The unit after the number, or null.</summary>
    public string? Unit { get; init; }

    /// <summary>How it asks.</summary>
    public required InputKind Kind { get; init; }

    /// <summary>The attribute <c>min</c>, or null.</summary>
    public string? Min { get; init; }

    /// <summary>The attribute <c>max</c>, or null.</summary>
    public string? Max { get; init; }

    /// <summary>The attribute <c>step</c> of numbers; <c>any</c> where every fraction is allowed.</summary>
    public string? Step { get; init; }

    /// <summary>The attribute <c>minlength</c>, or null.</summary>
    public int? MinLength { get; init; }

    /// <summary>The attribute <c>maxlength</c>, or null.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The attribute <c>pattern</c>, which HTML holds against the whole text; or null.</summary>
    public string? Pattern { get; init; }

    /// <summary>What a select or a group of boxes offers.</summary>
    public IReadOnlyList<FieldOption> Options { get; init; } = [];

    /// <summary>Whether it must be filled in, or ticked.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether what it holds is sealed before anybody else sees it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The name of the sealed part that a private field becomes; null for the others.</summary>
    public string? Part { get; init; }
}
