using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Assignments;
using PostMoney.Core.Categories;
using PostMoney.Core.Timelines;
using PostMoney.Web.Display;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk;

/// <summary>A steward gives a need something by hand, and says why.</summary>
public sealed class MatchModel(ItemPages items, DeskQueue queue, MatchByHand matchByHand) : NodePage
{
    [BindProperty]
    public Guid? OfferId { get; set; }

    [BindProperty]
    public string Reason { get; set; } = "";

    public ItemPage Need { get; private set; } = null!;

    public IReadOnlyList<Fact> Facts { get; private set; } = [];

    public IReadOnlyList<MatchChoice> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid needId, CancellationToken ct) => await LoadAsync(needId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid needId, CancellationToken ct)
    {
        if (!await LoadAsync(needId, ct))
        {
            return NotFound();
        }

        if (OfferId is not { } offer)
        {
            return Refuse([AssignmentRefusals.NothingChosen]);
        }

        var matched = await matchByHand.ExecuteAsync(Viewer, needId, offer, Reason, ct);
        return matched.TryGet(out var permit)
            ? Next($"/assignments/{permit}", $"{Need.Card.AuthorName} is asked to accept it.")
            : Refuse(matched.Refusals);
    }

    private async Task<bool> LoadAsync(Guid needId, CancellationToken ct)
    {
        if (await items.FindAsync(Viewer, needId, ct) is not { Card.Kind: ItemKind.Need } need)
        {
            return false;
        }

        Need = need;
        Facts = Fact.Of(need.Schema, need.Sections, Visit.Zone, Visit.Now);
        Choices = await queue.ChoicesAsync(Viewer, needId, ct);
        return true;
    }
}
