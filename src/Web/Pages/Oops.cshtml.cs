using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages;

/// <summary>What people read when something did not work. It repeats nothing of what they sent.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class OopsModel : NodePage
{
    public int Status { get; private set; }

    public string Heading { get; private set; } = "";

    public string Text { get; private set; } = "";

    public void OnGet() => Say();

    public void OnPost() => Say();

    // Not bound: where the form of the failed request cannot be read, nothing is.
    private void Say()
    {
        Status = int.Parse($"{RouteData.Values["status"]}", CultureInfo.InvariantCulture);
        (Heading, Text) = Status switch
        {
            400 => ("That did not arrive as it should", "Your browser sent something that we could not read, or the form was too old. Please go back and try once more."),
            401 => ("Please sign in", "This is for members. Sign in, and try once more."),
            403 => ("That is for others", "You may not do this here. If you think you should, talk to a steward."),
            404 => ("Nothing here", "There is nothing at this address, or nothing for you. Permits cannot be passed on: if somebody sent you a link, it opens for them alone."),
            405 => ("Nothing here", "This address takes no such request."),
            413 => ("Too much at once", "What you sent is larger than we take. Please make it smaller."),
            429 => ("Please wait a moment", "That was tried very often in a short time. Wait a few minutes and try once more."),
            _ => ("Something broke on our side", "It was noted, and nothing of yours is lost. Please try once more."),
        };
    }
}
