using PostMoney.ActivityStreams.JsonLd.Tree;

namespace PostMoney.ActivityStreams.JsonLd.Contexts;

/// <summary>The terms of one local context, which are defined in whatever order they need one another.</summary>
internal sealed class Definitions(Run run, ActiveContext active, MapValue context, ProcessContext.Manner manner, bool isProtected)
{
    // False while a term is being defined.
    private readonly Dictionary<string, bool> _defined = new(StringComparer.Ordinal);

    internal Run Run { get; } = run;

    internal ActiveContext Active { get; } = active;

    internal ProcessContext.Manner Manner { get; } = manner;

    internal bool IsProtected { get; } = isProtected;

    internal bool Contains(string term) => context.Has(term);

    /// <summary>Defines a term of this context, unless that has been done; does nothing for any other name.</summary>
    internal void Ensure(string term)
    {
        if (!context.TryGet(term, out var value))
        {
            return;
        }

        if (_defined.TryGetValue(term, out var isDone))
        {
            if (!isDone)
            {
                throw new JsonLdRefusal(JsonLdProblem.CyclicIriMapping);
            }

            return;
        }

        _defined[term] = false;
        Run.Work.Step(32);
        Run.Work.EnterChain();
        DefineTerm.Apply(this, term, value);
        Run.Work.LeaveChain();
        _defined[term] = true;
    }

    /// <summary>Takes a term as defined while the rest of its definition is still read.</summary>
    internal void Anticipate(string term) => _defined[term] = true;

    internal string? Expand(string value) => ExpandIri.Apply(Run, Active, value, vocab: true, definitions: this);
}
