using System.Text.Json;
using System.Text.RegularExpressions;
using PostMoney.Core.Categories.JsonSchemas.Patterns;
using PostMoney.Core.Categories.JsonSchemas.Values;

namespace PostMoney.Core.Categories.JsonSchemas.Compiling;

/// <summary>A keyword as it stands in a schema, and the means to read it. Each reader refuses by itself and then answers null.</summary>
internal sealed class KeywordSource(SchemaCompiler compiler, SchemaLocation location, string name, JsonElement value)
{
    internal string Name { get; } = name;

    internal JsonElement Value { get; } = value;

    internal SchemaOptions Options => compiler.Options;

    /// <summary>Says what the keyword should have been.</summary>
    internal void Refuse(string expected) => compiler.Refuse(SchemaRefusals.Keyword(Name, location.Pointer, expected));

    /// <summary>A keyword beside this one, or null.</summary>
    internal KeywordSource? Beside(string other) => location.Element.TryGetProperty(other, out var found)
        && location.Resource.Dialect.Knows(other)
        ? new KeywordSource(compiler, location, other, found)
        : null;

    /// <summary>The value as a whole number from 0.</summary>
    internal int? Count()
    {
        var count = Value.ValueKind == JsonValueKind.Number ? JsonNumber.Of(Value).AsCount() : null;
        return count ?? Refused<int?>("must be a whole number from 0");
    }

    /// <summary>The value as a number.</summary>
    internal JsonNumber? Number() =>
        Value.ValueKind == JsonValueKind.Number ? JsonNumber.Of(Value) : Refused<JsonNumber?>("must be a number");

    /// <summary>The value as text.</summary>
    internal string? Text() => Value.ValueKind == JsonValueKind.String ? Value.GetString() : Refused<string?>("must be text");

    /// <summary>The value as a list of different texts.</summary>
    internal IReadOnlyList<string>? Names()
    {
        if (Value.ValueKind != JsonValueKind.Array || Value.EnumerateArray().Any(i => i.ValueKind != JsonValueKind.String))
        {
            return Refused<IReadOnlyList<string>?>("must be a list of texts");
        }

        var names = Value.EnumerateArray().Select(i => i.GetString()!).ToList();
        return names.Distinct(StringComparer.Ordinal).Count() == names.Count
            ? names
            : Refused<IReadOnlyList<string>?>("must not name anything twice");
    }

    /// <summary>The value as a schema.</summary>
    internal SchemaNode? Schema() => Inside("", Value);

    /// <summary>The value as a list of schemas, one at least.</summary>
    internal IReadOnlyList<SchemaNode>? Schemas()
    {
        if (Value.ValueKind != JsonValueKind.Array || Value.GetArrayLength() == 0)
        {
            return Refused<IReadOnlyList<SchemaNode>?>("must be a list of schemas, one at least");
        }

        var nodes = Value.EnumerateArray().Select((item, i) => Inside($"/{i}", item)).ToList();
        return nodes.OfType<SchemaNode>().ToList() is var found && found.Count == nodes.Count ? found : null;
    }

    /// <summary>The value as an object of schemas.</summary>
    internal IReadOnlyDictionary<string, SchemaNode>? SchemasByName()
    {
        if (Value.ValueKind != JsonValueKind.Object)
        {
            return Refused<IReadOnlyDictionary<string, SchemaNode>?>("must be an object of schemas");
        }

        var nodes = new Dictionary<string, SchemaNode>(StringComparer.Ordinal);
        foreach (var property in Value.EnumerateObject())
        {
            if (Inside("/" + InstancePath.Escape(property.Name), property.Value) is { } node)
            {
                nodes.Add(property.Name, node);
            }
        }

        return nodes;
    }

    /// <summary>The value as a regular expression.</summary>
    internal Regex? Pattern(string pattern)
    {
        if (pattern.Length > Options.Limits.PatternLength)
        {
            return Refused<Regex?>($"is longer than {Options.Limits.PatternLength} characters");
        }

        return EcmaPattern.TryCompile(pattern, Options.Limits, out var regex)
            ? regex
            : Refused<Regex?>("is not a regular expression that this server understands");
    }

    /// <summary>What the value refers to.</summary>
    internal SchemaNode? Reference()
    {
        if (Text() is not { } reference)
        {
            return null;
        }

        if (compiler.Registry.Find(location.Resource, reference) is { } target)
        {
            return compiler.NodeAt(target);
        }

        compiler.Refuse(SchemaRefusals.UnknownReference(reference, location.Pointer));
        return null;
    }

    private SchemaNode? Inside(string pointer, JsonElement element)
    {
        var at = $"{location.Pointer}/{InstancePath.Escape(Name)}{pointer}";
        return compiler.Registry.Locate(location.Resource, at, element) is { } inside ? compiler.NodeAt(inside) : null;
    }

    private T? Refused<T>(string expected)
    {
        Refuse(expected);
        return default;
    }
}
