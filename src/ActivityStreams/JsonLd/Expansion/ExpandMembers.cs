using PostMoney.ActivityStreams.JsonLd.Contexts;
using PostMoney.ActivityStreams.JsonLd.Tree;

namespace PostMoney.ActivityStreams.JsonLd.Expansion;

/// <summary>Expands the members of one object (JSON-LD 1.1 API §5.1.2, steps 13 and 14).</summary>
internal sealed class ExpandMembers(Run run, ActiveContext active, ActiveContext typeScoped, string? property, string? baseUrl)
{
    internal Run Run { get; } = run;

    internal ActiveContext Active { get; private set; } = active;

    internal ActiveContext TypeScoped { get; } = typeScoped;

    internal string? Property { get; private set; } = property;

    internal string? BaseUrl { get; } = baseUrl;

    /// <summary>Whether the object's type makes its value a JSON literal.</summary>
    internal bool IsJson { get; init; }

    internal MapValue Result { get; } = new(8);

    internal void Apply(MapValue element)
    {
        List<string>? nests = null;
        foreach (var (name, value) in Run.Options.Ordered ? element.Sorted() : element.Members)
        {
            if (name == Keywords.Context)
            {
                continue;
            }

            var expanded = ExpandIri.Apply(Run, Active, name, vocab: true);
            if (expanded is null || (!Keywords.Is(expanded) && !expanded.Contains(':', StringComparison.Ordinal)))
            {
                Run.Lose();
                continue;
            }

            if (expanded == Keywords.Nest)
            {
                CheckNotReversed();
                (nests ??= []).Add(name);
            }
            else if (Keywords.Is(expanded))
            {
                CheckNotReversed();
                ExpandKeyword.Apply(this, expanded, value);
            }
            else
            {
                ExpandProperty(name, expanded, value);
            }
        }

        foreach (var nest in nests ?? [])
        {
            ExpandNest(nest, element.Get(nest)!);
        }
    }

    internal Value? Expand(string? property, Value value) => ExpandElement.Apply(Run, Active, property, value, BaseUrl);

    /// <summary>Adds values to a property that is written from its other end.</summary>
    internal void AddReversed(string property, ListValue values)
    {
        var reverse = Result.Open(Keywords.Reverse);
        foreach (var value in values.All)
        {
            if (value.IsValueObject || value.IsListObject)
            {
                throw new JsonLdRefusal(JsonLdProblem.InvalidReversePropertyValue);
            }

            reverse.OpenList(property).Add(value);
        }
    }

    private void CheckNotReversed()
    {
        if (Property == Keywords.Reverse)
        {
            throw new JsonLdRefusal(JsonLdProblem.InvalidReversePropertyMap);
        }
    }

    private void ExpandProperty(string name, string expandedName, Value value)
    {
        var term = Active.Find(name);
        var containers = term?.Containers ?? Containers.None;
        Value? expanded;
        if (term?.Type == Keywords.Json)
        {
            var literal = new MapValue(Keywords.Value, value);
            literal.Set(Keywords.Type, new TextValue(Keywords.Json));
            expanded = literal;
        }
        else if (containers.HasFlag(Containers.Language) && value is MapValue languages)
        {
            expanded = ExpandMaps.Languages(this, term!, languages);
        }
        else if ((containers & (Containers.Index | Containers.Type | Containers.Id)) != 0 && value is MapValue indexed)
        {
            expanded = ExpandMaps.Indexed(this, name, term!, indexed);
        }
        else
        {
            expanded = Expand(name, value);
        }

        if (expanded is not null)
        {
            Add(expandedName, Arrange(containers, expanded), term);
        }
    }

    private Value Arrange(Containers containers, Value expanded)
    {
        if (containers.HasFlag(Containers.List) && !expanded.IsListObject)
        {
            expanded = new MapValue(Keywords.List, expanded.ToList());
        }

        if (containers.HasFlag(Containers.Graph) && (containers & (Containers.Id | Containers.Index)) == 0)
        {
            var graphs = new ListValue();
            foreach (var item in expanded.Items)
            {
                Run.Work.Step(1);
                graphs.Add(new MapValue(Keywords.Graph, item.ToList()));
            }

            expanded = graphs;
        }

        return expanded;
    }

    private void Add(string name, Value expanded, TermDefinition? term)
    {
        if (term is { IsReverse: true })
        {
            AddReversed(name, expanded.ToList());
        }
        else
        {
            Result.OpenList(name).AddItems(expanded);
        }
    }

    private void ExpandNest(string name, Value value)
    {
        var (outer, outerProperty) = (Active, Property);
        Active = ExpandElement.Scope(Run, Active, Active.Find(name), overridesProtected: true);
        Property = name;
        foreach (var nested in value.Items)
        {
            if (nested is not MapValue map || HasValue(map))
            {
                throw new JsonLdRefusal(JsonLdProblem.InvalidNestValue);
            }

            Apply(map);
        }

        (Active, Property) = (outer, outerProperty);
    }

    private bool HasValue(MapValue map) =>
        map.Members.Exists(member => ExpandIri.Apply(Run, Active, member.Key, vocab: true) == Keywords.Value);
}
