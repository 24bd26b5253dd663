using PostMoney.Fairness.Tests.Independent;
using PostMoney.Fairness.Transcripts;
using Xunit;

namespace PostMoney.Fairness.Tests.Slots;

public sealed class TheCertificate
{
    [Theory]
    [InlineData("least access")]
    [InlineData("person lottery")]
    [InlineData("classes")]
    public void Holds_for_exactly_the_ways_that_serve_people_as_the_kernel_does(string name)
    {
        var (tried, best) = (0, 0);
        foreach (var sheet in Golden.Slots().Select(golden => golden.Sheet))
        {
            var problem = sheet.Build();
            var order = EveryOrder.Make(name, sheet, problem);
            var counts = sheet.Run(problem, order).Counts();
            foreach (var outcome in Everything.Of(sheet))
            {
                var isBest = Independent.Certificate.IsBest(outcome, problem, order);
                Assert.Equal(counts.SequenceEqual(outcome.Counts()), isBest);
                (tried, best) = (tried + 1, best + (isBest ? 1 : 0));
            }
        }

        Assert.Equal(99_756, tried);
        Assert.InRange(best, 500, tried / 2);
    }

    [Fact]
    public void Of_a_published_round_holds_for_exactly_the_same_ways()
    {
        var best = 0;
        foreach (var sheet in Golden.Slots().Select(golden => golden.Sheet))
        {
            var problem = sheet.Build();
            var published = WriteTranscript.Publish(
                problem, sheet.Wishes[0].Cap, person => new PublishedPerson("", sheet.Person(problem.People[person]).Access));
            var commit = WriteTranscript.Commit(
                "golden", published, new PublishedPolicy(PolicyNames.Leximin, 1, 1000),
                [new(StringComparer.Ordinal) { ["kind"] = "chain" }], new byte[32]);
            var drawn = WriteTranscript.Draw(commit, published, [new byte[32]]);
            var counts = CountsOf(sheet, drawn.Assignments.Select(line => line.Need));
            foreach (var outcome in Everything.Of(sheet))
            {
                var told = drawn with { Assignments = [.. outcome.Uses.Select(use => (use.Wish.Id, $"{use.Spot.Thing}@{use.Spot.Instant}"))] };

                var isAccepted = Transcripts.Certificate.Check(told).Count == 0;

                Assert.Equal(counts.SequenceEqual(outcome.Counts()), isAccepted);
                best += isAccepted ? 1 : 0;
            }
        }

        Assert.InRange(best, 500, 99_756 / 2);
    }

    [Fact]
    public void Holds_for_every_answer_of_the_kernel_where_needs_are_divided()
    {
        foreach (var sheet in RandomSheets.Flows(150))
        {
            var problem = sheet.Build();
            foreach (var name in EveryOrder.Names)
            {
                var order = EveryOrder.Make(name, sheet, problem);
                Assert.True(Independent.Certificate.IsBest(sheet.Run(problem, order), problem, order));
            }
        }
    }

    [Fact]
    public void Fails_when_Chen_has_what_was_Aminas()
    {
        var sheet = new Sheet(
            [new Somebody("Amina"), new Somebody("Chen", Access: 5000)], [new Thing("carer", [1])],
            [new Wish("a", "Amina", [new Spot("carer", 0)]), new Wish("c", "Chen", [new Spot("carer", 0)])]);
        var problem = sheet.Build();
        var order = EveryOrder.Leximin(sheet, problem);

        Assert.True(Independent.Certificate.IsBest(new Outcome(sheet, [(sheet.Wishes[0], sheet.Wishes[0].Places[0], 1)]), problem, order));
        Assert.False(Independent.Certificate.IsBest(new Outcome(sheet, [(sheet.Wishes[1], sheet.Wishes[1].Places[0], 1)]), problem, order));
        Assert.False(Independent.Certificate.IsBest(new Outcome(sheet, []), problem, order));
    }

    private static SortedDictionary<string, int> CountsOf(Sheet sheet, IEnumerable<string> needs)
    {
        var counts = new SortedDictionary<string, int>(sheet.People.ToDictionary(person => person.Id, _ => 0), StringComparer.Ordinal);
        foreach (var need in needs)
        {
            counts[sheet.WishOf(need).Person]++;
        }

        return counts;
    }
}
