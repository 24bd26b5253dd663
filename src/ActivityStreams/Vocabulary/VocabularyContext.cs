using System.Buffers;
using System.Text.Json;
using PostMoney.ActivityStreams.JsonLd;
using PostMoney.ActivityStreams.JsonLd.Contexts;
using PostMoney.ActivityStreams.JsonLd.Tree;
using PostMoney.ActivityStreams.JsonLd.WellKnown;

namespace PostMoney.ActivityStreams.Vocabulary;

/// <summary>Which IRI each plain name means that is read here, and the contexts that say so.</summary>
internal static class VocabularyContext
{
    private const string ActivityStreams = "https://www.w3.org/ns/activitystreams";

    private static readonly Value _tree = ReadTable.Apply(ContextTables.Vocabulary);

    /// <summary>The context of all names, to compact with.</summary>
    internal static JsonElement All { get; } = JsonTree.ToElement(_tree);

    /// <summary>The same, ready for use.</summary>
    internal static ActiveContext Active { get; } = new Run(JsonLdOptions.Default).Process(ActiveContext.Initial, _tree, null);

    /// <summary>The names of each IRI, that of a language map last.</summary>
    internal static ILookup<string, string> Names { get; } = Active.Terms
        .Where(term => term.Value is { Iri: not null, IsPrefix: false })
        .OrderBy(term => term.Value.Containers.HasFlag(Containers.Language) ? 1 : 0)
        .ToLookup(term => term.Value.Iri!, term => term.Key, StringComparer.Ordinal);

    /// <summary>The context of a document that is to be sent: ActivityStreams, the given ones, and the words of the vocabulary that none of these has.</summary>
    internal static JsonElement For(JsonElement document, IReadOnlyCollection<string> contexts)
    {
        var known = new Run(JsonLdOptions.Default).Process(
            ActiveContext.Initial, new ListValue([new TextValue(ActivityStreams), .. contexts.Select(one => new TextValue(one))]), null);
        var missing = new SortedDictionary<string, TermDefinition>(StringComparer.Ordinal);
        Collect(document, known, missing);

        var output = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(output))
        {
            if (contexts.Count == 0 && missing.Count == 0)
            {
                writer.WriteStringValue(ActivityStreams);
            }
            else
            {
                writer.WriteStartArray();
                writer.WriteStringValue(ActivityStreams);
                foreach (var context in contexts)
                {
                    writer.WriteStringValue(context);
                }

                WriteTerms(missing, writer);
                writer.WriteEndArray();
            }
        }

        return JsonElement.Parse(output.WrittenSpan);
    }

    private static void Collect(JsonElement value, ActiveContext known, SortedDictionary<string, TermDefinition> missing)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Collect(item, known, missing);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject().Where(member => !member.NameEquals(Keywords.Context)))
            {
                Add(member.Name, known, missing);
                if (member.NameEquals("type"))
                {
                    foreach (var type in Values.Items(member.Value).Select(Values.Text))
                    {
                        Add(type, known, missing);
                    }
                }

                Collect(member.Value, known, missing);
            }
        }
    }

    private static void Add(string? term, ActiveContext known, SortedDictionary<string, TermDefinition> missing)
    {
        if (term is not null && known.Find(term) is null && Active.Find(term) is { } definition)
        {
            missing[term] = definition;
        }
    }

    private static void WriteTerms(SortedDictionary<string, TermDefinition> terms, Utf8JsonWriter writer)
    {
        if (terms.Count == 0)
        {
            return;
        }

        writer.WriteStartObject();
        foreach (var (term, definition) in terms)
        {
            if (definition is { Type: null, Containers: Containers.None })
            {
                writer.WriteString(term, definition.Iri);
                continue;
            }

            writer.WriteStartObject(term);
            writer.WriteString(Keywords.Id, definition.Iri);
            if (definition.Type is not null)
            {
                writer.WriteString(Keywords.Type, definition.Type);
            }

            if (definition.Containers != Containers.None)
            {
                writer.WriteString(Keywords.Container, definition.Containers == Containers.List ? Keywords.List : Keywords.Set);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
