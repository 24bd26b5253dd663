using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Categories;
using PostMoney.Core.Categories.Forms;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Needs;
using PostMoney.Core.Offers;
using PostMoney.Core.Timelines;
using PostMoney.Web.Display;
using PostMoney.Web.Publishing;

namespace PostMoney.Web.Pages.Publish;

/// <summary>Whoever published something changes it.</summary>
public sealed class EditModel(ItemFormParts parts, ReviseNeed reviseNeed, ReviseOffer reviseOffer, ItemPages items) : ItemFormPage(parts)
{
    private ItemPage? _item;

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>What a group has published is signed with its passport, which the node keeps.</summary>
    public override bool SignsOnNode => base.SignsOnNode || _item?.Issuer != Viewer.Did;

    protected override ItemKind? Kind => _item?.Card.Kind;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        if (_item is not { Card.IsMine: true })
        {
            return NotFound();
        }

        var card = _item.Card;
        (Title, Summary, Units, Visibility) = (card.Title, card.Summary, $"{card.Units}", card.Visibility);
        (Group, Discoverable, AskedOfferId) = (card.GroupName ?? "", _item.Discoverable, _item.AskedOfferId);
        Priority = card.Priority ?? Priority.Normal;
        From = When.Input(card.Window.From, Visit.Zone);
        To = When.Input(card.Window.To, Visit.Zone);
        Readers = string.Join(' ', _item.ReaderHandles);
        Values = CategoryForm.For(Chosen!.Schema).Show(_item.Sections, Visit.Zone);
        return Page();
    }

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        _item = await items.FindAsync(Viewer, Id, ct);
        ItemId = Id;
        Category = _item?.Category ?? "";
        await base.PrepareAsync(ct);
    }

    protected override Task<Result<JsonElement>> DraftAsync(ItemForm form, CancellationToken ct) =>
        Parts.Draft.RevisionAsync(Viewer, Id, form, ct);

    protected override async Task<Result<Guid>> TakeInAsync(Submission submission, CancellationToken ct)
    {
        _item ??= await items.FindAsync(Viewer, Id, ct);
        return _item?.Card.Kind == ItemKind.Need
            ? await reviseNeed.ExecuteAsync(Viewer, Id, submission, ct)
            : await reviseOffer.ExecuteAsync(Viewer, Id, submission, ct);
    }

    protected override async Task<Submission> SignAsync(JsonElement draft, IReadOnlyDictionary<string, string> texts, CancellationToken ct) =>
        _item!.Issuer == Viewer.Did
            ? await base.SignAsync(draft, texts, ct)
            : await Parts.SignOnNode.AsGroupAsync(draft, texts, _item.AuthorId, ct);
}
