using PostMoney.ActivityStreams.Discovery;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Documents;
using PostMoney.Core.Metrics;
using PostMoney.Web.Host;

namespace PostMoney.Web.Federation;

/// <summary>Where other servers, and scripts of other sites, find out who is here.</summary>
internal static class DiscoveryEndpoints
{
    internal static async Task<IResult> WebFingerAsync(HttpContext http, DescribeNode node, CancellationToken ct)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        if (!WebFingerQuery.TryParse(http.Request.QueryString.Value ?? "", out var query))
        {
            return ServerDoor.Answer(new Core.Federation.Inbox.InboxAnswer(400, "webfinger.query"), http);
        }

        return await node.FindAsync(query.Resource, ct) is { } found
            ? Results.Bytes(ResourceDescriptorJson.Write(found.OnlyLinks(query.Rels)), ResourceDescriptorJson.MediaType)
            : ServerDoor.NotFound(http);
    }

    internal static IResult HostMetaXml(NodeAddress address) =>
        Results.Bytes(ResourceDescriptorXml.Write(HostMeta.Of(address.Origin)), ResourceDescriptorXml.MediaType);

    internal static IResult HostMetaJson(NodeAddress address) =>
        Results.Bytes(ResourceDescriptorJson.Write(HostMeta.Of(address.Origin)), ResourceDescriptorJson.MediaType);

    internal static IResult NodeInfoLinks(DescribeNode node) =>
        Results.Bytes(ResourceDescriptorJson.Write(node.NodeInfoLinks()), ResourceDescriptorJson.MediaType);

    internal static async Task<IResult> OlderInstanceAsync(HttpContext http, DescribeInstance instance, CancellationToken ct) =>
        Instance(await instance.OlderAsync(ct), http);

    internal static async Task<IResult> InstanceAsync(HttpContext http, DescribeInstance instance, NodeOptions options, CancellationToken ct) =>
        Instance(await instance.NewerAsync(options.Source, ct), http);

    internal static async Task<IResult> NodeInfoAsync(string version, HttpContext http, DescribeNode node, CancellationToken ct)
    {
        foreach (var known in Enum.GetValues<NodeInfoVersion>())
        {
            if (NodeInfoJson.Number(known) == version)
            {
                return Results.Bytes(NodeInfoJson.Write(await node.NodeInfoAsync(ct), known), NodeInfoJson.MediaType(known));
            }
        }

        return ServerDoor.NotFound(http);
    }

    // Read by scripts of other sites, too: lists of servers, and apps in browsers.
    private static IResult Instance(byte[] document, HttpContext http)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        return Results.Bytes(document, "application/json; charset=utf-8");
    }
}
