using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace PostMoney.Web.Visits;

/// <summary>Strangers are sent to sign in, and come back afterwards.</summary>
internal sealed class MembersOnly : IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var visit = context.HttpContext.RequestServices.GetRequiredService<Visit>();
        if (visit.Me is null)
        {
            var request = context.HttpContext.Request;
            context.Result = HttpMethods.IsGet(request.Method)
                ? visit.KeptOut is not null ? new RedirectResult("/decisions") : new RedirectResult($"/sign-in?next={Uri.EscapeDataString(request.Path + request.QueryString)}")
                : new StatusCodeResult(StatusCodes.Status401Unauthorized);
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
