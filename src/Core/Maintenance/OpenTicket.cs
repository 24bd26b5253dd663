using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Assignments;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Log;
using PostMoney.Core.Notifications;
using PostMoney.Core.Offers;

namespace PostMoney.Core.Maintenance;

/// <summary>A unit leaves the pool at once; permits that were promised on it move to another unit, or are given back to the line.</summary>
public sealed class OpenTicket(
    PostMoneyDb db, AccessCheck access, UnitCalendar calendar, AssignmentLedger ledger, GiveUpAssignment giveUp, Notifier notifier,
    AuditLog log, NodeIds ids, TimeProvider clock)
{
    // Without an end, and not to that of the offer: it can be prolonged while a unit is out, and a retired one stays out.
    private static readonly TimeSpan _untilMended = TimeSpan.FromDays(36_525);

    /// <summary>Whoever owns an offer, or a steward, takes a unit out.</summary>
    public async Task<Result<Guid>> ExecuteAsync(Viewer viewer, Guid offerId, int unit, string problem, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var offer = await db.Offers.FirstOrDefaultAsync(o => o.Id == offerId && o.State == ItemState.Open, ct);
        if (offer is null || !(AccessCheck.Owns(viewer, offer)
            || (await access.CheckAsync(viewer, Permission.Allot, Resource.GroupOrNode(offer.GroupId), ct)).IsAllowed))
        {
            return TicketRefusals.NotFound;
        }

        if (problem.Trim().Length is < 3 or > 500)
        {
            return TicketRefusals.Problem;
        }

        var added = await AddAsync(offer, unit, problem.Trim(), viewer, outcomeId: null, ct);
        if (!added.TryGet(out var ticket))
        {
            return added.Refusal;
        }

        await change.SaveAsync(ct);
        return ticket.Id;
    }

    /// <summary>Opens a ticket within the caller's change.</summary>
    internal async Task<Result<MaintenanceTicket>> AddAsync(
        Offer offer, int unit, string problem, Viewer viewer, Guid? outcomeId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (unit < 1 || unit > offer.Units
            || await db.MaintenanceTickets.AnyAsync(t => t.OfferId == offer.Id && t.Unit == unit && t.ResolvedAt == null, ct))
        {
            return TicketRefusals.Unit;
        }

        var homeless = await FreeUnitAsync(offer, unit, now, ct);
        var use = calendar.Take(offer, unit, UnitPurpose.Repair, memberId: null, new Window(now, now + _untilMended));

        // Written first, so that nobody next in line is given the unit that has just become free and cannot be used.
        await db.SaveChangesAsync(ct);
        foreach (var assignment in homeless)
        {
            await giveUp.EndAsync(
                assignment, AssignmentState.Revoked, "node", $"Unit {unit} needs repair and no other unit is free for that time.", ct);
        }

        var ticket = new MaintenanceTicket
        {
            Id = ids.Next(),
            Number = (await db.MaintenanceTickets.MaxAsync(t => (int?)t.Number, ct) ?? 0) + 1,
            OfferId = offer.Id,
            Unit = unit,
            UseId = use.Id,
            OutcomeId = outcomeId,
            Problem = problem,
            OpenedBy = viewer.Id,
            OpenedAt = now,
        };
        db.MaintenanceTickets.Add(ticket);
        await log.AppendAsync("ticket.opened", viewer.Did!, $"ticket:{ticket.Id:D}", null, ct);
        await notifier.TellAuthorAsync(
            offer.AuthorId, "ticket.opened", "ticket", ticket.Id, $"{offer.Title}, unit {unit}, needs looking after (MT-{ticket.Number}).", ct);
        return ticket;
    }

    /// <returns>Permits for which there is no other unit.</returns>
    private async Task<List<Assignment>> FreeUnitAsync(Offer offer, int unit, DateTimeOffset now, CancellationToken ct)
    {
        var homeless = new List<Assignment>();
        var ahead = await db.UnitUses
            .Where(use => use.OfferId == offer.Id && use.Unit == unit && use.ReleasedAt == null && use.ToAt > now)
            .OrderBy(use => use.FromAt)
            .ToListAsync(ct);
        foreach (var use in ahead)
        {
            var assignment = await db.Assignments.FirstOrDefaultAsync(a => a.UseId == use.Id, ct);
            var isLive = assignment is { IsLive: true };
            if (isLive && use.FromAt > now && await calendar.FindFreeUnitAsync(offer, new Window(use.FromAt, use.ToAt), ct) is { } other)
            {
                await MoveAsync(assignment!, use, offer, other, ct);
            }
            else
            {
                use.EndAt(now);
                homeless.AddRange(isLive ? [assignment!] : []);
            }

            await db.SaveChangesAsync(ct);
        }

        return homeless;
    }

    private async Task MoveAsync(Assignment assignment, UnitUse use, Offer offer, int other, CancellationToken ct)
    {
        var note = $"Moved from unit {use.Unit} to unit {other}: the first one needs repair.";
        use.Unit = other;
        assignment.Unit = other;
        await ledger.SignAnewAsync(assignment, ct);
        await ledger.NoteAsync(assignment, "node", note, ct);
        notifier.Tell(assignment.AssigneeId, "assignment.moved", "assignment", assignment.Id, $"{offer.Title}: {note}");
    }
}
