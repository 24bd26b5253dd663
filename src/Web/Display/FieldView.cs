using PostMoney.Core.Categories;
using PostMoney.Core.Categories.Forms;

namespace PostMoney.Web.Display;

/// <summary>One field of any form, as <c>_Field.cshtml</c> draws it: label, help, input, unit, and its error beside it.</summary>
/// <param name="Name">The name that it is posted under.</param>
/// <param name="Label">What people read above it.</param>
/// <param name="Kind">How it asks.</param>
public sealed record FieldView(string Name, string Label, InputKind Kind = InputKind.Text)
{
    /// <summary>A sentence that helps, or null.</summary>
    public string? Help { get; init; }

    /// <summary>The unit after the input, or null.</summary>
    public string? Unit { get; init; }

    /// <summary>What stands in it.</summary>
    public string Value { get; init; } = "";

    /// <summary>Which options are chosen.</summary>
    public IReadOnlyList<string> Chosen { get; init; } = [];

    /// <summary>What can be chosen.</summary>
    public IReadOnlyList<FieldOption> Options { get; init; } = [];

    /// <summary>Whether it has to be filled in.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The name of the sealed part that it becomes, or null.</summary>
    public string? Part { get; init; }

    /// <summary>Another type of input, such as <c>password</c> or <c>search</c>.</summary>
    public string? Type { get; init; }

    /// <summary>What browsers may fill in.</summary>
    public string? Autocomplete { get; init; }

    /// <summary>Most characters.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Least value.</summary>
    public string? Min { get; init; }

    /// <summary>Greatest value.</summary>
    public string? Max { get; init; }

    /// <summary>Step of a number.</summary>
    public string? Step { get; init; }

    /// <summary>More classes of the input, such as <c>short</c>.</summary>
    public string? Class { get; init; }

    /// <summary>A field of a category with what stands in it.</summary>
    public static FieldView Of(FormField field, FormValues values) => new(field.Name, field.Label, field.Kind)
    {
        Help = field.Help,
        Unit = field.Unit,
        Value = values.Of(field.Name),
        Chosen = [.. field.Options.Select(option => option.Value).Where(value => values.IsChosen(field.Name, value))
            .Concat(values.IsChosen(field.Name) ? ["true"] : [])],
        Options = field.Options,
        IsRequired = field.IsRequired,
        Part = field.Part,
        MaxLength = field.MaxLength,
        Min = field.Min,
        Max = field.Max,
        Step = field.Step,
    };
}
