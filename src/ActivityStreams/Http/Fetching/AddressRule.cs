using System.Net;
using System.Net.Sockets;

namespace PostMoney.ActivityStreams.Http.Fetching;

/// <summary>Which addresses are of the public internet. Everything else may be ours, or a neighbour's.</summary>
/// <remarks>
/// The IANA special-purpose registries of IPv4 and IPv6 (RFC 6890 and what was added since): an IPv4 address in none of
/// their blocks, or an IPv6 address of global unicast (2000::/3) in none. IPv4 inside IPv6 – mapped, compatible,
/// translated, NAT64, 6to4, Teredo – is never taken, so nothing has to be unwrapped. Security case F-09.
/// </remarks>
public static class AddressRule
{
    private static readonly IPNetwork[] _notPublic =
    [
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.31.196.0/24"),
        IPNetwork.Parse("192.52.193.0/24"),
        IPNetwork.Parse("192.88.99.0/24"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("192.175.48.0/24"),
        IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"),
        IPNetwork.Parse("224.0.0.0/4"),
        IPNetwork.Parse("240.0.0.0/4"),
        IPNetwork.Parse("2001::/23"),
        IPNetwork.Parse("2001:db8::/32"),
        IPNetwork.Parse("2002::/16"),
        IPNetwork.Parse("2620:4f:8000::/48"),
        IPNetwork.Parse("3fff::/20"),
    ];

    /// <summary>Whether a packet may go there.</summary>
    public static bool IsPublic(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !IsListed(address),
        AddressFamily.InterNetworkV6 => address.ScopeId == 0 && IsGlobalUnicast(address) && !IsListed(address),
        _ => false,
    };

    // By its bits: the framework's networks take a mapped address for the IPv4 address in it.
    private static bool IsGlobalUnicast(IPAddress address) => address.GetAddressBytes()[0] >> 5 == 0b001;

    private static bool IsListed(IPAddress address) => _notPublic.Any(network => network.Contains(address));
}
