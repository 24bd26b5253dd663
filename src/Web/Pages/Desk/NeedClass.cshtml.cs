using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Allocation.Attestations;
using PostMoney.Core.Categories;
using PostMoney.Core.Timelines;
using PostMoney.Web.Display;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk;

/// <summary>A steward attests how pressing a need is.</summary>
public sealed class NeedClassModel(ItemPages items, Attest attest, AttestedFacts attested) : NodePage
{
    [BindProperty]
    public string Value { get; set; } = "3";

    [BindProperty]
    public string Why { get; set; } = "";

    public ItemPage Need { get; private set; } = null!;

    public IReadOnlyList<AttestedLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid needId, CancellationToken ct)
    {
        var isThere = await LoadAsync(needId, ct);
        Value = Lines.Count > 0 ? Lines[0].Value.ToString(CultureInfo.InvariantCulture) : Value;
        return isThere ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid needId, CancellationToken ct)
    {
        if (!await LoadAsync(needId, ct))
        {
            return NotFound();
        }

        var done = await attest.OfNeedAsync(Viewer, needId, Posted.WholeNumber(Value), Why, ct);
        return done.IsGranted ? Next($"/desk/match/{needId}", $"It is attested, and {Need.Card.AuthorName} is told.") : Refuse(done.Refusals);
    }

    private async Task<bool> LoadAsync(Guid needId, CancellationToken ct)
    {
        if (await items.FindAsync(Viewer, needId, ct) is not { Card.Kind: ItemKind.Need } need)
        {
            return false;
        }

        Need = need;
        Lines = await attested.OfNeedAsync(Viewer, needId, need.AuthorId, need.GroupId, ct);
        return true;
    }
}
