using PostMoney.Fairness.Tests.Independent;
using Xunit;

namespace PostMoney.Fairness.Tests;

public sealed class TwiceAndShifted
{
    // Each twin may use the things of both, so this is no sum of two rounds.
    [Fact]
    public void Twice_the_people_and_things_have_twice_the_fill_and_everybody_the_same_access()
    {
        foreach (var sheet in RandomSheets.Slots(300))
        {
            var twice = new Sheet(
                [.. sheet.People, .. sheet.People.Select(person => person with { Id = $"{person.Id}'" })],
                [.. sheet.Things, .. sheet.Things.Select(thing => thing with { Id = $"{thing.Id}'" })],
                [.. sheet.Wishes.Select(Both), .. sheet.Wishes.Select(wish => Both(wish) with { Id = $"{wish.Id}'", Person = $"{wish.Person}'" })]);
            var (once, both) = (sheet.Run("least access"), twice.Run("least access"));

            Assert.Equal(once.Fill * 2, both.Fill);
            Assert.Equal(once.Access().SelectMany(amount => (long[])[amount, amount]), both.Access());
        }
    }

    [Theory]
    [InlineData("least access")]
    [InlineData("person lottery")]
    [InlineData("need lottery")]
    [InlineData("classes")]
    public void A_period_later_it_is_the_same(string order)
    {
        const int Period = 7;
        foreach (var sheet in (Sheet[])[.. RandomSheets.Slots(80), .. RandomSheets.Flows(80), .. RandomSheets.Intervals(80), .. RandomSheets.IntervalsWithCooldown(80)])
        {
            var later = sheet with
            {
                Things = [.. sheet.Things.Select(thing => thing with { Holds = [.. new int[Period], .. thing.Holds] })],
                Wishes = [.. sheet.Wishes.Select(wish => wish with
                {
                    Family = wish.Family + 1,
                    Places = [.. wish.Places.Select(spot => spot with { Instant = spot.Instant + Period })],
                })],
            };
            var (now, then) = (sheet.Run(order), later.Run(order));

            Assert.Equal(
                now.Uses.Select(use => (use.Wish.Id, use.Spot.Thing, use.Spot.Instant + Period, use.Spot.Length, use.Units)),
                then.Uses.Select(use => (use.Wish.Id, use.Spot.Thing, use.Spot.Instant, use.Spot.Length, use.Units)));
        }
    }

    [Fact]
    public void Ten_times_the_shares_are_the_same_shares()
    {
        foreach (var sheet in RandomSheets.Flows(100))
        {
            var more = sheet with { People = [.. sheet.People.Select(person => person with { Share = person.Share * 10, Weight = person.Weight * 10 })] };

            Assert.Equal(sheet.Run("least access by share").Text(), more.Run("least access by share").Text());
            Assert.Equal(sheet.Run("person lottery by logarithm").Text(), more.Run("person lottery by logarithm").Text());
        }
    }

    private static Wish Both(Wish wish) => wish with
    {
        Places = [.. wish.Places, .. wish.Places.Select(spot => spot with { Thing = $"{spot.Thing}'" })],
    };
}
