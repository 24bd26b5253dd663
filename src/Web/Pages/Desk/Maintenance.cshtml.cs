using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Maintenance;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk;

/// <summary>Units that are looked after: looked at, repaired, back in the pool, or gone for good.</summary>
public sealed class MaintenanceModel(TicketList tickets, ResolveTicket resolve) : NodePage
{
    [BindProperty]
    public Guid Ticket { get; set; }

    [BindProperty]
    public TicketState To { get; set; }

    [BindProperty]
    public string Note { get; set; } = "";

    public IReadOnlyList<TicketLine> Open { get; private set; } = [];

    public IReadOnlyList<TicketLine> Closed { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        var moved = await resolve.ExecuteAsync(Viewer, Ticket, To, Note, ct);
        if (moved.IsGranted)
        {
            return Next("/desk/maintenance", To switch
            {
                TicketState.Repair => "It is in repair now.",
                TicketState.Retired => "It is retired and does not come back.",
                _ => "It is back in the pool.",
            });
        }

        await LoadAsync(ct);
        return Refuse(moved.Refusals);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var all = await tickets.OfAsync(Viewer, ct);
        Open = [.. all.Where(ticket => ticket.ResolvedAt is null)];
        Closed = [.. all.Where(ticket => ticket.ResolvedAt is not null)];
    }
}
