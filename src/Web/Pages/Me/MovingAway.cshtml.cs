using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PostMoney.Core.Foundation;
using PostMoney.Core.Members;
using PostMoney.Core.Moving;
using PostMoney.Web.Host;
using PostMoney.Web.Publishing;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Me;

/// <summary>A member moves to another account: it is looked up first, and then the passport signs.</summary>
[EnableRateLimiting(SignInLimits.Passphrases)]
public sealed class MovingAwayModel(MovingPages pages, FindDestination destinations, DraftMove drafts, MoveAway move, ConfirmPassphrase confirm) : NodePage
{
    private const string Afterwards = "/me/moving";

    [BindProperty]
    public string To { get; set; } = "";

    /// <summary>The id of the account that was looked up.</summary>
    [BindProperty]
    public string Target { get; set; } = "";

    [BindProperty]
    public string Passphrase { get; set; } = "";

    public MovingPage Account { get; private set; } = null!;

    /// <summary>Where they may move, once it was looked up.</summary>
    public Destination? Destination { get; private set; }

    public bool IsOwnPassport => Visit.Me!.Custody == Custody.Member;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    /// <summary>Looks up where they want to move; nothing moves yet.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var found = await destinations.ExecuteAsync(Viewer, To, ct);
        if (!found.TryGet(out var destination))
        {
            return await RefuseAtAsync("To", found.Refusals, ct);
        }

        (Destination, Target) = (destination, destination.To.Uri);
        await LoadAsync(ct);
        return Page();
    }

    /// <summary>Moves, for a passport that the node keeps, once the passphrase is given again.</summary>
    public async Task<IActionResult> OnPostMoveAsync(CancellationToken ct)
    {
        if (IsOwnPassport)
        {
            return await RefuseAtAsync("To", [PublishingRefusals.NeedsScripting], ct);
        }

        var confirmed = await confirm.ExecuteAsync(Visit.Me!, Passphrase, ct);
        if (!confirmed.TryGet(out var passport))
        {
            Destination = (await destinations.ExecuteAsync(Viewer, Target, ct)).TryGet(out var found) ? found : null;
            return await RefuseAtAsync(Destination is null ? "To" : "Passphrase", confirmed.Refusals, ct);
        }

        using (passport)
        {
            var drafted = await drafts.ExecuteAsync(Viewer, Target, ct);
            if (!drafted.TryGet(out var draft))
            {
                return await RefuseAtAsync("To", drafted.Refusals, ct);
            }

            var moved = await move.ExecuteAsync(Viewer, Visit.Me!.Handle, passport.Sign(draft, Visit.Now), ct);
            return moved.TryGet(out var target) ? Next(Afterwards, Said(target.Address)) : await RefuseAtAsync("To", moved.Refusals, ct);
        }
    }

    /// <summary>The record for a browser to sign.</summary>
    public async Task<IActionResult> OnPostDraftAsync(CancellationToken ct)
    {
        var drafted = await drafts.ExecuteAsync(Viewer, Target, ct);
        return drafted.TryGet(out var draft) ? new JsonResult(new { document = draft }) : RefuseJson(MovingRefusal.At("To", drafted.Refusals));
    }

    /// <summary>The record as a browser has signed it.</summary>
    public async Task<IActionResult> OnPostSignedAsync(CancellationToken ct)
    {
        var read = await SignedBody.ReadAsync(Request, ct);
        if (!read.TryGet(out var signed))
        {
            return RefuseJson(read.Refusals);
        }

        var moved = await move.ExecuteAsync(Viewer, Visit.Me!.Handle, signed.Record, ct);
        if (!moved.TryGet(out var target))
        {
            return RefuseJson(MovingRefusal.At("To", moved.Refusals));
        }

        Flash.Say(Response, Said(target.Address));
        return new JsonResult(new { location = Afterwards });
    }

    private static string Said(string address) => $"You have moved to {address}. Your followers are told.";

    private async Task<IActionResult> RefuseAtAsync(string field, IReadOnlyList<Refusal> refusals, CancellationToken ct)
    {
        await LoadAsync(ct);
        return Refuse(MovingRefusal.At(field, refusals));
    }

    private async Task LoadAsync(CancellationToken ct) => Account = await pages.OfAsync(Viewer, Visit.Me!.Handle, ct);
}
