using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace PostMoney.Web.Host;

/// <summary>Believes one proxy what it says of a client: its address, and whether it came by https. Others are not listened to.</summary>
internal static class TrustedProxy
{
    internal static void Use(WebApplication app, NodeOptions options)
    {
        if (options.Proxy is null)
        {
            return;
        }

        // One step: what stands further left in the header is the client's own word.
        var forwarded = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = 1,
        };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        forwarded.KnownProxies.Add(IPAddress.Parse(options.Proxy));
        app.UseForwardedHeaders(forwarded);
    }
}
