using PostMoney.Core.Categories;
using PostMoney.Core.Categories.Forms;
using PostMoney.Core.Categories.JsonSchemas;
using Xunit;

namespace PostMoney.Core.Tests.Categories;

/// <summary>The twelve categories that every node begins with.</summary>
public sealed class ShippedCategoriesAre
{
    public static TheoryData<string> Names => [.. ShippedCategories.All.Select(c => c.Id.Value)];

    public static TheoryData<string> Topics => [.. ShippedCategories.All.Select(c => c.Id.Topic).Distinct()];

    [Fact]
    public void A_need_and_an_offer_of_each_of_six_topics()
    {
        var topics = ShippedCategories.All.GroupBy(c => c.Id.Topic).ToList();

        Assert.Equal(["care", "compute", "device", "ride", "room", "tool"], topics.Select(t => t.Key).Order(StringComparer.Ordinal));
        Assert.All(topics, t => Assert.Equal([ItemKind.Need, ItemKind.Offer], t.Select(c => c.Id.Kind)));
        Assert.All(topics, t => Assert.Single(t.Select(c => c.TopicTitle).Distinct()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Valid_schemas_of_draft_2020_12(string name) =>
        Assert.Empty(JsonSchema.Draft202012.Check(CategoryText.Json(CategoryText.Shipped(name).Json)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Able_to_keep_something_for_the_person_assigned(string name) =>
        Assert.Contains(CategoryText.Shipped(name).Fields, f => f is { IsPrivate: true, Help: not null });

    [Theory]
    [MemberData(nameof(Names))]
    public void Written_in_plain_words(string name)
    {
        var category = CategoryText.Shipped(name);
        var words = category.Fields.SelectMany(f => new[] { f.Label, f.Help, f.Unit }.Concat(f.Options.Select(o => o.Label))).OfType<string>();

        Assert.All(words, w => Assert.DoesNotContain("—", w, StringComparison.Ordinal));
        Assert.All(category.Fields, f => Assert.Equal(char.ToUpperInvariant(f.Label[0]), f.Label[0]));
        Assert.All(category.Fields, f => Assert.EndsWith(f.Help is null ? "" : ".", f.Help ?? "", StringComparison.Ordinal));
        Assert.DoesNotContain(CategoryForm.For(category).Sections, s => s.Title.Length == 0);
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void Made_so_that_every_question_can_be_answered(string topic)
    {
        var need = CategoryText.Shipped($"need.{topic}@v1");
        var offer = CategoryText.Shipped($"offer.{topic}@v1");
        var questions = need.Fields.Where(f => f.Match is not null).Select(f => (Asks: f, Answers: offer.Find($"details.{f.Property}")))
            .Concat(offer.Fields.Where(f => f.Match is not null).Select(f => (Asks: f, Answers: need.Find($"constraints.{f.Property}"))));

        Assert.All(questions, q =>
        {
            Assert.NotNull(q.Answers);
            Assert.Equal(q.Asks.Unit, q.Answers.Unit);
            Assert.Equal(q.Asks.Options, q.Answers.Options);
        });
    }
}
