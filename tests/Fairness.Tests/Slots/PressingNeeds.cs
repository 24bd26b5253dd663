using PostMoney.Fairness.Tests.Independent;
using Xunit;

namespace PostMoney.Fairness.Tests.Slots;

public sealed class PressingNeeds
{
    [Fact]
    public void Have_as_much_as_if_nobody_else_had_asked()
    {
        var crowded = 0;
        foreach (var sheet in (Sheet[])[.. RandomSheets.Slots(200), .. RandomSheets.Flows(200)])
        {
            var outcome = sheet.Run("classes");
            for (var pressing = 0; pressing <= 2; pressing++)
            {
                var alone = sheet with { Wishes = [.. sheet.Wishes.Where(wish => sheet.Person(wish.Person).Class <= pressing)] };
                var given = outcome.Uses.Where(use => sheet.Person(use.Wish.Person).Class <= pressing).Sum(use => use.Units);

                Assert.Equal(MaxFlow.Of(alone), given);
                crowded += given < alone.Wishes.Sum(wish => wish.Units) ? 1 : 0;
            }
        }

        Assert.InRange(crowded, 200, int.MaxValue);
    }
}
