using PostMoney.ActivityStreams.JsonLd.Contexts;
using PostMoney.ActivityStreams.JsonLd.Tree;

namespace PostMoney.ActivityStreams.JsonLd.Expansion;

/// <summary>Writes a document out: every name an IRI, every value with what its term says of it (JSON-LD 1.1 API §5.1.2).</summary>
internal static class ExpandElement
{
    /// <summary>Expands a whole document.</summary>
    internal static ListValue Document(Run run, ActiveContext active, Value document)
    {
        var expanded = Apply(run, active, null, document, run.Options.Base);
        if (expanded is MapValue { Count: 1 } map && map.TryGet(Keywords.Graph, out var graph))
        {
            expanded = graph;
        }

        return expanded is null ? new ListValue() : expanded.ToList();
    }

    /// <returns>Null for what says nothing.</returns>
    internal static Value? Apply(Run run, ActiveContext active, string? property, Value element, string? baseUrl, bool isFromMap = false)
    {
        run.Work.Step(1);
        switch (element)
        {
            case NullValue:
                return null;
            case ListValue list:
                return ExpandList(run, active, property, list, baseUrl, isFromMap);
            case MapValue map:
                return ExpandMap(run, active, property, map, baseUrl, isFromMap);
            default:
                if (property is null or Keywords.Graph)
                {
                    run.Lose();
                    return null;
                }

                var term = active.Find(property);
                return ExpandValue.Apply(run, Scope(run, active, term, overridesProtected: false), property, element);
        }
    }

    private static ListValue ExpandList(
        Run run, ActiveContext active, string? property, ListValue list, string? baseUrl, bool isFromMap)
    {
        var isList = active.ContainersOf(property).HasFlag(Containers.List);
        var result = new ListValue(list.Count);
        foreach (var item in list.All)
        {
            var expanded = Apply(run, active, property, item, baseUrl, isFromMap);
            if (isList && expanded is ListValue inner)
            {
                RefuseListOfLists(run);
                result.Add(new MapValue(Keywords.List, inner));
            }
            else if (expanded is not null)
            {
                if (isList && expanded.IsListObject)
                {
                    RefuseListOfLists(run);
                }

                result.AddItems(expanded);
            }
        }

        return result;
    }

    private static Value? ExpandMap(Run run, ActiveContext active, string? property, MapValue element, string? baseUrl, bool isFromMap)
    {
        var term = active.Find(property);
        if (active.Previous is { } previous && !isFromMap && !KeepsContext(run, active, element))
        {
            active = previous;
        }

        active = Scope(run, active, term, overridesProtected: true);
        if (element.TryGet(Keywords.Context, out var context))
        {
            active = run.ProcessEmbedded(active, context, baseUrl);
        }

        var typeScoped = active;
        active = ScopeByTypes(run, active, element, out var inputType);
        var node = new ExpandMembers(run, active, typeScoped, property, baseUrl) { IsJson = inputType == Keywords.Json };
        node.Apply(element);
        return FinishElement.Apply(run, node.Result, property);
    }

    // Values and plain references do not end a context that is not propagated.
    private static bool KeepsContext(Run run, ActiveContext active, MapValue element)
    {
        foreach (var (name, _) in element.Members)
        {
            var expanded = ExpandIri.Apply(run, active, name, vocab: true);
            if (expanded == Keywords.Value || (expanded == Keywords.Id && element.Count == 1))
            {
                return true;
            }
        }

        return false;
    }

    internal static ActiveContext Scope(Run run, ActiveContext active, TermDefinition? term, bool overridesProtected) =>
        term?.Context is { } context ? run.Process(active, context, term.BaseUrl, overridesProtected) : active;

    private static ActiveContext ScopeByTypes(Run run, ActiveContext active, MapValue element, out string? inputType)
    {
        inputType = null;
        var typeScoped = active;
        var isFirst = true;
        foreach (var (_, value) in TypeMembers(run, active, element))
        {
            string? last = null;
            foreach (var name in SortedTexts(value))
            {
                last = name;
                if (typeScoped.Find(name) is { Context: { } context } term)
                {
                    active = run.Process(active, context, term.BaseUrl, propagate: false);
                }
            }

            if (isFirst && last is not null)
            {
                inputType = ExpandIri.Apply(run, active, last, vocab: true);
            }

            isFirst = false;
        }

        return active;
    }

    private static List<KeyValuePair<string, Value>> TypeMembers(Run run, ActiveContext active, MapValue element)
    {
        List<KeyValuePair<string, Value>> members = [];
        foreach (var member in element.Members)
        {
            if (member.Key == Keywords.Type || ExpandIri.Apply(run, active, member.Key, vocab: true) == Keywords.Type)
            {
                members.Add(member);
            }
        }

        if (members.Count > 1)
        {
            members.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        }

        return members;
    }

    private static List<string> SortedTexts(Value value)
    {
        List<string> texts = [];
        foreach (var item in value.Items)
        {
            if (item.Text is { } text)
            {
                texts.Add(text);
            }
        }

        texts.Sort(StringComparer.Ordinal);
        return texts;
    }

    internal static void RefuseListOfLists(Run run)
    {
        if (run.IsOneZero)
        {
            throw new JsonLdRefusal(JsonLdProblem.ListOfLists);
        }
    }
}
