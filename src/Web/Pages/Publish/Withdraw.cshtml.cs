using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Members;
using PostMoney.Core.Needs;
using PostMoney.Core.Offers;
using PostMoney.Core.Timelines;
using PostMoney.Web.Publishing;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Publish;

/// <summary>Whoever published something takes it back.</summary>
public sealed class WithdrawModel(ItemFormParts parts, WithdrawNeed withdrawNeed, WithdrawOffer withdrawOffer, ItemPages items) : NodePage
{
    [FromRoute]
    public Guid Id { get; set; }

    public ItemPage Item { get; private set; } = null!;

    public bool SignsOnNode => Visit.Me!.Custody == Custody.Node || Item.Issuer != Viewer.Did;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct) || !SignsOnNode)
        {
            return NotFound();
        }

        var drafted = await parts.Draft.WithdrawalAsync(Viewer, Id, ct);
        if (!drafted.TryGet(out var draft))
        {
            return Refuse(drafted.Refusals);
        }

        var texts = new Dictionary<string, string>();
        using var passport = Visit.Me!.OpenPassport();
        var signed = Item.Issuer == Viewer.Did
            ? await parts.SignOnNode.AsMemberAsync(draft, texts, passport!, parts.Clock.GetUtcNow(), ct)
            : await parts.SignOnNode.AsGroupAsync(draft, texts, Item.AuthorId, ct);
        var done = await WithdrawAsync(signed.Record, ct);
        return done.IsGranted ? Next("/me", "It is taken back.") : Refuse(done.Refusals);
    }

    public async Task<IActionResult> OnPostDraftAsync(CancellationToken ct)
    {
        var drafted = await parts.Draft.WithdrawalAsync(Viewer, Id, ct);
        return drafted.TryGet(out var draft) ? new JsonResult(new { document = draft }) : RefuseJson(drafted.Refusals);
    }

    public async Task<IActionResult> OnPostSignedAsync(CancellationToken ct)
    {
        var read = await SignedBody.ReadAsync(Request, ct);
        if (!read.TryGet(out var signed) || !await LoadAsync(ct))
        {
            return RefuseJson(read.IsGranted ? [ItemRefusals.NotFound] : read.Refusals);
        }

        var done = await WithdrawAsync(signed.Record, ct);
        if (!done.IsGranted)
        {
            return RefuseJson(done.Refusals);
        }

        Flash.Say(Response, "It is taken back.");
        return new JsonResult(new { location = "/me" });
    }

    private Task<Result<Done>> WithdrawAsync(ReadOnlyMemory<byte> tombstone, CancellationToken ct) => Item.Card.Kind == ItemKind.Need
        ? withdrawNeed.ExecuteAsync(Viewer, Id, tombstone, ct)
        : withdrawOffer.ExecuteAsync(Viewer, Id, tombstone, ct);

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var item = await items.FindAsync(Viewer, Id, ct);
        Item = item!;
        return item is { Card.IsMine: true };
    }
}
