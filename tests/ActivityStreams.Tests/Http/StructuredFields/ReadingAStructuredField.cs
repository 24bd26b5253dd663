using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using PostMoney.ActivityStreams.Http.StructuredFields;
using Xunit;
using TestData = PostMoney.Fixtures.TestData;

namespace PostMoney.ActivityStreams.Tests.Http.StructuredFields;

public sealed class ReadingAStructuredField(ITestOutputHelper output)
{
    // The suite lets one refuse these, and one value has one text here.
    private static readonly string[] _refusedAsAllowed = ["bad padding", "non-zero pad bits"];

    [Fact]
    public void Follows_the_suite_of_the_HTTP_working_group()
    {
        var cases = Cases("*.json", SearchOption.TopDirectoryOnly);

        Assert.True(cases.Count > 1_500);
        Assert.All(cases, Check);
        output.WriteLine($"structured-fields: {cases.Count} reading cases");
    }

    [Fact]
    public void Is_the_reverse_of_writing_one()
    {
        var cases = Cases("*.json", SearchOption.TopDirectoryOnly).Where(one => !MustFail(one)).ToList();

        Assert.All(cases, one => Assert.Equal(Canonical(one), Written(one)));
        output.WriteLine($"structured-fields: {cases.Count} of them written back");
    }

    [Fact]
    public void Refuses_to_write_what_has_no_form()
    {
        var cases = Cases("*.json", SearchOption.AllDirectories).Where(one => !one.TryGetProperty("raw", out _)).ToList();

        Assert.True(cases.Count > 500);
        Assert.All(cases, one => Assert.Equal(MustFail(one) ? null : Canonical(one), Written(one)));
        output.WriteLine($"structured-fields: {cases.Count} writing cases");
    }

    [Fact]
    public void Answers_any_text_and_never_throws() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        {
            _ = StructuredField.TryReadItem(text.Get, out _);
            _ = StructuredField.TryReadList(text.Get, out _);
            return !StructuredField.TryReadDictionary(text.Get, out var members) || StructuredField.TryWrite(members, out _);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Stops_at_its_limits_and_not_before()
    {
        Assert.True(StructuredField.TryReadList(string.Join(',', Enumerable.Repeat("a", StructuredField.MaximumMembers)), out _));
        Assert.False(StructuredField.TryReadList(string.Join(',', Enumerable.Repeat("a", StructuredField.MaximumMembers + 1)), out _));
        Assert.True(StructuredField.TryReadItem("\"" + new string('x', StructuredField.MaximumLength - 2) + "\"", out _));
        Assert.False(StructuredField.TryReadItem("\"" + new string('x', StructuredField.MaximumLength - 1) + "\"", out _));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(1_000)]
    public void Keeps_the_last_value_of_a_repeated_name_in_the_place_of_the_first(int names)
    {
        var once = string.Join(", ", Enumerable.Range(0, names).Select(at => $"n{at}=1"));

        Assert.True(StructuredField.TryReadDictionary(once + ", n1=2, n0=3", out var members));
        Assert.True(StructuredField.TryWrite(members, out var written));
        Assert.Equal("n0=3, n1=2" + once["n0=1, n1=1".Length..], written);
    }

    // Not as data of a theory: on the way to it a runner would mend them.
    [Fact]
    public void Refuses_to_write_half_of_a_letter() =>
        Assert.All(["\ud800", "a\udc00"], text =>
            Assert.False(StructuredField.TryWrite(new Item(new BareItem.DisplayText(text)), out _)));

    private static void Check(JsonElement one)
    {
        var name = one.GetProperty("name").GetString()!;
        var raw = string.Join(", ", one.GetProperty("raw").EnumerateArray().Select(line => line.GetString()));
        var isRead = one.GetProperty("header_type").GetString() switch
        {
            "item" => StructuredField.TryReadItem(raw, out var item) && IsExpected(one, expected =>
                ExpectedField.AreSame(ExpectedField.Item(expected), item)),
            "list" => StructuredField.TryReadList(raw, out var list) && IsExpected(one, expected =>
                ExpectedField.List(expected) is var wanted
                && wanted.Count == list.Count
                && wanted.Zip(list).All(pair => ExpectedField.AreSame(pair.First, pair.Second))),
            _ => StructuredField.TryReadDictionary(raw, out var members) && IsExpected(one, expected =>
                ExpectedField.Dictionary(expected) is var wanted
                && wanted.Count == members.Count
                && wanted.Zip(members).All(pair =>
                    pair.First.Key == pair.Second.Key && ExpectedField.AreSame(pair.First.Value, pair.Second.Value))),
        };
        Assert.True(isRead == !(MustFail(one) || _refusedAsAllowed.Contains(name)), name);
    }

    // A case that must fail has no expectation: then having read it is the fault, and the caller sees that it was read.
    private static bool IsExpected(JsonElement one, Func<JsonElement, bool> compare)
    {
        if (one.TryGetProperty("expected", out var expected))
        {
            Assert.True(compare(expected), one.GetProperty("name").GetString());
        }

        return true;
    }

    private static string? Written(JsonElement one)
    {
        var expected = one.GetProperty("expected");
        return one.GetProperty("header_type").GetString() switch
        {
            "item" => StructuredField.TryWrite(ExpectedField.Item(expected), out var text) ? text : null,
            "list" => StructuredField.TryWrite(ExpectedField.List(expected), out var text) ? text : null,
            _ => StructuredField.TryWrite(ExpectedField.Dictionary(expected), out var text) ? text : null,
        };
    }

    private static string Canonical(JsonElement one) => string.Join(", ", (one.TryGetProperty("canonical", out var canonical)
        ? canonical
        : one.GetProperty("raw")).EnumerateArray().Select(line => line.GetString()));

    private static bool MustFail(JsonElement one) => one.TryGetProperty("must_fail", out var fail) && fail.GetBoolean();

    private static List<JsonElement> Cases(string pattern, SearchOption depth) =>
        [.. Directory.GetFiles(TestData.Find("structured-fields"), pattern, depth)
            .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) != "schema")
            .Order(StringComparer.Ordinal)
            .SelectMany(file => JsonElement.Parse(File.ReadAllText(file)).EnumerateArray())];
}
