using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PostMoney.Core.Foundation;
using PostMoney.Core.Members;
using PostMoney.Core.Passports;
using PostMoney.Web.Host;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages;

[EnableRateLimiting(SignInLimits.Passphrases)]
public sealed class JoinModel(JoinCommunity join, SignIn signIn, Challenges challenges, SessionCookie cookie) : NodePage
{
    [BindProperty]
    public string Handle { get; set; } = "";

    [BindProperty]
    public string DisplayName { get; set; } = "";

    [BindProperty]
    public string Application { get; set; } = "";

    [BindProperty]
    public string? Invitation { get; set; }

    [BindProperty]
    public string Passphrase { get; set; } = "";

    [BindProperty]
    public string Did { get; set; } = "";

    [BindProperty]
    public string Nonce { get; set; } = "";

    [BindProperty]
    public string Signature { get; set; } = "";

    public IssuedChallenge Asked { get; private set; } = null!;

    public bool IsPending { get; private set; }

    public bool OnNode { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Asked = await challenges.IssueAsync(ChallengePurpose.Join, ct);
        return Visit.Me is null ? Page() : Redirect("/");
    }

    /// <summary>The node keeps the passport.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        OnNode = true;
        var joined = await join.OnNodeAsync(Told(), Passphrase, ct);
        if (!joined.TryGet(out var member) || member.State != MemberState.Active)
        {
            return await AnswerAsync(joined, ct);
        }

        var token = await signIn.WithPassphraseAsync(member.Handle, Passphrase, Device.Of(Request), ct);
        cookie.Set(Response, token.Value);
        return Next("/", $"Welcome, {member.DisplayName}!");
    }

    /// <summary>The member keeps it: joined, they sign in with it.</summary>
    public async Task<IActionResult> OnPostPassportAsync(CancellationToken ct)
    {
        var joined = await join.WithPassportAsync(Told(), new PossessionProof(Did, Nonce, Signature), Visit.OriginOf(Request), ct);
        return joined.TryGet(out var member) && member.State == MemberState.Active
            ? Next("/sign-in", $"Welcome, {member.DisplayName}! Sign in with your new passport.")
            : await AnswerAsync(joined, ct);
    }

    private JoinRequest Told() => new(Handle.Trim().TrimStart('@'), DisplayName, Application, Invitation);

    private async Task<IActionResult> AnswerAsync(Result<Member> joined, CancellationToken ct)
    {
        Asked = await challenges.IssueAsync(ChallengePurpose.Join, ct);
        IsPending = joined.IsGranted;
        return joined.IsGranted ? Page() : Refuse(joined.Refusals);
    }
}
