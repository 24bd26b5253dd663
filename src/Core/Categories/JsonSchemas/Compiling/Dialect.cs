using System.Collections.Frozen;
using System.Text.Json;
using PostMoney.Core.Categories.JsonSchemas.Keywords;

namespace PostMoney.Core.Categories.JsonSchemas.Compiling;

/// <summary>Makes a keyword from what stands in the schema; null when there is nothing to check, or when it was refused.</summary>
internal delegate Keyword? KeywordFactory(KeywordSource source);

/// <summary>Which keywords mean something: the vocabularies that a meta-schema names.</summary>
/// <remarks>JSON Schema core §8.1.2.</remarks>
internal sealed class Dialect
{
    private const string Prefix = "https://json-schema.org/draft/2020-12/vocab/";

    private static readonly Dictionary<string, KeywordFactory> _core = new()
    {
        ["$ref"] = RefKeyword.From,
        ["$dynamicRef"] = DynamicRefKeyword.From,
        ["$defs"] = Declarations.From,
    };

    private static readonly Dictionary<string, KeywordFactory> _applicator = new()
    {
        ["allOf"] = AllOfKeyword.From,
        ["anyOf"] = AnyOfKeyword.From,
        ["oneOf"] = OneOfKeyword.From,
        ["not"] = NotKeyword.From,
        ["if"] = IfKeyword.From,
        ["then"] = Declarations.OfOne,
        ["else"] = Declarations.OfOne,
        ["dependentSchemas"] = DependentSchemasKeyword.From,
        ["properties"] = PropertiesKeyword.From,
        ["patternProperties"] = PatternPropertiesKeyword.From,
        ["additionalProperties"] = AdditionalPropertiesKeyword.From,
        ["propertyNames"] = PropertyNamesKeyword.From,
        ["prefixItems"] = PrefixItemsKeyword.From,
        ["items"] = ItemsKeyword.From,
        ["contains"] = ContainsKeyword.From,
    };

    private static readonly Dictionary<string, KeywordFactory> _unevaluated = new()
    {
        ["unevaluatedItems"] = UnevaluatedItemsKeyword.From,
        ["unevaluatedProperties"] = UnevaluatedPropertiesKeyword.From,
    };

    private static readonly Dictionary<string, KeywordFactory> _validation = new()
    {
        ["type"] = TypeKeyword.From,
        ["const"] = ConstKeyword.From,
        ["enum"] = EnumKeyword.From,
        ["multipleOf"] = MultipleOfKeyword.From,
        ["maximum"] = BoundKeyword.Maximum,
        ["exclusiveMaximum"] = BoundKeyword.ExclusiveMaximum,
        ["minimum"] = BoundKeyword.Minimum,
        ["exclusiveMinimum"] = BoundKeyword.ExclusiveMinimum,
        ["maxLength"] = LengthKeyword.Maximum,
        ["minLength"] = LengthKeyword.Minimum,
        ["pattern"] = PatternKeyword.From,
        ["maxItems"] = SizeKeyword.MaxItems,
        ["minItems"] = SizeKeyword.MinItems,
        ["uniqueItems"] = UniqueItemsKeyword.From,
        ["maxContains"] = Declarations.OfCount,
        ["minContains"] = Declarations.OfCount,
        ["maxProperties"] = SizeKeyword.MaxProperties,
        ["minProperties"] = SizeKeyword.MinProperties,
        ["required"] = RequiredKeyword.From,
        ["dependentRequired"] = DependentRequiredKeyword.From,
    };

    private static readonly Dictionary<string, KeywordFactory> _annotations = new() { ["format"] = FormatKeyword.From };

    private static readonly FrozenDictionary<string, Dictionary<string, KeywordFactory>> _vocabularies =
        new Dictionary<string, Dictionary<string, KeywordFactory>>
        {
            [Prefix + "core"] = _core,
            [Prefix + "applicator"] = _applicator,
            [Prefix + "unevaluated"] = _unevaluated,
            [Prefix + "validation"] = _validation,
            [Prefix + "meta-data"] = [],
            [Prefix + "format-annotation"] = _annotations,
            [Prefix + "content"] = [],
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, KeywordFactory> _keywords;

    private Dialect(IEnumerable<string> vocabularies) => _keywords = vocabularies
        .SelectMany(v => _vocabularies.GetValueOrDefault(v) ?? [])
        .Concat(_core)
        .DistinctBy(k => k.Key)
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Draft 2020-12 with all its vocabularies.</summary>
    internal static Dialect Full { get; } = new(_vocabularies.Keys);

    /// <summary>The dialect that a meta-schema describes; null when it requires a vocabulary that is unknown here.</summary>
    internal static Dialect? Of(JsonElement metaSchema)
    {
        if (!metaSchema.TryGetProperty("$vocabulary", out var named) || named.ValueKind != JsonValueKind.Object)
        {
            return Full;
        }

        var required = named.EnumerateObject().Where(v => v.Value.ValueKind == JsonValueKind.True).Select(v => v.Name);
        return required.All(_vocabularies.ContainsKey) ? new Dialect(named.EnumerateObject().Select(v => v.Name)) : null;
    }

    /// <summary>How to make the keyword, or null when the dialect gives it no meaning.</summary>
    internal KeywordFactory? Find(string keyword) => _keywords.GetValueOrDefault(keyword);

    /// <summary>Whether the keyword means something.</summary>
    internal bool Knows(string keyword) => _keywords.ContainsKey(keyword);
}
