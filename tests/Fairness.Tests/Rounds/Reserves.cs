using PostMoney.Fairness.Slots;
using PostMoney.Fairness.Tests.Independent;
using Xunit;

namespace PostMoney.Fairness.Tests.Rounds;

public sealed class Reserves
{
    [Theory]
    [InlineData("least access")]
    [InlineData("person lottery")]
    [InlineData("classes")]
    public void Give_each_cohort_at_least_what_is_kept_for_it_and_waste_nothing(string order)
    {
        var helped = 0;
        foreach (var sheet in (Sheet[])[.. RandomSheets.Slots(200), .. RandomSheets.Flows(150)])
        {
            var problem = sheet.Build();
            var cohortOf = problem.People.Select(id => sheet.Person(id).Position % 3).ToArray();
            var reserved = problem.Cells.Select((_, cell) => problem.OfferOf(cell) % 3).ToArray();
            var claims = EveryOrder.Make(order, sheet, problem);

            var outcome = Outcome.Of(sheet, problem, AllocateWithReserves.Run(problem, reserved, cohortOf, claims));

            outcome.AssertKeepsEveryLimit();
            Assert.Equal(MaxFlow.Of(sheet), outcome.Fill);
            var without = sheet.Run(problem, claims);
            for (var cohort = 1; cohort <= 2; cohort++)
            {
                var members = problem.People.Where((_, person) => cohortOf[person] == cohort).ToArray();
                var floor = MaxFlow.Of(KeptFor(sheet, members, thing => reserved[problem.Cells.ToList().IndexOf($"{thing}@0")] == cohort));
                Assert.True(members.Sum(outcome.UnitsOf) >= floor);
                helped += members.Sum(without.UnitsOf) < floor ? 1 : 0;
            }
        }

        // There were rounds in which a cohort would have fallen below its floor.
        Assert.InRange(helped, 5, int.MaxValue);
    }

    private static Sheet KeptFor(Sheet sheet, string[] members, Func<string, bool> isKept) => sheet with
    {
        Wishes = [.. sheet.Wishes.Where(wish => members.Contains(wish.Person))
            .Select(wish => wish with { Places = [.. wish.Places.Where(spot => isKept(spot.Thing))] })],
    };
}
