using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace PostMoney.ActivityStreams.Http.Fetching;

/// <summary>Where this server may connect, and how much it takes from there.</summary>
/// <remarks>
/// ActivityPub appendix B, Accessing localhost URIs and URI Schemes. Security cases F-04 to F-14. There is no way to widen the
/// default but by making another policy.
/// </remarks>
public sealed record FetchPolicy
{
    /// <summary>The rules between servers: https, port 443, public addresses.</summary>
    public static FetchPolicy Default { get; } = new();

    /// <summary>For servers of a test on one machine: http and any port, and loopback addresses alone.</summary>
    public static FetchPolicy OfLoopback { get; } = new()
    {
        AllowsPlainHttp = true,
        AllowsAnyPort = true,
        MayConnectTo = IPAddress.IsLoopback,
    };

    /// <summary>Ports beside 443 that the operator has allowed.</summary>
    public IReadOnlySet<int> MorePorts { get; init; } = new HashSet<int>();

    /// <summary>This server's own addresses, which it never connects to even where they are public.</summary>
    public IReadOnlySet<IPAddress> OwnAddresses { get; init; } = new HashSet<IPAddress>();

    /// <summary>Most bytes of an answer, both as sent and decoded. Default 1 MiB.</summary>
    public int MaximumBytes { get; init; } = 1_048_576;

    /// <summary>Most redirects of one fetch, all on one origin. Default 3.</summary>
    public int MaximumRedirects { get; init; } = 3;

    /// <summary>Until a connection stands. Default 5 seconds.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Until the headers of an answer are there. Default 10 seconds.</summary>
    public TimeSpan HeadersTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For the whole fetch, redirects included. Default 20 seconds.</summary>
    public TimeSpan WholeTimeout { get; init; } = TimeSpan.FromSeconds(20);

    internal bool AllowsPlainHttp { get; init; }

    internal bool AllowsAnyPort { get; init; }

    internal Func<IPAddress, bool> MayConnectTo { get; init; } = AddressRule.IsPublic;

    /// <summary>Which certificates are trusted; null for those that the system trusts.</summary>
    internal X509ChainPolicy? Certificates { get; init; }

    /// <summary>How names become addresses.</summary>
    internal Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>Looks at an address before anything is resolved.</summary>
    /// <returns>Null, or why nothing is sent.</returns>
    public FetchProblem? Judge(Uri address)
    {
        if (!address.IsAbsoluteUri
            || (address.Scheme != Uri.UriSchemeHttps && !(AllowsPlainHttp && address.Scheme == Uri.UriSchemeHttp))
            || address.UserInfo.Length > 0
            || address.HostNameType is not (UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6)
            || !HasNameOnTheWire(address))
        {
            return FetchProblem.Address;
        }

        return AllowsAnyPort || address.Port == 443 || MorePorts.Contains(address.Port) ? null : FetchProblem.Port;
    }

    // The platform reads letters that no host can have (RFC 5891 §4.2), and throws when it is asked for the name.
    private static bool HasNameOnTheWire(Uri address)
    {
        try
        {
            return address.IdnHost.Length > 0;
        }
        catch (UriFormatException)
        {
            return false;
        }
    }

    /// <summary>Whether a connection may be made to an address that a name was resolved to.</summary>
    internal bool Allows(IPAddress address) => MayConnectTo(address) && !OwnAddresses.Contains(address);
}
