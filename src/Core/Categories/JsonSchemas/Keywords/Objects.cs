using System.Text.Json;
using System.Text.RegularExpressions;
using PostMoney.Core.Categories.JsonSchemas.Compiling;
using PostMoney.Core.Categories.JsonSchemas.Evaluating;

namespace PostMoney.Core.Categories.JsonSchemas.Keywords;

/// <summary><c>properties</c>.</summary>
internal sealed class PropertiesKeyword(IReadOnlyDictionary<string, SchemaNode> schemas) : Keyword
{
    internal static Keyword? From(KeywordSource source) =>
        source.SchemasByName() is { } schemas ? new PropertiesKeyword(schemas) : null;

    internal override bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run)
    {
        var holds = true;
        foreach (var property in Properties.Of(instance))
        {
            if (schemas.TryGetValue(property.Name, out var schema))
            {
                seen?.AddProperty(property.Name);
                holds &= run.Accepts(schema, property.Value, path.Property(property.Name), null);
            }
        }

        return holds;
    }
}

/// <summary><c>patternProperties</c>.</summary>
internal sealed class PatternPropertiesKeyword(IReadOnlyList<(Regex Pattern, SchemaNode Schema)> schemas) : Keyword
{
    internal static Keyword? From(KeywordSource source)
    {
        var schemas = new List<(Regex, SchemaNode)>();
        foreach (var (name, schema) in source.SchemasByName() ?? new Dictionary<string, SchemaNode>())
        {
            if (source.Pattern(name) is { } pattern)
            {
                schemas.Add((pattern, schema));
            }
        }

        return schemas.Count > 0 ? new PatternPropertiesKeyword(schemas) : null;
    }

    internal override bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run)
    {
        var holds = true;
        foreach (var property in Properties.Of(instance))
        {
            foreach (var (_, schema) in schemas.Where(s => run.IsMatch(s.Pattern, property.Name)))
            {
                seen?.AddProperty(property.Name);
                holds &= run.Accepts(schema, property.Value, path.Property(property.Name), null);
            }
        }

        return holds;
    }
}

/// <summary><c>additionalProperties</c>: the ones that <c>properties</c> and <c>patternProperties</c> beside it do not name.</summary>
internal sealed class AdditionalPropertiesKeyword(SchemaNode schema, IReadOnlySet<string> named, IReadOnlyList<Regex> patterns) : Keyword
{
    internal static Keyword? From(KeywordSource source)
    {
        var named = Names(source.Beside("properties"));
        var patterns = Names(source.Beside("patternProperties")).Select(source.Pattern).OfType<Regex>().ToList();
        return source.Schema() is { } schema ? new AdditionalPropertiesKeyword(schema, named, patterns) : null;
    }

    internal override bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run)
    {
        var holds = true;
        foreach (var property in Properties.Of(instance))
        {
            if (!named.Contains(property.Name) && !patterns.Any(p => run.IsMatch(p, property.Name)))
            {
                seen?.AddProperty(property.Name);
                holds &= Properties.Leftover("additionalProperties", schema, property, path, run);
            }
        }

        return holds;
    }

    private static HashSet<string> Names(KeywordSource? map) => map is { Value.ValueKind: JsonValueKind.Object }
        ? map.Value.EnumerateObject().Select(p => p.Name).ToHashSet(StringComparer.Ordinal)
        : [];
}

/// <summary><c>unevaluatedProperties</c>: the ones that no schema for this value has looked at.</summary>
internal sealed class UnevaluatedPropertiesKeyword(SchemaNode schema) : Keyword
{
    internal override bool RunsLast => true;

    internal static Keyword? From(KeywordSource source) =>
        source.Schema() is { } schema ? new UnevaluatedPropertiesKeyword(schema) : null;

    internal override bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run)
    {
        var holds = true;
        foreach (var property in Properties.Of(instance))
        {
            if (seen?.HasProperty(property.Name) != true)
            {
                holds &= Properties.Leftover("unevaluatedProperties", schema, property, path, run);
            }
        }

        seen?.AddAllProperties();
        return holds;
    }
}

/// <summary><c>propertyNames</c>.</summary>
internal sealed class PropertyNamesKeyword(SchemaNode schema) : Keyword
{
    internal static Keyword? From(KeywordSource source) => source.Schema() is { } schema ? new PropertyNamesKeyword(schema) : null;

    internal override bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run)
    {
        var holds = true;
        foreach (var property in Properties.Of(instance))
        {
            var name = JsonSerializer.SerializeToElement(property.Name);
            var at = path.Property(property.Name);
            holds &= run.AcceptsQuietly(schema, name, at, null) || run.Fail(at, "propertyNames", "has a name that is not allowed");
        }

        return holds;
    }
}

/// <summary>What the keywords for objects share.</summary>
internal static class Properties
{
    /// <summary>The properties of an object; none of anything else.</summary>
    internal static IEnumerable<JsonProperty> Of(JsonElement instance) =>
        instance.ValueKind == JsonValueKind.Object ? instance.EnumerateObject() : [];

    /// <summary>Whether a property that nobody named is allowed; says so in words when it never is.</summary>
    internal static bool Leftover(string keyword, SchemaNode schema, JsonProperty property, InstancePath path, Evaluation run)
    {
        var at = path.Property(property.Name);
        return schema.Always == false
            ? run.Spend(1) && run.Fail(at, keyword, "is not known here")
            : run.Accepts(schema, property.Value, at, null);
    }
}
