using System.Text.Json;
using PostMoney.Core.Categories.JsonSchemas.Compiling;
using PostMoney.Core.Categories.JsonSchemas.Evaluating;
using PostMoney.Core.Categories.JsonSchemas.Values;

namespace PostMoney.Core.Categories.JsonSchemas.Keywords;

/// <summary><c>prefixItems</c>: a schema for each of the first items.</summary>
internal sealed class PrefixItemsKeyword(IReadOnlyList<SchemaNode> schemas) : Keyword
{
    internal static Keyword? From(KeywordSource source) => source.Schemas() is { } schemas ? new PrefixItemsKeyword(schemas) : null;

    internal override bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run)
    {
        seen?.AddFirstItems(schemas.Count);
        return Items.Of(instance).Take(schemas.Count)
            .Aggregate(true, (holds, item) => run.Accepts(schemas[item.Index], item.Value, path.Item(item.Index), null) && holds);
    }
}

/// <summary><c>items</c>: one schema for every item after <c>prefixItems</c>.</summary>
internal sealed class ItemsKeyword(SchemaNode schema, int first) : Keyword
{
    internal static Keyword? From(KeywordSource source)
    {
        var prefix = source.Beside("prefixItems");
        var first = prefix is { Value.ValueKind: JsonValueKind.Array } ? prefix.Value.GetArrayLength() : 0;
        return source.Schema() is { } schema ? new ItemsKeyword(schema, first) : null;
    }

    internal override bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run)
    {
        if (instance.ValueKind == JsonValueKind.Array && instance.GetArrayLength() > first)
        {
            seen?.AddAllItems();
        }

        return Items.Of(instance).Skip(first)
            .Aggregate(true, (holds, item) => run.Accepts(schema, item.Value, path.Item(item.Index), null) && holds);
    }
}

/// <summary><c>contains</c> with <c>minContains</c> and <c>maxContains</c>.</summary>
internal sealed class ContainsKeyword(SchemaNode schema, int least, int most) : Keyword
{
    internal static Keyword? From(KeywordSource source) => source.Schema() is { } schema
        ? new ContainsKeyword(schema, source.Beside("minContains")?.Count() ?? 1, source.Beside("maxContains")?.Count() ?? int.MaxValue)
        : null;

    internal override bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run)
    {
        if (instance.ValueKind != JsonValueKind.Array)
        {
            return true;
        }

        var fitting = 0;
        foreach (var (index, value) in Items.Of(instance))
        {
            if (run.AcceptsQuietly(schema, value, path.Item(index), null))
            {
                seen?.AddItem(index);
                fitting++;
            }
        }

        return fitting < least ? run.Fail(path, "contains", "lacks an entry that it needs")
            : fitting <= most || run.Fail(path, "contains", "has too many entries of one kind");
    }
}

/// <summary><c>unevaluatedItems</c>: the ones that no schema for this value has looked at.</summary>
internal sealed class UnevaluatedItemsKeyword(SchemaNode schema) : Keyword
{
    internal override bool RunsLast => true;

    internal static Keyword? From(KeywordSource source) =>
        source.Schema() is { } schema ? new UnevaluatedItemsKeyword(schema) : null;

    internal override bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run)
    {
        var holds = true;
        foreach (var (index, value) in Items.Of(instance))
        {
            if (seen?.HasItem(index) != true)
            {
                holds &= run.Accepts(schema, value, path.Item(index), null);
            }
        }

        seen?.AddAllItems();
        return holds;
    }
}

/// <summary><c>uniqueItems</c>.</summary>
internal sealed class UniqueItemsKeyword : Keyword
{
    internal static Keyword? From(KeywordSource source)
    {
        if (source.Value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            source.Refuse("must be true or false");
        }

        return source.Value.ValueKind == JsonValueKind.True ? new UniqueItemsKeyword() : null;
    }

    internal override bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run)
    {
        var known = new HashSet<JsonElement>(JsonEquality.Exact);
        foreach (var (index, value) in Items.Of(instance))
        {
            if (!run.Spend(1) || !known.Add(value))
            {
                return run.Fail(path.Item(index), "uniqueItems", "is there twice");
            }
        }

        return true;
    }
}

/// <summary>What the keywords for arrays share.</summary>
internal static class Items
{
    /// <summary>The items of an array, numbered; none of anything else.</summary>
    internal static IEnumerable<(int Index, JsonElement Value)> Of(JsonElement instance) =>
        instance.ValueKind == JsonValueKind.Array ? instance.EnumerateArray().Index() : [];
}
