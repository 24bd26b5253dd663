using PostMoney.Core.Categories;
using Xunit;
using static PostMoney.Core.Tests.Categories.CategoryText;

namespace PostMoney.Core.Tests.Categories;

/// <summary>What a category's document may say.</summary>
public sealed class ReadingACategory
{
    private const string Bright = """ "bright": { "type": "boolean", "title": "Bright light" } """;

    [Fact]
    public void Its_words_and_fields_are_read()
    {
        var lamp = ParseNeed("""
            "height": { "type": "number", "title": "Height", "x-unit": "cm", "x-help": "With the shade.", "minimum": 0.5,
                        "maximum": 300, "multipleOf": 0.5, "x-match": "at-most", "x-order": 2 },
            "colour": { "$ref": "#/properties/constraints/properties/shade", "title": "Colour", "x-order": 1 },
            "shade": { "type": "string", "title": "Shade", "enum": ["red", "blue"], "x-order": 3 }
            """).Value;

        Assert.Equal(("Lamp", "Lamps", "lamps", "box"), (lamp.Title, lamp.TopicTitle, lamp.Plural, lamp.Icon));
        Assert.Equal(["constraints.colour", "constraints.height", "constraints.shade"], lamp.Fields.Select(f => f.Name));
        Assert.Equal(
            new CategoryField
            {
                Section = "constraints",
                Property = "height",
                Label = "Height",
                Unit = "cm",
                Help = "With the shade.",
                Type = FieldType.Number,
                Minimum = 0.5m,
                Maximum = 300,
                Step = 0.5m,
                Match = MatchRule.AtMost,
            },
            lamp.Find("constraints.height"));
        Assert.Equal(["red", "blue"], lamp.Find("constraints.colour")!.Options.Select(o => o.Value));
    }

    [Fact]
    public void It_is_kept_as_it_came()
    {
        var written = Need(Bright);

        Assert.Same(written, CategorySchema.Parse(Id("need.lamp@v1"), written).Value.Json);
    }

    [Theory]
    [InlineData("", "category.unreadable")]
    [InlineData("[]", "category.unreadable")]
    [InlineData("""{"title":"a","title":"b"}""", "category.unreadable")]
    [InlineData("""{"type":"objekt"}""", "category.not-a-schema")]
    [InlineData("""{"title":3}""", "category.not-a-schema")]
    [InlineData("""{"$schema":"http://json-schema.org/draft-07/schema#"}""", "category.keyword")]
    [InlineData("""{"title":"a","x-topic":"b","x-plural":"c"}""", "category.incomplete")]
    public void A_document_that_is_no_category_is_refused(string json, string code) => Refused(code, json);

    [Fact]
    public void More_than_64_KiB_are_refused() =>
        Refused("category.too-large", Changed(Need(Bright), c => c["$comment"] = new string('é', 33 * 1024)));

    [Fact]
    public void All_of_64_KiB_may_be_used()
    {
        var choices = string.Join(',', Enumerable.Range(0, 54).Select(i => $$"""{"const":"c{{i}}","title":"{{i}}"}"""));
        var field = $$"""{"type":"string","title":"F","oneOf":[{{choices}}]}""";
        var json = Need(string.Join(',', Enumerable.Range(0, 40).Select(i => $"\"f{i}\":{field}")));

        Assert.InRange(json.Length, 60_000, CategorySchema.MostBytes);
        Assert.True(CategorySchema.Parse(Id("need.lamp@v1"), json).IsGranted);
    }

    [Fact]
    public void More_than_40_fields_are_refused()
    {
        var fields = Enumerable.Range(0, 41).Select(i => $$""" "f{{i}}": { "type": "boolean", "title": "F" } """).ToList();

        Assert.True(ParseNeed(string.Join(',', fields.Take(40))).IsGranted);
        Assert.Equal("category.too-many-fields", ParseNeed(string.Join(',', fields)).Refusal.Code);
    }

