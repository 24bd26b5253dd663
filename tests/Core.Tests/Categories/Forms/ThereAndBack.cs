using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using PostMoney.Core.Categories;
using PostMoney.Core.Categories.Forms;
using Xunit;

namespace PostMoney.Core.Tests.Categories.Forms;

/// <summary>Whatever an item may hold, its form shows and posts again as it was.</summary>
public sealed class ThereAndBack
{
    private static readonly Config _config = Config.QuickThrowOnFailure.WithQuietOnSuccess(true);

    private static readonly TimeZoneInfo _lisbon = TimeZoneInfo.FindSystemTimeZoneById("Europe/Lisbon");

    public static TheoryData<string> Names => [.. ShippedCategories.All.Select(c => c.Id.Value)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Sections_are_the_same_after_the_form(string name)
    {
        var category = CategoryText.Shipped(name);
        var form = CategoryForm.For(category);

        Prop.ForAll(Sections(category).ToArbitrary(), sections =>
        {
            Assert.Empty(category.Check(sections));

            var reading = form.Read(form.Show(sections, _lisbon).Pairs(), _lisbon);

            Assert.All(reading.Refusals, r => Assert.StartsWith("payload.", r.Field, StringComparison.Ordinal));
            Assert.True(JsonElement.DeepEquals(sections, reading.Sections), $"{sections.GetRawText()}\n{reading.Sections.GetRawText()}");
        }).Check(_config);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_posted_text_makes_the_form_throw_or_let_through_what_the_category_refuses(string name)
    {
        var category = CategoryText.Shipped(name);
        var form = CategoryForm.For(category);
        var pairs = Gen.Elements(category.Fields.Select(f => f.Name)).Zip(ArbMap.Default.GeneratorFor<string>())
            .Select(p => KeyValuePair.Create(p.Item1, p.Item2 ?? ""));

        Prop.ForAll(pairs.ListOf().ToArbitrary(), posted =>
        {
            var reading = form.Read(posted, _lisbon);

            Assert.False(reading.Sections.TryGetProperty("payload", out _));
            Assert.True(!reading.IsAccepted || category.Check(reading.Sections).Count == 0);
        }).Check(_config);
    }

    private static Gen<JsonElement> Sections(CategorySchema category)
    {
        var fields = category.Fields.Where(f => !f.IsPrivate).ToList();
        return Gen.CollectToList(fields, f => Gen.Choose(0, f.IsRequired ? 0 : 1).SelectMany(left => left == 1 ? Gen.Constant<JsonNode?>(null) : Value(f)))
            .Select(values => Assembled(fields, values));
    }

    private static JsonElement Assembled(IReadOnlyList<CategoryField> fields, IEnumerable<JsonNode?> values)
    {
        var sections = new JsonObject();
        foreach (var (field, value) in fields.Zip(values).Where(f => f.Second is not null))
        {
            sections[field.Section] ??= new JsonObject();
            sections[field.Section]![field.Property] = value!.DeepClone();
        }

        return JsonSerializer.SerializeToElement(sections);
    }

    private static Gen<JsonNode?> Value(CategoryField field) => field.Type switch
    {
        FieldType.Boolean => Gen.Constant<JsonNode?>(JsonValue.Create(true)),
        FieldType.Choice => Gen.Elements(field.Options.Select(o => o.Value)).Select(Node),
        FieldType.Choices => Gen.SubListOf(field.Options.Select(o => o.Value)).Where(l => l.Count > 0)
            .Select(l => (JsonNode?)new JsonArray([.. field.Options.Where(o => l.Contains(o.Value)).Select(o => Node(o.Value))])),
        FieldType.Number or FieldType.WholeNumber => Steps(field),
        FieldType.DateTime => Gen.Choose(0, int.MaxValue)
            .Select(s => DateTimeOffset.FromUnixTimeSeconds(s))
            .Where(m => !IsTwiceOnTheClock(m))
            .Select(m => Node(m.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))),
        FieldType.Date => Gen.Choose(0, 3_000_000).Select(d => Node(DateOnly.FromDayNumber(d).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
        FieldType.Time => Gen.Choose(0, 1439).Select(m => Node(new TimeOnly(m / 60, m % 60).ToString("HH:mm", CultureInfo.InvariantCulture))),
        _ => Text(field),
    };

    private static Gen<JsonNode?> Steps(CategoryField field)
    {
        var step = field.Step ?? (field.Type == FieldType.WholeNumber ? 1 : 0.25m);
        var (first, last) = ((int)Math.Ceiling(field.Minimum!.Value / step), (int)Math.Floor(field.Maximum!.Value / step));
        return Gen.Choose(first, last).Select(n => (JsonNode?)JsonValue.Create(n * step));
    }

    private static Gen<JsonNode?> Text(CategoryField field) =>
        Gen.Elements("a", "É", "0", " ", "🔧", "<", "&", "'", "\"", "ß", "é", field.IsMultiline ? "\n" : "-").ListOf()
            .Select(l => string.Concat(l.Take(field.MaxLength!.Value)).Trim())
            .Where(t => t.Length > 0)
            .Select(Node);

    // A form cannot say which of the two hours it means when the clocks go back.
    private static bool IsTwiceOnTheClock(DateTimeOffset moment) => _lisbon.IsAmbiguousTime(TimeZoneInfo.ConvertTime(moment, _lisbon));

    private static JsonNode? Node(string text) => JsonValue.Create(text);
}
