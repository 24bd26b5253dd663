using System.Text.Json;
using PostMoney.Core.Categories.JsonSchemas;
using Xunit;

namespace PostMoney.Core.Tests.Categories.JsonSchemas;

/// <summary>Schemas from strangers, written to stop us.</summary>
public sealed class HostileSchemas
{
    private const int Many = 30_000;

    [Theory]
    [InlineData("""{"$ref":"#"}""")]
    [InlineData("""{"$ref":"#/$defs/a","$defs":{"a":{"allOf":[{"$ref":"#/$defs/b"}]},"b":{"not":{"$ref":"#/$defs/a"}}}}""")]
    [InlineData("""{"if":{"dependentSchemas":{"x":{"$ref":"#"}}}}""")]
    [InlineData("""{"properties":{"unused":{"anyOf":[{"$ref":"#/properties/unused"}]}}}""")]
    public void That_go_round_in_a_circle_are_refused(string schema) => Refused("schema.endless", schema);

    [Fact]
    public void That_recur_into_the_value_are_fine()
    {
        var tree = Compiled("""{"type":"object","properties":{"branches":{"type":"array","items":{"$ref":"#"}}}}""");

        Assert.Empty(tree.Check(Json("""{"branches":[{"branches":[{}]}]}""")));
        Assert.Equal("/branches/0/branches/0", Assert.Single(tree.Check(Json("""{"branches":[{"branches":[3]}]}"""))).InstancePath);
    }

    [Fact]
    public void That_go_round_by_dynamic_references_are_given_up()
    {
        var circle = Compiled("""{"$dynamicAnchor":"a","allOf":[{"$dynamicRef":"#a"}]}""");

        Assert.Equal("budget", Assert.Single(circle.Check(Json("1"))).Keyword);
    }

    [Theory]
    [InlineData("anyOf")]
    [InlineData("oneOf")]
    [InlineData("allOf")]
    public void That_double_their_work_thirty_times_are_given_up(string combination)
    {
        var doubling = Enumerable.Range(0, 30)
            .Select(i => $$"""
                "d{{i}}":{"{{combination}}":[{"$ref":"#/$defs/d{{i + 1}}"},{"$ref":"#/$defs/d{{i + 1}}"}]}
                """);
        var schema = Compiled($$"""{"$ref":"#/$defs/d0","$defs":{ {{string.Join(',', doubling)}},"d30":{"type":["string","number"]} } }""");

        // The first alternative that fits ends anyOf; only a value that fits none makes it try them all.
        Assert.Equal(combination == "anyOf", schema.Check(Json("1")).Count == 0);
        Assert.Equal("budget", Assert.Single(schema.Check(Json("true"))).Keyword);
    }

    [Fact]
    public void That_turn_giving_up_into_success_are_not_believed()
    {
        var circle = Compiled("""{"not":{"$ref":"#/$defs/c"},"$defs":{"c":{"$dynamicAnchor":"a","allOf":[{"$dynamicRef":"#a"}]}}}""");

        Assert.NotEmpty(circle.Check(Json("1")));
    }

