using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Assignments;
using PostMoney.Core.Queue;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Jobs.Tests;

public sealed class AWorkerThatDies : InTown
{
    private Guid _need;
    private Guid _round;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend());
        _need = await Town.NeedAsync(Town.Amina, Town.LadderWanted(inDays: 5));
        var round = await Town.OpenRoundAsync();
        _round = round.RoundId;
        Town.Clock.WaitUntil(round.ClosesAt.AddSeconds(1));
    }

    [Fact]
    public async Task Keeps_its_job_until_the_lease_ends_and_then_another_does_it()
    {
        var taken = await TakeTheRoundAsync();

        await RunAsync();
        Assert.Equal(JobState.Running, (await JobOfTheRoundAsync()).State);
        Assert.Null(await Town.PermitOfAsync(Town.Amina, _need));

        Town.Clock.Pass(JobPump.Lease + TimeSpan.FromSeconds(1));
        await RunAsync();
        var done = await JobOfTheRoundAsync();
        Assert.Equal((taken.Id, JobState.Done, 2), (done.Id, done.State, done.Attempts));
        Assert.NotNull(await Town.PermitOfAsync(Town.Amina, _need));
    }

    [Fact]
    public async Task After_the_work_and_before_saying_so_leaves_nothing_to_be_done_twice()
    {
        (await Town.RunAsync(await TakeTheRoundAsync())).Granted();
        var permit = await Town.PermitOfAsync(Town.Amina, _need);
        var before = Everything();

        Town.Clock.Pass(JobPump.Lease + TimeSpan.FromSeconds(1));
        await RunAsync();

        Assert.Equal(before, Everything());
        Assert.Equal(permit, await Town.PermitOfAsync(Town.Amina, _need));
        Assert.Equal((JobState.Done, 2), ((await JobOfTheRoundAsync()).State, (await JobOfTheRoundAsync()).Attempts));
    }

    [Fact]
    public async Task In_the_middle_leaves_nothing_half_done_and_the_next_attempt_does_all_of_it()
    {
        var before = Everything();
        Tamper("CREATE TRIGGER broken BEFORE INSERT ON assignment_steps BEGIN SELECT RAISE(ABORT, 'the disk is gone'); END");
        await RunAsync();
        Assert.Equal(before, Everything());
        Assert.Equal(JobState.Waiting, (await JobOfTheRoundAsync()).State);

        Tamper("DROP TRIGGER broken");
        Town.Clock.Pass(TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(1));
        await RunAsync();

        Assert.Equal(JobState.Done, (await JobOfTheRoundAsync()).State);
        Assert.Equal(AssignmentState.Held, (await Town.PermitOfAsync(Town.Amina, _need))!.State);
        Assert.Equal(1, Count("assignments"));
        Assert.Equal(1, Count($"log_entries WHERE kind = 'round.drawn'"));
    }

    [Fact]
    public async Task At_every_attempt_does_not_take_the_queue_with_it_for_ever()
    {
        for (var attempt = 1; attempt <= JobPump.MostAttempts; attempt++)
        {
            Assert.Equal(attempt, (await TakeTheRoundAsync()).Attempts);
            Town.Clock.Pass(JobPump.Lease + TimeSpan.FromSeconds(1));
        }

        await RunAsync();

        var given = await JobOfTheRoundAsync();
        Assert.Equal((JobState.Dead, "lease-ran-out"), (given.State, given.Problem));
        Assert.Null(await Town.PermitOfAsync(Town.Amina, _need));
    }

    // Rounds of other topics close at about the same time; they are done and out of the way.
    private async Task<Job> TakeTheRoundAsync()
    {
        while (await Town.AskAsync((JobPump pump) => pump.TakeAsync(default)) is { } job)
        {
            if (job.SubjectId == _round)
            {
                return job;
            }

            (await Town.RunAsync(job)).Granted();
            await Town.DoAsync((JobPump pump) => pump.CompleteAsync(job.Id, default));
        }

        throw new InvalidOperationException("The round's job is not to be had.");
    }

    private async Task<Job> JobOfTheRoundAsync() =>
        Assert.Single(await JobsAsync(Round.CloseJob), job => job.SubjectId == _round);

    private (long Permits, long Steps, long Rounds, long Lines, long Drawn, long Told) Everything() => (
        Count("assignments"),
        Count("assignment_steps"),
        Count("rounds"),
        Count("drawn_lines"),
        Count("log_entries WHERE kind = 'round.drawn'"),
        Count("notifications"));
}
