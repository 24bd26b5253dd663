using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Members;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages;

public sealed class SignOutModel(Sessions sessions, SessionCookie cookie) : NodePage
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Visit.Me is { } me)
        {
            await sessions.EndAsync(me.Token.Text, ct);
        }

        cookie.Clear(Response);
        Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return Next("/", "You are signed out.");
    }
}
