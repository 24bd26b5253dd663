using System.Globalization;
using PostMoney.ActivityStreams.JsonLd.Contexts;
using PostMoney.ActivityStreams.JsonLd.Tree;
using PostMoney.ActivityStreams.Rdf;

namespace PostMoney.ActivityStreams.JsonLd.Conversion;

/// <summary>Writes a value object as a literal (JSON-LD 1.1 API §8.2.2 and §8.6).</summary>
internal static class WriteLiteral
{
    /// <returns>Null where its type is no IRI or its language no language tag.</returns>
    internal static LiteralTerm? Apply(Run run, MapValue value, Value content)
    {
        var datatype = value.Get(Keywords.Type)?.Text;
        if (datatype == Keywords.Json)
        {
            return new LiteralTerm(JsonTree.ToCanonicalText(content), RdfNames.Json);
        }

        if (datatype is not null && !Iris.IsWellFormed(datatype))
        {
            return null;
        }

        return content switch
        {
            FlagValue flag => new LiteralTerm(flag.IsTrue ? "true" : "false", datatype ?? RdfNames.Boolean),
            NumberValue number => OfNumber(number, datatype),
            TextValue text when datatype is not null => new LiteralTerm(text.Content, datatype),
            TextValue text => OfText(run, value, text.Content),
            _ => null,
        };
    }

    private static LiteralTerm? OfText(Run run, MapValue value, string text)
    {
        var language = value.Get(Keywords.Language)?.Text;
        if (language is not null && !IsLanguageTag(language))
        {
            return null;
        }

        if (run.Options.RdfDirection == RdfDirection.I18nDatatype && value.Get(Keywords.Direction)?.Text is { } direction)
        {
            return new LiteralTerm(text, string.Concat(RdfNames.I18n, language, "_", direction));
        }

        return language is null ? LiteralTerm.Of(text) : new LiteralTerm(text, RdfNames.LangString, language);
    }

    private static LiteralTerm OfNumber(NumberValue number, string? datatype)
    {
        var isWhole = number.Number % 1 == 0 && Math.Abs(number.Number) < 1e21 && datatype != RdfNames.Double;
        return isWhole
            ? new LiteralTerm(Whole(number), datatype ?? RdfNames.Integer)
            : new LiteralTerm(CanonicalDouble(number.Number), datatype ?? RdfNames.Double);
    }

    // Digits beyond what a double holds are kept as they were written.
    private static string Whole(NumberValue number) =>
        number.Number != 0 && !number.Raw.AsSpan().ContainsAny('.', 'e', 'E')
            ? number.Raw
            : (number.Number + 0.0).ToString("F0", CultureInfo.InvariantCulture).Replace("-0", "0", StringComparison.Ordinal);

    // XML Schema 1.1 part 2 §3.3.5: one digit before the point, at least one after it, at most fifteen.
    private static string CanonicalDouble(double value)
    {
        var text = value.ToString("E15", CultureInfo.InvariantCulture);
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var mantissa = text.AsSpan(0, mark).TrimEnd('0');
        var exponent = int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var zero = mantissa[^1] == '.' ? "0" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{mantissa}{zero}E{exponent}");
    }

    // BCP 47 §2.1, as Turtle and N-Quads write it: letters, then parts of letters and digits.
    private static bool IsLanguageTag(string tag)
    {
        var isFirst = true;
        foreach (var part in tag.Split('-'))
        {
            if (part.Length is 0 or > 8 || !part.All(isFirst ? char.IsAsciiLetter : char.IsAsciiLetterOrDigit))
            {
                return false;
            }

            isFirst = false;
        }

        return true;
    }
}
