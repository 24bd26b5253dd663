using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Assignments;
using PostMoney.Core.Queue;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Jobs.Tests;

public sealed class AJobThatIsDue : InTown
{
    [Fact]
    public async Task Is_left_alone_before_its_time()
    {
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend());
        var need = await Town.NeedAsync(Town.Amina, Town.LadderWanted());

        Assert.Equal(0, await RunAsync());

        Assert.Null(await Town.PermitOfAsync(Town.Amina, need));
    }

    [Fact]
    public async Task Is_done_once()
    {
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend());
        var need = await Town.NeedAsync(Town.Amina, Town.LadderWanted());
        var round = await Town.OpenRoundAsync();
        Town.Clock.WaitUntil(round.ClosesAt.AddSeconds(1));

        await RunAsync();
        var again = await RunAsync();

        Assert.Equal(0, again);
        Assert.Equal(AssignmentState.Held, (await Town.PermitOfAsync(Town.Amina, need))!.State);
        Assert.Equal(1, Count("assignments"));
        Assert.Equal(1, Count($"rounds WHERE id = '{round.RoundId:D}' AND state = 'drawn'"));
    }

    [Fact]
    public async Task Is_done_in_a_line_of_what_follows_from_it()
    {
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend());
        var need = await Town.NeedAsync(Town.Amina, Town.LadderWanted(inDays: 5));
        Town.Clock.WaitUntil((await Town.OpenRoundAsync()).ClosesAt.AddSeconds(1));
        await RunAsync();

        var permit = await Town.AcceptAsync(Town.Amina, need);
        Town.Clock.WaitUntil(permit.Window.To.AddSeconds(1));
        await RunAsync();

        Assert.Equal(AssignmentState.Ended, (await Town.PermitOfAsync(Town.Amina, need))!.State);
        Assert.Equal(JobState.Done, (await JobAsync(Assignment.EndJob)).State);
    }

    [Fact]
    public async Task Is_begun_by_one_of_several_runners_and_done_once()
    {
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend(units: 4));
        foreach (var person in new[] { Town.Amina, Town.Chen, Town.Ewa, Town.Gus })
        {
            await Town.NeedAsync(person, Town.LadderWanted(inDays: 9));
        }

        await Town.SettleNowAsync();
        Assert.Equal(4, Count("assignments WHERE state = 'held'"));
        Town.Clock.Pass(Assignment.Hold + TimeSpan.FromSeconds(1));

        JobRunner[] runners = [await RunnerAsync(), await RunnerAsync(), await RunnerAsync()];
        var begun = await Task.WhenAll(runners.Select(runner => Task.Factory.StartNew(
            () => runner.RunDueAsync(default), default, TaskCreationOptions.None, TaskScheduler.Default).Unwrap()));

        Assert.Equal(Count("jobs WHERE attempts = 1"), begun.Sum());
        Assert.Equal(0, Count("jobs WHERE attempts > 1"));
        Assert.Equal(4, Count("assignment_steps WHERE state = 'lapsed'"));
        Assert.Equal(4, Count("notifications WHERE kind = 'assignment.lapsed'"));
        Assert.All(await JobsAsync(Assignment.LapseJob), job => Assert.Equal((JobState.Done, 1), (job.State, job.Attempts)));
    }

    [Fact]
    public async Task Waits_behind_one_that_has_been_due_for_longer()
    {
        var later = await Town.OpenRoundAsync("ride");
        var sooner = await Town.OpenRoundAsync("tool");
        Tamper($"UPDATE jobs SET due_at = {Town.Clock.Now.ToUnixTimeMilliseconds()} WHERE subject_id = '{later.RoundId:D}'");
        Tamper($"UPDATE jobs SET due_at = {Town.Clock.Now.ToUnixTimeMilliseconds() - 1} WHERE subject_id = '{sooner.RoundId:D}'");

        var first = await Town.AskAsync((JobPump pump) => pump.TakeAsync(default));
        var second = await Town.AskAsync((JobPump pump) => pump.TakeAsync(default));

        Assert.Equal((Round.CloseJob, sooner.RoundId), (first!.Kind, first.SubjectId));
        Assert.Equal((Round.CloseJob, later.RoundId), (second!.Kind, second.SubjectId));
    }
}
