using Microsoft.EntityFrameworkCore;

namespace PostMoney.Core.Queue;

/// <summary>Hands out jobs that are due, one at a time, each to one worker; puts back those that failed.</summary>
/// <remarks>A worker that dies keeps its job only until the lease ends. Whatever a job does must bear being done again.</remarks>
public sealed class JobPump(PostMoneyDb db, TimeProvider clock)
{
    /// <summary>How long a worker has a job for itself.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>How often a job is tried before it is given up.</summary>
    public const int MostAttempts = 8;

    /// <summary>Takes the job that has been due for the longest, or null.</summary>
    public async Task<Job?> TakeAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var isDue = await Due(now).AsNoTracking().AnyAsync(ct);
        if (!isDue)
        {
            return null;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var job = await Due(now).OrderBy(j => j.DueAt).FirstOrDefaultAsync(ct);
        if (job is null)
        {
            return null;
        }

        if (job.Attempts >= MostAttempts)
        {
            // It took its worker with it each time, so that nobody was left to say so.
            (job.State, job.LeasedUntil, job.FinishedAt, job.Problem) = (JobState.Dead, null, now, "lease-ran-out");
            await change.SaveAsync(ct);
            return null;
        }

        job.State = JobState.Running;
        job.Attempts++;
        job.LeasedUntil = now + Lease;
        await change.SaveAsync(ct);
        return job;
    }

    /// <summary>It was done.</summary>
    public async Task CompleteAsync(Guid jobId, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var job = await db.Jobs.FirstAsync(j => j.Id == jobId, ct);
        (job.State, job.LeasedUntil, job.FinishedAt, job.Problem) = (JobState.Done, null, clock.GetUtcNow(), null);
        await change.SaveAsync(ct);
    }

    /// <summary>It failed: tried again after 1, 2, 4 … minutes, given up after the last attempt.</summary>
    /// <param name="jobId">Which.</param>
    /// <param name="problem">The kind of fault; no data.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task FailAsync(Guid jobId, string problem, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var job = await db.Jobs.FirstAsync(j => j.Id == jobId, ct);
        var promisedAnew = await db.Jobs.AnyAsync(
            j => j.Kind == job.Kind && j.SubjectId == job.SubjectId && j.State == JobState.Waiting, ct);
        var now = clock.GetUtcNow();
        job.Problem = problem;
        job.LeasedUntil = null;
        if (promisedAnew || job.Attempts >= MostAttempts)
        {
            (job.State, job.FinishedAt) = (JobState.Dead, now);
        }
        else
        {
            (job.State, job.DueAt) = (JobState.Waiting, now.AddMinutes(1 << (job.Attempts - 1)));
        }

        await change.SaveAsync(ct);
    }

    private IQueryable<Job> Due(DateTimeOffset now) => db.Jobs.Where(job =>
        (job.State == JobState.Waiting && job.DueAt <= now) || (job.State == JobState.Running && job.LeasedUntil < now));
}
