using PostMoney.ActivityStreams.JsonLd.Contexts;
using PostMoney.ActivityStreams.JsonLd.Tree;

namespace PostMoney.ActivityStreams.JsonLd.Expansion;

/// <summary>Expands maps whose names are data: languages, indexes, ids and types (JSON-LD 1.1 API §5.1.2, steps 13.7 and 13.8).</summary>
internal static class ExpandMaps
{
    internal static ListValue Languages(ExpandMembers node, TermDefinition term, MapValue languages)
    {
        var result = new ListValue(languages.Count);
        var direction = term.Direction ?? node.Active.Direction;
        foreach (var (language, values) in node.Run.Options.Ordered ? languages.Sorted() : languages.Members)
        {
            var isNone = ExpandIri.Apply(node.Run, node.Active, language, vocab: true) == Keywords.None;
            foreach (var item in values.Items)
            {
                if (item.IsNull)
                {
                    continue;
                }

                if (item is not TextValue)
                {
                    throw new JsonLdRefusal(JsonLdProblem.InvalidLanguageMapValue);
                }

                var value = new MapValue(Keywords.Value, item);
                ExpandValue.AddText(value, Keywords.Language, isNone ? null : language.ToLowerInvariant());
                ExpandValue.AddText(value, Keywords.Direction, direction);
                result.Add(value);
            }
        }

        return result;
    }

    internal static ListValue Indexed(ExpandMembers node, string name, TermDefinition term, MapValue indexed)
    {
        var result = new ListValue(indexed.Count);
        var byContext = (term.Containers & (Containers.Id | Containers.Type)) != 0;
        foreach (var (index, values) in node.Run.Options.Ordered ? indexed.Sorted() : indexed.Members)
        {
            var active = byContext ? node.Active.Previous ?? node.Active : node.Active;
            if (term.Containers.HasFlag(Containers.Type) && active.Find(index) is { Context: { } context } type)
            {
                active = node.Run.Process(active, context, type.BaseUrl);
            }

            var expandedIndex = ExpandIri.Apply(node.Run, node.Active, index, vocab: true);
            var items = ExpandElement.Apply(node.Run, active, name, values.ToList(), node.BaseUrl, isFromMap: true);
            foreach (var item in items!.Items)
            {
                node.Run.Work.Step(1);
                result.Add(WithIndex(node, term, item, index, expandedIndex == Keywords.None ? null : expandedIndex));
            }
        }

        return result;
    }

    private static MapValue WithIndex(ExpandMembers node, TermDefinition term, Value item, string index, string? expandedIndex)
    {
        var containers = term.Containers;
        if (containers.HasFlag(Containers.Graph) && !item.IsGraphObject)
        {
            item = new MapValue(Keywords.Graph, item.ToList());
        }

        var map = (MapValue)item;
        if (expandedIndex is null)
        {
            return map;
        }

        if (containers.HasFlag(Containers.Index) && term.Index is { } property && property != Keywords.Index)
        {
            AddIndexProperty(node, map, property, index);
        }
        else if (containers.HasFlag(Containers.Index) && !map.Has(Keywords.Index))
        {
            map.Set(Keywords.Index, new TextValue(index));
        }
        else if (containers.HasFlag(Containers.Id) && !map.Has(Keywords.Id))
        {
            var id = ExpandIri.Apply(node.Run, node.Active, index, vocab: false, documentRelative: true);
            map.Set(Keywords.Id, id is null ? NullValue.Only : new TextValue(id));
        }
        else if (containers.HasFlag(Containers.Type))
        {
            var types = new ListValue(2);
            types.Add(new TextValue(expandedIndex));
            if (map.TryGet(Keywords.Type, out var earlier))
            {
                types.AddItems(earlier);
            }

            map.Set(Keywords.Type, types);
        }

        return map;
    }

    private static void AddIndexProperty(ExpandMembers node, MapValue map, string property, string index)
    {
        if (map.IsValueObject)
        {
            throw new JsonLdRefusal(JsonLdProblem.InvalidValueObject);
        }

        var name = ExpandIri.Apply(node.Run, node.Active, property, vocab: true) ?? property;
        var values = new ListValue(2);
        values.Add(ExpandValue.Apply(node.Run, node.Active, property, new TextValue(index)));
        if (map.TryGet(name, out var earlier))
        {
            values.AddItems(earlier);
        }

        map.Set(name, values);
    }
}
