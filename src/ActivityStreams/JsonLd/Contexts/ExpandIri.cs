namespace PostMoney.ActivityStreams.JsonLd.Contexts;

/// <summary>Makes the IRI or keyword that a string of the document stands for (JSON-LD 1.1 API §5.2.2).</summary>
internal static class ExpandIri
{
    /// <param name="run">The call.</param>
    /// <param name="active">The terms in force.</param>
    /// <param name="value">The string.</param>
    /// <param name="vocab">Whether terms and <c>@vocab</c> count.</param>
    /// <param name="documentRelative">Whether it is resolved against the base.</param>
    /// <param name="definitions">The context that is being defined, whose terms may still be missing.</param>
    /// <returns>Null for what has no meaning: a term that is none, or what looks like a keyword.</returns>
    internal static string? Apply(
        Run run, ActiveContext active, string value, bool vocab, bool documentRelative = false, Definitions? definitions = null)
    {
        if (value.Length > 0 && value[0] == '@')
        {
            if (Keywords.Is(value))
            {
                return value;
            }

            if (Keywords.HasForm(value))
            {
                return null;
            }
        }

        definitions?.Ensure(value);
        var term = active.Find(value);
        if (term is not null && (vocab || (term.Iri is { } iri && Keywords.Is(iri))))
        {
            return term.Iri;
        }

        if (Iris.TrySplit(value, out var prefix, out var suffix))
        {
            if (prefix == "_" || value.AsSpan(suffix).StartsWith("//", StringComparison.Ordinal))
            {
                return value;
            }

            definitions?.Ensure(prefix);
            if (active.Find(prefix) is { IsPrefix: true, Iri: { } start })
            {
                return run.Work.Made(string.Concat(start, value.AsSpan(suffix)));
            }

            if (Iris.IsAbsolute(value))
            {
                return value;
            }
        }

        return Complete(run, active, value, vocab, documentRelative);
    }

    private static string Complete(Run run, ActiveContext active, string value, bool vocab, bool documentRelative)
    {
        if (vocab && active.Vocab is not null)
        {
            return run.Work.Made(active.Vocab + value);
        }

        return documentRelative && run.BaseOf(active) is { } baseIri ? run.Work.Made(Iris.Resolve(baseIri, value)) : value;
    }
}
