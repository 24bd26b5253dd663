using System.Text.Json;
using PostMoney.Core.Categories.JsonSchemas.Compiling;
using PostMoney.Core.Categories.JsonSchemas.Evaluating;
using PostMoney.Core.Categories.JsonSchemas.Values;

namespace PostMoney.Core.Categories.JsonSchemas.Keywords;

/// <summary><c>minimum</c>, <c>maximum</c> and their exclusive forms.</summary>
internal sealed class BoundKeyword : Keyword
{
    private readonly string _name;
    private readonly JsonNumber _bound;
    private readonly Func<int, bool> _allows;
    private readonly string _message;

    private BoundKeyword(KeywordSource source, JsonNumber bound, string words, Func<int, bool> allows)
    {
        (_name, _bound, _allows) = (source.Name, bound, allows);
        _message = $"must be {words} {source.Value.GetRawText()}";
    }

    internal static Keyword? Maximum(KeywordSource source) => From(source, "at most", c => c <= 0);

    internal static Keyword? ExclusiveMaximum(KeywordSource source) => From(source, "less than", c => c < 0);

    internal static Keyword? Minimum(KeywordSource source) => From(source, "at least", c => c >= 0);

    internal static Keyword? ExclusiveMinimum(KeywordSource source) => From(source, "more than", c => c > 0);

    internal override bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run) =>
        instance.ValueKind != JsonValueKind.Number
        || _allows(JsonNumber.Of(instance).CompareTo(_bound))
        || run.Fail(path, _name, _message);

    private static BoundKeyword? From(KeywordSource source, string words, Func<int, bool> allows) =>
        source.Number() is { } bound ? new BoundKeyword(source, bound, words, allows) : null;
}

/// <summary><c>multipleOf</c>, exactly: 0.3 is a multiple of 0.1.</summary>
internal sealed class MultipleOfKeyword(JsonNumber divisor, string written) : Keyword
{
    internal static Keyword? From(KeywordSource source)
    {
        if (source.Number() is not { } divisor)
        {
            return null;
        }

        if (divisor.Mantissa.Sign > 0)
        {
            return new MultipleOfKeyword(divisor, source.Value.GetRawText());
        }

        source.Refuse("must be more than 0");
        return null;
    }

    internal override bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run) =>
        instance.ValueKind != JsonValueKind.Number
        || JsonNumber.Of(instance).IsMultipleOf(divisor)
        || run.Fail(path, "multipleOf", $"must be a multiple of {written}");
}
