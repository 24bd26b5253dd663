using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace PostMoney.Web.Visits;

/// <summary>The desk is for stewards; members are told so, strangers are sent to sign in.</summary>
internal sealed class DeskOnly : IResourceFilter
{
    private readonly MembersOnly _membersOnly = new();

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        _membersOnly.OnResourceExecuting(context);
        var visit = context.HttpContext.RequestServices.GetRequiredService<Visit>();
        if (context.Result is null && !visit.Viewer.HasDesk)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
