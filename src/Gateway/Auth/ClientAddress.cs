using System.Net;
using System.Net.Sockets;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>The part of an address by which a caller without an account is known.</summary>
internal static class ClientAddress
{
    /// <summary>The address; of an IPv6 address its /64, for a caller has all of that to change address in.</summary>
    public static string KeyOf(IPAddress? address)
    {
        if (address is null)
            return "unknown";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
