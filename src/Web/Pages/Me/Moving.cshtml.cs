using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PostMoney.Core.Foundation;
using PostMoney.Core.Members;
using PostMoney.Core.Moving;
using PostMoney.Web.Host;
using PostMoney.Web.Publishing;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Me;

/// <summary>A member comes from another account, or moves to one. Each look-up asks another server, so that an address has few in a while.</summary>
[EnableRateLimiting(SignInLimits.Passphrases)]
public sealed class MovingModel(
    MovingPages pages, AddAlias addAlias, RemoveAlias removeAlias, StateIdentity identity, FindDestination destinations, DraftMove drafts, MoveAway move,
    ComeBack comeBack, ConfirmPassphrase confirm) : NodePage
{
    private const string Here = "/me/moving";

    [BindProperty]
    public string From { get; set; } = "";

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

    public async Task<IActionResult> OnPostFromAsync(CancellationToken ct)
    {
        var named = await addAlias.ExecuteAsync(Viewer, From, ct);
        return named.TryGet(out var other)
            ? Next(Here, $"{other.Address} is named as a former account of yours. Now start the move there.")
            : await RefuseAtAsync("From", named.Refusals, ct);
    }

    public Task<IActionResult> OnPostForgetAsync(string alias, CancellationToken ct) =>
        DoAsync(removeAlias.ExecuteAsync(Viewer, alias, ct), "It is not named any more.", ct);

    /// <summary>Signed on the node, which keeps the passport.</summary>
    public Task<IActionResult> OnPostIdentityAsync(CancellationToken ct) =>
        DoAsync(identity.OnNodeAsync(Visit.Me!, ct), "Your account carries your passport now.", ct);

    /// <summary>The statement as a browser has signed it.</summary>
    public async Task<IActionResult> OnPostStatementAsync(CancellationToken ct)
    {
        var read = await SignedBody.ReadAsync(Request, ct);
        if (!read.TryGet(out var signed))
        {
            return RefuseJson(read.Refusals);
        }

        var carried = await identity.ExecuteAsync(Visit.Me!, signed.Record, ct);
        return carried.IsGranted ? Leave("Your account carries your passport now.") : RefuseJson(carried.Refusals);
    }

    public Task<IActionResult> OnPostPrivateAsync(CancellationToken ct) =>
        DoAsync(identity.ForgetAsync(Viewer, ct), "Your account does not show your passport any more.", ct);

    /// <summary>Looks up where they want to move; nothing moves yet.</summary>
    public async Task<IActionResult> OnPostCheckAsync(CancellationToken ct)
    {
        var found = await destinations.ExecuteAsync(Viewer, To, ct);
        if (!found.TryGet(out var destination))
        {
            return await RefuseAtAsync("To", found.Refusals, ct);
        }

        Destination = destination;
        Target = destination.To.Uri;
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
            return drafted.TryGet(out var draft)
                ? await MovedAsync(passport.Sign(draft, Visit.Now), ct)
                : await RefuseAtAsync("To", drafted.Refusals, ct);
        }
    }

    /// <summary>The record for a browser to sign.</summary>
    public async Task<IActionResult> OnPostDraftAsync(CancellationToken ct)
    {
        var drafted = await drafts.ExecuteAsync(Viewer, Target, ct);
        return drafted.TryGet(out var draft) ? new JsonResult(new { document = draft }) : RefuseJson(AsProblems(drafted.Refusals, "To"));
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
        return moved.TryGet(out var target) ? Leave(Said(target.Address)) : RefuseJson(AsProblems(moved.Refusals, "To"));
    }

    public Task<IActionResult> OnPostBackAsync(CancellationToken ct) =>
        DoAsync(comeBack.ExecuteAsync(Viewer, ct), "You are back. Who has followed on stays with your other account.", ct);

    private static string Said(string address) => $"You have moved to {address}. Your followers are told.";

    private async Task<IActionResult> MovedAsync(byte[] record, CancellationToken ct)
    {
        var moved = await move.ExecuteAsync(Viewer, Visit.Me!.Handle, record, ct);
        return moved.TryGet(out var target) ? Next(Here, Said(target.Address)) : await RefuseAtAsync("To", moved.Refusals, ct);
    }

    private JsonResult Leave(string said)
    {
        Flash.Say(Response, said);
        return new JsonResult(new { location = Here });
    }

    private async Task<IActionResult> DoAsync(Task<Result<Done>> doing, string said, CancellationToken ct)
    {
        var done = await doing;
        return done.IsGranted ? Next(Here, said) : await RefuseAtAsync("", done.Refusals, ct);
    }

    private async Task<IActionResult> RefuseAtAsync(string field, IReadOnlyList<Refusal> refusals, CancellationToken ct)
    {
        await LoadAsync(ct);
        return Refuse(AsProblems(refusals, field));
    }

    // Who is not found is a problem of what was written, and not of this page's address.
    private static List<Refusal> AsProblems(IReadOnlyList<Refusal> refusals, string field) =>
        [.. refusals.Select(refusal => (refusal.Kind == RefusalKind.NotFound ? refusal with { Kind = RefusalKind.Invalid } : refusal).At(field))];

    private async Task LoadAsync(CancellationToken ct) => Account = await pages.OfAsync(Viewer, Visit.Me!.Handle, ct);
}
