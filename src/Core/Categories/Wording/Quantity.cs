namespace PostMoney.Core.Categories.Wording;

/// <summary>Numbers and lists in English sentences.</summary>
internal static class Quantity
{
    /// <summary>A number with its unit, in the singular for 1: "3 hours", "1 hour", "40 kg".</summary>
    internal static string Of(string number, string? unit) => unit is null ? number : $"{number} {(number == "1" ? Singular(unit) : unit)}";

    /// <summary>Labels in a row: "a, b and c".</summary>
    internal static string Listed(IReadOnlyList<string> labels, string last) => labels.Count < 2
        ? string.Concat(labels)
        : $"{string.Join(", ", labels.SkipLast(1))} {last} {labels[^1]}";

    /// <summary>A label inside a sentence: its first letter small, unless the word is a name or an abbreviation.</summary>
    internal static string Inside(string label)
    {
        var word = label.Split(' ', 2)[0];
        return word.Length > 0 && word.Skip(1).All(c => char.IsLower(c) || c == '-') ? char.ToLowerInvariant(label[0]) + label[1..] : label;
    }

    private static string Singular(string unit) => unit switch
    {
        "people" => "person",
        "children" => "child",
        _ => unit.Length > 3 && unit.EndsWith('s') && !unit.EndsWith("ss", StringComparison.Ordinal) ? unit[..^1] : unit,
    };
}
