using PostMoney.ActivityStreams.JsonLd.Tree;
using PostMoney.ActivityStreams.JsonLd.WellKnown;

namespace PostMoney.ActivityStreams.JsonLd.Contexts;

/// <summary>One call of the processor: what it was asked, what it has loaded and what it has cost.</summary>
internal sealed class Run(JsonLdOptions options)
{
    private readonly Dictionary<string, Value> _loaded = new(StringComparer.Ordinal);
    private readonly Dictionary<Value, Value> _embedded = new(SameValue.Comparer);
    private readonly Dictionary<Scope, ActiveContext> _processed = [];

    internal JsonLdOptions Options { get; } = options;

    internal Work Work { get; } = new();

    internal bool IsOneZero { get; } = options.Version == JsonLdVersion.OneZero;

    /// <summary>Marks a place where the specification drops something.</summary>
    internal void Lose()
    {
        if (Options.RefuseLoss)
        {
            throw new JsonLdRefusal(JsonLdProblem.Loss);
        }
    }

    internal string? BaseOf(ActiveContext active) => active.HasOwnBase ? active.OwnBase : Options.Base;

    /// <summary>Processes a context that stands in the document, or remembers having done so.</summary>
    internal ActiveContext Process(
        ActiveContext active, Value local, string? baseUrl, bool overrideProtected = false, bool propagate = true)
    {
        var scope = new Scope(active, local, overrideProtected, propagate);
        if (!_processed.TryGetValue(scope, out var processed))
        {
            var manner = new ProcessContext.Manner(baseUrl) { OverridesProtected = overrideProtected, Propagates = propagate };
            processed = ProcessContext.Apply(this, active, local, manner);
            _processed[scope] = processed;
        }

        return processed;
    }

    /// <summary>Processes a context that stands in a node, where the items of a collection often repeat one another's.</summary>
    internal ActiveContext ProcessEmbedded(ActiveContext active, Value local, string? baseUrl)
    {
        // One that is empty may stand for a context that is remembered.
        if (local is MapValue { Count: 0 })
        {
            return Process(active, local, baseUrl);
        }

        if (!_embedded.TryGetValue(local, out var first))
        {
            _embedded[local] = first = local;
        }

        return Process(active, first, baseUrl);
    }

    /// <summary>Takes a context as processed that an earlier call has processed.</summary>
    internal void Remember(ActiveContext active, Value local, ActiveContext processed) =>
        _processed[new Scope(active, local, false, true)] = processed;

    /// <summary>The <c>@context</c> of the document behind an address.</summary>
    internal Value Load(string url)
    {
        if (_loaded.TryGetValue(url, out var loaded))
        {
            return loaded;
        }

        if (ReferenceEquals(Options.Loader, JsonLdOptions.Default.Loader))
        {
            loaded = WellKnownContexts.Tree(url) ?? throw new JsonLdRefusal(JsonLdProblem.LoadingRemoteContextFailed);
        }
        else
        {
            var document = Options.Loader(url) ?? throw new JsonLdRefusal(JsonLdProblem.LoadingRemoteContextFailed);
            loaded = (JsonTree.Read(document, Work) as MapValue)?.Get(Keywords.Context)
                ?? throw new JsonLdRefusal(JsonLdProblem.InvalidRemoteContext);
        }

        _loaded[url] = loaded;
        return loaded;
    }

    // By reference: the same object of the document under the same context. A base URL belongs to the object.
    private readonly record struct Scope(ActiveContext Active, Value Local, bool OverridesProtected, bool Propagates);
}
