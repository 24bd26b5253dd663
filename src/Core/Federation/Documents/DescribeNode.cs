using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Discovery;
using PostMoney.Core.Actors;
using PostMoney.Core.Foundation;
using PostMoney.Core.Members;
using PostMoney.Core.Storage;

namespace PostMoney.Core.Federation.Documents;

/// <summary>What this node tells about itself and where its actors are: WebFinger, host-meta and NodeInfo.</summary>
/// <remarks>RFC 7033, RFC 6415, NodeInfo 2.0 and 2.1, FEP-f1d5, FEP-2677, FEP-d556. Numbers are told in fives, so that nobody's step shows.</remarks>
public sealed class DescribeNode(PostMoneyDb db, LocalActors local, NodeSettings settings, NodeAddress address)
{
    /// <summary>The version of this program.</summary>
    public static string Version => UserAgent.Version;

    /// <summary>Who has a name or an address here; null where nobody has.</summary>
    public async Task<ResourceDescriptor?> FindAsync(string resource, CancellationToken ct)
    {
        if (resource == address.Origin || resource == address.Origin + "/")
        {
            return ApplicationActor.Describe(address.Origin, address.Node);
        }

        var actor = AcctUri.TryParse(resource, out var account) && account.Host == address.Host
            ? await NamedAsync(account.Name, ct)
            : resource.StartsWith(address.Origin + "/", StringComparison.Ordinal) ? await AtAsync(resource[(address.Origin.Length + 1)..], ct) : null;
        return actor is not null && AcctUri.TryParseHandle(actor.Address, out var known) ? Handles.Describe(known, actor.Uri, actor.Page) : null;
    }

    /// <summary>Where the documents about this node are.</summary>
    public ResourceDescriptor NodeInfoLinks() => ActivityStreams.Discovery.NodeInfoLinks.Of(
        Enum.GetValues<NodeInfoVersion>().ToDictionary(version => version, version => $"{address.Origin}/nodeinfo/{NodeInfoJson.Number(version)}"),
        address.Node);

    /// <summary>What this node is, and how large.</summary>
    public async Task<NodeInfo> NodeInfoAsync(CancellationToken ct)
    {
        var all = await settings.AllAsync(ct);
        var members = await db.Members.CountAsync(member => member.State == MemberState.Active, ct);
        return new NodeInfo
        {
            SoftwareName = "postmoney",
            SoftwareVersion = UserAgent.Version,
            OpenRegistrations = all.GetValueOrDefault(NodeSettings.Joining) == JoiningModes.Open,
            TotalUsers = PublicCount.InFives(members).Number,
            Metadata =
            [
                KeyValuePair.Create("nodeName", all.GetValueOrDefault(NodeSettings.Name) ?? "PostMoney"),
                KeyValuePair.Create("nodeDescription", all.GetValueOrDefault(NodeSettings.Summary) ?? ""),
                KeyValuePair.Create("passport", all.GetValueOrDefault(NodeSettings.Did) ?? ""),
            ],
        };
    }

    private async Task<Actor?> NamedAsync(string name, CancellationToken ct) =>
        name == local.NodeHandle ? await local.NodeAsync(ct)
        : await local.MemberAsync(name, ct) ?? await local.GroupAsync(name, ct);

    private async Task<Actor?> AtAsync(string path, CancellationToken ct) => path.Split('/') switch
    {
        ["actor"] => await local.NodeAsync(ct),
        ["u", var handle] => await local.MemberAsync(handle, ct),
        ["g", var name] => await local.GroupAsync(name, ct),
        [['@', .. var handle]] => await local.MemberAsync(handle, ct),
        _ => null,
    };
}
