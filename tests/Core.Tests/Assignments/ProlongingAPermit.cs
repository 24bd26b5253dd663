using PostMoney.Core.Access;
using PostMoney.Core.Assignments;
using PostMoney.Core.Foundation;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Assignments;

public sealed class ProlongingAPermit : InTown
{
    [Fact]
    public async Task Doubles_the_time_once_and_what_it_opens()
    {
        var (offer, _, permit) = await Town.LendToAminaAsync(1, ("lockCode", "4711"));

        (await RenewAsync(Town.Amina, permit)).Granted();
        (await RenewAsync(Town.Amina, permit)).RefusedAs(AssignmentRefusals.ProlongedBefore);

        Town.Clock.WaitUntil(permit.Window.To.AddHours(3));
        await Town.RunDueJobsAsync();
        Assert.Equal(["4711"], (await Town.OpenAsync(Town.Amina, offer)).Select(part => part.Text));
        Town.Clock.WaitUntil(permit.Window.To.AddHours(4));
        await Town.RunDueJobsAsync();
        (await Town.GrantAsync(Town.Amina, offer)).RefusedAs("item.not-found");
        Assert.Equal(AssignmentState.Ended, (await Town.PermitOfAsync(Town.Amina, permit.NeedId))!.State);
    }

    [Fact]
    public async Task Is_for_who_holds_it()
    {
        var (_, _, permit) = await Town.LendToAminaAsync();

        foreach (var person in new[] { Town.Chen, Town.Bilal, Town.Dora, Town.Zoe })
        {
            (await RenewAsync(person, permit)).RefusedAs(AssignmentRefusals.NotFound);
        }
    }

    [Fact]
    public async Task Is_not_possible_while_somebody_waits_for_that_time()
    {
        var (_, _, permit) = await Town.LendToAminaAsync();
        await Town.NeedAsync(Town.Chen, Town.LadderWanted() with { From = permit.Window.To.AddHours(1), To = permit.Window.To.AddHours(2) });

        (await RenewAsync(Town.Amina, permit)).RefusedAs(AssignmentRefusals.SomebodyWaits);
    }

    [Fact]
    public async Task Is_not_possible_where_the_unit_is_promised_to_somebody()
    {
        var (_, _, permit) = await Town.LendToAminaAsync();
        await Town.NeedAsync(Town.Chen, Town.LadderWanted() with { From = permit.Window.To.AddHours(1), To = permit.Window.To.AddHours(2) });
        await Town.SettleNowAsync();

        (await RenewAsync(Town.Amina, permit)).RefusedAs(AssignmentRefusals.SomebodyWaits);
    }

    [Fact]
    public async Task Is_not_possible_when_it_is_over_or_was_not_accepted()
    {
        var (_, _, permit) = await Town.LendToAminaAsync();
        Town.Clock.WaitUntil(permit.Window.To);

        (await RenewAsync(Town.Amina, permit)).RefusedAs(AssignmentRefusals.NotAnyMore);
    }

    private Task<Result<Done>> RenewAsync(Person who, AssignmentCard permit) =>
        Town.AsAsync(who, (Viewer viewer, RenewAssignment renew) => renew.ExecuteAsync(viewer, permit.Id, default));
}