    [Theory]
    [InlineData("^(a+)+$")]
    [InlineData("^(a|aa)+$")]
    [InlineData("^(?=(a+)+b)")]
    [InlineData(@"^(a+)+\1b$")]
    [InlineData("^(((a{0,1000}){0,1000}){0,1000}){0,1000}$")]
    [InlineData(@"^(([\p{L}\W]{0,1000}x){0,1000}y){1000}$")]
    [InlineData("(a?){1000}a{1000}(a?){1000}b")]
    [InlineData("(((((((((((((((((((((((((((((((((((((((((a*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*b")]
    public void With_patterns_that_explode_answer_in_time(string pattern)
    {
        var began = TimeProvider.System.GetTimestamp();
        var schema = Compiled($$"""{"pattern":{{JsonSerializer.Serialize(pattern)}}}""");

        Assert.NotEmpty(schema.Check(Json($"\"{new string('a', 5000)}!\"")));
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void With_an_exploding_pattern_for_each_of_many_properties_answer_in_time()
    {
        var schema = Compiled("""{"patternProperties":{"^(a+)+\\1b$":true}}""");
        var properties = Enumerable.Range(0, 500).Select(i => $"\"{new string('a', 200)}{i}\":1");
        var began = TimeProvider.System.GetTimestamp();

        Assert.Equal("budget", Assert.Single(schema.Check(Json($"{{{string.Join(',', properties)}}}"))).Keyword);
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("(")]
    [InlineData("[b-a]")]
    [InlineData("a**")]
    [InlineData("(?i)a")]
    [InlineData("(?>a)")]
    [InlineData("(?(a)b|c)")]
    [InlineData("(?<a-b>c)")]
    [InlineData("a{1,99999}")]
    [InlineData("a{99999999999}")]
    [InlineData(@"\Z")]
    [InlineData(@"\p{IsGreek}")]
    [InlineData(@"\p{Script=Greek}")]
    [InlineData(@"\u{110000}")]
    [InlineData(@"\ud800")]
    [InlineData(@"\")]
    public void With_patterns_that_are_not_ECMAScript_are_refused(string pattern) =>
        Refused("schema.keyword", $$"""{"pattern":{{JsonSerializer.Serialize(pattern)}}}""");

    [Theory]
    [InlineData("^(?=a)")]
    [InlineData(@"(a)\1")]
    [InlineData(@"a\b")]
    public void With_patterns_that_may_go_back_are_refused_where_only_linear_ones_are_wanted(string pattern)
    {
        var schema = Json($$"""{"pattern":{{JsonSerializer.Serialize(pattern)}}}""");
        var linear = new SchemaOptions { Limits = new SchemaLimits { LinearPatternsOnly = true } };

        Assert.True(JsonSchema.Compile(schema).IsGranted);
        Assert.Equal("schema.keyword", JsonSchema.Compile(schema, linear).Refusal.Code);
    }

    [Fact]
    public void With_long_patterns_are_refused() => Refused("schema.keyword", $$"""{"pattern":"{{new string('a', 501)}}"}""");

    [Fact]
    public void That_are_huge_are_refused() =>
        Refused("schema.unreadable", $$"""{"enum":[{{string.Join(',', Enumerable.Range(0, Many))}}]}""");

    [Fact]
    public void That_are_deep_are_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"not":""", 500)) + "true" + new string('}', 500);
        using var document = JsonDocument.Parse(deep, new JsonDocumentOptions { MaxDepth = 1000 });

        Assert.Equal("schema.unreadable", JsonSchema.Compile(document.RootElement).Refusal.Code);
    }

    [Fact]
    public void With_much_below_a_long_name_are_refused() =>
        Refused("schema.unreadable", $$"""{"properties":{"{{new string('x', 2000)}}":{"properties":{"a":true} } } }""");

    [Theory]
    [InlineData("""{"minimum":1e999999999999}""")]
    [InlineData("""{"title":"\ud800"}""")]
    [InlineData("""{"\udc00":1}""")]
    [InlineData("""{"type":"string","type":"number"}""")]
    public void With_broken_values_are_refused(string schema) => Refused("schema.unreadable", schema);

    [Theory]
    [InlineData("""{"$ref":"https://evil.example/schema"}""")]
    [InlineData("""{"$ref":"file:///etc/passwd"}""")]
    [InlineData("""{"$ref":"#/nowhere"}""")]
    [InlineData("""{"$ref":"#nowhere"}""")]
    [InlineData("""{"properties":{"never":{"$ref":"other"}}}""")]
    public void That_refer_to_what_we_do_not_have_are_refused(string schema) => Refused("schema.reference", schema);

    [Fact]
    public void In_an_unknown_dialect_are_refused() => Refused("schema.dialect", """{"$schema":"http://json-schema.org/draft-07/schema#"}""");

    [Theory]
    [InlineData("""{"type":"text"}""")]
    [InlineData("""{"type":[]}""")]
    [InlineData("""{"minimum":"3"}""")]
    [InlineData("""{"maxLength":-1}""")]
    [InlineData("""{"multipleOf":0}""")]
    [InlineData("""{"required":["a","a"]}""")]
    [InlineData("""{"required":"a"}""")]
    [InlineData("""{"allOf":[]}""")]
    [InlineData("""{"enum":3}""")]
    [InlineData("""{"properties":[]}""")]
    [InlineData("""{"uniqueItems":"yes"}""")]
    [InlineData("""{"dependentRequired":{"a":"b"}}""")]
    [InlineData("""{"$id":"#here"}""")]
    [InlineData("""{"$defs":{"unused":{"type":"text"}}}""")]
    public void With_malformed_keywords_are_refused(string schema) => Refused("schema.keyword", schema);

    [Theory]
    [InlineData("3")]
    [InlineData("\"schema\"")]
    [InlineData("""{"not":3}""")]
    [InlineData("""{"properties":{"a":[]}}""")]
    public void That_are_no_schemas_are_refused(string schema) => Refused("schema.not-a-schema", schema);

    [Theory]
    [InlineData("""{"$defs":{"a":{"$id":"x"},"b":{"$id":"x"}}}""")]
    [InlineData("""{"$defs":{"a":{"$anchor":"x"},"b":{"$anchor":"x"}}}""")]
    public void That_give_one_name_twice_are_refused(string schema) => Refused("schema.duplicate", schema);

    private static void Refused(string code, string schema)
    {
        var compiled = JsonSchema.Compile(Json(schema));

        Assert.False(compiled.IsGranted);
        Assert.Equal(code, compiled.Refusal.Code);
    }

    private static JsonSchema Compiled(string schema) => JsonSchema.Compile(Json(schema)).Value;

    private static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
