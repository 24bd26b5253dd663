using System.Globalization;
using System.Text;
using PostMoney.ActivityStreams.Json;
using PostMoney.ActivityStreams.JsonLd.Contexts;
using PostMoney.ActivityStreams.JsonLd.Expansion;
using PostMoney.ActivityStreams.JsonLd.Tree;
using PostMoney.ActivityStreams.Rdf;

namespace PostMoney.ActivityStreams.JsonLd.Conversion;

/// <summary>Turns a term of RDF into a value object or a reference (JSON-LD 1.1 API §8.5.2).</summary>
internal static class ReadLiteral
{
    internal static MapValue Apply(Run run, RdfTerm term)
    {
        if (term is not LiteralTerm literal)
        {
            return new MapValue(Keywords.Id, new TextValue(term.ToString()!));
        }

        if (literal.Datatype == RdfNames.Json && !run.IsOneZero)
        {
            return Typed(Parse(run, literal.Value), Keywords.Json);
        }

        if (run.Options.UseNativeTypes && Native(literal) is { } native)
        {
            return new MapValue(Keywords.Value, native);
        }

        var value = new MapValue(Keywords.Value, new TextValue(literal.Value));
        if (run.Options.RdfDirection == RdfDirection.I18nDatatype && literal.Datatype.StartsWith(RdfNames.I18n, StringComparison.Ordinal))
        {
            var parts = literal.Datatype[RdfNames.I18n.Length..].Split('_', 2);
            ExpandValue.AddText(value, Keywords.Language, parts[0]);
            ExpandValue.AddText(value, Keywords.Direction, parts.Length > 1 ? parts[1] : null);
            return value;
        }

        if (literal.Language is not null)
        {
            value.Set(Keywords.Language, new TextValue(literal.Language));
            return value;
        }

        return literal.Datatype == RdfNames.XsdString ? value : Typed(new TextValue(literal.Value), literal.Datatype);
    }

    private static MapValue Typed(Value content, string type)
    {
        var value = new MapValue(Keywords.Value, content);
        value.Set(Keywords.Type, new TextValue(type));
        return value;
    }

    private static Value Parse(Run run, string text) => StrictJson.TryParse(Encoding.UTF8.GetBytes(text), out var element, out _)
        ? JsonTree.Read(element, run.Work)
        : throw new JsonLdRefusal(JsonLdProblem.InvalidJsonLiteral);

    // Null where the text is none of its type, and stays as it is.
    private static Value? Native(LiteralTerm literal) => literal.Datatype switch
    {
        RdfNames.Boolean when literal.Value is "true" or "false" or "1" or "0" => FlagValue.Of(literal.Value is "true" or "1"),
        RdfNames.Integer when long.TryParse(literal.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) =>
            new NumberValue(whole, whole.ToString(CultureInfo.InvariantCulture)),
        RdfNames.Double when double.TryParse(literal.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) => new NumberValue(number, number.ToString("R", CultureInfo.InvariantCulture)),
        _ => null,
    };
}
