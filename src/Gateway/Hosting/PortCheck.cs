using System.Net.Sockets;
using HomeroomGraph.Data;
using HomeroomGraph.Gateway.Settings;

namespace HomeroomGraph.Gateway.Hosting;

/// <summary>Looks before the long part of a start whether the ports are free, and says which setting moves one that is not.</summary>
internal static class PortCheck
{
    public static void Run(GatewaySettings settings)
    {
        foreach (var address in settings.ApiUrls)
            Check(address, SettingsTable.ApiUrls);
        if (settings.Admin)
            Check(settings.AdminUrl, SettingsTable.AdminUrl);
    }

    /// <summary>The same fault for a port that was taken between the look and the listening.</summary>
    public static SetupException InUse(ListenAddress address, Setting setting, Exception? cause = null) => new(
        $"Port {address.Port} is in use: another program, perhaps another HomeroomGraph, listens at {address}. "
        + $"Stop it, or set {setting.Name} to another address (now {address}).", cause);

    private static void Check(ListenAddress address, Setting setting)
    {
        foreach (var endPoint in address.EndPoints())
        {
            using var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(endPoint);
                socket.Listen();
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                throw InUse(address, setting, e);
            }
            catch (SocketException e)
            {
                throw new SetupException($"Can't listen at {address} ({e.Message}). Set {setting.Name} to another address.", e);
            }
        }
    }
}
