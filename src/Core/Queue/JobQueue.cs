using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Queue;

/// <summary>Promises work in the caller's transaction: saved with the change, or not at all.</summary>
public sealed class JobQueue(PostMoneyDb db, NodeIds ids, TimeProvider clock)
{
    /// <summary>Promises that <paramref name="kind"/> will be done about the subject at <paramref name="dueAt"/>, once.</summary>
    /// <remarks>The same work that still waits for the same subject is moved to the new time, not doubled.</remarks>
    public async Task PromiseAsync(string kind, Guid subjectId, DateTimeOffset dueAt, CancellationToken ct)
    {
        var waiting = db.Jobs.Local.FirstOrDefault(job => job.Kind == kind && job.SubjectId == subjectId && job.State == JobState.Waiting)
            ?? await db.Jobs.FirstOrDefaultAsync(
                job => job.Kind == kind && job.SubjectId == subjectId && job.State == JobState.Waiting, ct);
        if (waiting is not null)
        {
            waiting.DueAt = dueAt;
            return;
        }

        db.Jobs.Add(new Job
        {
            Id = ids.Next(),
            Kind = kind,
            SubjectId = subjectId,
            DueAt = dueAt,
            CreatedAt = clock.GetUtcNow(),
        });
    }
}
