using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace HomeroomGraph.Gateway.Settings;

/// <summary>An address a host listens at, such as <c>http://127.0.0.1:5080</c> or <c>http://*:80</c>.</summary>
public sealed record ListenAddress(string Scheme, string Host, int Port)
{
    public static bool TryParse(string text, [NotNullWhen(true)] out ListenAddress? address)
    {
        address = null;
        BindingAddress parsed;
        try
        {
            parsed = BindingAddress.Parse(text.Trim());
        }
        catch (FormatException)
        {
            return false;
        }

        var plain = parsed is { IsUnixPipe: false, IsNamedPipe: false, PathBase: "" } && parsed.Host.Length > 0;
        if (!plain || parsed.Scheme.ToLowerInvariant() is not ("http" or "https") || parsed.Port is < 0 or > 65_535)
            return false;
        address = new ListenAddress(parsed.Scheme.ToLowerInvariant(), parsed.Host, parsed.Port);
        return true;
    }

    /// <summary>Whether only this machine can reach the address.</summary>
    public bool IsLoopback => Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(Host, out var ip) && IPAddress.IsLoopback(ip));

    /// <summary>The socket addresses a listener at this address takes.</summary>
    public IEnumerable<IPEndPoint> EndPoints()
    {
        if (IPAddress.TryParse(Host, out var ip))
            return [new IPEndPoint(ip, Port)];
        var ofLoopback = Host.Equals("localhost", StringComparison.OrdinalIgnoreCase);
        return [new IPEndPoint(ofLoopback ? IPAddress.Loopback : IPAddress.Any, Port)];
    }

    /// <summary>How this machine itself calls the address: a wildcard such as <c>*</c> can be listened at but not called.</summary>
    public Uri ToLocalUri() => new($"{Scheme}://{(Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : Host)}:{Port}");

    public override string ToString() => $"{Scheme}://{Host}:{Port}";
}
