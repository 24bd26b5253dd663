using PostMoney.ActivityStreams.JsonLd.Contexts;
using PostMoney.ActivityStreams.JsonLd.Tree;

namespace PostMoney.ActivityStreams.JsonLd.Compaction;

/// <summary>Writes a value object or a reference as a scalar, where its term says the rest (JSON-LD 1.1 API §6.3.2).</summary>
internal static class CompactValue
{
    /// <returns>A scalar, a JSON literal, or the map that came in for its members to be compacted.</returns>
    internal static Value Apply(Run run, ActiveContext active, string? property, MapValue value)
    {
        var term = active.Find(property);
        var hasHiddenIndex = value.Has(Keywords.Index) && active.ContainersOf(property).HasFlag(Containers.Index);
        var others = value.Count - (hasHiddenIndex ? 2 : 1);
        if (value.TryGet(Keywords.Id, out var id))
        {
            return others == 0 && id.Text is { } iri && term?.Type is Keywords.Id or Keywords.Vocab
                ? new TextValue(CompactIri.Apply(run, active, id.Text!, vocab: term.Type == Keywords.Vocab))
                : value;
        }

        var content = value.Get(Keywords.Value)!;
        var type = value.Get(Keywords.Type)?.Text;
        if (type is not null)
        {
            return type == term?.Type && others == 1 ? content : value;
        }

        if (content is not TextValue)
        {
            return others == 0 && term?.Type != Keywords.None ? content : value;
        }

        // A term with a type would give it to the text when it is read again.
        var isPlain = term?.Type is null or Keywords.Id or Keywords.Vocab;
        return isPlain && SpeaksAlike(active, term, value) && HasOnlyText(value, hasHiddenIndex) ? content : value;
    }

    private static bool SpeaksAlike(ActiveContext active, TermDefinition? term, MapValue value) =>
        Same(value.Get(Keywords.Language)?.Text, term?.Language ?? active.Language)
        && Same(value.Get(Keywords.Direction)?.Text, term?.Direction ?? active.Direction);

    private static bool Same(string? value, string? expected) =>
        string.Equals(value ?? "", expected ?? "", StringComparison.OrdinalIgnoreCase);

    private static bool HasOnlyText(MapValue value, bool hasHiddenIndex) => value.Members.TrueForAll(member =>
        member.Key is Keywords.Value or Keywords.Language or Keywords.Direction || (hasHiddenIndex && member.Key == Keywords.Index));
}
