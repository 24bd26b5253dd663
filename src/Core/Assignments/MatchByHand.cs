using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Offers;

namespace PostMoney.Core.Assignments;

/// <summary>A steward gives a need an offer by hand, with a reason that is kept and shown.</summary>
public sealed class MatchByHand(
    PostMoneyDb db, AccessCheck access, EligibleOffers eligible, UnitCalendar calendar, IssueAssignment issue, TimeProvider clock)
{
    /// <summary>Matches them.</summary>
    /// <returns>The assignment's id.</returns>
    public async Task<Result<Guid>> ExecuteAsync(Viewer viewer, Guid needId, Guid offerId, string reason, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var need = await db.Needs.VisibleTo(viewer, db, clock.GetUtcNow()).FirstOrDefaultAsync(n => n.Id == needId && n.State == ItemState.Open, ct);
        var offer = await db.Offers.FirstOrDefaultAsync(o => o.Id == offerId && o.State == ItemState.Open, ct);
        if (need is null || offer is null)
        {
            return ItemRefusals.NotFound;
        }

        var decision = await access.CheckAsync(viewer, Permission.Allot, Resource.GroupOrNode(offer.GroupId), ct);
        if (!decision.IsAllowed && !AccessCheck.Owns(viewer, offer))
        {
            return decision.Refusal;
        }

        if (need.AuthorId == viewer.MemberId)
        {
            return AssignmentRefusals.OwnNeed;
        }

        if (reason.Trim().Length is < 5 or > 500)
        {
            return AssignmentRefusals.Reason;
        }

        var fitting = await eligible.OfAsync([need], [offer], ct);
        if (fitting[need.Id].Count == 0 || !offer.Window.Contains(need.Window))
        {
            return AssignmentRefusals.NotEligible;
        }

        if (await calendar.FindFreeUnitAsync(offer, need.Window, ct) is not { } unit)
        {
            return AssignmentRefusals.NoUnitFree;
        }

        var issued = await issue.AddAsync(need, offer, unit, need.Window, new AssignmentBasis(viewer.Did!, null, reason.Trim()), ct);
        if (!issued.TryGet(out var assignment))
        {
            return issued.Refusal;
        }

        await change.SaveAsync(ct);
        return assignment.Id;
    }
}
