using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Assignments;
using PostMoney.Core.Foundation;
using PostMoney.Core.Queue;
using PostMoney.Core.Sealing;
using PostMoney.Core.Storage;

namespace PostMoney.Core.Demo;

/// <summary>A whole node on a file, under the clock and the randomness of a town that is made. Each request has a scope of its own.</summary>
internal sealed class DemoNode : IAsyncDisposable
{
    private static readonly Func<PostMoneyDb, Task<DateTimeOffset?>> _nextJob = EF.CompileAsyncQuery((PostMoneyDb db) =>
        db.Jobs.Where(job => job.State == JobState.Waiting).Min(job => (DateTimeOffset?)job.DueAt));

    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _clockwork;

    internal DemoNode(DatabaseFile file, NodeKey nodeKey, DemoClock clock, Randomness randomness)
    {
        Clock = clock;
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(randomness)
            .AddCore(file, nodeKey)
            .BuildServiceProvider();
        _clockwork = _services.CreateAsyncScope();
    }

    internal DemoClock Clock { get; }

    /// <summary>For questions that are asked after each step; nothing is tracked in it.</summary>
    internal PostMoneyDb Db => _clockwork.ServiceProvider.GetRequiredService<PostMoneyDb>();

    /// <summary>People by handle, in the order in which they joined.</summary>
    internal OrderedDictionary<string, Resident> People { get; } = new(StringComparer.Ordinal);

    internal async Task<T> AskAsync<TUseCase, T>(Func<TUseCase, Task<T>> ask)
        where TUseCase : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>One request of somebody's with one use case.</summary>
    internal Task<T> AsAsync<TUseCase, T>(Resident who, Func<Viewer, TUseCase, Task<T>> ask)
        where TUseCase : notnull => AsAsync(who, (viewer, request) => ask(viewer, request.GetRequiredService<TUseCase>()));

    /// <summary>One request of somebody's with several use cases, such as drafting, signing and sending.</summary>
    internal async Task<T> AsAsync<T>(Resident who, Func<Viewer, IServiceProvider, Task<T>> ask)
    {
        await using var scope = _services.CreateAsyncScope();
        var viewer = await scope.ServiceProvider.GetRequiredService<Viewers>().OfAsync(who.Id, who.Did, default);
        return await ask(viewer, scope.ServiceProvider);
    }

    /// <summary>When the next promised work is due, or null.</summary>
    internal Task<DateTimeOffset?> NextJobAsync() => _nextJob(Db);

    /// <summary>Does all promised work that is due, by the handlers of the scheduler.</summary>
    /// <remarks>Without leases: there is no second worker. What a handler has put off is not done yet.</remarks>
    internal async Task RunDueJobsAsync(CancellationToken ct)
    {
        var now = Clock.Now;
        while (await DueAsync(Db, now, ct) is { Count: > 0 } due)
        {
            foreach (var job in due)
            {
                _ = (await RunAsync(job, ct)).Granted(job.Kind);
            }

            var done = due.ConvertAll(job => job.Id);
            await using var change = await Db.BeginChangeAsync(ct);
            await Db.Jobs.Where(job => done.Contains(job.Id) && job.DueAt <= now).ExecuteUpdateAsync(
                row => row.SetProperty(job => job.State, JobState.Done).SetProperty(job => job.FinishedAt, now), ct);
            await change.SaveAsync(ct);
        }
    }

    private Task<Result<Done>> RunAsync(Job job, CancellationToken ct) => job.Kind switch
    {
        Round.CloseJob => AskAsync((SettleRound settle) => settle.ExecuteAsync(job.SubjectId, ct)),
        Assignment.LapseJob => AskAsync((GiveUpAssignment giveUp) => giveUp.LapseAsync(job.SubjectId, ct)),
        Assignment.EndJob => AskAsync((EndAssignment end) => end.ExecuteAsync(job.SubjectId, ct)),
        _ => throw new InvalidOperationException($"The demo town does not know the job {job.Kind}."),
    };

    private static Task<List<Job>> DueAsync(PostMoneyDb db, DateTimeOffset now, CancellationToken ct) => db.Jobs.AsNoTracking()
        .Where(job => job.State == JobState.Waiting && job.DueAt <= now)
        .OrderBy(job => job.DueAt).ThenBy(job => job.Id)
        .ToListAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await _clockwork.DisposeAsync();
        await _services.DisposeAsync();
        foreach (var resident in People.Values)
        {
            resident.Passport.Dispose();
        }
    }
}

/// <summary>What the story of the town takes for granted.</summary>
internal static class Granting
{
    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">It was refused, so the story does not fit the rules: a bug, whose code is told.</exception>
    internal static T Granted<T>(this Result<T> result, string what) => result.TryGet(out var value)
        ? value
        : throw new InvalidOperationException(
            $"The demo town could not go on ({what}): {string.Join(", ", result.Refusals.Select(refusal => $"{refusal.Code} {refusal.Field}"))}");
}
