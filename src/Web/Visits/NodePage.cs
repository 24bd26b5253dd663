using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Storage;

namespace PostMoney.Web.Visits;

/// <summary>What every page has: the visit, and one way to answer a refusal.</summary>
public abstract class NodePage : PageModel
{
    /// <summary>Who is there, and where.</summary>
    public Visit Visit => field ??= HttpContext.RequestServices.GetRequiredService<Visit>();

    /// <summary>What they may.</summary>
    protected Viewer Viewer => Visit.Viewer;

    /// <summary>Everything that a page asks, it asks through one connection; by now its form has been read, and no client is waited for.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var connection = HttpContext.RequestServices.GetRequiredService<HeldConnection>();
        await using (await connection.HoldAsync(HttpContext.RequestAborted))
        {
            await base.OnPageHandlerExecutionAsync(context, next);
        }
    }

    /// <summary>Shows the page again with each refusal beside its field, or another page where there is nothing to show.</summary>
    protected IActionResult Refuse(IReadOnlyList<Refusal> refusals)
    {
        if (refusals[0].Kind == RefusalKind.NotFound)
        {
            return NotFound();
        }

        foreach (var refusal in refusals)
        {
            ModelState.AddModelError(refusal.Field ?? "", refusal.Message);
        }

        Response.StatusCode = StatusOf(refusals[0]);
        return Page();
    }

    /// <summary>The same for scripts, which read what is wrong from an answer of 422 and from no other.</summary>
    protected static IActionResult RefuseJson(IReadOnlyList<Refusal> refusals) => new JsonResult(new
    {
        errors = refusals.Select(refusal => new { field = refusal.Field ?? "", code = refusal.Code, message = refusal.Message }),
    })
    { StatusCode = refusals[0].Kind == RefusalKind.NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status422UnprocessableEntity };

    /// <summary>Goes on to another page and says there, once, what was done.</summary>
    protected IActionResult Next(string address, string said)
    {
        Flash.Say(Response, said);
        return Redirect(address);
    }

    /// <summary>The address that somebody wanted before they signed in, if it is one of ours.</summary>
    protected string LocalOr(string? address, string otherwise) => Url.IsLocalUrl(address) ? address! : otherwise;

    private static int StatusOf(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status409Conflict,
    };
}
