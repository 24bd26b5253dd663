using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Operations;
using PostMoney.Core.Queue;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Queue;

public sealed class DoingJobs : InTown
{
    private const string Kind = "water-the-plants";
    private readonly Guid _subject = Guid.CreateVersion7();

    [Fact]
    public async Task Begins_when_they_are_due_and_not_before()
    {
        await PromiseAsync(Town.Clock.Now.AddMinutes(1));
        Assert.Null(await TakeAsync());

        Town.Clock.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal((Kind, _subject, 1), ((await TakeAsync()) is { } job ? (job.Kind, job.SubjectId, job.Attempts) : default));
    }

    [Fact]
    public async Task Gives_each_to_one_worker_until_its_lease_ends()
    {
        await PromiseAsync(Town.Clock.Now);
        var first = await TakeAsync();
        Assert.Null(await TakeAsync());

        Town.Clock.Pass(JobPump.Lease + TimeSpan.FromSeconds(1));

        Assert.Equal((first!.Id, 2), ((await TakeAsync()) is { } again ? (again.Id, again.Attempts) : default));
    }

    [Fact]
    public async Task Does_each_once()
    {
        await PromiseAsync(Town.Clock.Now);
        await CompleteAsync((await TakeAsync())!);
        Town.Clock.Pass(TimeSpan.FromDays(1));

        Assert.Null(await FindAsync(JobState.Waiting));
        Assert.Equal(JobState.Done, (await FindAsync())!.State);
    }

    [Fact]
    public async Task Tries_again_ever_later_and_gives_up_in_the_end()
    {
        await PromiseAsync(Town.Clock.Now);
        for (var attempt = 1; attempt < JobPump.MostAttempts; attempt++)
        {
            await FailAsync((await TakeAsync())!);
            Assert.Null(await TakeAsync());
            Town.Clock.Pass(TimeSpan.FromMinutes(1 << (attempt - 1)));
        }

        await FailAsync((await TakeAsync())!);
        Town.Clock.Pass(TimeSpan.FromDays(30));

        Assert.Null(await FindAsync(JobState.Waiting));
        Assert.Equal((JobState.Dead, "IOException"), (await FindAsync()) is { } dead ? (dead.State, dead.Problem) : default);
    }

    [Fact]
    public async Task Gives_up_one_that_takes_its_worker_with_it_each_time()
    {
        await PromiseAsync(Town.Clock.Now);
        for (var attempt = 1; attempt <= JobPump.MostAttempts; attempt++)
        {
            Assert.NotNull(await TakeAsync());
            Town.Clock.Pass(JobPump.Lease + TimeSpan.FromSeconds(1));
        }

        Assert.Null(await TakeAsync());
        Assert.Equal(JobState.Dead, (await FindAsync())!.State);
    }

    [Fact]
    public async Task Begins_again_when_a_steward_says_so()
    {
        var dead = await DeadAsync();
        (await RetryAsync(Town.Amina, dead.Id)).RefusedAs("stewards-only");
        (await RetryAsync(Town.Fay, dead.Id)).RefusedAs("stewards-only");
        Assert.Empty(await ListAsync(Town.Amina));
        Assert.Equal(dead.Id, (await ListAsync(Town.Dora))[0].Id);

        (await RetryAsync(Town.Dora, dead.Id)).Granted();

        Assert.Equal((dead.Id, 1), (await TakeAsync()) is { } job ? (job.Id, job.Attempts) : default);
        (await RetryAsync(Town.Dora, dead.Id)).RefusedAs("job.not-found");
    }

    [Fact]
    public async Task Does_not_begin_again_what_waits_already()
    {
        var dead = await DeadAsync();
        await PromiseAsync(Town.Clock.Now.AddHours(1));

        (await RetryAsync(Town.Dora, dead.Id)).RefusedAs("job.waiting");
    }

    [Fact]
    public async Task Is_promised_once_for_one_subject_and_moved_by_a_second_promise()
    {
        await PromiseAsync(Town.Clock.Now.AddHours(1));
        await PromiseAsync(Town.Clock.Now.AddHours(2));
        Town.Clock.Pass(TimeSpan.FromHours(1));
        Assert.Null(await TakeAsync());

        Town.Clock.Pass(TimeSpan.FromHours(1));
        Assert.NotNull(await TakeAsync());
        Assert.Null(await TakeAsync());
    }

    [Fact]
    public async Task Can_be_promised_anew_while_it_is_being_done()
    {
        await PromiseAsync(Town.Clock.Now);
        var running = (await TakeAsync())!;
        await PromiseAsync(Town.Clock.Now.AddMinutes(1));
        await FailAsync(running);

        Town.Clock.Pass(TimeSpan.FromMinutes(1));

        var next = (await TakeAsync())!;
        Assert.NotEqual(running.Id, next.Id);
        Assert.Null(await TakeAsync());
    }

    [Fact]
    public async Task Is_promised_with_the_change_or_not_at_all()
    {
        await Town.DoAsync(async (PostMoneyDb db) =>
        {
            await using var change = await db.BeginChangeAsync(default);
            await QueueOn(db).PromiseAsync(Kind, _subject, Town.Clock.Now, default);
        });

        Assert.Null(await FindAsync());
    }

    private async Task<Job> DeadAsync()
    {
        await PromiseAsync(Town.Clock.Now);
        for (var attempt = 1; attempt <= JobPump.MostAttempts; attempt++)
        {
            await FailAsync((await TakeAsync())!);
            Town.Clock.Pass(TimeSpan.FromHours(3));
        }

        return (await FindAsync(JobState.Dead))!;
    }

    private JobQueue QueueOn(PostMoneyDb db) => new(db, new NodeIds(Town.Clock, new SeededRandomness("jobs")), Town.Clock);

    private Task PromiseAsync(DateTimeOffset due) => Town.DoAsync(async (PostMoneyDb db) =>
    {
        await using var change = await db.BeginChangeAsync(default);
        await new JobQueue(db, new NodeIds(Town.Clock, new SeededRandomness($"{due:O}")), Town.Clock).PromiseAsync(Kind, _subject, due, default);
        await change.SaveAsync(default);
    });

    /// <summary>The next of ours; the town's own wait aside.</summary>
    private async Task<Job?> TakeAsync()
    {
        while (await Town.AskAsync((JobPump pump) => pump.TakeAsync(default)) is { } job)
        {
            if (job.Kind == Kind)
            {
                return job;
            }

            await CompleteAsync(job);
        }

        return null;
    }

    private Task CompleteAsync(Job job) => Town.DoAsync((JobPump pump) => pump.CompleteAsync(job.Id, default));

    private Task FailAsync(Job job) => Town.DoAsync((JobPump pump) => pump.FailAsync(job.Id, "IOException", default));

    private Task<Job?> FindAsync(JobState? state = null) => Town.AskAsync((PostMoneyDb db) =>
        db.Jobs.AsNoTracking().FirstOrDefaultAsync(job => job.Kind == Kind && (state == null || job.State == state)));

    private Task<IReadOnlyList<Job>> ListAsync(Person who) =>
        Town.AsAsync(who, (Viewer viewer, JobDesk desk) => desk.ListAsync(viewer, default));

    private Task<Result<Done>> RetryAsync(Person who, Guid job) =>
        Town.AsAsync(who, (Viewer viewer, JobDesk desk) => desk.RetryAsync(viewer, job, default));
}
