namespace PostMoney.ActivityStreams.Discovery;

/// <summary>What a host tells about itself, which servers of this network ask only for where WebFinger is.</summary>
/// <remarks>RFC 6415 §2 and §3; as JSON at <see cref="JsonPath"/> or by its media type (appendix A).</remarks>
public static class HostMeta
{
    /// <summary>Where it is as XML.</summary>
    public const string Path = "/.well-known/host-meta";

    /// <summary>Where it is as JSON.</summary>
    public const string JsonPath = "/.well-known/host-meta.json";

    /// <summary>The kind of link to WebFinger.</summary>
    public const string Describes = "lrdd";

    /// <summary>What a host answers.</summary>
    /// <param name="origin">Its origin, <c>https://n.test</c>.</param>
    public static ResourceDescriptor Of(string origin) => new()
    {
        Links = [new ResourceLink(Describes, ResourceDescriptorJson.MediaType, Template: origin + WebFingerQuery.Path + "?resource={uri}")],
    };
}
