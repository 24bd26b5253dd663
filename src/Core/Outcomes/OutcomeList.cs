using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Assignments;

namespace PostMoney.Core.Outcomes;

/// <summary>Outcomes of a permit, for those who may see the permit.</summary>
public sealed class OutcomeList(PostMoneyDb db, AssignmentPages assignments)
{
    /// <summary>What was told of it, in order.</summary>
    public async Task<IReadOnlyList<OutcomeLine>> OfAsync(Viewer viewer, Guid assignmentId, CancellationToken ct) =>
        await assignments.FindAsync(viewer, assignmentId, ct) is null
            ? []
            : await db.Outcomes.AsNoTracking().Where(outcome => outcome.AssignmentId == assignmentId)
                .OrderBy(outcome => outcome.Id)
                .Join(db.Members, outcome => outcome.AuthorId, member => member.Id, (outcome, member) => new OutcomeLine(
                    member.DisplayName, outcome.AuthorId, outcome.Result, outcome.Notes, outcome.Condition, outcome.MaintenanceNeeded,
                    outcome.OnTime, outcome.RecordedAt))
                .ToListAsync(ct);
}

/// <summary>One outcome.</summary>
public sealed record OutcomeLine(
    string Who, Guid AuthorId, OutcomeResult Result, string Notes, string Condition, bool MaintenanceNeeded, bool OnTime,
    DateTimeOffset RecordedAt);
