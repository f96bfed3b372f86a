using System.Net;
using System.Net.Sockets;

namespace HomeroomGraph.Gateway.Inbox.Delivery;

/// <summary>Tells addresses of the public internet from those of this machine, of a network inside, and of no use at all: a name of outside that leads inside
/// (DNS rebinding) is so found out at the connection itself.</summary>
internal static class PublicAddress
{
    /// <summary>The ranges that are not public (RFC 6890 and its registries).</summary>
    private static readonly IPNetwork[] Others =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3", "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fc00::/7",
            "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    public static bool Is(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6 && !Others.Any(network => network.Contains(plain));
    }
}
