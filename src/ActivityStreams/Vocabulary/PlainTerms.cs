using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PostMoney.ActivityStreams.JsonLd;
using PostMoney.ActivityStreams.JsonLd.Contexts;

namespace PostMoney.ActivityStreams.Vocabulary;

/// <summary>Gives a document the plain names by which <see cref="ActivityObject"/> reads, whatever names its context gives them.</summary>
/// <remarks>
/// ActivityStreams 2.0 Core §2.1. Use it on a document from outside after its signature or proof was checked over what was
/// sent, and before it is read. Nearly all documents are plain already and come back as they are.
/// </remarks>
public static class PlainTerms
{
    /// <summary>Whether every name and type in a document means what its plain reading takes it for.</summary>
    /// <returns>False too where the context is not built in or wrong. Without one that of ActivityStreams is meant.</returns>
    public static bool ArePlain(JsonElement document) => TryCompile(document, out var active, out _) && AreKept(document, active);

    /// <summary>Gives the names.</summary>
    /// <param name="document">What <see cref="Json.StrictJson"/> has read.</param>
    /// <param name="plain">The document itself where it is plain; else what it means in plain names, without context, and without what has no meaning. Keep the document as well: proofs are over that.</param>
    /// <param name="problem">Why not. <see cref="JsonLdProblem.LoadingRemoteContextFailed"/> for a context that is not built in: such a document can still be read as it is, as other servers do. <see cref="JsonLdProblem.Rearranged"/> for one that must not be read at all.</param>
    /// <returns>False where the document is refused.</returns>
    public static bool TryApply(JsonElement document, out JsonElement plain, [NotNullWhen(false)] out JsonLdProblem? problem)
    {
        plain = document;
        if (Rearranges(document, isContext: false))
        {
            problem = JsonLdProblem.Rearranged;
            return false;
        }

        if (!TryCompile(document, out var active, out problem))
        {
            return false;
        }

        if (AreKept(document, active))
        {
            return true;
        }

        var options = HasContext(document, out _) ? JsonLdOptions.Default : JsonLdOptions.Default with { ExpandContext = VocabularyContext.All };
        if (!JsonLdProcessor.TryCompact(document, VocabularyContext.All, options, out var compacted, out problem))
        {
            return false;
        }

        plain = NameMembers.Apply(compacted);
        problem = plain.TryGetProperty(Keywords.Graph, out _) ? JsonLdProblem.Rearranged : null;
        return problem is null;
    }

    private static bool TryCompile(JsonElement document, out ActiveContext active, [NotNullWhen(false)] out JsonLdProblem? problem)
    {
        active = VocabularyContext.Active;
        problem = null;
        if (!HasContext(document, out var context))
        {
            return true;
        }

        try
        {
            active = CompiledContexts.Compile(new Run(JsonLdOptions.Default), context);
            return true;
        }
        catch (JsonLdRefusal refusal)
        {
            problem = refusal.Problem;
            return false;
        }
    }

    private static bool AreKept(JsonElement document, ActiveContext active) =>
        HasContext(document, out var context)
            ? !HasScopes(context) && new Reading(active, context).IsKept(document)
            : new Reading(active, default).IsKept(document);

    private static bool HasContext(JsonElement document, out JsonElement context)
    {
        context = default;
        return document.ValueKind == JsonValueKind.Object && document.TryGetProperty(Keywords.Context, out context);
    }

    // Contexts of single terms and types in the document's own: names would have to be looked up place by place.
    private static bool HasScopes(JsonElement context) => context.ValueKind switch
    {
        JsonValueKind.Object => context.EnumerateObject().Any(member => member.NameEquals(Keywords.Context) || HasScopes(member.Value)),
        JsonValueKind.Array => context.EnumerateArray().Any(HasScopes),
        _ => false,
    };

    // Keywords that make several documents of one, or turn a statement round, also under another name (Mastodon's
    // CVE-2026-46349 and CVE-2026-48028). A proof's graph container is harmless.
    private static bool Rearranges(JsonElement value, bool isContext) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(member =>
            member.Name is Keywords.Graph or Keywords.Included or Keywords.Reverse
            || (!member.NameEquals(Keywords.Container) && Rearranges(member.Value, isContext || member.NameEquals(Keywords.Context)))),
        JsonValueKind.Array => value.EnumerateArray().Any(item => Rearranges(item, isContext)),
        JsonValueKind.String when isContext => Values.Text(value) is Keywords.Graph or Keywords.Included or Keywords.Reverse,
        _ => false,
    };

    /// <summary>Compares the names of one document with ours.</summary>
    private sealed class Reading(ActiveContext active, JsonElement context)
    {
        private readonly Run _run = new(JsonLdOptions.Default);

        internal bool IsKept(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().All(IsKept),
            JsonValueKind.Array => value.EnumerateArray().All(IsKept),
            _ => true,
        };

        private bool IsKept(JsonProperty member)
        {
            if (member.NameEquals(Keywords.Context))
            {
                return context.ValueKind != JsonValueKind.Undefined && JsonElement.DeepEquals(member.Value, context);
            }

            return IsKept(member.Name)
                && (!member.NameEquals("type") || Values.Items(member.Value).Select(Values.Text).All(type => type is null || IsKept(type)))
                && IsKept(member.Value);
        }

        // A name that means what another of ours does is not plain, nor is one of ours that means another word.
        private bool IsKept(string name)
        {
            if (!active.Terms.ContainsKey(name) && !name.Contains(':', StringComparison.Ordinal) && !Keywords.Is(name))
            {
                return true;
            }

            if (ExpandIri.Apply(_run, active, name, vocab: true) is not { } iri)
            {
                return VocabularyContext.Active.Find(name) is null;
            }

            var ours = VocabularyContext.Names[iri];
            return ours.Any() ? ours.Contains(name, StringComparer.Ordinal)
                : !Keywords.Is(name) && (VocabularyContext.Active.Find(name) is null || EndsWith(iri, name));
        }

        // The same word of another vocabulary, such as Mitra's vf:hasUnit, is read by convention.
        private static bool EndsWith(string iri, string name) =>
            iri.EndsWith(name, StringComparison.Ordinal) && iri.Length > name.Length && iri[^(name.Length + 1)] is '#' or '/';
    }
}
