namespace PostMoney.Core.Actors;

/// <summary>What stewards have decided about another server.</summary>
public sealed class HostRule
{
    /// <summary>The host; the rule holds for its subdomains too.</summary>
    public required string Host { get; init; }

    /// <summary>What they decided.</summary>
    public required HostSeverity Severity { get; set; }

    /// <summary>Why, for other stewards to read, and for everybody unless the node keeps reasons to itself.</summary>
    public required string Reason { get; set; }

    /// <summary>Which steward.</summary>
    public required Guid DecidedBy { get; set; }

    /// <summary>When.</summary>
    public required DateTimeOffset DecidedAt { get; set; }

    /// <summary>Until when it holds; null while no end is known.</summary>
    public DateTimeOffset? EndsAt { get; set; }
}

/// <summary>A name under which a server falls: its own, with its port and without, or that of a domain above it.</summary>
/// <remarks>
/// The database itself writes these with each new actor (schema 013). <see cref="Of"/> says the same of a server of which nobody is known.
/// </remarks>
public sealed class HostDomain
{
    /// <summary>The server, with its port where that is not 443.</summary>
    public required string Host { get; init; }

    /// <summary>The name. A <see cref="HostRule"/> for it holds for the server.</summary>
    public required string Domain { get; init; }

    /// <summary>The names of a server: a.b.test:8443, b.test:8443, test:8443, a.b.test, b.test, test.</summary>
    internal static IEnumerable<string> Of(string host) => Above(host).Concat(Above(host.Split(':')[0])).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Above(string name)
    {
        yield return name;
        for (var dot = name.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = name.IndexOf('.', StringComparison.Ordinal))
        {
            name = name[(dot + 1)..];
            yield return name;
        }
    }
}

/// <summary>How another server is treated.</summary>
public enum HostSeverity
{
    /// <summary>It is on the list of those that may talk with a node that talks with few.</summary>
    Allow,

    /// <summary>Seen by those who follow somebody there, and not otherwise.</summary>
    Limit,

    /// <summary>Nothing comes in, nothing goes out.</summary>
    Suspend,
}
