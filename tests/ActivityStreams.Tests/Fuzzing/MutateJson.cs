using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PostMoney.ActivityStreams.Tests.Fuzzing;

/// <summary>Writes a document out with some of its values and members spoiled: what comes out is nearly always JSON, and seldom what it was.</summary>
internal sealed class MutateJson(Corpus corpus, Chance chance)
{
    private const int LongestText = 262_144;

    private static readonly string[] _numbers =
        ["0", "-0", "-1", "1.5", "9007199254740993", "1e308", "1e400", "-1e-400", "0.1e1", "1E+2", "123456789012345678901234567890", "1.0"];

    private static readonly string[] _contexts =
    [
        "null", "[]", "{}", "\"https://www.w3.org/ns/activitystreams\"", "\"https://nowhere.test/c\"", "{\"@vocab\":\"https://e.test/\"}",
        "{\"@base\":\"\"}", "{\"id\":\"@id\",\"type\":\"@type\"}", "{\"a\":{\"@reverse\":\"https://e.test/a\"}}", "{\"@version\":1.1,\"@propagate\":false}",
        "{\"a\":\"b:c\",\"b\":\"a:d\"}", "{\"@import\":\"https://www.w3.org/ns/activitystreams\"}", "{\"content\":{\"@id\":\"@nest\"}}",
        "{\"object\":{\"@id\":\"as:object\",\"@context\":{\"object\":null},\"@container\":[\"@graph\",\"@id\"]}}",
        "{\"to\":{\"@id\":\"as:to\",\"@container\":\"@list\"},\"name\":{\"@id\":\"as:name\",\"@container\":[\"@language\",\"@set\"]}}",
    ];

    private readonly StringBuilder _text = new();
    private HashSet<int> _spoiled = [];
    private int _at;

    /// <summary>The text of a document with one to four places spoiled; sometimes none, so that what is right is read too.</summary>
    public string Apply(JsonElement document)
    {
        var values = Count(document);
        _spoiled = [.. Enumerable.Range(0, chance.Below(5)).Select(_ => chance.Below(values))];
        Write(document);
        return _text.ToString();
    }

    private static int Count(JsonElement value) => 1 + value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Sum(member => Count(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().Sum(Count),
        _ => 0,
    };

    private void Write(JsonElement value)
    {
        if (!_spoiled.Contains(_at++) || _text.Length > LongestText)
        {
            WriteInside(value);
            return;
        }

        switch (chance.Below(9))
        {
            case 0:
                WriteScalar();
                break;
            case 1:
                WriteString(chance.Of(corpus.Strings));
                break;
            case 2:
                Nest(value);
                break;
            case 3:
                _text.Append(chance.Of(corpus.Documents).GetRawText());
                break;
            case 4:
                _text.Append(chance.Of(_contexts));
                break;
            case 5:
                Repeat(value);
                break;
            case 6:
                _text.Append("{\"").Append(chance.Of(Keyword.All)).Append("\":");
                WriteInside(value);
                _text.Append('}');
                break;
            default:
                WriteInside(value, isSpoiled: true);
                break;
        }
    }

    private void WriteInside(JsonElement value, bool isSpoiled = false)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(value, isSpoiled);
                break;
            case JsonValueKind.Array:
                _text.Append('[');
                var isFirst = true;
                foreach (var item in value.EnumerateArray())
                {
                    _text.Append(isFirst ? "" : ",");
                    isFirst = false;
                    Write(item);
                }

                _text.Append(isSpoiled && !isFirst ? ",{}]" : "]");
                break;
            case JsonValueKind.String when isSpoiled:
                SpoilString(value.GetRawText());
                break;
            default:
                _text.Append(value.GetRawText());
                break;
        }
    }

    private void WriteObject(JsonElement value, bool isSpoiled)
    {
        var members = value.EnumerateObject().ToList();
        var chosen = isSpoiled && members.Count > 0 ? chance.Below(members.Count) : -1;
        _text.Append('{');
        var written = 0;
        for (var at = 0; at < members.Count; at++)
        {
            var kind = at == chosen ? chance.Below(5) : -1;
            if (kind == 0)
            {
                _at += Count(members[at].Value);
                continue;
            }

            WriteMember(ref written, kind == 1 ? chance.Of(corpus.Names) : members[at].Name, members[at].Value);
            if (kind == 2)
            {
                WriteMember(ref written, members[at].Name, chance.Of(members).Value);
            }

            if (kind == 3)
            {
                WriteMember(ref written, chance.Of(corpus.Names), chance.Of(corpus.Documents));
            }

            if (kind == 4)
            {
                _text.Append(",\"@context\":").Append(chance.Of(_contexts));
            }
        }

        _text.Append('}');
    }

    private void WriteMember(ref int written, string name, JsonElement value)
    {
        _text.Append(written++ > 0 ? "," : "");
        WriteString(name);
        _text.Append(':');
        Write(value);
    }

    private void WriteScalar() => _text.Append(chance.Below(6) switch
    {
        0 => "null",
        1 => "true",
        2 => "[]",
        3 => "{}",
        4 => new string('9', 1 + chance.Below(4_000)),
        _ => chance.Of(_numbers),
    });

    private void WriteString(string text) => _text.Append(JsonSerializer.Serialize(text));

    private void SpoilString(string raw)
    {
        var at = 1 + chance.Below(raw.Length - 1);
        var inside = chance.Below(6) switch
        {
            0 => "\\ud800",
            1 => "\\u0000",
            2 => new string('a', chance.Below(20_000)),
            3 => "\\u00e9\u0065\u0301",
            4 => ":",
            _ => "#",
        };

        // In the middle of an escape this leaves a text that is no JSON, which is to be read as well.
        _text.Append(CultureInfo.InvariantCulture, $"{raw.AsSpan(0, at)}{inside}{raw.AsSpan(at)}");
    }

    private void Nest(JsonElement value)
    {
        var depth = 1 + chance.Below(chance.OneIn(4) ? 200 : 30);
        var (open, close) = chance.Below(3) switch
        {
            0 => ("[", "]"),
            1 => ("{\"@list\":", "}"),
            _ => ("{\"object\":", "}"),
        };
        _text.Insert(_text.Length, open, depth);
        WriteInside(value);
        _text.Insert(_text.Length, close, depth);
    }

    private void Repeat(JsonElement value)
    {
        var raw = value.GetRawText();
        _text.Append('[').Append(raw);
        for (var count = chance.Below(2_000); count > 0 && _text.Length < LongestText; count--)
        {
            _text.Append(',').Append(raw);
        }

        _text.Append(']');
        _at += Count(value) - 1;
    }
}
