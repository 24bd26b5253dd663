using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;

namespace PostMoney.Core.Maintenance;

/// <summary>Tickets, for those who look after the units.</summary>
public sealed class TicketList(PostMoneyDb db)
{
    /// <summary>Open ones first, then the newest that were resolved.</summary>
    public async Task<IReadOnlyList<TicketLine>> OfAsync(Viewer viewer, CancellationToken ct)
    {
        if (!viewer.IsMember)
        {
            return [];
        }

        Guid[] mine = [viewer.Id, .. viewer.StewardedGroupIds];
        var all = viewer.IsSteward;
        return await db.MaintenanceTickets.AsNoTracking()
            .Join(db.Offers, ticket => ticket.OfferId, offer => offer.Id, (ticket, offer) => new { ticket, offer })
            .Where(line => all || mine.Contains(line.offer.AuthorId) || (line.offer.GroupId != null && mine.Contains(line.offer.GroupId.Value)))
            .OrderBy(line => line.ticket.ResolvedAt != null)
            .ThenByDescending(line => line.ticket.Number)
            .Take(100)
            .Select(line => new TicketLine(
                line.ticket.Id, line.ticket.Number, line.offer.Id, line.offer.Title, line.ticket.Unit, line.ticket.State, line.ticket.Problem,
                line.ticket.Note, line.ticket.OpenedAt, line.ticket.ResolvedAt))
            .ToListAsync(ct);
    }
}

/// <summary>A ticket in a list.</summary>
public sealed record TicketLine(
    Guid Id, int Number, Guid OfferId, string OfferTitle, int Unit, TicketState State, string Problem, string Note, DateTimeOffset OpenedAt,
    DateTimeOffset? ResolvedAt);
