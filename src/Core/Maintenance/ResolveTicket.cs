using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Log;

namespace PostMoney.Core.Maintenance;

/// <summary>Whoever looks after a unit says how far it is; resolved, it is back in the pool.</summary>
public sealed class ResolveTicket(PostMoneyDb db, AccessCheck access, AuditLog log, TimeProvider clock)
{
    /// <summary>Moves a ticket on.</summary>
    /// <param name="viewer">Who.</param>
    /// <param name="ticketId">Which.</param>
    /// <param name="state">Where to.</param>
    /// <param name="note">What was done, at most 500 characters.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Result<Done>> ExecuteAsync(Viewer viewer, Guid ticketId, TicketState state, string note, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var ticket = await db.MaintenanceTickets.FirstOrDefaultAsync(t => t.Id == ticketId, ct);
        var offer = ticket is null ? null : await db.Offers.AsNoTracking().FirstAsync(o => o.Id == ticket.OfferId, ct);
        if (ticket is null || offer is null || !(AccessCheck.Owns(viewer, offer)
            || (await access.CheckAsync(viewer, Permission.Allot, Resource.GroupOrNode(offer.GroupId), ct)).IsAllowed))
        {
            return TicketRefusals.NotFound;
        }

        if (note.Length > 500)
        {
            return TicketRefusals.Problem.At("Note");
        }

        var now = clock.GetUtcNow();
        var moved = ticket.MoveTo(state, viewer.Id, now);
        if (!moved.IsGranted)
        {
            return moved;
        }

        ticket.Note = note.Trim();
        if (state == TicketState.Resolved)
        {
            var use = await db.UnitUses.FirstAsync(u => u.Id == ticket.UseId, ct);
            use.EndAt(now);
        }

        await log.AppendAsync($"ticket.{state.ToString().ToLowerInvariant()}", viewer.Did!, $"ticket:{ticket.Id:D}", null, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }
}
