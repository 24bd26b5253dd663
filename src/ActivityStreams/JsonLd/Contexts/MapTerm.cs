using PostMoney.ActivityStreams.JsonLd.Tree;

namespace PostMoney.ActivityStreams.JsonLd.Contexts;

/// <summary>Finds the IRI of a term and whether it may be a prefix (JSON-LD 1.1 API §4.2.2, steps 14 to 18).</summary>
internal static class MapTerm
{
    /// <returns>False for a term that is passed over since its IRI looks like a keyword.</returns>
    internal static bool Apply(Definitions definitions, string term, MapValue members, bool isSimple, TermDefinition definition)
    {
        if (members.TryGet(Keywords.Id, out var id) && id.Text != term)
        {
            return id.IsNull || ReadId(definitions, term, id, isSimple, definition);
        }

        definition.Iri = OfItself(definitions, term);
        return true;
    }

    private static bool ReadId(Definitions definitions, string term, Value id, bool isSimple, TermDefinition definition)
    {
        if (id.Text is not { } text)
        {
            throw new JsonLdRefusal(JsonLdProblem.InvalidIriMapping);
        }

        if (Keywords.HasForm(text) && !Keywords.Is(text))
        {
            return false;
        }

        var iri = definitions.Expand(text);
        if (iri is null || !(Keywords.Is(iri) || Iris.IsAbsolute(iri) || Iris.IsBlank(iri)))
        {
            throw new JsonLdRefusal(JsonLdProblem.InvalidIriMapping);
        }

        definition.Iri = iri == Keywords.Context ? throw new JsonLdRefusal(JsonLdProblem.InvalidKeywordAlias) : iri;
        if (!definitions.Run.IsOneZero && HasIriForm(term))
        {
            CheckMeansItself(definitions, term, iri);
        }
        else if (isSimple && !HasIriForm(term))
        {
            definition.IsPrefix = EndsWithDelimiter(iri) || Iris.IsBlank(iri);
        }

        return true;
    }

    // A term that looks like an IRI may only be that IRI.
    private static void CheckMeansItself(Definitions definitions, string term, string iri)
    {
        definitions.Anticipate(term);
        if (definitions.Expand(term) != iri)
        {
            throw new JsonLdRefusal(JsonLdProblem.InvalidIriMapping);
        }
    }

    private static string OfItself(Definitions definitions, string term)
    {
        if (Iris.TrySplit(term, out var prefix, out var suffix))
        {
            definitions.Ensure(prefix);
            return definitions.Active.Find(prefix)?.Iri is { } start
                ? definitions.Run.Work.Made(string.Concat(start, term.AsSpan(suffix)))
                : term;
        }

        if (term.Contains('/', StringComparison.Ordinal))
        {
            definitions.Anticipate(term);
            var iri = definitions.Expand(term);
            return iri is not null && Iris.IsAbsolute(iri) ? iri : throw new JsonLdRefusal(JsonLdProblem.InvalidIriMapping);
        }

        if (term == Keywords.Type)
        {
            return Keywords.Type;
        }

        return definitions.Active.Vocab is { } vocab
            ? definitions.Run.Work.Made(vocab + term)
            : throw new JsonLdRefusal(JsonLdProblem.InvalidIriMapping);
    }

    private static bool HasIriForm(string term) =>
        term.AsSpan(0, Math.Max(term.Length - 1, 0)).LastIndexOf(':') > 0 || term.Contains('/', StringComparison.Ordinal);

    private static bool EndsWithDelimiter(string iri) => iri[^1] is ':' or '/' or '?' or '#' or '[' or ']' or '@';
}
