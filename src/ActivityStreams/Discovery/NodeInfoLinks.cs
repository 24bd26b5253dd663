namespace PostMoney.ActivityStreams.Discovery;

/// <summary>The list of a server's NodeInfo documents.</summary>
/// <remarks>NodeInfo protocol: a JRD at <see cref="Path"/>; FEP-2677 adds the application actor to it.</remarks>
public static class NodeInfoLinks
{
    /// <summary>Where every server has it.</summary>
    public const string Path = "/.well-known/nodeinfo";

    private const string Schema = "http://nodeinfo.diaspora.software/ns/schema/";

    /// <summary>The kind of link to a document of one version.</summary>
    public static string RelOf(NodeInfoVersion version) => Schema + NodeInfoJson.Number(version);

    /// <summary>What a server answers.</summary>
    /// <param name="documents">Address by version.</param>
    /// <param name="applicationActor">The id of the server's own actor.</param>
    public static ResourceDescriptor Of(IReadOnlyDictionary<NodeInfoVersion, string> documents, string applicationActor) => new()
    {
        Links =
        [
            .. documents.OrderBy(document => document.Key).Select(document => new ResourceLink(RelOf(document.Key), Href: document.Value)),
            new ResourceLink(ApplicationActor.NodeInfoRel, Href: applicationActor),
        ],
    };

    /// <summary>The document to read: the newest version that is known here. Null where there is none, or no address.</summary>
    public static (NodeInfoVersion Version, string Address)? Choose(ResourceDescriptor answer)
    {
        foreach (var version in Enum.GetValues<NodeInfoVersion>().OrderDescending())
        {
            if (answer.Find(RelOf(version))?.Href is { } address)
            {
                return (version, address);
            }
        }

        return null;
    }
}
