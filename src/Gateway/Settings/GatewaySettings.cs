using HomeroomGraph.Data;
using HomeroomGraph.Data.Demo;
using HomeroomGraph.Gateway.Auth;
using Npgsql;

namespace HomeroomGraph.Gateway.Settings;

/// <summary>The program's settings, checked. What each means stands in <see cref="SettingsTable"/>.</summary>
public sealed record GatewaySettings
{
    /// <summary>The fixed day of the demo: its data is made around it.</summary>
    public static readonly DateOnly DemoToday = DemoSeed.Today;

    /// <summary>Where <c>samples/district-dashboard</c> is served.</summary>
    private const string SampleDashboard = "http://127.0.0.1:5090";

    public required string? ConnectionString { get; init; }
    public required string? DataDirectory { get; init; }
    public required bool Demo { get; init; }
    public required DateOnly? Today { get; init; }
    public required IReadOnlyList<ListenAddress> ApiUrls { get; init; }
    public required Uri PublicUrl { get; init; }

    /// <summary>Other origins whose pages may call the API.</summary>
    public required IReadOnlyList<string> AllowedOrigins { get; init; }
    public required bool Admin { get; init; }
    public required ListenAddress AdminUrl { get; init; }
    public required int PageSizeDefault { get; init; }
    public required int PageSizeMax { get; init; }
    public required bool Introspection { get; init; }
    public required bool Plans { get; init; }
    public required string? TrustedDocuments { get; init; }
    public required bool TrustedDocumentsOnly { get; init; }
    public required bool Ide { get; init; }
    public required SubscriptionSettings Subscriptions { get; init; }
    public required TimeSpan TokenLifetime { get; init; }
    public required TimeSpan SigningKeyLifetime { get; init; }
    public required byte[]? SigningKeyEncryptionKey { get; init; }
    public required TimeSpan FirstPasswordLifetime { get; init; }
    public required ForeignTerms? Foreign { get; init; }

    /// <summary>Addresses of Kestrel's own settings, which take the place of <see cref="ApiUrls"/> and <see cref="AdminUrl"/>.</summary>
    public required IReadOnlyList<ListenAddress> KestrelUrls { get; init; }
    public required long ImportBytes { get; init; }
    public required DocumentSettings Documents { get; init; }

    /// <summary>How people are reminded, and how messages are sent to them.</summary>
    public required InboxSettings Inbox { get; init; }

    /// <summary>How many days changes are kept for who follows them.</summary>
    public required int ChangeLogDays { get; init; }

    /// <summary>What a GraphQL request may ask for.</summary>
    public required RequestLimits Limits { get; init; }

    /// <summary>Settings of the process: its environment variables.</summary>
    public static GatewaySettings FromEnvironment() =>
        Read(new ConfigurationBuilder().AddEnvironmentVariables().Build());

    /// <summary>Reads and checks every setting.</summary>
    /// <exception cref="SetupException">Names each setting that is wrong, and what it must be.</exception>
    public static GatewaySettings Read(IConfiguration configuration)
    {
        var read = new SettingsReader(configuration);
        var connection = ReadConnectionString(read);
        var demo = read.OnOff(SettingsTable.Demo, otherwise: read.Text(SettingsTable.ConnectionString) is null);
        var apiUrls = read.Addresses(SettingsTable.ApiUrls);
        var adminUrls = read.Addresses(SettingsTable.AdminUrl);
        if (adminUrls.Count > 1)
            read.Refuse(SettingsTable.AdminUrl, "only one address can be given.");
        var publicUrl = read.WebAddress(SettingsTable.PublicUrl);
        var allowedOrigins = read.Origins(SettingsTable.AllowedOrigins, otherwise: demo ? [SampleDashboard] : []);
        var pageSizeMax = read.WholeNumber(SettingsTable.PageSizeMax, 1, 10_000);
        var pageSizeDefault = read.WholeNumber(SettingsTable.PageSizeDefault, 1, pageSizeMax);
        var today = read.Day(SettingsTable.Today);
        var admin = read.OnOff(SettingsTable.Admin, otherwise: true);
        var introspection = read.OnOff(SettingsTable.Introspection, otherwise: demo);
        var plans = read.OnOff(SettingsTable.Plans, otherwise: demo);
        var trustedDocumentsOnly = read.OnOff(SettingsTable.TrustedDocumentsOnly, otherwise: false);
        var ide = read.OnOff(SettingsTable.Ide, otherwise: demo && !trustedDocumentsOnly);
        if (ide && trustedDocumentsOnly)
            read.Refuse(SettingsTable.Ide, $"the IDE sends what is typed, which {SettingsTable.TrustedDocumentsOnly.Name} refuses.");
        var subscriptions = SubscriptionSettings.Read(read);
        var tokenMinutes = read.WholeNumber(SettingsTable.TokenMinutes, 1, (int)TokenTerms.LongestLifetime.TotalMinutes);
        var signingKeyDays = read.WholeNumber(SettingsTable.SigningKeyDays, 1, 3_650);
        var encryptionKey = read.Bytes(SettingsTable.SigningKeyEncryptionKey, KeyProtection.SecretLength);
        var firstPasswordDays = read.WholeNumber(SettingsTable.FirstPasswordDays, 1, 365);
        var foreign = ReadForeign(read, publicUrl ?? (apiUrls.Count > 0 ? apiUrls[0].ToLocalUri() : null));
        var importMegabytes = read.WholeNumber(SettingsTable.ImportMegabytes, 1, 256);
        var documents = DocumentSettings.Read(read);
        var inbox = InboxSettings.Read(read);
        var changeLogDays = read.WholeNumber(SettingsTable.ChangeLogDays, 1, 36_500);
        var limits = RequestLimits.Read(read);
        if (read.Problems.Count > 0)
            throw new SetupException(string.Join(Environment.NewLine + "  ", ["These settings can't be used:", .. read.Problems]));

        return new GatewaySettings
        {
            ConnectionString = connection,
            DataDirectory = read.Text(SettingsTable.DataDirectory),
            Demo = demo,
            Today = today ?? (demo ? DemoToday : null),
            ApiUrls = apiUrls,
            PublicUrl = publicUrl ?? apiUrls[0].ToLocalUri(),
            AllowedOrigins = allowedOrigins,
            Admin = admin,
            AdminUrl = adminUrls[0],
            PageSizeDefault = pageSizeDefault,
            PageSizeMax = pageSizeMax,
            Introspection = introspection,
            Plans = plans,
            TrustedDocuments = read.Text(SettingsTable.TrustedDocuments),
            TrustedDocumentsOnly = trustedDocumentsOnly,
            Ide = ide,
            Subscriptions = subscriptions,
            TokenLifetime = TimeSpan.FromMinutes(tokenMinutes),
            SigningKeyLifetime = TimeSpan.FromDays(signingKeyDays),
            SigningKeyEncryptionKey = encryptionKey,
            FirstPasswordLifetime = TimeSpan.FromDays(firstPasswordDays),
            Foreign = foreign,
            KestrelUrls = ReadKestrelUrls(configuration),
            ImportBytes = (long)importMegabytes << 20,
            Documents = documents,
            Inbox = inbox,
            ChangeLogDays = changeLogDays,
            Limits = limits,
        };
    }

