using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;

namespace PostMoney.Web.Host;

/// <summary>
/// Refuses a form in which a choice is none of those that were offered, an id is no id, or one field stands twice. No page sends
/// such a form; taken as it comes, what was not understood would be read as if it had been left out.
/// </summary>
/// <remarks>What people write themselves is bound as text and is refused beside its field by the rules of Core.</remarks>
internal sealed class WellFormed : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || context.HandlerInstance is Pages.OopsModel)
        {
            return;
        }

        var broken = context.ModelState.Values.SelectMany(entry => entry.Errors).Select(error => error.Exception?.GetBaseException())
            .OfType<BadHttpRequestException>().FirstOrDefault();
        if (broken is not null)
        {
            context.Result = new StatusCodeResult(broken.StatusCode);
        }
        else if (!context.ModelState.IsValid || (request.HasFormContentType && Bound(context).Any(field => StandsTwice(field, request.Form))))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }

    private static IEnumerable<ParameterDescriptor> Bound(PageHandlerExecutingContext context) =>
        context.ActionDescriptor.BoundProperties.Concat(context.HandlerMethod?.Parameters ?? []);

    // Several choices of one list stand under one name.
    private static bool StandsTwice(ParameterDescriptor field, IFormCollection form) =>
        field.ParameterType != typeof(List<string>) && form[field.BindingInfo?.BinderModelName ?? field.Name].Count > 1;
}
