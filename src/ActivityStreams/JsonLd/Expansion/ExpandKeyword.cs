using PostMoney.ActivityStreams.JsonLd.Contexts;
using PostMoney.ActivityStreams.JsonLd.Tree;

namespace PostMoney.ActivityStreams.JsonLd.Expansion;

/// <summary>Expands a member whose name is a keyword (JSON-LD 1.1 API §5.1.2, step 13.4).</summary>
internal static class ExpandKeyword
{
    internal static void Apply(ExpandMembers node, string keyword, Value value)
    {
        if (node.Result.Has(keyword) && (node.Run.IsOneZero || keyword is not (Keywords.Included or Keywords.Type or Keywords.Reverse)))
        {
            throw new JsonLdRefusal(JsonLdProblem.CollidingKeywords);
        }

        switch (keyword)
        {
            case Keywords.Id:
                node.Result.Set(keyword, ExpandId(node, value));
                break;
            case Keywords.Type:
                ExpandTypes(node, value);
                break;
            case Keywords.Graph:
                node.Result.Set(keyword, node.Expand(Keywords.Graph, value)?.ToList() ?? new ListValue());
                break;
            case Keywords.Included when !node.Run.IsOneZero:
                ExpandIncluded(node, value);
                break;
            case Keywords.Value:
                node.Result.Set(keyword, CheckContent(node, value));
                break;
            case Keywords.Language:
                node.Result.Set(keyword, new TextValue(
                    value.Text?.ToLowerInvariant() ?? throw new JsonLdRefusal(JsonLdProblem.InvalidLanguageTaggedString)));
                break;
            case Keywords.Direction when !node.Run.IsOneZero:
                node.Result.Set(keyword, new TextValue(ProcessContext.ReadDirection(value)));
                break;
            case Keywords.Index:
                node.Result.Set(keyword, value is TextValue ? value : Refuse(JsonLdProblem.InvalidIndexValue));
                break;
            case Keywords.List:
                ExpandListMember(node, value);
                break;
            case Keywords.Set:
                node.Result.Set(keyword, node.Expand(node.Property, value) ?? NullValue.Only);
                break;
            case Keywords.Reverse:
                ExpandReverse(node, value);
                break;
            default:
                // Keywords of contexts have no meaning in a node.
                node.Run.Lose();
                break;
        }
    }

    private static Value ExpandId(ExpandMembers node, Value value)
    {
        if (value.Text is not { } text)
        {
            return Refuse(JsonLdProblem.InvalidIdValue);
        }

        var iri = ExpandIri.Apply(node.Run, node.Active, text, vocab: false, documentRelative: true);
        return iri is null ? NullValue.Only : new TextValue(iri);
    }

    private static void ExpandTypes(ExpandMembers node, Value value)
    {
        var types = new ListValue(value.Items.Count);
        foreach (var item in value.Items)
        {
            if (item.Text is not { } text)
            {
                throw new JsonLdRefusal(JsonLdProblem.InvalidTypeValue);
            }

            var iri = ExpandIri.Apply(node.Run, node.TypeScoped, text, vocab: true, documentRelative: true);
            types.Add(iri is null ? NullValue.Only : new TextValue(iri));
        }

        if (node.Result.TryGet(Keywords.Type, out var earlier))
        {
            var all = new ListValue(types.Count + 1);
            all.AddItems(earlier);
            all.AddItems(types);
            node.Result.Set(Keywords.Type, all);
            return;
        }

        node.Result.Set(Keywords.Type, value is ListValue ? types : types[0]);
    }

    private static void ExpandIncluded(ExpandMembers node, Value value)
    {
        var included = node.Expand(null, value);
        if (value.Items.Any(item => item is not MapValue) || included is null || included.Items.Any(item => !item.IsNodeObject))
        {
            throw new JsonLdRefusal(JsonLdProblem.InvalidIncludedValue);
        }

        node.Result.OpenList(Keywords.Included).AddItems(included);
    }

    private static Value CheckContent(ExpandMembers node, Value value)
    {
        var isRight = node.IsJson ? !node.Run.IsOneZero : value.IsNull || value.IsScalar;
        return isRight ? value : Refuse(JsonLdProblem.InvalidValueObjectValue);
    }

    private static void ExpandListMember(ExpandMembers node, Value value)
    {
        // A list that nothing has is dropped.
        if (node.Property is null or Keywords.Graph)
        {
            node.Run.Lose();
            return;
        }

        var list = node.Expand(node.Property, value)?.ToList() ?? new ListValue();
        if (list.All.Exists(item => item.IsListObject))
        {
            ExpandElement.RefuseListOfLists(node.Run);
        }

        node.Result.Set(Keywords.List, list);
    }

    private static void ExpandReverse(ExpandMembers node, Value value)
    {
        if (value is not MapValue)
        {
            throw new JsonLdRefusal(JsonLdProblem.InvalidReverseValue);
        }

        if (node.Expand(Keywords.Reverse, value) is not MapValue expanded)
        {
            return;
        }

        foreach (var (name, members) in expanded.Members)
        {
            if (name != Keywords.Reverse)
            {
                node.AddReversed(name, members.ToList());
            }
            else if (members is MapValue twice)
            {
                // Reversed twice is not reversed.
                foreach (var (property, items) in twice.Members)
                {
                    node.Result.OpenList(property).AddItems(items);
                }
            }
        }
    }

    private static Value Refuse(JsonLdProblem problem) => throw new JsonLdRefusal(problem);
}
