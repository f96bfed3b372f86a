namespace HomeroomGraph.Gateway.Inbox.Delivery;

/// <summary>Where messages of robots may be posted to. A host is good for https at its usual port and at public addresses; an origin that the operator wrote
/// out (<c>http://127.0.0.1:8090</c>) is good as it stands.</summary>
internal sealed class WebhookHosts
{
    private readonly HashSet<string> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _origins = new(StringComparer.OrdinalIgnoreCase);

    private WebhookHosts()
    {
    }

    /// <summary>As the setting has them.</summary>
    public IEnumerable<string> Names => _hosts.Concat(_origins);

    /// <summary>Reads hosts and origins, separated by spaces; null, and which one is wrong, where one is neither.</summary>
    public static WebhookHosts? Parse(string text, out string? wrong)
    {
        var hosts = new WebhookHosts();
        foreach (string part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            wrong = part;
            if (Uri.CheckHostName(part) == UriHostNameType.Dns) hosts._hosts.Add(part);
            else if (Uri.TryCreate(part, UriKind.Absolute, out var origin) && origin is { Scheme: "http" or "https", PathAndQuery: "/", UserInfo: "" }) hosts._origins.Add(OriginOf(origin));
            else return null;
        }
        wrong = null;
        return hosts;
    }

    /// <summary>Whether anything may be posted there.</summary>
    public bool Allows(Uri url) => url is { UserInfo: "", Fragment: "" } && (NamesOrigin(url) || (url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && _hosts.Contains(url.IdnHost)));

    /// <summary>Whether the operator wrote the origin out, and so answers for where it leads.</summary>
    public bool NamesOrigin(Uri url) => _origins.Contains(OriginOf(url));

    private static string OriginOf(Uri url) => url.GetLeftPart(UriPartial.Authority);
}
