using PostMoney.ActivityStreams.JsonLd.Contexts;
using PostMoney.ActivityStreams.JsonLd.Tree;

namespace PostMoney.ActivityStreams.JsonLd.Compaction;

/// <summary>Writes an IRI as a term, a compact IRI or relative to the base, whichever fits first (JSON-LD 1.1 API §6.2.2).</summary>
internal static class CompactIri
{
    /// <summary>The alias of a keyword, or the keyword.</summary>
    internal static string Keyword(Run run, ActiveContext active, string keyword) => Apply(run, active, keyword, vocab: true);

    internal static string Apply(Run run, ActiveContext active, string iri, bool vocab, Value? value = null, bool reverse = false)
    {
        run.Work.Step(1);
        var inverse = active.Inverse(run.Work);
        if (vocab)
        {
            if (inverse.Knows(iri) && ChooseTerm.Apply(run, active, inverse, iri, value, reverse) is { } term)
            {
                return term;
            }

            if (active.Vocab is { } start && iri.Length > start.Length && iri.StartsWith(start, StringComparison.Ordinal))
            {
                var suffix = iri[start.Length..];
                if (active.Find(suffix) is null)
                {
                    return run.Work.Made(suffix);
                }
            }
        }

        if (Keywords.Is(iri))
        {
            return iri;
        }

        return WithPrefix(run, active, inverse, iri, value) ?? WithoutPrefix(run, active, inverse, iri, vocab);
    }

    private static string? WithPrefix(Run run, ActiveContext active, InverseContext inverse, string iri, Value? value)
    {
        string? best = null;
        run.Work.Step(inverse.Prefixes.Count / 4);
        foreach (var (term, definition) in inverse.Prefixes)
        {
            var start = definition.Iri!;
            if (iri.Length <= start.Length || !iri.StartsWith(start, StringComparison.Ordinal))
            {
                continue;
            }

            var length = term.Length + 1 + iri.Length - start.Length;
            if (best is not null && length > best.Length)
            {
                continue;
            }

            var candidate = run.Work.Made(string.Concat(term, ":", iri.AsSpan(start.Length)));
            var isFree = active.Find(candidate) is not { } taken || (taken.Iri == iri && value is null);
            var isBetter = best is null || length < best.Length || string.CompareOrdinal(candidate, best) < 0;
            best = isFree && isBetter ? candidate : best;
        }

        return best;
    }

    private static string WithoutPrefix(Run run, ActiveContext active, InverseContext inverse, string iri, bool vocab)
    {
        CheckNotConfused(active, inverse, iri);
        return !vocab && run.Options.CompactToRelative && run.BaseOf(active) is { } baseIri && !Iris.IsBlank(iri)
            ? Relative(run, baseIri, iri)
            : iri;
    }

    private static string Relative(Run run, string baseIri, string iri)
    {
        var relative = Iris.Relativize(baseIri, iri);

        // It would be read as a keyword or dropped.
        return run.Work.Made(Keywords.HasForm(relative) ? "./" + relative : relative);
    }

    // Written as it is, it would be read as a compact IRI.
    private static void CheckNotConfused(ActiveContext active, InverseContext inverse, string iri)
    {
        if (inverse.Prefixes.Count > 0
            && Iris.TrySplit(iri, out var prefix, out var suffix)
            && active.Find(prefix) is { IsPrefix: true }
            && !iri.AsSpan(suffix).StartsWith("//", StringComparison.Ordinal))
        {
            throw new JsonLdRefusal(JsonLdProblem.IriConfusedWithPrefix);
        }
    }
}
