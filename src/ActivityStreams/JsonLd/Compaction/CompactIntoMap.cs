using PostMoney.ActivityStreams.JsonLd.Contexts;
using PostMoney.ActivityStreams.JsonLd.Tree;

namespace PostMoney.ActivityStreams.JsonLd.Compaction;

/// <summary>Puts a value under its language, index, id or type (JSON-LD 1.1 API §6.1.2, step 12.8.9).</summary>
internal static class CompactIntoMap
{
    internal static void Apply(CompactMembers node, MapValue target, string term, Value item, Value compacted, bool asArray)
    {
        var definition = node.Active.Find(term)!;
        string? key;
        if (definition.Containers.HasFlag(Containers.Language))
        {
            key = (item as MapValue)?.Get(Keywords.Language)?.Text;
            compacted = (item as MapValue)?.Get(Keywords.Value) ?? compacted;
        }
        else if (definition.Containers.HasFlag(Containers.Index))
        {
            key = definition.Index is { } property && property != Keywords.Index
                ? TakeFirst(node, compacted, NameOf(node, compacted, property))
                : (item as MapValue)?.Get(Keywords.Index)?.Text;
        }
        else if (definition.Containers.HasFlag(Containers.Id))
        {
            key = Take(compacted, node.Alias(Keywords.Id));
        }
        else
        {
            key = TakeFirst(node, compacted, node.Alias(Keywords.Type));
            compacted = AsReference(node, term, item, compacted);
        }

        CompactMembers.Add(target, key ?? node.Alias(Keywords.None), compacted, asArray);
    }

    // The property that is the index stands under its own term, or under what its IRI is compacted to.
    private static string NameOf(CompactMembers node, Value compacted, string property) =>
        compacted is MapValue map && !map.Has(property) && ExpandIri.Apply(node.Run, node.Active, property, vocab: true) is { } iri
            ? node.Term(iri, null)
            : property;

    private static string? Take(Value compacted, string name)
    {
        var text = (compacted as MapValue)?.Get(name)?.Text;
        (compacted as MapValue)?.Remove(name);
        return text;
    }

    // The first value is the key; what is left stays where it was.
    private static string? TakeFirst(CompactMembers node, Value compacted, string name)
    {
        if (compacted is not MapValue map || !map.TryGet(name, out var values) || values.Items is not [TextValue first, ..])
        {
            return null;
        }

        map.Remove(name);
        var rest = values.Items.Skip(1).ToArray();
        if (rest.Length > 0)
        {
            node.Run.Work.Step(rest.Length);
            map.Set(name, rest.Length == 1 ? rest[0] : new ListValue(rest));
        }

        return first.Content;
    }

    // What has nothing left but its id is written as a reference.
    private static Value AsReference(CompactMembers node, string term, Value item, Value compacted) =>
        compacted is MapValue { Count: 1 } map && item is MapValue whole && whole.TryGet(Keywords.Id, out var id)
            && ExpandIri.Apply(node.Run, node.Active, map.Members[0].Key, vocab: true) == Keywords.Id
            ? CompactElement.Apply(node.Run, node.Active, term, new MapValue(Keywords.Id, id))
            : compacted;
}
