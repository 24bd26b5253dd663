using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Offers;
using PostMoney.Web.Display;
using PostMoney.Web.Publishing;

namespace PostMoney.Web.Pages.Publish;

/// <summary>A member offers something.</summary>
public sealed class OfferNewModel(ItemFormParts parts, PublishOffer publish) : ItemFormPage(parts)
{
    public IReadOnlyList<KnownCategory> Choices { get; private set; } = [];

    protected override ItemKind? Kind => ItemKind.Offer;

    public async Task<IActionResult> OnGetAsync(string? category, string? group, CancellationToken ct)
    {
        Category = category ?? "";
        Discoverable = true;
        Units = "1";
        await PrepareAsync(ct);
        ForGroup(group);
        From = When.Input(Visit.Now, Visit.Zone)[..14] + "00";
        To = When.Input(Visit.Now.AddMonths(3), Visit.Zone)[..10] + "T18:00";
        return Page();
    }

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        Choices = await Parts.Categories.CurrentAsync(ItemKind.Offer, ct);
        await base.PrepareAsync(ct);
    }

    protected override Task<Result<JsonElement>> DraftAsync(ItemForm form, CancellationToken ct) => Parts.Draft.NewAsync(Viewer, form, ct);

    protected override Task<Result<Guid>> TakeInAsync(Submission submission, CancellationToken ct) =>
        publish.ExecuteAsync(Viewer, submission, ct);
}
