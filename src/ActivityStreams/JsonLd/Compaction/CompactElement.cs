using PostMoney.ActivityStreams.JsonLd.Contexts;
using PostMoney.ActivityStreams.JsonLd.Expansion;
using PostMoney.ActivityStreams.JsonLd.Tree;

namespace PostMoney.ActivityStreams.JsonLd.Compaction;

/// <summary>Writes an expanded element with the terms of a context (JSON-LD 1.1 API §6.1.2).</summary>
internal static class CompactElement
{
    internal static Value Apply(Run run, ActiveContext active, string? property, Value element)
    {
        run.Work.Step(1);
        return element switch
        {
            ListValue list => CompactList(run, active, property, list),
            MapValue map => CompactMap(run, active, property, map),
            _ => element,
        };
    }

    private static Value CompactList(Run run, ActiveContext active, string? property, ListValue list)
    {
        var result = new ListValue(list.Count);
        foreach (var item in list.All)
        {
            var compacted = Apply(run, active, property, item);
            if (!compacted.IsNull)
            {
                result.Add(compacted);
            }
        }

        var isAlone = result.Count == 1 && run.Options.CompactArrays && property is not (Keywords.Graph or Keywords.Set)
            && (active.ContainersOf(property) & (Containers.List | Containers.Set)) == 0;
        return isAlone ? result[0] : result;
    }

    private static Value CompactMap(Run run, ActiveContext active, string? property, MapValue element)
    {
        var typeScoped = active;
        var term = active.Find(property);
        if (active.Previous is { } previous && !element.Has(Keywords.Value) && !(element.Count == 1 && element.Has(Keywords.Id)))
        {
            active = previous;
        }

        active = ExpandElement.Scope(run, active, term, overridesProtected: true);
        if (element.Has(Keywords.Value) || element.Has(Keywords.Id))
        {
            var value = CompactValue.Apply(run, active, property, element);
            if (value is not MapValue || active.Find(property)?.Type == Keywords.Json)
            {
                return value;
            }
        }

        if (element.TryGet(Keywords.List, out var list) && active.ContainersOf(property).HasFlag(Containers.List))
        {
            return Apply(run, active, property, list);
        }

        active = ScopeByTypes(run, active, typeScoped, element);
        var members = new CompactMembers(run, active, typeScoped, property);
        members.Apply(element);
        return members.Result;
    }

    private static ActiveContext ScopeByTypes(Run run, ActiveContext active, ActiveContext typeScoped, MapValue element)
    {
        if (!element.TryGet(Keywords.Type, out var types))
        {
            return active;
        }

        List<string> names = [];
        foreach (var type in types.Items)
        {
            if (type.Text is { } iri)
            {
                names.Add(CompactIri.Apply(run, active, iri, vocab: true));
            }
        }

        names.Sort(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (typeScoped.Find(name) is { Context: { } context } term)
            {
                active = run.Process(active, context, term.BaseUrl, propagate: false);
            }
        }

        return active;
    }
}