    private static ForeignTerms? ReadForeign(SettingsReader read, Uri? own)
    {
        var authority = read.WebAddress(SettingsTable.OidcAuthority);
        var audience = read.Text(SettingsTable.OidcAudience);
        var accountBy = read.OneOf<ForeignAccountBy>(SettingsTable.OidcAccountBy);
        var algorithms = (read.Text(SettingsTable.OidcAlgorithms) ?? SettingsTable.OidcAlgorithms.Default).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (algorithms.Except(ForeignTerms.KnownAlgorithms).FirstOrDefault() is { } unknown)
            read.Refuse(SettingsTable.OidcAlgorithms, $"\"{unknown}\" is not one of {string.Join(", ", ForeignTerms.KnownAlgorithms)}.");
        if (authority is null)
        {
            if (read.Text(SettingsTable.OidcClientId) is not null)
                read.Refuse(SettingsTable.OidcClientId, $"it needs {SettingsTable.OidcAuthority.Name}, to be a client of.");
            return null;
        }

        // To the letter: the reader of settings would add a slash to a name without a path.
        var issuer = read.Text(SettingsTable.OidcAuthority)!;
        if (authority.Scheme != Uri.UriSchemeHttps && !authority.IsLoopback)
            read.Refuse(SettingsTable.OidcAuthority, "its keys travel unprotected: use https, or an address of this machine.");
        if (own is not null && issuer.TrimEnd('/') == own.ToString().TrimEnd('/'))
            read.Refuse(SettingsTable.OidcAuthority, "it is this program itself.");
        if (audience is null)
            read.Refuse(SettingsTable.OidcAudience, $"it is needed with {SettingsTable.OidcAuthority.Name}: a token for another API must not pass here.");
        return new ForeignTerms(issuer, audience ?? "", read.Text(SettingsTable.OidcAccountClaim) ?? SettingsTable.OidcAccountClaim.Default, accountBy, algorithms);
    }

    private static List<ListenAddress> ReadKestrelUrls(IConfiguration configuration) =>
        [.. configuration.GetSection("Kestrel:Endpoints").GetChildren()
            .Select(endpoint => ListenAddress.TryParse(endpoint["Url"] ?? "", out var address) ? address : null).OfType<ListenAddress>()];

    private static string? ReadConnectionString(SettingsReader read)
    {
        if (read.Text(SettingsTable.ConnectionString) is not { } text)
            return null;
        try
        {
            if (string.IsNullOrEmpty(new NpgsqlConnectionStringBuilder(text).Host))
                read.Refuse(SettingsTable.ConnectionString, "it names no Host.");
        }
        catch (ArgumentException e)
        {
            // The value itself stays out of the message: it may hold a password.
            read.Refuse(SettingsTable.ConnectionString, $"it is not an Npgsql connection string ({e.Message}).");
        }

        return text;
    }
}
