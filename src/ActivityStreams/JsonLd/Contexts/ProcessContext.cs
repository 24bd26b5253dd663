using PostMoney.ActivityStreams.JsonLd.Tree;

namespace PostMoney.ActivityStreams.JsonLd.Contexts;

/// <summary>Makes the active context that a local context leads to (JSON-LD 1.1 API §4.1.2).</summary>
internal static class ProcessContext
{
    /// <summary>How a context is processed, and which contexts have led to it by their addresses.</summary>
    internal sealed record Manner(string? BaseUrl)
    {
        internal bool OverridesProtected { get; init; }

        internal bool Propagates { get; init; } = true;

        /// <summary>False while a term's context is only tried, where one that leads to itself is right.</summary>
        internal bool Validates { get; init; } = true;

        internal IReadOnlyList<string> Remote { get; init; } = [];
    }

    internal static ActiveContext Apply(Run run, ActiveContext active, Value local, Manner manner)
    {
        if (local is MapValue map && map.Get(Keywords.Propagate) is FlagValue flag)
        {
            manner = manner with { Propagates = flag.IsTrue };
        }

        run.Work.Step(1);
        var result = active.Copy();
        if (!manner.Propagates && result.Previous is null)
        {
            result.Previous = active;
        }

        foreach (var context in local.Items)
        {
            result = context switch
            {
                NullValue => Nullify(result, manner),
                TextValue address => Refer(run, result, address.Content, manner),
                MapValue definition => Define(run, result, definition, manner),
                _ => throw new JsonLdRefusal(JsonLdProblem.InvalidLocalContext),
            };
        }

        return result;
    }

    private static ActiveContext Nullify(ActiveContext result, Manner manner)
    {
        if (!manner.OverridesProtected && result.HasProtectedTerm())
        {
            throw new JsonLdRefusal(JsonLdProblem.InvalidContextNullification);
        }

        var cleared = ActiveContext.Initial.Copy();
        cleared.DependsOnBase = result.DependsOnBase;
        cleared.Previous = manner.Propagates ? null : result;
        return cleared;
    }

    private static ActiveContext Refer(Run run, ActiveContext result, string address, Manner manner)
    {
        var url = ResolveUrl(result, address, manner);
        var isKnown = manner.Remote.Contains(url);
        if (!manner.Validates && isKnown)
        {
            return result;
        }

        if (manner.Remote.Count >= JsonLdLimits.RemoteContexts)
        {
            throw new JsonLdRefusal(JsonLdProblem.ContextOverflow);
        }

        var loaded = run.Load(url);
        return Apply(run, result, loaded, new Manner(url) { Remote = [.. manner.Remote, url], Validates = manner.Validates });
    }

    private static string ResolveUrl(ActiveContext result, string address, Manner manner)
    {
        if (Iris.SchemeLength(address) > 0)
        {
            return address;
        }

        // Relative to the document, unless a context that was loaded by its address refers to its neighbour.
        result.DependsOnBase |= manner.Remote.Count == 0;
        return manner.BaseUrl is { } baseUrl && Iris.SchemeLength(baseUrl) > 0
            ? Iris.Resolve(baseUrl, address)
            : throw new JsonLdRefusal(JsonLdProblem.LoadingDocumentFailed);
    }

    private static ActiveContext Define(Run run, ActiveContext result, MapValue context, Manner manner)
    {
        result = result.Copy();
        CheckVersion(run, context);
        if (context.TryGet(Keywords.Import, out var import))
        {
            context = Import(run, result, context, import, manner);
        }

        if (context.TryGet(Keywords.Base, out var baseIri) && manner.Remote.Count == 0)
        {
            SetBase(run, result, baseIri);
        }

        if (context.TryGet(Keywords.Vocab, out var vocab))
        {
            SetVocab(run, result, vocab);
        }

        SetLanguage(result, context);
        SetDirection(run, result, context);
        CheckPropagate(run, context);
        var isProtected = ReadProtected(run, context);
        var defined = new Definitions(run, result, context, manner, isProtected);
        foreach (var (term, _) in context.Members)
        {
            if (!IsContextKeyword(term))
            {
                defined.Ensure(term);
            }
        }

        return result;
    }

