using PostMoney.ActivityStreams.JsonLd.Contexts;
using PostMoney.ActivityStreams.JsonLd.Tree;

namespace PostMoney.ActivityStreams.JsonLd.Expansion;

/// <summary>Makes a value object or a reference of a scalar, as its term says (JSON-LD 1.1 API §5.3.2).</summary>
internal static class ExpandValue
{
    internal static MapValue Apply(Run run, ActiveContext active, string property, Value value)
    {
        var term = active.Find(property);
        if (value.Text is { } text && term?.Type is Keywords.Id or Keywords.Vocab)
        {
            var iri = ExpandIri.Apply(run, active, value.Text!, vocab: term.Type == Keywords.Vocab, documentRelative: true);
            return new MapValue(Keywords.Id, iri is null ? NullValue.Only : new TextValue(iri));
        }

        var result = new MapValue(2);
        result.Set(Keywords.Value, value);
        if (term?.Type is { } type && type is not (Keywords.Id or Keywords.Vocab or Keywords.None))
        {
            result.Set(Keywords.Type, new TextValue(type));
        }
        else if (value is TextValue)
        {
            AddText(result, Keywords.Language, term?.Language ?? active.Language);
            AddText(result, Keywords.Direction, term?.Direction ?? active.Direction);
        }

        return result;
    }

    internal static void AddText(MapValue map, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            map.Set(name, new TextValue(text));
        }
    }
}