    [Theory]
    [InlineData("x-price")]
    [InlineData("x-onclick")]
    [InlineData("patternProperties")]
    [InlineData("$dynamicRef")]
    [InlineData("colour")]
    public void An_unknown_keyword_is_refused(string keyword)
    {
        var json = Changed(Need(Bright), c => c["properties"]!["constraints"]![keyword] = keyword == "patternProperties" ? new System.Text.Json.Nodes.JsonObject() : "#");

        Refused("category.unknown-keyword", json);
    }

    [Fact]
    public void An_annotation_of_fields_does_not_go_on_the_whole() =>
        Refused("category.unknown-keyword", Changed(Need(Bright), c => c["x-match"] = "equals"));

    [Theory]
    [InlineData("https://evil.example/lamp.json")]
    [InlineData("lamp.json#/a")]
    [InlineData("file:///etc/passwd")]
    public void A_reference_outside_is_refused(string reference) =>
        Assert.Equal("category.remote-reference", ParseNeed($$""" "a": { "$ref": "{{reference}}" } """).Refusal.Code);

    [Fact]
    public void A_reference_that_leads_nowhere_is_refused() =>
        Assert.Equal("schema.reference", ParseNeed(""" "a": { "$ref": "#/$defs/a" } """).Refusal.Code);

    [Fact]
    public void A_reference_in_a_circle_is_refused() =>
        Assert.Equal("schema.endless", ParseNeed(""" "a": { "$ref": "#/properties/constraints/properties/a" } """).Refusal.Code);

    [Theory]
    [InlineData("price")]
    [InlineData("hourlyRate")]
    [InlineData("rentPerDay")]
    [InlineData("bookingFee")]
    [InlineData("total_cost")]
    [InlineData("currencyCode")]
    [InlineData("keyDeposit")]
    [InlineData("salary")]
    [InlineData("amount")]
    [InlineData("totalprice")]
    [InlineData("EUR")]
    public void A_field_that_speaks_of_money_is_refused(string name) =>
        Assert.Equal("category.money", ParseNeed($$""" "{{name}}": { "type": "number", "title": "Number" } """).Refusal.Code);

    [Theory]
    [InlineData("""{ "type": "number", "title": "Value", "x-unit": "€" }""")]
    [InlineData("""{ "type": "number", "title": "Value", "x-unit": "EUR" }""")]
    [InlineData("""{ "type": "number", "title": "Price for a day" }""")]
    public void A_label_that_speaks_of_money_is_refused(string field) =>
        Assert.Equal("category.money", ParseNeed($"\"value\": {field}").Refusal.Code);

    [Fact]
    public void A_price_does_not_come_in_by_a_condition() =>
        Refused("category.money", Changed(Need(Bright), c => c["properties"]!["constraints"]!["if"] =
            System.Text.Json.Nodes.JsonNode.Parse("""{"properties":{"price":{"type":"number"}}}""")));

    [Theory]
    [InlineData("currentPosition")]
    [InlineData("parentReachable")]
    [InlineData("coffee")]
    [InlineData("accost")]
    [InlineData("centimetres")]
    [InlineData("chargeLevel")]
    [InlineData("tipLength")]
    public void A_field_that_only_sounds_like_it_is_fine(string name) =>
        Assert.True(ParseNeed($$""" "{{name}}": { "type": "number", "title": "Number" } """).IsGranted);

    [Theory]
    [InlineData(""" "a": { "type": "object", "title": "A" } """)]
    [InlineData(""" "a": { "type": "array", "title": "A", "items": { "type": "object" } } """)]
    [InlineData(""" "a": { "type": "array", "title": "A", "items": { "type": "string", "maxLength": 9 }, "uniqueItems": true } """)]
    public void A_field_of_more_than_one_level_is_refused(string field) =>
        Assert.Equal("category.nested", ParseNeed(field).Refusal.Code);

