namespace PostMoney.ActivityStreams.JsonLd.Contexts;

/// <summary>Finds the term for an IRI and the kind of its values (JSON-LD 1.1 API §4.3).</summary>
internal sealed class InverseContext
{
    private readonly Dictionary<Slot, string> _terms = [];
    private readonly HashSet<string> _iris = new(StringComparer.Ordinal);

    private InverseContext(List<KeyValuePair<string, TermDefinition>> prefixes) => Prefixes = prefixes;

    /// <summary>By what kind of thing a term is chosen.</summary>
    internal enum Kind
    {
        Language,
        Type,
        Any,
    }

    /// <summary>The terms that compact IRIs may begin with, the shortest first.</summary>
    internal List<KeyValuePair<string, TermDefinition>> Prefixes { get; }

    internal static InverseContext Of(ActiveContext active, Work work)
    {
        work.Step(8 * active.Terms.Count);
        var terms = active.Terms.Where(term => term.Value.Iri is not null).ToList();
        terms.Sort(static (left, right) => left.Key.Length != right.Key.Length
            ? left.Key.Length.CompareTo(right.Key.Length)
            : string.CompareOrdinal(left.Key, right.Key));
        var inverse = new InverseContext(terms.FindAll(term => term.Value.IsPrefix));
        foreach (var (term, definition) in terms)
        {
            inverse.Add(active, term, definition);
        }

        return inverse;
    }

    internal bool Knows(string iri) => _iris.Contains(iri);

    /// <summary>The first term that fits, by container and then by value (JSON-LD 1.1 API §4.4).</summary>
    internal string? Select(string iri, List<Containers> containers, Kind kind, List<string> preferred)
    {
        foreach (var container in containers)
        {
            foreach (var value in preferred)
            {
                if (_terms.TryGetValue(new Slot(iri, container, kind, value), out var term))
                {
                    return term;
                }
            }
        }

        return null;
    }

    /// <summary>How a language and a direction are written together.</summary>
    internal static string Tag(string? language, string? direction) => string.IsNullOrEmpty(direction)
        ? language ?? ""
        : string.Concat(language, "_", direction);

    private void Add(ActiveContext active, string term, TermDefinition definition)
    {
        var iri = definition.Iri!;
        _iris.Add(iri);
        void Put(Kind kind, string value) => _terms.TryAdd(new Slot(iri, definition.Containers, kind, value), term);

        Put(Kind.Any, Keywords.None);
        if (definition.IsReverse)
        {
            Put(Kind.Type, Keywords.Reverse);
        }
        else if (definition.Type == Keywords.None)
        {
            Put(Kind.Language, Keywords.Any);
            Put(Kind.Type, Keywords.Any);
        }
        else if (definition.Type is { } type)
        {
            Put(Kind.Type, type);
        }
        else if (definition.Language is not null || definition.Direction is not null)
        {
            var tag = Tag(definition.Language, definition.Direction);
            var onlyDirection = definition.Language is null && tag.Length == 0;
            Put(Kind.Language, tag.Length > 0 ? tag : onlyDirection ? Keywords.None : Keywords.Null);
        }
        else
        {
            var tag = Tag(active.Language, active.Direction);
            Put(Kind.Language, tag.Length > 0 ? tag : Keywords.None);
            Put(Kind.Language, Keywords.None);
            Put(Kind.Type, Keywords.None);
        }
    }

    private readonly record struct Slot(string Iri, Containers Containers, Kind Kind, string Value);
}
