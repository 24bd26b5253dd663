using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Categories;
using PostMoney.Core.Maintenance;
using PostMoney.Web.Display;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk;

/// <summary>A unit is taken out of the pool until somebody has looked after it.</summary>
public sealed class TicketNewModel(OpenTicket openTicket, TicketList tickets) : NodePage
{
    [BindProperty(SupportsGet = true)]
    public string Offer { get; set; } = "";

    [BindProperty]
    public string Unit { get; set; } = "1";

    [BindProperty]
    public string Problem { get; set; } = "";

    public IReadOnlyList<FieldOption> OfferOptions { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (OfferOptions.All(option => option.Value != Offer))
        {
            return Refuse([TicketRefusals.NoOffer]);
        }

        var opened = await openTicket.ExecuteAsync(Viewer, Posted.Id(Offer)!.Value, Posted.WholeNumber(Unit), Problem, ct);
        return opened.IsGranted ? Next("/desk/maintenance", "It is out of the pool.") : Refuse(opened.Refusals);
    }

    private async Task LoadAsync(CancellationToken ct) => OfferOptions = [.. (await tickets.OffersAsync(Viewer, ct))
        .Select(offer => new FieldOption($"{offer.Id}", offer.Units == 1 ? offer.Title : $"{offer.Title} (units 1 to {offer.Units})"))];
}
