using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using PostMoney.ActivityStreams.Json;
using Xunit;
using TestData = PostMoney.Fixtures.TestData;

namespace PostMoney.ActivityStreams.Tests.Json;

public sealed class PuttingJsonInItsCanonicalForm
{
    [Theory]
    [InlineData("arrays")]
    [InlineData("french")]
    [InlineData("structures")]
    [InlineData("unicode")]
    [InlineData("values")]
    [InlineData("weird")]
    public void Gives_the_bytes_of_the_official_documents(string name)
    {
        var folder = Path.Combine(TestData.Find("jcs"), "testdata");
        var hex = string.Concat(File.ReadAllText(Path.Combine(folder, "outhex", name + ".txt")).Split());

        Assert.True(StrictJson.TryParse(File.ReadAllBytes(Path.Combine(folder, "input", name + ".json")), out var input, out _));
        Assert.Equal(hex, Convert.ToHexStringLower(JsonCanonicalization.Canonicalize(input)));
        Assert.True(StrictJson.TryParse(File.ReadAllBytes(Path.Combine(folder, "output", name + ".json")), out var output, out _));
        Assert.Equal(hex, Convert.ToHexStringLower(JsonCanonicalization.Canonicalize(output)));
    }

    [Fact]
    public void Writes_the_100_000_published_numbers_as_ECMAScript_does()
    {
        using var file = File.OpenRead(Path.Combine(TestData.Find("jcs"), "numbers", "es6testfile100k.txt.gz"));
        using var lines = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var count = 0;
        while (lines.ReadLine() is { } line)
        {
            var parts = line.Split(',');
            var value = BitConverter.UInt64BitsToDouble(ulong.Parse(parts[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture));

            Assert.Equal(parts[1], Written(value));
            Assert.Equal(parts[1], Canonical(parts[1]));
            count++;
        }

        Assert.Equal(100_000, count);
    }

    [Fact]
    public void Writes_the_numbers_of_RFC_8785_appendix_B()
    {
        var vectors = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(TestData.Find("jcs"), "numbers", "rfc8785-appendix-b.json")))
            .RootElement.GetProperty("vectors").EnumerateArray().ToList();

        Assert.Equal(26, vectors.Count);
        Assert.All(vectors, vector =>
        {
            var bits = ulong.Parse(vector.GetProperty("ieee").GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var value = BitConverter.UInt64BitsToDouble(bits);

            // JSON has no text for the two that are not finite, so they cannot come in.
            if (double.IsFinite(value))
            {
                Assert.Equal(vector.GetProperty("json").GetString(), Written(value));
            }
        });
    }

    [Theory]
    [InlineData("-0", "0")]
    [InlineData("-0.0e5", "0")]
    [InlineData("1.0", "1")]
    [InlineData("100e-2", "1")]
    [InlineData("1E2", "100")]
    [InlineData("1e-999", "0")]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("123456789012345678901234567890", "1.2345678901234568e+29")]
    [InlineData(""" "\u0041\u00e9\/\u0007\u001F\u007f\u2028" """, "\"Aé/\\u0007\\u001f\u007f\u2028\"")]
    [InlineData(""" "\u0008\u0009\u000a\u000c\u000d\u0022\u005c" """, """
        "\b\t\n\f\r\"\\"
        """)]
    [InlineData(""" [ ] """, "[]")]
    [InlineData(""" { } """, "{}")]
    [InlineData(""" [ null , true , false ] """, "[null,true,false]")]
    [InlineData("""{"b":1,"a":{"d":1,"c":2}}""", """{"a":{"c":2,"d":1},"b":1}""")]
    [InlineData("""{"a\u0000":1,"a":2,"":3}""", """{"":3,"a":2,"a\u0000":1}""")]
    public void Writes_each_value_in_one_way(string text, string canonical) => Assert.Equal(canonical, Canonical(text));

    // U+FB33 comes after U+1F600 by UTF-16 unit, and before it by UTF-8 byte.
    [Fact]
    public void Orders_members_by_UTF_16_unit() =>
        Assert.Equal("{\"\U0001F600\":1,\"\uFB33\":2}", Canonical("{\"\uFB33\":2,\"\U0001F600\":1}"));

    [Theory]
    [InlineData("""{"a":1,"a":1}""")]
    [InlineData("""{"a":1,"\u0061":1}""")]
    [InlineData("""["\ud800"]""")]
    [InlineData("""{"\udfff":1}""")]
    [InlineData("1e400")]
    public void Has_none_for_a_document_that_readers_see_differently(string text)
    {
        var element = JsonDocument.Parse(text).RootElement;

        Assert.False(JsonCanonicalization.TryCanonicalize(element, out var canonical));
        Assert.Null(canonical);
        Assert.Throws<ArgumentException>(() => JsonCanonicalization.Canonicalize(element));
        Assert.False(JsonCanonicalization.TryCanonicalize(default, out _));
    }

    [Theory]
    [InlineData("22ff22")]
    [InlineData("7b22ff223a317d")]
    [InlineData("5b22c3225d")]
    public void Has_none_for_text_that_is_not_UTF_8(string hex) =>
        Assert.False(JsonCanonicalization.TryCanonicalize(JsonDocument.Parse(Convert.FromHexString(hex)).RootElement, out _));

    [Fact]
    public void Does_not_depend_on_the_order_of_members_nor_on_white_space() =>
        Prop.ForAll(ArbMap.Default.ArbFor<KeyValuePair<string, int>[]>(), pairs =>
        {
            var members = pairs.Where(pair => pair.Key is not null && IsWellFormed(pair.Key)).DistinctBy(pair => pair.Key).ToList();
            return Canonical(Write(members, indented: false)) == Canonical(Write(Enumerable.Reverse(members), indented: true));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Keeps_every_number_and_string_as_it_was() =>
        Prop.ForAll(ArbMap.Default.ArbFor<double>(), ArbMap.Default.ArbFor<string>(), (number, text) =>
        {
            if (!double.IsFinite(number) || text is null || !IsWellFormed(text))
            {
                return true;
            }

            using var read = JsonDocument.Parse(Canonical(JsonSerializer.Serialize(new object[] { number, text })));
            return read.RootElement[0].GetDouble() == number && read.RootElement[1].GetString() == text;
        }).QuickCheckThrowOnFailure();

    private static bool IsWellFormed(string text) => !text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar);

    private static string Write(IEnumerable<KeyValuePair<string, int>> members, bool indented) =>
        new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)member.Value)))
            .ToJsonString(new JsonSerializerOptions { WriteIndented = indented });

    private static string Canonical(string text)
    {
        Assert.True(StrictJson.TryParse(Encoding.UTF8.GetBytes(text), out var root, out var problem), problem.ToString());
        return Encoding.UTF8.GetString(JsonCanonicalization.Canonicalize(root));
    }

    private static string Written(double value)
    {
        var output = new ArrayBufferWriter<byte>();
        EcmaScriptNumber.Write(value, output);
        return Encoding.ASCII.GetString(output.WrittenSpan);
    }
}
