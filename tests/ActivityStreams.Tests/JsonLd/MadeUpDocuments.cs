using System.Text;
using PostMoney.Fixtures;

namespace PostMoney.ActivityStreams.Tests.JsonLd;

/// <summary>Documents put together from the words of JSON-LD at random, the same in every run.</summary>
internal sealed class MadeUpDocuments(string seed, bool mostlySound = false)
{
    private static readonly string[] _names =
    [
        "@context", "@id", "@type", "@value", "@list", "@set", "@graph", "@reverse", "@index", "@included", "@language", "@nest",
        "@direction", "@container", "@base", "@vocab", "@protected", "@propagate", "@import", "@version", "@prefix", "@json", "@none",
        "a", "b", "c", "a:b", "b:c", "http://example.org/p", "_:x", "", "a/b", "@unknown", "type", "id",
    ];

    private static readonly string[] _texts =
    [
        "a", "b", "c", "a:b", "@id", "@vocab", "@type", "@set", "@list", "@index", "@language", "@graph", "@json", "@none", "@nest",
        "http://example.org/", "https://www.w3.org/ns/activitystreams", "https://w3id.org/security/data-integrity/v2", "_:b0", "_:b1",
        "#x", "../y", "", "en", "de-CH", "ltr", "rtl", "http://example.org/a b", "@unknown", "\\u0000", "://", "_:", ":",
    ];

    private static readonly string[] _soundNames =
    [
        "http://example.org/p", "http://example.org/p", "http://example.org/p", "http://example.org/q", "http://example.org/q",
        "http://example.org/r", "http://example.org/r", "@id", "@id", "@id", "@type", "@list", "@graph", "@reverse", "@included", "_:p",
    ];

    private static readonly string[] _soundTexts =
        ["http://example.org/a", "http://example.org/b", "http://example.org/c", "_:b0", "_:b1", "_:b2", "relative", "Säge\\n"];

    private readonly SeededRandomness _randomness = new(seed);

    internal string Next()
    {
        var text = new StringBuilder();
        return (mostlySound ? WriteMap(text, depth: 0) : Write(text, depth: 0)).ToString();
    }

    private StringBuilder Write(StringBuilder text, int depth) => Below(depth > 5 ? 6 : 12) switch
    {
        0 => text.Append("null"),
        1 => text.Append(Below(2) == 0 ? "true" : "1.1"),
        2 => text.Append(Below(2_000) - 1_000),
        < 6 => Quote(text, mostlySound ? _soundTexts : _texts),
        6 or 7 => WriteList(text, depth),
        _ => WriteMap(text, depth),
    };

    private StringBuilder WriteList(StringBuilder text, int depth)
    {
        text.Append('[');
        for (var count = Below(4); count > 0; count--)
        {
            Write(text, depth + 1).Append(count > 1 ? "," : "");
        }

        return text.Append(']');
    }

    private StringBuilder WriteMap(StringBuilder text, int depth)
    {
        text.Append('{');
        var used = new HashSet<string>();
        for (var count = Below(6); count > 0; count--)
        {
            var name = new StringBuilder();
            if (used.Add(Quote(name, mostlySound ? _soundNames : _names).ToString()))
            {
                text.Append(used.Count > 1 ? "," : "").Append(name).Append(':');
                _ = mostlySound && name.ToString() is ("\"@id\"" or "\"@type\"") ? Quote(text, _soundTexts) : Write(text, depth + 1);
            }
        }

        return text.Append('}');
    }

    private StringBuilder Quote(StringBuilder text, string[] choices) => text.Append('"').Append(choices[Below(choices.Length)]).Append('"');

    private int Below(int limit)
    {
        Span<byte> bytes = stackalloc byte[2];
        _randomness.Fill(bytes);
        return BitConverter.ToUInt16(bytes) % limit;
    }
}
