namespace PostMoney.ActivityStreams.JsonLd.Contexts;

/// <summary>The terms that are in force at one place of a document (JSON-LD 1.1 API §4.1.1).</summary>
/// <remarks>Changed only while <see cref="ProcessContext"/> makes it; afterwards documents and threads share it.</remarks>
internal sealed class ActiveContext
{
    private Dictionary<string, TermDefinition> _terms;
    private bool _ownsTerms;
    private InverseContext? _inverse;

    private ActiveContext(Dictionary<string, TermDefinition> terms) => _terms = terms;

    /// <summary>The context without terms, whose base is the document's.</summary>
    internal static ActiveContext Initial { get; } = new(new Dictionary<string, TermDefinition>(StringComparer.Ordinal));

    /// <summary>Whether a context has set or removed the base IRI, so that the document's does not count.</summary>
    internal bool HasOwnBase { get; set; }

    internal string? OwnBase { get; set; }

    internal string? Vocab { get; set; }

    internal string? Language { get; set; }

    internal string? Direction { get; set; }

    /// <summary>The context to go back to in the next node, where this one is not propagated.</summary>
    internal ActiveContext? Previous { get; set; }

    /// <summary>Whether it was made with the document's base, so that no other document may share it.</summary>
    internal bool DependsOnBase { get; set; }

    internal Dictionary<string, TermDefinition> Terms => _terms;

    internal InverseContext Inverse(Work work) => _inverse ??= InverseContext.Of(this, work);

    internal TermDefinition? Find(string? term) => term is not null && _terms.TryGetValue(term, out var definition) ? definition : null;

    internal Containers ContainersOf(string? term) => Find(term)?.Containers ?? Containers.None;

    internal bool HasProtectedTerm()
    {
        foreach (var definition in _terms.Values)
        {
            if (definition.IsProtected)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A copy to be changed; its terms are copied when the first of them is.</summary>
    internal ActiveContext Copy()
    {
        // Whichever of the two is changed next takes terms of its own.
        _ownsTerms = false;
        return new ActiveContext(_terms)
        {
            HasOwnBase = HasOwnBase,
            OwnBase = OwnBase,
            Vocab = Vocab,
            Language = Language,
            Direction = Direction,
            Previous = Previous,
            DependsOnBase = DependsOnBase,
        };
    }

    internal void Set(string term, TermDefinition definition, Work work) => Own(work)[term] = definition;

    internal void Remove(string term, Work work)
    {
        if (_terms.ContainsKey(term))
        {
            Own(work).Remove(term);
        }
    }

    private Dictionary<string, TermDefinition> Own(Work work)
    {
        if (!_ownsTerms)
        {
            work.Step(1 + (2 * _terms.Count));
            _terms = new Dictionary<string, TermDefinition>(_terms, StringComparer.Ordinal);
            _ownsTerms = true;
        }

        return _terms;
    }
}
