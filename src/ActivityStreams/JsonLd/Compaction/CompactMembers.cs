using PostMoney.ActivityStreams.JsonLd.Contexts;
using PostMoney.ActivityStreams.JsonLd.Tree;

namespace PostMoney.ActivityStreams.JsonLd.Compaction;

/// <summary>Compacts the members of one object (JSON-LD 1.1 API §6.1.2, step 12).</summary>
internal sealed class CompactMembers(Run run, ActiveContext active, ActiveContext typeScoped, string? property)
{
    internal Run Run { get; } = run;

    internal ActiveContext Active { get; } = active;

    internal MapValue Result { get; } = new(8);

    private bool IsInsideReverse { get; } = property == Keywords.Reverse;

    internal void Apply(MapValue element)
    {
        foreach (var (name, value) in Run.Options.Ordered ? element.Sorted() : element.Members)
        {
            switch (name)
            {
                case Keywords.Id:
                    Result.Set(Alias(name), value.Text is { } id ? new TextValue(CompactIri.Apply(Run, Active, id, vocab: false)) : value);
                    break;
                case Keywords.Type:
                    CompactTypes(value);
                    break;
                case Keywords.Reverse:
                    CompactReverse(value);
                    break;
                case Keywords.Index when Active.ContainersOf(property).HasFlag(Containers.Index):
                    break;
                case Keywords.Index or Keywords.Value or Keywords.Language or Keywords.Direction:
                    Result.Set(Alias(name), value);
                    break;
                default:
                    CompactProperty(name, value);
                    break;
            }
        }
    }

    internal string Alias(string keyword) => CompactIri.Keyword(Run, Active, keyword);

    internal string Term(string iri, Value? value) => CompactIri.Apply(Run, Active, iri, vocab: true, value, IsInsideReverse);

    /// <summary>Adds a value to what a name holds, as a list where there are several or a list is asked for.</summary>
    internal static void Add(MapValue target, string name, Value value, bool asArray)
    {
        if (value is ListValue list)
        {
            if (list.Count == 0 || asArray)
            {
                _ = target.OpenList(name);
            }

            foreach (var item in list.All)
            {
                Add(target, name, item, asArray);
            }
        }
        else if (target.TryGet(name, out var earlier))
        {
            if (earlier is ListValue open)
            {
                open.Add(value);
            }
            else
            {
                target.Set(name, new ListValue(earlier, value));
            }
        }
        else
        {
            target.Set(name, asArray ? new ListValue(value) : value);
        }
    }

    private void CompactTypes(Value value)
    {
        var types = new ListValue();
        foreach (var type in value.Items)
        {
            types.Add(type.Text is { } iri ? new TextValue(CompactIri.Apply(Run, typeScoped, iri, vocab: true)) : type);
        }

        var alias = Alias(Keywords.Type);
        var asArray = !Run.Options.CompactArrays || (!Run.IsOneZero && Active.ContainersOf(alias).HasFlag(Containers.Set));
        Add(Result, alias, value is ListValue && types.Count != 1 ? types : types[0], asArray);
    }

    private void CompactReverse(Value value)
    {
        if (CompactElement.Apply(Run, Active, Keywords.Reverse, value) is not MapValue compacted)
        {
            return;
        }

        var rest = new MapValue();
        foreach (var (name, members) in compacted.Members)
        {
            if (Active.Find(name) is { IsReverse: true } term)
            {
                Add(Result, name, members, term.Containers.HasFlag(Containers.Set) || !Run.Options.CompactArrays);
            }
            else
            {
                rest.Set(name, members);
            }
        }

        if (rest.Count > 0)
        {
            Result.Set(Alias(Keywords.Reverse), rest);
        }
    }

    private void CompactProperty(string name, Value value)
    {
        if (value is ListValue { Count: 0 })
        {
            var term = Term(name, value);
            Add(Nested(term), term, value, asArray: true);
            return;
        }

        foreach (var item in value.Items)
        {
            var term = Term(name, item);
            CompactItem.Apply(this, Nested(term), term, item);
        }
    }

    private MapValue Nested(string term)
    {
        if (Active.Find(term)?.Nest is not { } nest)
        {
            return Result;
        }

        if (nest != Keywords.Nest && Active.Find(nest)?.Iri != Keywords.Nest)
        {
            throw new JsonLdRefusal(JsonLdProblem.InvalidNestValue);
        }

        return Result.Open(nest);
    }
}
