using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Log;
using PostMoney.Core.Queue;

namespace PostMoney.Core.Operations;

/// <summary>Jobs as stewards see them; those that were given up can be sent again.</summary>
public sealed class JobDesk(PostMoneyDb db, AccessCheck access, AuditLog log, TimeProvider clock)
{
    /// <summary>Given-up jobs first, then running and waiting ones, then the newest that are done. Empty for those who are no stewards.</summary>
    public async Task<IReadOnlyList<Job>> ListAsync(Viewer viewer, CancellationToken ct) =>
        (await access.CheckAsync(viewer, Permission.Govern, Resource.Node, ct)).IsAllowed
            ? await db.Jobs.AsNoTracking()
                .OrderByDescending(job => job.State == JobState.Dead)
                .ThenByDescending(job => job.State == JobState.Running)
                .ThenByDescending(job => job.State == JobState.Waiting)
                .ThenBy(job => job.State == JobState.Done ? null : (DateTimeOffset?)job.DueAt)
                .ThenByDescending(job => job.FinishedAt)
                .Take(100)
                .ToListAsync(ct)
            : [];

    /// <summary>Sends a given-up job again, from the first attempt.</summary>
    public async Task<Result<Done>> RetryAsync(Viewer viewer, Guid jobId, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.Govern, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var job = await db.Jobs.FirstOrDefaultAsync(j => j.Id == jobId && j.State == JobState.Dead, ct);
        if (job is null)
        {
            return new Refusal(RefusalKind.NotFound, "job.not-found", "There is no such job to send again.");
        }

        if (await db.Jobs.AnyAsync(j => j.Kind == job.Kind && j.SubjectId == job.SubjectId && j.State == JobState.Waiting, ct))
        {
            return new Refusal(RefusalKind.Conflict, "job.waiting", "The same work waits already.");
        }

        (job.State, job.Attempts, job.DueAt, job.FinishedAt) = (JobState.Waiting, 0, clock.GetUtcNow(), null);
        await log.AppendAsync("job.sent-again", viewer.Did!, $"job:{job.Id:D}", null, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }
}
