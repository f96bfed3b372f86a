using System.Net;
using System.Net.Sockets;

namespace HomeroomGraph.Testing;

/// <summary>Ports of this machine on which nobody listens.</summary>
public static class FreePort
{
    /// <summary>One that was free a moment ago.</summary>
    public static int Next()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>A web address at one, without a slash at its end.</summary>
    public static string NextAddress() => $"http://127.0.0.1:{Next()}";
}
