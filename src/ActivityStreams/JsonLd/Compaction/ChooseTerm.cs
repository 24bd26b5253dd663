using PostMoney.ActivityStreams.JsonLd.Contexts;
using PostMoney.ActivityStreams.JsonLd.Tree;
using Kind = PostMoney.ActivityStreams.JsonLd.Contexts.InverseContext.Kind;

namespace PostMoney.ActivityStreams.JsonLd.Compaction;

/// <summary>Chooses among the terms of an IRI the one that fits a value best (JSON-LD 1.1 API §6.2.2, step 4).</summary>
internal static class ChooseTerm
{
    internal static string? Apply(Run run, ActiveContext active, InverseContext inverse, string iri, Value? value, bool reverse)
    {
        List<Containers> containers = [];
        var (kind, wanted) = Describe(run, value, reverse, containers);
        containers.Add(Containers.None);
        var map = value as MapValue;
        if (!run.IsOneZero && (map is null || !map.Has(Keywords.Index)))
        {
            containers.AddRange([Containers.Index, Containers.Index | Containers.Set]);
        }

        if (!run.IsOneZero && map is { Count: 1 } && map.Has(Keywords.Value))
        {
            containers.AddRange([Containers.Language, Containers.Language | Containers.Set]);
        }

        return inverse.Select(iri, containers, kind, Prefer(run, active, value, wanted));
    }

    private static (Kind Kind, string Wanted) Describe(Run run, Value? value, bool reverse, List<Containers> containers)
    {
        var map = value as MapValue;
        var hasIndex = map is not null && map.Has(Keywords.Index);
        if (hasIndex && !value!.IsGraphObject)
        {
            containers.AddRange([Containers.Index, Containers.Index | Containers.Set]);
        }

        if (reverse)
        {
            containers.Add(Containers.Set);
            return (Kind.Type, Keywords.Reverse);
        }

        if (map is not null && map.TryGet(Keywords.List, out var list))
        {
            if (!hasIndex)
            {
                containers.Add(Containers.List);
            }

            return DescribeList(run, list.Items);
        }

        if (map is not null && value!.IsGraphObject)
        {
            AddGraphContainers(map, containers);
            return (Kind.Type, Keywords.Id);
        }

        var described = DescribeOther(map, hasIndex, containers);
        containers.Add(Containers.Set);
        return described;
    }

    private static (Kind Kind, string Wanted) DescribeOther(MapValue? map, bool hasIndex, List<Containers> containers)
    {
        if (map is not null && map.Has(Keywords.Value))
        {
            if (!hasIndex && (map.Has(Keywords.Language) || map.Has(Keywords.Direction)))
            {
                containers.AddRange([Containers.Language, Containers.Language | Containers.Set]);
                return (Kind.Language, Tag(map));
            }

            return map.Get(Keywords.Type)?.Text is { } type ? (Kind.Type, type) : (Kind.Language, Keywords.Null);
        }

        containers.AddRange([Containers.Id, Containers.Id | Containers.Set, Containers.Type, Containers.Set | Containers.Type]);
        return (Kind.Type, Keywords.Id);
    }

    private static void AddGraphContainers(MapValue map, List<Containers> containers)
    {
        const Containers graph = Containers.Graph;
        var hasIndex = map.Has(Keywords.Index);
        var hasId = map.Has(Keywords.Id);
        if (hasIndex)
        {
            containers.AddRange([graph | Containers.Index, graph | Containers.Index | Containers.Set]);
        }

        if (hasId)
        {
            containers.AddRange([graph | Containers.Id, graph | Containers.Id | Containers.Set]);
        }

        containers.AddRange([graph, graph | Containers.Set, Containers.Set]);
        if (!hasIndex)
        {
            containers.AddRange([graph | Containers.Index, graph | Containers.Index | Containers.Set]);
        }

        if (!hasId)
        {
            containers.AddRange([graph | Containers.Id, graph | Containers.Id | Containers.Set]);
        }

        containers.AddRange([Containers.Index, Containers.Index | Containers.Set]);
    }

    // What all items have in common.
    private static (Kind Kind, string Wanted) DescribeList(Run run, IReadOnlyList<Value> items)
    {
        run.Work.Step(items.Count);
        if (items.Count == 0)
        {
            return (Kind.Any, Keywords.None);
        }

        string? language = null;
        string? type = null;
        foreach (var item in items)
        {
            var (itemLanguage, itemType) = DescribeItem(item);
            language ??= itemLanguage;
            type ??= itemType;
            language = language == itemLanguage ? language : Keywords.None;
            type = type == itemType ? type : Keywords.None;
        }

        return type != Keywords.None ? (Kind.Type, type!) : (Kind.Language, language!);
    }

    private static (string Language, string Type) DescribeItem(Value item)
    {
        if (item is not MapValue map || !map.Has(Keywords.Value))
        {
            return (Keywords.None, Keywords.Id);
        }

        if (map.Has(Keywords.Language) || map.Has(Keywords.Direction))
        {
            return (Tag(map), Keywords.None);
        }

        return map.Get(Keywords.Type)?.Text is { } type ? (Keywords.None, type) : (Keywords.Null, Keywords.None);
    }

    private static string Tag(MapValue map) => InverseContext.Tag(map.Get(Keywords.Language)?.Text, map.Get(Keywords.Direction)?.Text);

    private static List<string> Prefer(Run run, ActiveContext active, Value? value, string wanted)
    {
        List<string> preferred = [];
        if (wanted == Keywords.Reverse)
        {
            preferred.Add(Keywords.Reverse);
        }

        if (wanted is Keywords.Id or Keywords.Reverse && (value as MapValue)?.Get(Keywords.Id)?.Text is { } id)
        {
            // A term for the value itself is best kept where terms are read as such.
            var compacted = CompactIri.Apply(run, active, id, vocab: true);
            var isTerm = active.Find(compacted)?.Iri == id;
            preferred.AddRange(isTerm ? [Keywords.Vocab, Keywords.Id, Keywords.None] : [Keywords.Id, Keywords.Vocab, Keywords.None]);
        }
        else
        {
            preferred.AddRange([wanted, Keywords.None]);
        }

        preferred.Add(Keywords.Any);
        AddDirections(preferred);
        return preferred;
    }

    // A direction alone is better than nothing.
    private static void AddDirections(List<string> preferred)
    {
        var count = preferred.Count;
        for (var i = 0; i < count; i++)
        {
            var value = preferred[i];
            if (value.IndexOf('_', StringComparison.Ordinal) is >= 0 and var at && !value.Contains(':', StringComparison.Ordinal))
            {
                preferred.Add(value[at..]);
            }
        }
    }
}
