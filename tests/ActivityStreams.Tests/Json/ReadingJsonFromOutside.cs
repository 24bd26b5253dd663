using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PostMoney.ActivityStreams.Json;
using Xunit;
using TestData = PostMoney.Fixtures.TestData;

namespace PostMoney.ActivityStreams.Tests.Json;

public sealed class ReadingJsonFromOutside
{
    // Valid by RFC 8259, and refused all the same: a name twice.
    private static readonly string[] _refusedThoughValid = ["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"];

    [Fact]
    public void Follows_the_JSON_test_suite()
    {
        var files = Directory.GetFiles(Path.Combine(TestData.Find("json-parsing"), "test_parsing"));

        Assert.True(files.Length > 300);
        Assert.All(files, file =>
        {
            var name = Path.GetFileName(file);
            var isRead = StrictJson.TryParse(File.ReadAllBytes(file), out _, out var problem);
            Assert.Equal(isRead, problem == StrictJsonProblem.None);
            if (name[0] != 'i')
            {
                Assert.True(isRead == (name[0] == 'y' && !_refusedThoughValid.Contains(name)), name);
            }
        });
    }

    // A short text is read once and a long one twice; white space makes the one into the other.
    [Fact]
    public void Finds_the_same_in_a_text_whether_it_is_short_or_long()
    {
        string[] numbers = ["1e308", "1e309", "-1E+309", "1e-400", new('9', 308), new('9', 309), new string('9', 250) + "e99", "0." + new string('9', 400)];
        var texts = Directory.GetFiles(TestData.Find("json-parsing"), "*.json", SearchOption.AllDirectories).Select(File.ReadAllBytes)
            .Concat(numbers.Select(Encoding.UTF8.GetBytes));
        Assert.All(texts, text =>
        {
            var isRead = StrictJson.TryParse(text, out _, out var problem);
            byte[] longer = [.. text, .. Enumerable.Repeat((byte)' ', 2 * StrictJson.MaximumValues)];

            Assert.Equal(isRead, StrictJson.TryParse(longer, out _, out var again));
            Assert.Equal(problem, again);
        });
    }

    [Fact]
    public void Gives_every_document_that_it_reads_a_canonical_form_that_stays_as_it_is()
    {
        var files = Directory.GetFiles(TestData.Find("json-parsing"), "*.json", SearchOption.AllDirectories);
        var read = 0;
        Assert.All(files, file =>
        {
            if (StrictJson.TryParse(File.ReadAllBytes(file), out var root, out _))
            {
                read++;
                var canonical = JsonCanonicalization.Canonicalize(root);
                Assert.True(StrictJson.TryParse(canonical, out var again, out _), file);
                Assert.Equal(canonical, JsonCanonicalization.Canonicalize(again));
            }
        });
        Assert.True(read > 95);
    }

    [Theory]
    [InlineData("""{"a":1,"a":2}""", StrictJsonProblem.DuplicateName)]
    [InlineData("""{"a":1,"\u0061":1}""", StrictJsonProblem.DuplicateName)]
    [InlineData("""[{"x":{"b":1,"c":2,"b":3}}]""", StrictJsonProblem.DuplicateName)]
    [InlineData("""["\ud800"]""", StrictJsonProblem.LoneSurrogate)]
    [InlineData("""["\udc00"]""", StrictJsonProblem.LoneSurrogate)]
    [InlineData("""["\ud800\ud800\udc00"]""", StrictJsonProblem.LoneSurrogate)]
    [InlineData("""["\ud83dx\ude00"]""", StrictJsonProblem.LoneSurrogate)]
    [InlineData("""["\ud83d\n\ude00"]""", StrictJsonProblem.LoneSurrogate)]
    [InlineData("""["\uDBFF\\uDFFF"]""", StrictJsonProblem.LoneSurrogate)]
    [InlineData("""{"\ud800":1}""", StrictJsonProblem.LoneSurrogate)]
    [InlineData("1e309", StrictJsonProblem.NumberOutOfRange)]
    [InlineData("[-1e999]", StrictJsonProblem.NumberOutOfRange)]
    [InlineData("[1,]", StrictJsonProblem.Malformed)]
    [InlineData("""{"a":1,}""", StrictJsonProblem.Malformed)]
    [InlineData("[1]//", StrictJsonProblem.Malformed)]
    [InlineData("[1/**/]", StrictJsonProblem.Malformed)]
    [InlineData("{} {}", StrictJsonProblem.Malformed)]
    [InlineData("{", StrictJsonProblem.Malformed)]
    [InlineData("", StrictJsonProblem.Malformed)]
    [InlineData("NaN", StrictJsonProblem.Malformed)]
    [InlineData("\uFEFF{}", StrictJsonProblem.NotUtf8)]
    public void Names_what_it_refuses(string text, StrictJsonProblem expected)
    {
        Assert.False(StrictJson.TryParse(Encoding.UTF8.GetBytes(text), out _, out var problem));
        Assert.Equal(expected, problem);
    }

    [Theory]
    [InlineData("""["\ud83d\ude00"]""")]
    [InlineData("""["\\ud800"]""")]
    [InlineData("""["\\\\ud800"]""")]
    [InlineData("""{"a":{"a":1},"b":[{"a":1},{"a":1}]}""")]
    [InlineData("1.7976931348623157e308")]
    [InlineData("1e-999")]
    public void Reads_what_only_looks_like_it(string text)
    {
        Assert.True(StrictJson.TryParse(Encoding.UTF8.GetBytes(text), out _, out var problem));
        Assert.Equal(StrictJsonProblem.None, problem);
    }

    [Theory]
    [InlineData("22ff22")]
    [InlineData("22c0af22")]
    [InlineData("22eda08022")]
    [InlineData("22f490808022")]
    [InlineData("ff")]
    [InlineData("22c3")]
    public void Refuses_bytes_that_are_not_UTF_8(string hex)
    {
        Assert.False(StrictJson.TryParse(Convert.FromHexString(hex), out _, out var problem));
        Assert.Equal(StrictJsonProblem.NotUtf8, problem);
    }

    [Fact]
    public void Stops_at_its_limits_and_not_before()
    {
        Assert.Equal(StrictJsonProblem.None, Problem(Nested(StrictJson.MaximumDepth)));
        Assert.Equal(StrictJsonProblem.TooDeep, Problem(Nested(StrictJson.MaximumDepth + 1)));
        Assert.Equal(StrictJsonProblem.TooDeep, Problem(new string('[', 100_000)));

        Assert.Equal(StrictJsonProblem.None, Problem(Long(StrictJson.MaximumValues - 1)));
        Assert.Equal(StrictJsonProblem.TooManyValues, Problem(Long(StrictJson.MaximumValues)));

        Assert.Equal(StrictJsonProblem.None, Problem("\"" + new string('x', StrictJson.MaximumBytes - 2) + "\""));
        Assert.Equal(StrictJsonProblem.TooLarge, Problem("\"" + new string('x', StrictJson.MaximumBytes - 1) + "\""));

        static string Nested(int depth) => new string('[', depth) + new string(']', depth);
        static string Long(int count) => "[" + string.Join(',', Enumerable.Repeat("0", count)) + "]";
    }

    [Fact]
    public void Answers_any_bytes_and_never_throws() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
            StrictJson.TryParse(bytes, out _, out var problem) == (problem == StrictJsonProblem.None))
            .QuickCheckThrowOnFailure();

    private static StrictJsonProblem Problem(string text)
    {
        _ = StrictJson.TryParse(Encoding.UTF8.GetBytes(text), out _, out var problem);
        return problem;
    }
}
