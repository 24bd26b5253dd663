using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Assignments;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Outcomes;

/// <summary>Who may tell what came of a permit, when, and how much.</summary>
public sealed class OutcomeRules(PostMoneyDb db, AccessCheck access, TimeProvider clock)
{
    /// <summary>How late something may come back and still count as in time.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    /// <summary>Most characters of the notes.</summary>
    public const int LongestNotes = 1_000;

    /// <summary>Most characters of the condition.</summary>
    public const int LongestCondition = 200;

    internal async Task<Result<Assignment>> FindAsync(Viewer viewer, Guid assignmentId, CancellationToken ct)
    {
        var assignment = await db.Assignments.FirstOrDefaultAsync(a => a.Id == assignmentId, ct);
        var offer = assignment is null ? null : await db.Offers.AsNoTracking().FirstAsync(o => o.Id == assignment.OfferId, ct);
        if (assignment is null || offer is null || !viewer.IsMember
            || !(assignment.AssigneeId == viewer.MemberId
                || AccessCheck.Owns(viewer, offer)
                || (await access.CheckAsync(viewer, Permission.Allot, Resource.GroupOrNode(offer.GroupId), ct)).IsAllowed))
        {
            return AssignmentRefusals.NotFound;
        }

        if (assignment.State is not (AssignmentState.Active or AssignmentState.Ended or AssignmentState.Completed))
        {
            return AssignmentRefusals.NotAnyMore;
        }

        if (assignment.State == AssignmentState.Active && assignment.WindowFrom > clock.GetUtcNow())
        {
            return OutcomeRefusals.NotBegun;
        }

        var me = viewer.Id;
        return await db.Outcomes.AnyAsync(o => o.AssignmentId == assignmentId && o.AuthorId == me, ct) ? OutcomeRefusals.Told : assignment;
    }

    internal static List<Refusal> Problems(OutcomeForm form)
    {
        var problems = new List<Refusal>();
        if (form.Notes.Length > LongestNotes)
        {
            problems.Add(OutcomeRefusals.Notes);
        }

        if (form.Condition.Length > LongestCondition)
        {
            problems.Add(OutcomeRefusals.Condition);
        }

        if ((form.Result != OutcomeResult.Completed || form.MaintenanceNeeded) && form.Notes.Trim().Length < 3)
        {
            problems.Add(OutcomeRefusals.NotesMissing);
        }

        return problems;
    }
}
