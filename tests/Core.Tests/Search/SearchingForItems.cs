using PostMoney.Core.Access;
using PostMoney.Core.Categories;
using PostMoney.Core.Search;
using PostMoney.Core.Timelines;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Search;

public sealed class SearchingForItems : InTown
{
    [Fact]
    public async Task Finds_words_of_title_summary_and_public_fields_however_they_are_written()
    {
        var item = await Town.OfferAsync(Town.Amina, Town.LadderToLend("Échelle en aluminium") with
        {
            Summary = "Folds to two metres.",
            Sections = TownItems.Json("""{"details":{"kind":"ladder","condition":"good","area":"Riverbank"}}"""),
        });

        foreach (var words in new[] { "echelle", "ÉCHELLE", "alumin", "folds metres", "riverbank", "tool" })
        {
            Assert.Equal([item], await FindAsync(Town.Chen, words));
        }

        Assert.Empty(await FindAsync(Town.Chen, "echelle drill"));
    }

    [Theory]
    [InlineData("marimba OR xylophone", 0)]
    [InlineData("marimba AND NOT xylophone", 0)]
    [InlineData("NEAR(marimba xylophone)", 0)]
    [InlineData("title:marimba", 0)]
    [InlineData("{title summary}: marimba", 0)]
    [InlineData("marimba\" OR \"xylophone", 0)]
    [InlineData("';DROP TABLE items;--", 0)]
    [InlineData("-marimba", 1)]
    [InlineData("^marimba", 1)]
    [InlineData("marimba*", 1)]
    [InlineData("\"marimba\"", 1)]
    [InlineData("\"", 2)]
    [InlineData("*", 2)]
    [InlineData("(", 2)]
    [InlineData("\u0001", 2)]
    public async Task Takes_operators_as_words_and_marks_alone_as_none(string words, int found)
    {
        await Town.OfferAsync(Town.Amina, Town.LadderToLend("A marimba"));
        await Town.OfferAsync(Town.Amina, Town.LadderToLend("A xylophone"));

        Assert.Equal(found, (await FindAsync(Town.Chen, words)).Count);
    }

    [Fact]
    public async Task Never_finds_what_is_sealed()
    {
        await Town.OfferAsync(Town.Amina, Town.LadderToLend(), ("address", "Mill Lane 3"), ("lockCode", "swordfish"));

        Assert.Empty(await FindAsync(Town.Amina, "swordfish"));
        Assert.Empty(await FindAsync(Town.Amina, "mill lane"));
        Assert.Empty(await FindAsync(Town.Amina, "lockCode"));
    }

    [Fact]
    public async Task Never_finds_what_its_author_keeps_out_of_it()
    {
        var form = Town.LadderToLend("A marimba");
        var item = await Town.OfferAsync(Town.Amina, form with { Discoverable = false });
        Assert.Empty(await FindAsync(Town.Chen, "marimba"));
        Assert.Empty(await FindAsync(Town.Chen, ""));

        (await Town.ReviseAsync(Town.Amina, item, form)).Granted();
        Assert.Equal([item], await FindAsync(Town.Chen, "marimba"));

        (await Town.ReviseAsync(Town.Amina, item, form with { Discoverable = false })).Granted();
        Assert.Empty(await FindAsync(Town.Chen, "marimba"));
    }

    [Fact]
    public async Task Finds_the_newest_words_and_not_the_old_ones()
    {
        var item = await Town.OfferAsync(Town.Amina, Town.LadderToLend("A marimba"));
        (await Town.ReviseAsync(Town.Amina, item, Town.LadderToLend("A xylophone"))).Granted();

        Assert.Equal([item], await FindAsync(Town.Chen, "xylophone"));
        Assert.Empty(await FindAsync(Town.Chen, "marimba"));
    }

    [Fact]
    public async Task Narrows_by_kind_topic_and_time()
    {
        var offer = await Town.OfferAsync(Town.Amina, Town.LadderToLend("A ladder"));
        var need = await Town.NeedAsync(Town.Chen, Town.LadderWanted("A ladder wanted", inDays: 3, hours: 4));
        var start = Town.Clock.Now;

        Assert.Equal([need], await FindAsync(Town.Ewa, new SearchQuestion("ladder", ItemKind.Need)));
        Assert.Equal([offer], await FindAsync(Town.Ewa, new SearchQuestion("ladder", ItemKind.Offer)));
        Assert.Empty(await FindAsync(Town.Ewa, new SearchQuestion("ladder", Topic: "room")));
        Assert.Equal([offer], await FindAsync(Town.Ewa, new SearchQuestion("ladder", From: start.AddDays(4))));
        Assert.Equal([offer], await FindAsync(Town.Ewa, new SearchQuestion("ladder", To: start.AddDays(2))));
        Assert.Equal(2, (await FindAsync(Town.Ewa, new SearchQuestion("ladder", From: start, To: start.AddDays(5)))).Count);
    }

    [Fact]
    public async Task Puts_the_best_first_and_the_rest_on_further_pages()
    {
        for (var i = 0; i < SearchItems.PageSize; i++)
        {
            await Town.OfferAsync(Town.Amina, Town.LadderToLend($"Something else, number {i}") with { Summary = "Not really a marimba, but it leans." });
        }

        var best = await Town.OfferAsync(Town.Bilal, Town.LadderToLend("Marimba marimba") with { Summary = "A marimba." });
        var first = await PageAsync(1);
        var second = await PageAsync(2);

        Assert.Equal(best, first.Cards[0].Id);
        Assert.True(first.HasMore);
        Assert.Single(second.Cards);
        Assert.False(second.HasMore);
        Assert.DoesNotContain(second.Cards[0].Id, first.Cards.Select(card => card.Id));
    }

    private Task<FoundPage> PageAsync(int page) => Town.AsAsync(Town.Chen, (Viewer chen, CommunityTimeline timeline) =>
        timeline.FindAsync(chen, new SearchQuestion("marimba", Page: page), default));

    private Task<IReadOnlyList<Guid>> FindAsync(Person who, string? words) => FindAsync(who, new SearchQuestion(words));

    private async Task<IReadOnlyList<Guid>> FindAsync(Person who, SearchQuestion question) =>
        (await Town.AsAsync(who, (Viewer viewer, SearchItems search) => search.FindAsync(viewer, question, default))).ItemIds;
}
