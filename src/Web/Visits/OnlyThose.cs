using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using PostMoney.Core.Access;

namespace PostMoney.Web.Visits;

/// <summary>Pages for members with a duty: other members are told so, strangers are sent to sign in.</summary>
/// <remarks>A courtesy to people. What protects is that each use case asks for itself.</remarks>
internal sealed class OnlyThose(Func<Viewer, bool> have) : IResourceFilter
{
    private readonly MembersOnly _membersOnly = new();

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        _membersOnly.OnResourceExecuting(context);
        var visit = context.HttpContext.RequestServices.GetRequiredService<Visit>();
        if (context.Result is null && !have(visit.Viewer))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
