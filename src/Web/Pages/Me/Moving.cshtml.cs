using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PostMoney.Core.Foundation;
using PostMoney.Core.Members;
using PostMoney.Core.Moving;
using PostMoney.Web.Host;
using PostMoney.Web.Publishing;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Me;

/// <summary>What ties a member's account to others of theirs. Each look-up asks another server, so that an address has few in a while.</summary>
[EnableRateLimiting(SignInLimits.Passphrases)]
public sealed class MovingModel(MovingPages pages, AddAlias addAlias, RemoveAlias removeAlias, StateIdentity identity, ComeBack comeBack) : NodePage
{
    private const string Here = "/me/moving";

    private const string Carried = "Your account carries your passport now.";

    [BindProperty]
    public string From { get; set; } = "";

    public MovingPage Account { get; private set; } = null!;

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
    public Task<IActionResult> OnPostIdentityAsync(CancellationToken ct) => DoAsync(identity.OnNodeAsync(Visit.Me!, ct), Carried, ct);

    /// <summary>The statement as a browser has signed it.</summary>
    public async Task<IActionResult> OnPostStatementAsync(CancellationToken ct)
    {
        var read = await SignedBody.ReadAsync(Request, ct);
        if (!read.TryGet(out var signed))
        {
            return RefuseJson(read.Refusals);
        }

        var carried = await identity.ExecuteAsync(Visit.Me!, signed.Record, ct);
        if (!carried.IsGranted)
        {
            return RefuseJson(carried.Refusals);
        }

        Flash.Say(Response, Carried);
        return new JsonResult(new { location = Here });
    }

    public Task<IActionResult> OnPostPrivateAsync(CancellationToken ct) =>
        DoAsync(identity.ForgetAsync(Viewer, ct), "Your account does not show your passport any more.", ct);

    public Task<IActionResult> OnPostBackAsync(CancellationToken ct) =>
        DoAsync(comeBack.ExecuteAsync(Viewer, ct), "You are back. Who has followed on stays with your other account.", ct);

    private async Task<IActionResult> DoAsync(Task<Result<Done>> doing, string said, CancellationToken ct)
    {
        var done = await doing;
        return done.IsGranted ? Next(Here, said) : await RefuseAtAsync("", done.Refusals, ct);
    }

    private async Task<IActionResult> RefuseAtAsync(string field, IReadOnlyList<Refusal> refusals, CancellationToken ct)
    {
        await LoadAsync(ct);
        return Refuse(MovingRefusal.At(field, refusals));
    }

    private async Task LoadAsync(CancellationToken ct) => Account = await pages.OfAsync(Viewer, Visit.Me!.Handle, ct);
}