    [Theory]
    [InlineData(""" "a": true """, "type")]
    [InlineData(""" "a": { "type": ["string", "null"], "title": "A" } """, "type")]
    [InlineData(""" "a": { "type": "boolean" } """, "title")]
    [InlineData(""" "a b": { "type": "boolean", "title": "A" } """, "named")]
    [InlineData(""" "__proto__": { "type": "boolean", "title": "A" } """, "named")]
    [InlineData(""" "a": { "type": "string", "title": "A" } """, "maxLength")]
    [InlineData(""" "a": { "type": "string", "title": "A", "maxLength": 4001 } """, "4000")]
    [InlineData(""" "a": { "type": "string", "title": "A", "enum": [] } """, "choices")]
    [InlineData(""" "a": { "type": "string", "title": "A", "enum": ["x", 3] } """, "choices")]
    [InlineData(""" "a": { "type": "string", "title": "A", "oneOf": [{ "const": "x" }, { "const": "x" }] } """, "twice")]
    [InlineData(""" "a": { "type": "array", "title": "A", "items": { "type": "string", "enum": ["x"] } } """, "uniqueItems")]
    [InlineData(""" "a": { "type": "string", "title": "A", "maxLength": 9, "x-match": "at-least" } """, "x-match")]
    [InlineData(""" "a": { "type": "boolean", "title": "A", "x-match": "alike" } """, "x-match")]
    [InlineData(""" "a": { "type": "boolean", "title": "A", "x-unit": "kg" } """, "unit")]
    [InlineData(""" "a": { "type": "number", "title": "A", "x-unit": 3 } """, "x-unit")]
    [InlineData(""" "a": { "type": "boolean", "title": "A", "x-widget": "multiline" } """, "x-widget")]
    [InlineData(""" "a": { "type": "string", "title": "A", "maxLength": 9, "x-widget": "html" } """, "x-widget")]
    [InlineData(""" "a": { "type": "boolean", "title": "A", "x-private": true } """, "x-private")]
    [InlineData(""" "a": { "type": "boolean", "title": "A", "x-order": "first" } """, "x-order")]
    public void A_field_that_no_form_could_ask_for_is_refused(string field, string about)
    {
        var refusal = ParseNeed(field).Refusal;

        Assert.Equal("category.field", refusal.Code);
        Assert.Contains(about, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_offer_is_like_is_not_compared_by_itself() =>
        Assert.Equal("category.field", ParseOffer(""" "a": { "type": "boolean", "title": "A", "x-match": "equals" } """).Refusal.Code);

    [Theory]
    [InlineData("details", "category.section")]
    [InlineData("requirements", "category.section")]
    [InlineData("title", "category.section")]
    public void A_need_has_only_constraints_and_payload(string section, string code) => Refused(
        code,
        Need(Bright, $$""", "{{section}}": { "type": "object", "properties": {}, "additionalProperties": false } """));

    [Fact]
    public void A_section_that_is_open_is_refused() =>
        Refused("category.open-section", Changed(Need(Bright), c => c["properties"]!["constraints"]!.AsObject().Remove("additionalProperties")));

    [Fact]
    public void A_payload_that_is_not_write_only_is_refused() => Refused(
        "category.open-section",
        Need(Bright, """, "payload": { "type": "object", "properties": {}, "additionalProperties": false } """));

    [Theory]
    [InlineData("""{ "type": "boolean", "title": "A" }""")]
    [InlineData("""{ "type": "string", "title": "A", "maxLength": 9, "x-private": false }""")]
    [InlineData("""{ "type": "string", "title": "A", "enum": ["a"] }""")]
    public void A_private_field_is_plain_text(string field) => Refused(
        "category.field",
        Need(Bright, $$""", "payload": { "type": "object", "writeOnly": true, "properties": { "a": {{field}} }, "additionalProperties": false } """));

    private static void Refused(string code, string json)
    {
        var parsed = CategorySchema.Parse(Id("need.lamp@v1"), json);

        Assert.False(parsed.IsGranted);
        Assert.Equal(code, parsed.Refusal.Code);
    }
}
