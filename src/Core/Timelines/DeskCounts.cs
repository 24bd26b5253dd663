using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Assignments;
using PostMoney.Core.Items;
using PostMoney.Core.Members;
using PostMoney.Core.Queue;

namespace PostMoney.Core.Timelines;

/// <summary>How much waits for a steward, of each sort. Cost: a handful of counts over indexes.</summary>
public sealed class DeskCounts(PostMoneyDb db, TimeProvider clock)
{
    /// <summary>What waits for this steward; nothing for those who have no desk.</summary>
    public async Task<Waiting> OfAsync(Viewer viewer, CancellationToken ct)
    {
        if (!viewer.HasDesk)
        {
            return new Waiting(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        }

        var groups = viewer.StewardedGroupIds;
        var all = viewer.IsSteward;
        var now = clock.GetUtcNow();
        var needs = db.Needs.VisibleTo(viewer, db, now)
            .Where(need => need.State == ItemState.Open && (all || (need.GroupId != null && groups.Contains(need.GroupId.Value))));
        var rounds = db.Rounds.Where(round => db.Pools.Any(pool => pool.Id == round.PoolId
            && (all || (pool.GroupId != null && groups.Contains(pool.GroupId.Value)))));
        var permits = db.Assignments.Where(permit => db.Offers.Any(offer => offer.Id == permit.OfferId
            && (all || groups.Contains(offer.AuthorId) || (offer.GroupId != null && groups.Contains(offer.GroupId.Value)))));
        var tickets = db.MaintenanceTickets.Where(ticket => db.Offers.Any(offer => offer.Id == ticket.OfferId
            && (all || groups.Contains(offer.AuthorId) || (offer.GroupId != null && groups.Contains(offer.GroupId.Value)))));
        return new Waiting(
            await needs.CountAsync(ct),
            await needs.CountAsync(need => need.Priority == Priority.Urgent, ct),
            await rounds.CountAsync(round => round.State == RoundState.Failed, ct),
            await permits.CountAsync(permit => permit.State == AssignmentState.Ended, ct),
            await permits.CountAsync(
                permit => permit.State == AssignmentState.Active && permit.WindowFrom <= now && permit.WindowTo > now, ct),
            await tickets.CountAsync(ticket => ticket.ResolvedAt == null, ct),
            all ? await db.Members.CountAsync(member => member.State == MemberState.Pending, ct) : 0,
            all ? await db.Jobs.CountAsync(job => job.State == JobState.Dead, ct) : 0,
            all ? await db.Reports.CountAsync(report => report.ClosedAt == null, ct) : 0,
            all ? await db.Sanctions.CountAsync(sanction => sanction.AppealedAt != null && sanction.AnsweredAt == null, ct) : 0);
    }
}

/// <summary>What waits.</summary>
/// <param name="Needs">Open needs.</param>
/// <param name="Urgent">Those of them that are urgent.</param>
/// <param name="FailedRounds">Rounds that could not be drawn.</param>
/// <param name="DueBack">Permits whose time is over and of which nobody has told.</param>
/// <param name="Out">Permits that are being used.</param>
/// <param name="Tickets">Units that are being looked after.</param>
/// <param name="Applicants">People who ask to join.</param>
/// <param name="DeadJobs">Work that was given up.</param>
/// <param name="Reports">Reports that were not answered.</param>
/// <param name="Appeals">Appeals that were not answered.</param>
public sealed record Waiting(
    int Needs, int Urgent, int FailedRounds, int DueBack, int Out, int Tickets, int Applicants, int DeadJobs, int Reports, int Appeals);
