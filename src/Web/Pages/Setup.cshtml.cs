using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;
using PostMoney.Core.Members;
using PostMoney.Core.Operations;
using PostMoney.Web.Assets;
using PostMoney.Web.Host;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages;

/// <summary>First start: the operator names the node and becomes its first steward.</summary>
[EnableRateLimiting(SignInLimits.Passphrases)]
public sealed class SetupModel(FoundNode foundNode, SignIn signIn, SessionCookie cookie, SetupCode setupCode, AssetFiles assets) : NodePage
{
    public static IReadOnlyList<FieldOption> JoiningOptions { get; } =
    [
        new(JoiningModes.Invitation, "By invitation"),
        new(JoiningModes.Approval, "They ask, a steward decides"),
        new(JoiningModes.Open, "Anybody can"),
    ];

    [BindProperty]
    public string Code { get; set; } = "";

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Summary { get; set; } = "";

    [BindProperty]
    public string Joining { get; set; } = JoiningModes.Invitation;

    [BindProperty]
    public string TimeZone { get; set; } = TimeZoneInfo.Local.HasIanaId ? TimeZoneInfo.Local.Id : "UTC";

    [BindProperty]
    public string Theme { get; set; } = "commons";

    [BindProperty]
    public string DisplayName { get; set; } = "";

    [BindProperty]
    public string Handle { get; set; } = "";

    [BindProperty]
    public string Passphrase { get; set; } = "";

    public IReadOnlyList<FieldOption> ThemeOptions => [.. assets.Themes.Select(theme => new FieldOption(theme.Id, $"{theme.Name}: {theme.Description}"))];

    public IActionResult OnGet(string? code)
    {
        Code = code ?? "";
        return Visit.IsFounded ? Redirect("/") : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Visit.IsFounded)
        {
            return Redirect("/");
        }

        if (!setupCode.Is(Code))
        {
            return Refuse([new Refusal(RefusalKind.Invalid, "setup.code", "That is not the code. It is printed where the node was started.", "Code")]);
        }

        if (assets.ProblemWith(Theme) is { } problem)
        {
            return Refuse([problem]);
        }

        var founded = await foundNode.OnNodeAsync(
            new NodeForm(Name, Summary, Joining, TimeZone, Theme), new JoinRequest(Handle, DisplayName), Passphrase, ct);
        if (!founded.IsGranted)
        {
            return Refuse(founded.Refusals);
        }

        var token = await signIn.WithPassphraseAsync(Handle, Passphrase, Device.Of(Request), ct);
        cookie.Set(Response, token.Value);
        return Next("/desk", "Welcome! Invite people, add groups, and publish what you have.");
    }
}
