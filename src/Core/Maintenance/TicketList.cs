using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Items;

namespace PostMoney.Core.Maintenance;

/// <summary>Tickets, for those who look after the units.</summary>
public sealed class TicketList(PostMoneyDb db, TimeProvider clock)
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

    /// <summary>Open offers of which the viewer may take a unit out, by title.</summary>
    public async Task<IReadOnlyList<KeptOffer>> OffersAsync(Viewer viewer, CancellationToken ct)
    {
        if (!viewer.IsMember)
        {
            return [];
        }

        Guid[] mine = [viewer.Id, .. viewer.StewardedGroupIds];
        var all = viewer.IsSteward;
        return await db.Offers.AsNoTracking().VisibleTo(viewer, db, clock.GetUtcNow())
            .Where(offer => offer.State == ItemState.Open)
            .Where(offer => all || mine.Contains(offer.AuthorId) || (offer.GroupId != null && mine.Contains(offer.GroupId.Value)))
            .OrderBy(offer => offer.Title)
            .Take(500)
            .Select(offer => new KeptOffer(offer.Id, offer.Title, offer.Units))
            .ToListAsync(ct);
    }
}

/// <summary>An offer whose units somebody looks after.</summary>
public sealed record KeptOffer(Guid Id, string Title, int Units);

/// <summary>A ticket in a list.</summary>
public sealed record TicketLine(
    Guid Id, int Number, Guid OfferId, string OfferTitle, int Unit, TicketState State, string Problem, string Note, DateTimeOffset OpenedAt,
    DateTimeOffset? ResolvedAt);
