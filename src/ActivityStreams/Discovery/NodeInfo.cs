namespace PostMoney.ActivityStreams.Discovery;

/// <summary>What a server tells about its software and its size, see <see cref="NodeInfoJson"/>.</summary>
/// <remarks>NodeInfo 2.0 and 2.1; FEP-f1d5. Figures that are not told are null, never zero.</remarks>
public sealed record NodeInfo
{
    /// <summary>The protocol of this network.</summary>
    public const string ActivityPub = "activitypub";

    /// <summary>The software's name: lower-case letters, digits and hyphens.</summary>
    public required string SoftwareName { get; init; }

    /// <summary>The software's version, in its own way of counting.</summary>
    public required string SoftwareVersion { get; init; }

    /// <summary>Where its source is; of version 2.1 alone.</summary>
    public string? Repository { get; init; }

    /// <summary>Its own page; of version 2.1 alone.</summary>
    public string? Homepage { get; init; }

    /// <summary>What it speaks; at least one.</summary>
    public IReadOnlyList<string> Protocols { get; init; } = [ActivityPub];

    /// <summary>Whether anybody may join.</summary>
    public bool OpenRegistrations { get; init; }

    /// <summary>How many accounts there are.</summary>
    public long? TotalUsers { get; init; }

    /// <summary>How many of them came within 180 days.</summary>
    public long? ActiveHalfyear { get; init; }

    /// <summary>How many of them came within 30 days.</summary>
    public long? ActiveMonth { get; init; }

    /// <summary>How much they have published.</summary>
    public long? LocalPosts { get; init; }

    /// <summary>How much of it answers something.</summary>
    public long? LocalComments { get; init; }

    /// <summary>More, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Metadata { get; init; } = [];
}
