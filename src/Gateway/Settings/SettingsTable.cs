namespace HomeroomGraph.Gateway.Settings;

/// <summary>Every setting the program reads. <c>docs/settings.md</c> has the same rows, and a test compares them.</summary>
public static partial class SettingsTable
{
    public static readonly Setting ConnectionString = new("ConnectionStrings__Homeroom", "none: embedded PostgreSQL",
        "PostgreSQL 18 or later to use, as an Npgsql connection string. Its login owns the database and may create roles.");

    public static readonly Setting DataDirectory = new("Homeroom__DataDirectory", "chosen by the system and the user",
        "Where the embedded PostgreSQL keeps its programs and data.");

    public static readonly Setting Demo = new("Homeroom__Demo", "true with the embedded PostgreSQL, else false",
        "Put the demo districts and accounts into the database at start.");

    public static readonly Setting Today = new("Homeroom__Today", "2026-11-16 in the demo, else the day in Asia/Shanghai",
        "The business day, as yyyy-MM-dd: what \"today\" means in every query and rule.");

    public static readonly Setting ApiUrls = new("ASPNETCORE_URLS", "http://127.0.0.1:5080",
        "Where the API listens; several are separated by a semicolon. With demo accounts only loopback addresses are taken.");

    public static readonly Setting PublicUrl = new("Homeroom__PublicUrl", "the first of ASPNETCORE_URLS",
        "The API's address as its callers see it: the issuer of its tokens.");

    public static readonly Setting AllowedOrigins = new("Homeroom__AllowedOrigins", "http://127.0.0.1:5090 in the demo, for samples/district-dashboard, else none",
        "Other origins whose pages may call the API from a browser, such as https://dashboard.example; several are separated by a semicolon.");

    public static readonly Setting Admin = new("Homeroom__Admin", "true",
        "Start the admin pages in the same process.");

    public static readonly Setting AdminUrl = new("Homeroom__AdminUrl", "http://127.0.0.1:5081",
        "Where the admin listens.");

    public static readonly Setting PageSizeDefault = new("Homeroom__PageSizeDefault", "10",
        "Rows of a page when a query says neither first nor last.");

    public static readonly Setting PageSizeMax = new("Homeroom__PageSizeMax", "500",
        "Most rows a page may ask for.");

    public static readonly Setting Introspection = new("Homeroom__Introspection", "true in the demo, else false",
        "Let callers who are not signed in read the schema. Signed-in callers always may.");

    public static readonly Setting Plans = new("Homeroom__Plans", "true in the demo, else false",
        "Let everyone who is signed in ask how the database answers a query (header GraphQL-Plan). Platform administrators always may.");

    public static readonly Setting HttpStatusDraft = new("Homeroom__HttpStatusDraft", "false",
        "Answer application/graphql-response+json by the newer statuses of GraphQL over HTTP: 422 to what can't run, 294 to data with errors.");

    public static readonly Setting Compression = new("Homeroom__Compression", "true",
        "Send large answers of queries as brotli or gzip to clients that accept it. Off where a proxy in front does that.");

    public static readonly Setting TrustedDocuments = new("Homeroom__TrustedDocuments", "none: only those of this program",
        "Documents of your own clients to register at start: a folder of .graphql files and manifests (.json), or one such file.");

    public static readonly Setting TrustedDocumentsOnly = new("Homeroom__TrustedDocumentsOnly", "false",
        "Answer registered documents only, whoever asks. The admin sends no others; there is no IDE then, for it sends what is typed.");

    public static readonly Setting Ide = new("Homeroom__Ide", "true in the demo, else false",
        "Answer a browser that opens the API's address with an IDE. Programs that ask there get the API as ever.");

    public static readonly Setting TokenMinutes = new("Homeroom__TokenMinutes", "60",
        "How long an access token is good for.");

    public static readonly Setting SigningKeyDays = new("Homeroom__SigningKeyDays", "90",
        "How many days a key signs access tokens before the next one follows.");

    public static readonly Setting SigningKeyEncryptionKey = new("Homeroom__SigningKeyEncryptionKey", "none: not encrypted",
        "32 bytes in base64: encrypts the private keys that sign tokens where the database keeps them. The same for all gateways and verbs.");

    public static readonly Setting FirstPasswordDays = new("Homeroom__FirstPasswordDays", "14",
        "How many days a first password signs in; after that the account needs another one.");

    public static readonly Setting OidcAuthority = new("Homeroom__Oidc__Authority", "none: only tokens of our own",
        "The issuer of a foreign OpenID Connect authority, to the letter, whose access tokens are accepted too.");

    public static readonly Setting OidcAudience = new("Homeroom__Oidc__Audience", "none: needed with an authority",
        "What the authority's tokens name as their audience for this API.");

    public static readonly Setting OidcAccountBy = new("Homeroom__Oidc__AccountBy", "link",
        "How the authority's people find their accounts: link (an account's manager has linked them) or username (the claim is the user name).");

    public static readonly Setting OidcAccountClaim = new("Homeroom__Oidc__AccountClaim", "sub",
        "The claim of the authority's tokens that tells the account.");

    public static readonly Setting OidcAlgorithms = new("Homeroom__Oidc__Algorithms", "ES256 RS256 PS256",
        "What the authority's tokens may be signed with, separated by spaces; asymmetric algorithms only.");

    public static readonly Setting OidcClientId = new("Homeroom__Oidc__ClientId", "none: no sign-in there from the admin",
        "The admin as a client of the authority: with it the sign-in page has a button that leads there.");

    public static readonly Setting OidcClientSecret = new("Homeroom__Oidc__ClientSecret", "none: a public client",
        "How the admin proves itself to the authority (HTTP Basic).");

    public static readonly Setting OidcScope = new("Homeroom__Oidc__Scope", "openid",
        "What the admin asks the authority for, separated by spaces.");

    public static readonly Setting OidcResource = new("Homeroom__Oidc__Resource", "none: not sent",
        "The resource (RFC 8707) for which the admin asks a token, for authorities that want to be told; most often the audience.");

    public static readonly Setting OidcName = new("Homeroom__Oidc__Name", "the pages say it in general words",
        "What users call the authority, for the button.");

    public static readonly Setting ImportMegabytes = new("Homeroom__ImportMegabytes", "256",
        "Largest file, in MiB, that an import over HTTP takes.");

    public static IReadOnlyList<Setting> All =>
    [
        ConnectionString, DataDirectory, Demo, Today, ApiUrls, PublicUrl, AllowedOrigins, Admin, AdminUrl,
        PageSizeDefault, PageSizeMax, Introspection, Plans, HttpStatusDraft, Compression, TrustedDocuments, TrustedDocumentsOnly, Ide,
        .. Subscriptions, ChangeLogDays, TokenMinutes, SigningKeyDays, SigningKeyEncryptionKey, FirstPasswordDays,
        OidcAuthority, OidcAudience, OidcAccountBy, OidcAccountClaim, OidcAlgorithms,
        OidcClientId, OidcClientSecret, OidcScope, OidcResource, OidcName, ImportMegabytes, .. Documents,
        .. Inbox,
        .. Limits, .. Answers,
    ];
}
