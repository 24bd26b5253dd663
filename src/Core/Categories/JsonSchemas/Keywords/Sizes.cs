using System.Text.Json;
using PostMoney.Core.Categories.JsonSchemas.Compiling;
using PostMoney.Core.Categories.JsonSchemas.Evaluating;

namespace PostMoney.Core.Categories.JsonSchemas.Keywords;

/// <summary><c>minItems</c>, <c>maxItems</c>, <c>minProperties</c> and <c>maxProperties</c>.</summary>
internal sealed class SizeKeyword : Keyword
{
    private readonly string _name;
    private readonly JsonValueKind _kind;
    private readonly Func<int, bool> _allows;
    private readonly string _message;

    private SizeKeyword(string name, JsonValueKind kind, string words, int bound, Func<int, bool> allows)
    {
        var (one, many) = kind == JsonValueKind.Array ? ("entry", "entries") : ("field", "fields");
        (_name, _kind, _allows) = (name, kind, allows);
        _message = $"must have {words} {bound} {(bound == 1 ? one : many)}";
    }

    internal static Keyword? MaxItems(KeywordSource source) => AtMost(source, JsonValueKind.Array);

    internal static Keyword? MinItems(KeywordSource source) => AtLeast(source, JsonValueKind.Array);

    internal static Keyword? MaxProperties(KeywordSource source) => AtMost(source, JsonValueKind.Object);

    internal static Keyword? MinProperties(KeywordSource source) => AtLeast(source, JsonValueKind.Object);

    internal override bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run)
    {
        if (instance.ValueKind != _kind)
        {
            return true;
        }

        var size = _kind == JsonValueKind.Array ? instance.GetArrayLength() : instance.GetPropertyCount();
        return _allows(size) || run.Fail(path, _name, _message);
    }

    private static SizeKeyword? AtMost(KeywordSource source, JsonValueKind kind) =>
        source.Count() is { } bound ? new SizeKeyword(source.Name, kind, "at most", bound, size => size <= bound) : null;

    private static SizeKeyword? AtLeast(KeywordSource source, JsonValueKind kind) =>
        source.Count() is { } bound ? new SizeKeyword(source.Name, kind, "at least", bound, size => size >= bound) : null;
}
