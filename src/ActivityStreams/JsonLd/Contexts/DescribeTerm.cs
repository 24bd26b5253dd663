using PostMoney.ActivityStreams.JsonLd.Tree;

namespace PostMoney.ActivityStreams.JsonLd.Contexts;

/// <summary>Reads what else a term says of its values (JSON-LD 1.1 API §4.2.2, steps 20 to 26).</summary>
internal static class DescribeTerm
{
    internal static void Apply(Definitions definitions, string term, MapValue members, TermDefinition definition)
    {
        foreach (var (name, value) in members.Members)
        {
            switch (name)
            {
                case Keywords.Id or Keywords.Type or Keywords.Container or Keywords.Protected or Keywords.Reverse:
                    break;
                case Keywords.Index:
                    ReadIndex(definitions, value, definition);
                    break;
                case Keywords.Context:
                    ReadContext(definitions, value, definition);
                    break;
                case Keywords.Language:
                    ReadLanguage(members, value, definition);
                    break;
                case Keywords.Direction:
                    ReadDirection(definitions, members, value, definition);
                    break;
                case Keywords.Nest:
                    ReadNest(definitions, value, definition);
                    break;
                case Keywords.Prefix:
                    ReadPrefix(definitions, term, value, definition);
                    break;
                default:
                    throw new JsonLdRefusal(JsonLdProblem.InvalidTermDefinition);
            }
        }
    }

    internal static void ReadIndex(Definitions definitions, Value value, TermDefinition definition)
    {
        DefineTerm.RefuseInOneZero(definitions);
        var isRight = definition.Containers.HasFlag(Containers.Index) && value.Text is { } text
            && definitions.Expand(text) is { } iri && Iris.IsAbsolute(iri);
        definition.Index = isRight ? value.Text : throw new JsonLdRefusal(JsonLdProblem.InvalidTermDefinition);
    }

    private static void ReadContext(Definitions definitions, Value value, TermDefinition definition)
    {
        DefineTerm.RefuseInOneZero(definitions);
        var manner = definitions.Manner with { OverridesProtected = true, Propagates = true, Validates = false };
        definitions.Run.Work.EnterChain();
        try
        {
            _ = ProcessContext.Apply(definitions.Run, definitions.Active, value, manner);
        }
        catch (JsonLdRefusal refusal) when (refusal.Problem != JsonLdProblem.TooMuchWork)
        {
            throw new JsonLdRefusal(JsonLdProblem.InvalidScopedContext);
        }

        definitions.Run.Work.LeaveChain();
        definition.Context = value;
        definition.BaseUrl = definitions.Manner.BaseUrl;
    }

    private static void ReadLanguage(MapValue members, Value value, TermDefinition definition)
    {
        if (!members.Has(Keywords.Type))
        {
            definition.Language = value.IsNull
                ? ""
                : value.Text?.ToLowerInvariant() ?? throw new JsonLdRefusal(JsonLdProblem.InvalidLanguageMapping);
        }
    }

    private static void ReadDirection(Definitions definitions, MapValue members, Value value, TermDefinition definition)
    {
        DefineTerm.RefuseInOneZero(definitions);
        if (!members.Has(Keywords.Type))
        {
            definition.Direction = value.IsNull ? "" : ProcessContext.ReadDirection(value);
        }
    }

    private static void ReadNest(Definitions definitions, Value value, TermDefinition definition)
    {
        DefineTerm.RefuseInOneZero(definitions);
        definition.Nest = value.Text is { } nest && (nest == Keywords.Nest || !Keywords.Is(nest))
            ? nest
            : throw new JsonLdRefusal(JsonLdProblem.InvalidNestValue);
    }

    private static void ReadPrefix(Definitions definitions, string term, Value value, TermDefinition definition)
    {
        DefineTerm.RefuseInOneZero(definitions);
        if (term.AsSpan().ContainsAny(':', '/'))
        {
            throw new JsonLdRefusal(JsonLdProblem.InvalidTermDefinition);
        }

        definition.IsPrefix = value is FlagValue flag ? flag.IsTrue : throw new JsonLdRefusal(JsonLdProblem.InvalidPrefixValue);
        if (definition.IsPrefix && definition.Iri is { } iri && Keywords.Is(iri))
        {
            throw new JsonLdRefusal(JsonLdProblem.InvalidTermDefinition);
        }
    }
}
