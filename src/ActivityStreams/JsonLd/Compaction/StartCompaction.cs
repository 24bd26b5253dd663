using System.Text.Json;
using PostMoney.ActivityStreams.JsonLd.Contexts;
using PostMoney.ActivityStreams.JsonLd.Expansion;
using PostMoney.ActivityStreams.JsonLd.Tree;

namespace PostMoney.ActivityStreams.JsonLd.Compaction;

/// <summary>Compacts an expanded document and puts the context in front (JSON-LD 1.1 API §9.1.3, compact).</summary>
internal static class StartCompaction
{
    internal static MapValue Apply(Run run, ListValue expanded, JsonElement given, bool alwaysGraph = false)
    {
        given = StartExpansion.Unwrap(given);
        var context = JsonTree.Read(given, run.Work);
        var active = CompiledContexts.Compile(run, given);
        var compacted = CompactElement.Apply(run, active, null, expanded);
        if (compacted is ListValue list && (list.Count > 0 || alwaysGraph))
        {
            compacted = new MapValue(CompactIri.Keyword(run, active, Keywords.Graph), list);
        }
        else if (alwaysGraph && !run.Options.CompactArrays)
        {
            compacted = new MapValue(CompactIri.Keyword(run, active, Keywords.Graph), compacted.ToList());
        }

        var result = new MapValue(8);
        if (context is not (NullValue or MapValue { Count: 0 } or ListValue { Count: 0 }))
        {
            result.Set(Keywords.Context, context);
        }

        foreach (var (name, value) in (compacted as MapValue)?.Members ?? [])
        {
            result.Set(name, value);
        }

        return result;
    }
}
