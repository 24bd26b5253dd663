namespace PostMoney.ActivityStreams.Discovery;

/// <summary>What a host tells about something: its other names, and links to what belongs to it.</summary>
/// <remarks>
/// As JSON it is a JRD (RFC 7033 §4.4, RFC 6415 appendix A), see <see cref="ResourceDescriptorJson"/>; as XML an XRD,
/// see <see cref="ResourceDescriptorXml"/>. At most <see cref="MaximumEntries"/> aliases, links and properties each.
/// </remarks>
public sealed record ResourceDescriptor
{
    /// <summary>Most aliases, most links, and most properties or titles of anything.</summary>
    public const int MaximumEntries = 100;

    /// <summary>What it is about; in answer to a query usually what was asked for.</summary>
    public string? Subject { get; init; }

    /// <summary>When it ends, as written.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Other names of the subject.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>More about the subject, by URI; the value may be null.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Properties { get; init; } = [];

    /// <summary>The links, the most important first of each kind.</summary>
    public IReadOnlyList<ResourceLink> Links { get; init; } = [];

    /// <summary>The first link of a kind, where a media type is asked for only of that type.</summary>
    public ResourceLink? Find(string rel, string? type = null) =>
        Links.FirstOrDefault(link => link.Rel == rel && (type is null || link.Type == type));

    /// <summary>The same with only those links that were asked for (RFC 7033 §4.3); all of them where nothing was.</summary>
    public ResourceDescriptor OnlyLinks(IReadOnlyList<string> rels) =>
        rels.Count == 0 ? this : this with { Links = [.. Links.Where(link => rels.Contains(link.Rel, StringComparer.Ordinal))] };
}
