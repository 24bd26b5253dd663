using System.Text.Json;
using PostMoney.Core.Categories.JsonSchemas.Compiling;
using PostMoney.Core.Categories.JsonSchemas.Evaluating;
using PostMoney.Core.Categories.JsonSchemas.Values;

namespace PostMoney.Core.Categories.JsonSchemas.Keywords;

/// <summary><c>type</c>.</summary>
internal sealed class TypeKeyword(IReadOnlyList<string> types) : Keyword
{
    private static readonly Dictionary<string, string> _words = new(StringComparer.Ordinal)
    {
        ["string"] = "text",
        ["number"] = "a number",
        ["integer"] = "a whole number",
        ["boolean"] = "yes or no",
        ["array"] = "a list",
        ["object"] = "a group of fields",
        ["null"] = "empty",
    };

    private readonly string _message = "must be " + string.Join(" or ", types.Select(t => _words[t]));

    internal static Keyword? From(KeywordSource source)
    {
        var types = source.Value.ValueKind == JsonValueKind.String ? [source.Value.GetString()!] : source.Names();
        if (types is null)
        {
            return null;
        }

        if (types.Count == 0 || !types.All(_words.ContainsKey))
        {
            source.Refuse("must be one or more of string, number, integer, boolean, array, object and null");
            return null;
        }

        return new TypeKeyword(types);
    }

    internal override bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run) =>
        types.Any(t => Is(instance, t)) || run.Fail(path, "type", _message);

    private static bool Is(JsonElement instance, string type) => (instance.ValueKind, type) switch
    {
        (JsonValueKind.String, "string") or (JsonValueKind.Number, "number") or (JsonValueKind.Null, "null") => true,
        (JsonValueKind.True or JsonValueKind.False, "boolean") => true,
        (JsonValueKind.Array, "array") or (JsonValueKind.Object, "object") => true,
        (JsonValueKind.Number, "integer") => JsonNumber.Of(instance).IsInteger,
        _ => false,
    };
}

/// <summary><c>const</c>.</summary>
internal sealed class ConstKeyword(JsonElement value) : Keyword
{
    private readonly string _message = "must be " + EnumKeyword.Words(value);

    internal static Keyword? From(KeywordSource source) => new ConstKeyword(source.Value);

    internal override bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run) =>
        JsonEquality.Exact.Equals(instance, value) || run.Fail(path, "const", _message);
}

/// <summary><c>enum</c>.</summary>
internal sealed class EnumKeyword(IReadOnlyList<JsonElement> values) : Keyword
{
    private const int MostNamed = 12;

    private readonly string _message = values.Count == 0
        ? "has no allowed value"
        : "must be one of: " + string.Join(", ", values.Take(MostNamed).Select(Words)) + (values.Count > MostNamed ? ", …" : "");

    internal static Keyword? From(KeywordSource source)
    {
        if (source.Value.ValueKind == JsonValueKind.Array)
        {
            return new EnumKeyword([.. source.Value.EnumerateArray()]);
        }

        source.Refuse("must be a list");
        return null;
    }

    internal override bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run) =>
        (run.Spend(1 + (values.Count / 8)) && values.Any(v => JsonEquality.Exact.Equals(instance, v)))
        || run.Fail(path, "enum", _message);

    /// <summary>A value in a sentence, 40 characters at most.</summary>
    internal static string Words(JsonElement value)
    {
        var words = value.ValueKind switch
        {
            JsonValueKind.True => "yes",
            JsonValueKind.False => "no",
            JsonValueKind.String => value.GetString()!,
            _ => value.GetRawText(),
        };
        return words.Length <= 40 ? words : words[..39] + "…";
    }
}
