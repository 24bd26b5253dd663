using System.Text.Json;
using PostMoney.Core.Categories.JsonSchemas;
using Xunit;

namespace PostMoney.Core.Tests.Categories.JsonSchemas;

/// <summary>What a person is told about a value.</summary>
public sealed class CheckingAValue
{
    [Theory]
    [InlineData("""{"type":"integer"}""", "1.5", "", "type", "must be a whole number")]
    [InlineData("""{"type":["string","null"]}""", "1", "", "type", "must be text or empty")]
    [InlineData("""{"maximum":40}""", "41", "", "maximum", "must be at most 40")]
    [InlineData("""{"exclusiveMinimum":0}""", "0", "", "exclusiveMinimum", "must be more than 0")]
    [InlineData("""{"multipleOf":0.5}""", "0.7", "", "multipleOf", "must be a multiple of 0.5")]
    [InlineData("""{"maxLength":1}""", "\"🔧🔧\"", "", "maxLength", "must be at most 1 character long")]
    [InlineData("""{"minLength":1}""", "\"\"", "", "minLength", "must not be empty")]
    [InlineData("""{"enum":["a","b"]}""", "\"c\"", "", "enum", "must be one of: a, b")]
    [InlineData("""{"const":true}""", "false", "", "const", "must be yes")]
    [InlineData("""{"items":{"minimum":3}}""", "[3,2]", "/1", "minimum", "must be at least 3")]
    [InlineData("""{"minItems":1}""", "[]", "", "minItems", "must have at least 1 entry")]
    [InlineData("""{"uniqueItems":true}""", "[1,1.0]", "/1", "uniqueItems", "is there twice")]
    [InlineData("""{"required":["a/b"]}""", "{}", "/a~1b", "required", "is needed")]
    [InlineData("""{"additionalProperties":false}""", "{\"a\":1}", "/a", "additionalProperties", "is not known here")]
    [InlineData("""{"unevaluatedProperties":false}""", "{\"a\":1}", "/a", "unevaluatedProperties", "is not known here")]
    [InlineData("""{"dependentRequired":{"a":["b"]}}""", "{\"a\":1}", "/b", "dependentRequired", "is needed because \"a\" is given")]
    [InlineData("false", "1", "", "false", "is not allowed here")]
    public void Says_where_what_and_why(string schema, string value, string path, string keyword, string message) =>
        Assert.Equal([new SchemaProblem(path, keyword, message)], Check(schema, value));

    [Fact]
    public void Tells_every_problem_but_not_more_than_fifty()
    {
        var hundred = $"[{string.Join(',', Enumerable.Repeat("1", 100))}]";

        Assert.Equal(2, Check("""{"items":{"type":"string"}}""", "[1,2]").Count);
        Assert.Equal(50, Check("""{"items":{"type":"string"}}""", hundred).Count);
    }

    [Theory]
    [InlineData("""{"maximum":1}""", "1.00000000000000000000000000000000000000001")]
    [InlineData("""{"const":9007199254740993}""", "9007199254740992")]
    [InlineData("""{"multipleOf":0.01}""", "19.999")]
    [InlineData("""{"type":"integer"}""", "1e-1")]
    public void Loses_no_precision(string schema, string value) => Assert.Single(Check(schema, value));

    [Theory]
    [InlineData("""{"multipleOf":0.1}""", "0.3")]
    [InlineData("""{"const":1}""", "1.0e0")]
    [InlineData("""{"minimum":-0.0}""", "0")]
    [InlineData("""{"multipleOf":7}""", "7e99999")]
    [InlineData("""{"const":{"a":1,"b":[2]}}""", """{"b":[2.0],"a":1}""")]
    public void Takes_numbers_by_their_value(string schema, string value) => Assert.Empty(Check(schema, value));

    [Theory]
    [InlineData("1e999999999999", "number")]
    [InlineData("1e2000000", "number")]
    [InlineData("\"\\ud800\"", "text")]
    [InlineData("{\"\\udfff\":1}", "text")]
    [InlineData("{\"a\":1,\"a\":2}", "names")]
    public void Refuses_values_that_readers_would_take_differently(string value, string keyword) =>
        Assert.Equal(keyword, Assert.Single(Check("true", value)).Keyword);

    [Fact]
    public void Refuses_a_value_that_is_too_large()
    {
        var large = $"[{string.Join(',', Enumerable.Repeat("1", 30_000))}]";

        Assert.Equal("size", Assert.Single(Check("true", large)).Keyword);
    }

    [Fact]
    public void Compares_many_items_in_time()
    {
        var objects = Enumerable.Range(0, 5000).Select(i => $$"""{"a":{{i}},"b":"x"}""");
        var items = $"[{string.Join(',', objects)},{{\"b\":\"x\",\"a\":4.0}}]";

        Assert.Equal("/5000", Assert.Single(Check("""{"uniqueItems":true}""", items)).InstancePath);
    }

    [Fact]
    public void Asserts_a_format_only_where_it_is_asked_to()
    {
        var asserting = new SchemaOptions { Formats = new Dictionary<string, FormatCheck> { ["even"] = t => t.Length % 2 == 0 } };
        var schema = Json("""{"format":"even"}""");

        Assert.Empty(JsonSchema.Compile(schema).Value.Check(Json("\"odd\"")));
        Assert.Equal("must be a valid even", Assert.Single(JsonSchema.Compile(schema, asserting).Value.Check(Json("\"odd\""))).Message);
        Assert.Empty(JsonSchema.Compile(schema, asserting).Value.Check(Json("\"even\"")));
    }

    [Fact]
    public async Task Works_from_many_threads_at_a_time()
    {
        var schema = JsonSchema.Compile(Json("""{"items":{"$ref":"#/$defs/n"},"$defs":{"n":{"minimum":10}}}""")).Value;
        var checks = new int[200];

        await Parallel.ForAsync(0, checks.Length, (i, _) =>
        {
            checks[i] = schema.Check(Json($"[{i},{i}]")).Count;
            return ValueTask.CompletedTask;
        });

        Assert.All(checks, (count, i) => Assert.Equal(i < 10 ? 2 : 0, count));
    }

    private static IReadOnlyList<SchemaProblem> Check(string schema, string value) => JsonSchema.Compile(Json(schema)).Value.Check(Json(value));

    private static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
