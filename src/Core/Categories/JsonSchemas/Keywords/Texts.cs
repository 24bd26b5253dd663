using System.Text.Json;
using System.Text.RegularExpressions;
using PostMoney.Core.Categories.JsonSchemas.Compiling;
using PostMoney.Core.Categories.JsonSchemas.Evaluating;

namespace PostMoney.Core.Categories.JsonSchemas.Keywords;

/// <summary><c>minLength</c> and <c>maxLength</c>, in characters of Unicode (code points), not in UTF-16 units.</summary>
internal sealed class LengthKeyword(string name, int bound, bool isMaximum) : Keyword
{
    private readonly string _message = isMaximum ? $"must be at most {Characters(bound)} long"
        : bound == 1 ? "must not be empty"
        : $"must be at least {Characters(bound)} long";

    internal static Keyword? Maximum(KeywordSource source) =>
        source.Count() is { } bound ? new LengthKeyword(source.Name, bound, isMaximum: true) : null;

    internal static Keyword? Minimum(KeywordSource source) =>
        source.Count() is { } bound ? new LengthKeyword(source.Name, bound, isMaximum: false) : null;

    internal override bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run)
    {
        if (instance.ValueKind != JsonValueKind.String)
        {
            return true;
        }

        var length = instance.GetString()!.EnumerateRunes().Count();
        return (isMaximum ? length <= bound : length >= bound) || run.Fail(path, name, _message);
    }

    private static string Characters(int count) => count == 1 ? "1 character" : $"{count} characters";
}

/// <summary><c>pattern</c>: found anywhere in the text, unless the expression says otherwise.</summary>
internal sealed class PatternKeyword(Regex pattern) : Keyword
{
    internal static Keyword? From(KeywordSource source) =>
        source.Text() is { } text && source.Pattern(text) is { } pattern ? new PatternKeyword(pattern) : null;

    internal override bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run) =>
        instance.ValueKind != JsonValueKind.String
        || run.IsMatch(pattern, instance.GetString()!)
        || run.Fail(path, "pattern", "does not have the right form");
}

/// <summary><c>format</c>, asserted only where the caller has given a check for it.</summary>
internal sealed class FormatKeyword(string format, FormatCheck check) : Keyword
{
    internal static Keyword? From(KeywordSource source) =>
        source.Text() is { } format && source.Options.Formats.TryGetValue(format, out var check) ? new FormatKeyword(format, check) : null;

    internal override bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run) =>
        instance.ValueKind != JsonValueKind.String
        || check(instance.GetString()!)
        || run.Fail(path, "format", $"must be a valid {format}");
}