    private static void CheckVersion(Run run, MapValue context)
    {
        if (!context.TryGet(Keywords.Version, out var version))
        {
            return;
        }

        if (version is not NumberValue { Number: 1.1 })
        {
            throw new JsonLdRefusal(JsonLdProblem.InvalidVersionValue);
        }

        if (run.IsOneZero)
        {
            throw new JsonLdRefusal(JsonLdProblem.ProcessingModeConflict);
        }
    }

    private static MapValue Import(Run run, ActiveContext result, MapValue context, Value import, Manner manner)
    {
        RefuseInOneZero(run);
        if (import.Text is not { } address)
        {
            throw new JsonLdRefusal(JsonLdProblem.InvalidImportValue);
        }

        if (run.Load(ResolveUrl(result, address, manner)) is not MapValue imported)
        {
            throw new JsonLdRefusal(JsonLdProblem.InvalidRemoteContext);
        }

        if (imported.Has(Keywords.Import))
        {
            throw new JsonLdRefusal(JsonLdProblem.InvalidContextEntry);
        }

        run.Work.Step(imported.Count);
        var merged = imported.Copy();
        foreach (var (name, value) in context.Members)
        {
            merged.Set(name, value);
        }

        return merged;
    }

    private static void SetBase(Run run, ActiveContext result, Value value)
    {
        if (value.IsNull)
        {
            result.OwnBase = null;
        }
        else if (value.Text is { } iri && Iris.IsAbsolute(iri))
        {
            result.OwnBase = iri;
        }
        else if (value.Text is { } reference && run.BaseOf(result) is { } current)
        {
            result.DependsOnBase |= !result.HasOwnBase;
            result.OwnBase = run.Work.Made(Iris.Resolve(current, reference));
        }
        else
        {
            throw new JsonLdRefusal(JsonLdProblem.InvalidBaseIri);
        }

        result.HasOwnBase = true;
    }

    private static void SetVocab(Run run, ActiveContext result, Value value)
    {
        if (value.IsNull)
        {
            result.Vocab = null;
            return;
        }

        if (value.Text is not { } text || (run.IsOneZero && !Iris.IsAbsolute(text) && !Iris.IsBlank(text)))
        {
            throw new JsonLdRefusal(JsonLdProblem.InvalidVocabMapping);
        }

        result.DependsOnBase |= !Iris.IsAbsolute(text) && !Iris.IsBlank(text);
        var vocab = ExpandIri.Apply(run, result, text, vocab: true, documentRelative: true);
        result.Vocab = vocab is not null && !Keywords.Is(vocab) ? vocab : throw new JsonLdRefusal(JsonLdProblem.InvalidVocabMapping);
    }

    private static void SetLanguage(ActiveContext result, MapValue context)
    {
        if (context.TryGet(Keywords.Language, out var language))
        {
            result.Language = language.IsNull
                ? null
                : language.Text?.ToLowerInvariant() ?? throw new JsonLdRefusal(JsonLdProblem.InvalidDefaultLanguage);
        }
    }

    private static void SetDirection(Run run, ActiveContext result, MapValue context)
    {
        if (context.TryGet(Keywords.Direction, out var direction))
        {
            RefuseInOneZero(run);
            result.Direction = direction.IsNull ? null : ReadDirection(direction);
        }
    }

    internal static string ReadDirection(Value value) =>
        value.Text is "ltr" or "rtl" ? value.Text : throw new JsonLdRefusal(JsonLdProblem.InvalidBaseDirection);

    private static void CheckPropagate(Run run, MapValue context)
    {
        if (context.TryGet(Keywords.Propagate, out var propagate))
        {
            RefuseInOneZero(run);
            if (propagate is not FlagValue)
            {
                throw new JsonLdRefusal(JsonLdProblem.InvalidPropagateValue);
            }
        }
    }

    private static bool ReadProtected(Run run, MapValue context)
    {
        if (!context.TryGet(Keywords.Protected, out var value))
        {
            return false;
        }

        RefuseInOneZero(run);
        return value is FlagValue flag ? flag.IsTrue : throw new JsonLdRefusal(JsonLdProblem.InvalidProtectedValue);
    }

    private static void RefuseInOneZero(Run run)
    {
        if (run.IsOneZero)
        {
            throw new JsonLdRefusal(JsonLdProblem.InvalidContextEntry);
        }
    }

    private static bool IsContextKeyword(string name) => name is Keywords.Base or Keywords.Direction or Keywords.Import
        or Keywords.Language or Keywords.Propagate or Keywords.Protected or Keywords.Version or Keywords.Vocab;
}
