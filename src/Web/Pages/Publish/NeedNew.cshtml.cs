using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Needs;
using PostMoney.Core.Timelines;
using PostMoney.Web.Display;
using PostMoney.Web.Publishing;

namespace PostMoney.Web.Pages.Publish;

/// <summary>A member asks for something, of a category or one offer.</summary>
public sealed class NeedNewModel(
    ItemFormParts parts, PublishNeed publish, ItemPages items, RoundPages rounds, QuotaLeft quotas) : ItemFormPage(parts)
{
    public IReadOnlyList<KnownCategory> Choices { get; private set; } = [];

    public OpenRoundCard? Round { get; private set; }

    public IReadOnlyList<QuotaLine> Quotas { get; private set; } = [];

    public ItemPage? Asked { get; private set; }

    protected override ItemKind? Kind => ItemKind.Need;

    /// <summary>What the offer demands of whoever asks for it; a need that does not say so cannot be given it.</summary>
    public IReadOnlyList<Fact> Demands =>
        Asked is null ? [] : Fact.Of(Asked.Schema, Asked.Sections, Visit.Zone, Visit.Now, Section.Requirements);

    public async Task<IActionResult> OnGetAsync(string? category, Guid? offer, string? group, CancellationToken ct)
    {
        Choices = await Parts.Categories.CurrentAsync(ItemKind.Need, ct);
        AskedOfferId = offer;
        Asked = offer is { } id ? await items.FindAsync(Viewer, id, ct) : null;
        if (offer is not null && Asked is null)
        {
            return NotFound();
        }

        Category = category ?? Choices.FirstOrDefault(choice => choice.Id.Topic == Asked?.Card.Topic)?.Id.Value ?? "";
        Discoverable = true;
        await PrepareAsync(ct);
        ForGroup(group);
        Title = Asked?.Card.Title ?? "";
        var from = (Round?.ClosesAt ?? Visit.Now).AddDays(1);
        From = When.Input(from, Visit.Zone)[..10] + "T09:00";
        To = When.Input(from.AddDays(1), Visit.Zone)[..10] + "T18:00";
        return Page();
    }

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        await base.PrepareAsync(ct);
        if (Chosen is null)
        {
            Choices = await Parts.Categories.CurrentAsync(ItemKind.Need, ct);
        }
        else
        {
            Round = await rounds.OpenForAsync(Chosen.Id.Topic, AskedOfferId, ct);
            Quotas = [.. (await quotas.OfAsync(Viewer, ct)).Where(line => line.PoolName == Round?.PoolName)];
            Asked ??= AskedOfferId is { } id ? await items.FindAsync(Viewer, id, ct) : null;
        }
    }

    protected override Task<Result<JsonElement>> DraftAsync(ItemForm form, CancellationToken ct) => Parts.Draft.NewAsync(Viewer, form, ct);

    protected override Task<Result<Guid>> TakeInAsync(Submission submission, CancellationToken ct) =>
        publish.ExecuteAsync(Viewer, submission, ct);
}
