using PostMoney.ActivityStreams.JsonLd.Tree;
using PostMoney.ActivityStreams.Rdf;

namespace PostMoney.ActivityStreams.JsonLd.Conversion;

/// <summary>Turns a blank node with <c>rdf:direction</c> back into text with a direction (JSON-LD 1.1 API §8.4.2, step 6.1).</summary>
internal static class ReadCompound
{
    internal static void Apply(MapValue nodes, string subject, Dictionary<string, ListUsage?> references)
    {
        if (references.GetValueOrDefault(subject) is not { } usage || nodes.Get(subject) is not MapValue compound)
        {
            return;
        }

        nodes.Set(subject, NullValue.Only);
        var value = usage.Value;
        value.Remove(Keywords.Id);
        value.Set(Keywords.Value, Literal(compound, RdfNames.Value) ?? NullValue.Only);
        if (Literal(compound, RdfNames.Language) is { } language)
        {
            value.Set(Keywords.Language, language.Text is not null
                ? language
                : throw new JsonLdRefusal(JsonLdProblem.InvalidLanguageTaggedString));
        }

        if (Literal(compound, RdfNames.Direction) is { } direction)
        {
            value.Set(Keywords.Direction, new TextValue(Contexts.ProcessContext.ReadDirection(direction)));
        }
    }

    private static Value? Literal(MapValue node, string name) =>
        node.Get(name)?.Items is [MapValue value, ..] ? value.Get(Keywords.Value) : null;
}
