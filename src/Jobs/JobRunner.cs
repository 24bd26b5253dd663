using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PostMoney.Core.Queue;

namespace PostMoney.Jobs;

/// <summary>Does what is due, each job in a scope of its own.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, ILogger<JobRunner> logger)
{
    /// <summary>Does all promised work that is due.</summary>
    /// <returns>How many jobs were begun.</returns>
    public async Task<int> RunDueAsync(CancellationToken ct)
    {
        var begun = 0;
        while (await RunNextAsync(ct))
        {
            begun++;
        }

        return begun;
    }

    /// <summary>Sweeps once. What breaks is noted, and does not keep the rest from being swept.</summary>
    public Task SweepAsync(CancellationToken ct) => SweepAsync(JobRoutes.Swept, ct);

    internal async Task SweepAsync(
        IReadOnlyList<(string Name, Func<IServiceProvider, CancellationToken, Task> Work)> sweeps, CancellationToken ct)
    {
        foreach (var (name, work) in sweeps)
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                await work(scope.ServiceProvider, ct);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The kind of fault alone: what a message quotes may be somebody's.
                Log.SweepFailed(logger, name, fault.GetType().Name);
            }
        }
    }

    private async Task<bool> RunNextAsync(CancellationToken ct)
    {
        Job? job;
        await using (var scope = scopes.CreateAsyncScope())
        {
            job = await scope.ServiceProvider.GetRequiredService<JobPump>().TakeAsync(ct);
        }

        if (job is null)
        {
            return false;
        }

        var problem = await TryAsync(job, ct);
        await using var closing = scopes.CreateAsyncScope();
        var pump = closing.ServiceProvider.GetRequiredService<JobPump>();
        await (problem is null ? pump.CompleteAsync(job.Id, ct) : pump.FailAsync(job.Id, problem, ct));
        return true;
    }

    private async Task<string?> TryAsync(Job job, CancellationToken ct)
    {
        if (!JobRoutes.Promised.TryGetValue(job.Kind, out var work))
        {
            return "unknown-kind";
        }

        await using var scope = scopes.CreateAsyncScope();
        try
        {
            var result = await work(scope.ServiceProvider, job.SubjectId, ct);
            return result.IsGranted ? null : result.Refusal.Code;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // One job that breaks must not stop the others; what it was about stays in the queue and the kind of fault in the log.
            Log.JobFailed(logger, job.Kind, job.Id, job.Attempts, fault);
            return fault.GetType().Name;
        }
    }
}
