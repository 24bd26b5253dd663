using System.Text.Json;
using PostMoney.ActivityStreams.JsonLd.Contexts;
using PostMoney.ActivityStreams.JsonLd.Tree;

namespace PostMoney.ActivityStreams.JsonLd.Expansion;

/// <summary>Reads a document and expands it under the caller's context (JSON-LD 1.1 API §9.1.3, expand).</summary>
internal static class StartExpansion
{
    internal static ListValue Apply(Run run, JsonElement document)
    {
        if (run.Options.ExpandContext is null)
        {
            var tree = CompiledContexts.Read(run, document);
            return ExpandElement.Document(run, ActiveContext.Initial, tree);
        }

        var active = CompiledContexts.Compile(run, Unwrap(run.Options.ExpandContext.Value));
        return ExpandElement.Document(run, active, JsonTree.Read(document, run.Work));
    }

    /// <summary>A context that the caller gives: itself, or an object that has it.</summary>
    internal static JsonElement Unwrap(JsonElement context) =>
        context.ValueKind == JsonValueKind.Object && context.TryGetProperty(Keywords.Context, out var inner) ? inner : context;
}
