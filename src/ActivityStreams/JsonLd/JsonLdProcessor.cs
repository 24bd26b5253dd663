using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PostMoney.ActivityStreams.JsonLd.Compaction;
using PostMoney.ActivityStreams.JsonLd.Contexts;
using PostMoney.ActivityStreams.JsonLd.Conversion;
using PostMoney.ActivityStreams.JsonLd.Expansion;
using PostMoney.ActivityStreams.JsonLd.Flattening;
using PostMoney.ActivityStreams.JsonLd.Tree;
using PostMoney.ActivityStreams.Rdf;

namespace PostMoney.ActivityStreams.JsonLd;

/// <summary>Reads and writes JSON-LD 1.1: expands, compacts and flattens documents, and turns them into RDF and back.</summary>
/// <remarks>
/// JSON-LD 1.1 Processing Algorithms and API (W3C Recommendation, 16 July 2020), without framing and HTML. Nothing is
/// fetched: contexts come from <see cref="JsonLdOptions.Loader"/>. Every call is bound by <see cref="JsonLdLimits"/>,
/// changes nothing and throws nothing for bad input. May be called from many threads.
/// </remarks>
public static class JsonLdProcessor
{
    /// <summary>Writes a document out, without context: names are IRIs and every value says what it is.</summary>
    /// <param name="document">Any JSON value that <see cref="Json.StrictJson"/> has read.</param>
    /// <param name="options">The caller's choices.</param>
    /// <param name="expanded">An array of node objects.</param>
    /// <param name="problem">The first problem, where the answer is false.</param>
    /// <returns>False where the document is refused.</returns>
    public static bool TryExpand(
        JsonElement document, JsonLdOptions options, out JsonElement expanded, [NotNullWhen(false)] out JsonLdProblem? problem) =>
        Try(run => JsonTree.ToElement(StartExpansion.Apply(run, document)), options, out expanded, out problem);

    /// <summary>Writes a document with the terms of a context.</summary>
    /// <param name="document">The document, with or without a context of its own.</param>
    /// <param name="context">The context, or an object with it as <c>@context</c>; the answer carries it as it is.</param>
    /// <param name="options">The caller's choices.</param>
    /// <param name="compacted">An object.</param>
    /// <param name="problem">The first problem, where the answer is false.</param>
    /// <returns>False where the document or the context is refused.</returns>
    public static bool TryCompact(
        JsonElement document,
        JsonElement context,
        JsonLdOptions options,
        out JsonElement compacted,
        [NotNullWhen(false)] out JsonLdProblem? problem) => Try(
            run =>
            {
                var expanded = StartExpansion.Apply(run, document);
                return JsonTree.ToElement(StartCompaction.Apply(run, expanded, context));
            },
            options,
            out compacted,
            out problem);

    /// <summary>Gathers what a document says of each node in one place, and names the nodes that have no name.</summary>
    /// <param name="document">The document.</param>
    /// <param name="context">The context to write the answer with; null for an expanded answer.</param>
    /// <param name="options">The caller's choices.</param>
    /// <param name="flattened">An array of node objects, or with a context an object.</param>
    /// <param name="problem">The first problem, where the answer is false.</param>
    /// <returns>False where the document or the context is refused.</returns>
    public static bool TryFlatten(
        JsonElement document,
        JsonElement? context,
        JsonLdOptions options,
        out JsonElement flattened,
        [NotNullWhen(false)] out JsonLdProblem? problem) => Try(
            run =>
            {
                var flat = FlattenDocument.Apply(run, StartExpansion.Apply(run, document));
                return JsonTree.ToElement(context is { } given
                    ? StartCompaction.Apply(run, flat, given, alwaysGraph: true)
                    : flat);
            },
            options,
            out flattened,
            out problem);

    /// <summary>Says in RDF what a document says.</summary>
    /// <param name="document">The document.</param>
    /// <param name="options">The caller's choices.</param>
    /// <param name="quads">The quads, each once, in no particular order; IRIs that are relative or malformed leave none.</param>
    /// <param name="problem">The first problem, where the answer is false.</param>
    /// <returns>False where the document is refused.</returns>
    public static bool TryToRdf(
        JsonElement document,
        JsonLdOptions options,
        [NotNullWhen(true)] out IReadOnlyList<Quad>? quads,
        [NotNullWhen(false)] out JsonLdProblem? problem) =>
        Try(run => WriteRdf.Apply(run, StartExpansion.Apply(run, document)), options, out quads, out problem);

    /// <summary>Says as an expanded document what RDF says.</summary>
    /// <param name="quads">The quads of a dataset.</param>
    /// <param name="options">The caller's choices.</param>
    /// <param name="document">An array of node objects.</param>
    /// <param name="problem">The first problem, where the answer is false.</param>
    /// <returns>False where a JSON literal is none, or the dataset is too large.</returns>
    public static bool TryFromRdf(
        IReadOnlyCollection<Quad> quads,
        JsonLdOptions options,
        out JsonElement document,
        [NotNullWhen(false)] out JsonLdProblem? problem) =>
        Try(run => JsonTree.ToElement(ReadRdf.Apply(run, quads)), options, out document, out problem);

    private static bool Try<TAnswer>(
        Func<Run, TAnswer> algorithm,
        JsonLdOptions options,
        out TAnswer? answer,
        [NotNullWhen(false)] out JsonLdProblem? problem)
    {
        try
        {
            answer = algorithm(new Run(options));
            problem = null;
            return true;
        }
        catch (JsonLdRefusal refusal)
        {
            answer = default;
            problem = refusal.Problem;
            return false;
        }
    }
}
