using System.Net;
using System.Net.Sockets;

namespace HomeroomGraph.Gateway.Tests.Auth.Attacks;

/// <summary>A place on this machine to which attacks point a reader of tokens. It listens and never answers: a connection is proof that
/// somebody went there.</summary>
internal static class AttackTrap
{
    private static readonly TcpListener Listener = Open();

    public static Uri Address { get; } = new($"http://127.0.0.1:{((IPEndPoint)Listener.LocalEndpoint).Port}");

    /// <summary>Somebody has connected since the last time.</summary>
    public static bool WasEntered()
    {
        if (!Listener.Pending())
            return false;
        Listener.AcceptSocket().Dispose();
        return true;
    }

    private static TcpListener Open()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }
}
