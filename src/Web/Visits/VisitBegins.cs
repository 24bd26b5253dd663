using System.Security.Claims;
using PostMoney.Core.Members;
using PostMoney.Core.Notifications;
using PostMoney.Core.Storage;
using PostMoney.Web.Federation;

namespace PostMoney.Web.Visits;

/// <summary>Finds out who is there before any page runs; a node that is not founded yet answers with its set-up alone.</summary>
internal sealed class VisitBegins(RequestDelegate next)
{
    public async Task InvokeAsync(
        HttpContext context, Visit visit, SessionCookie cookie, Sessions sessions, NodeSettings settings, NotificationList notifications,
        HeldConnection connection)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ForServers>() is not null)
        {
            await next(context);
            return;
        }

        var ct = context.RequestAborted;
        await using (await connection.HoldAsync(ct))
        {
            var me = cookie.Read(context.Request) is { } token ? await sessions.FindAsync(token, ct) : null;
            var unread = me is { Viewer.IsMember: true } ? await notifications.CountUnreadAsync(me.Viewer) : 0;
            visit.Begin(await settings.AllAsync(ct), me, unread);
        }

        if ((visit.Me ?? visit.KeptOut) is { } member)
        {
            // Form tokens are bound to whoever they were given to.
            context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, member.Viewer.Did!)], "session"));
        }

        var path = context.Request.Path;
        if (!visit.IsFounded && !path.StartsWithSegments("/setup") && !path.StartsWithSegments("/healthz") && !path.StartsWithSegments("/oops"))
        {
            context.Response.Redirect("/setup");
            return;
        }

        await next(context);
    }
}
