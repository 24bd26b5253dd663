using System.Text.Json;
using PostMoney.Core.Categories.JsonSchemas.Compiling;
using PostMoney.Core.Categories.JsonSchemas.Evaluating;

namespace PostMoney.Core.Categories.JsonSchemas.Keywords;

/// <summary><c>allOf</c>.</summary>
internal sealed class AllOfKeyword(IReadOnlyList<SchemaNode> schemas) : Keyword
{
    internal override IEnumerable<SchemaNode> InPlace => schemas;

    internal static Keyword? From(KeywordSource source) => source.Schemas() is { } schemas ? new AllOfKeyword(schemas) : null;

    internal override bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run)
    {
        var holds = true;
        foreach (var schema in schemas)
        {
            holds &= run.Accepts(schema, instance, path, seen);
            if (!holds && run.IsQuiet)
            {
                return false;
            }
        }

        return holds;
    }
}

/// <summary><c>anyOf</c>.</summary>
internal sealed class AnyOfKeyword(IReadOnlyList<SchemaNode> schemas) : Keyword
{
    internal override IEnumerable<SchemaNode> InPlace => schemas;

    internal static Keyword? From(KeywordSource source) => source.Schemas() is { } schemas ? new AnyOfKeyword(schemas) : null;

    internal override bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run)
    {
        var holds = false;
        foreach (var schema in schemas)
        {
            // Every alternative is tried while somebody asks what was looked at: each that fits adds to it.
            holds |= run.AcceptsQuietly(schema, instance, path, seen);
            if (holds && seen is null)
            {
                return true;
            }
        }

        return holds || run.Fail(path, "anyOf", "has none of the allowed forms");
    }
}

/// <summary><c>oneOf</c>.</summary>
internal sealed class OneOfKeyword(IReadOnlyList<SchemaNode> schemas) : Keyword
{
    internal override IEnumerable<SchemaNode> InPlace => schemas;

    internal static Keyword? From(KeywordSource source) => source.Schemas() is { } schemas ? new OneOfKeyword(schemas) : null;

    internal override bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run)
    {
        var fitting = 0;
        foreach (var schema in schemas)
        {
            if (run.AcceptsQuietly(schema, instance, path, seen) && ++fitting > 1)
            {
                return run.Fail(path, "oneOf", "has more than one of the allowed forms");
            }
        }

        return fitting == 1 || run.Fail(path, "oneOf", "has none of the allowed forms");
    }
}

/// <summary><c>not</c>.</summary>
internal sealed class NotKeyword(SchemaNode schema) : Keyword
{
    internal override IEnumerable<SchemaNode> InPlace => [schema];

    internal static Keyword? From(KeywordSource source) => source.Schema() is { } schema ? new NotKeyword(schema) : null;

    internal override bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run) =>
        !run.AcceptsQuietly(schema, instance, path, null) || run.Fail(path, "not", "has a form that is not allowed");
}

/// <summary><c>if</c> with its <c>then</c> and <c>else</c>.</summary>
internal sealed class IfKeyword(SchemaNode condition, SchemaNode? then, SchemaNode? otherwise) : Keyword
{
    internal override IEnumerable<SchemaNode> InPlace => new[] { condition, then, otherwise }.OfType<SchemaNode>();

    internal static Keyword? From(KeywordSource source) => source.Schema() is { } condition
        ? new IfKeyword(condition, source.Beside("then")?.Schema(), source.Beside("else")?.Schema())
        : null;

    internal override bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run)
    {
        var branch = run.AcceptsQuietly(condition, instance, path, seen) ? then : otherwise;
        return branch is null || run.Accepts(branch, instance, path, seen);
    }
}

/// <summary><c>dependentSchemas</c>: more rules where a property is given.</summary>
internal sealed class DependentSchemasKeyword(IReadOnlyDictionary<string, SchemaNode> schemas) : Keyword
{
    internal override IEnumerable<SchemaNode> InPlace => schemas.Values;

    internal static Keyword? From(KeywordSource source) =>
        source.SchemasByName() is { } schemas ? new DependentSchemasKeyword(schemas) : null;

    internal override bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run) =>
        instance.ValueKind != JsonValueKind.Object || schemas
            .Where(s => instance.TryGetProperty(s.Key, out _))
            .Aggregate(true, (holds, s) => run.Accepts(s.Value, instance, path, seen) && holds);
}
