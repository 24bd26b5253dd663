using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PostMoney.Core.Foundation;
using PostMoney.Core.Members;
using PostMoney.Core.Passports;
using PostMoney.Web.Host;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages;

[EnableRateLimiting(SignInLimits.Passphrases)]
public sealed class SignInModel(SignIn signIn, Challenges challenges, SessionCookie cookie) : NodePage
{
    [BindProperty]
    public string Handle { get; set; } = "";

    [BindProperty]
    public string Passphrase { get; set; } = "";

    [BindProperty]
    public string Did { get; set; } = "";

    [BindProperty]
    public string Nonce { get; set; } = "";

    [BindProperty]
    public string Signature { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public new string? Next { get; set; }

    public IssuedChallenge Asked { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Asked = await challenges.IssueAsync(ChallengePurpose.SignIn, ct);
        return Visit.Me is null ? Page() : Redirect(LocalOr(Next, "/"));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await EnterAsync(await signIn.WithPassphraseAsync(Handle.Trim().TrimStart('@'), Passphrase, Device.Of(Request), ct), ct);

    public async Task<IActionResult> OnPostPassportAsync(CancellationToken ct) => await EnterAsync(
        await signIn.WithPassportAsync(new PossessionProof(Did, Nonce, Signature), Visit.OriginOf(Request), Device.Of(Request), ct), ct);

    private async Task<IActionResult> EnterAsync(Result<string> entered, CancellationToken ct)
    {
        if (entered.TryGet(out var token))
        {
            cookie.Set(Response, token);
            return Redirect(LocalOr(Next, "/"));
        }

        Asked = await challenges.IssueAsync(ChallengePurpose.SignIn, ct);

        // Here "not found" means an unknown passport, which the person is told; it is no page that is missing.
        return Refuse([entered.Refusal with { Kind = entered.Refusal.Kind == RefusalKind.NotFound ? RefusalKind.Invalid : entered.Refusal.Kind }]);
    }
}
