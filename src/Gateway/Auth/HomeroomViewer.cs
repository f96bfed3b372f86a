using System.Globalization;
using System.Net;
using System.Text;
using HomeroomGraph.Data.Access;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL;
using Npgsql;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>Who asks: an account with its claims, or nobody.</summary>
internal sealed class HomeroomViewer : IViewer
{
    /// <summary>What a first password is good for.</summary>
    private static readonly string[] BeforePasswordChange = ["viewer", ChangePasswordMutation.Name, SignInMutation.Name, "__typename"];

    private static readonly GraphQLError PasswordChangeRequired = new(
        "The first password must be changed before anything else: changePassword. 请先修改初始密码。", ErrorCodes.PasswordChangeRequired);

    private readonly Dictionary<Claim, Array> _claims;

    private HomeroomViewer(ViewerAccount? account, string client, DateOnly today, bool mustChangePassword)
    {
        (Account, Client, Today, MustChangePassword) = (account, client, today, mustChangePassword);
        _claims = account is null || mustChangePassword ? [] : Reach.Of(account);
        Identity = account is null ? "" : IdentityOf(account, mustChangePassword, _claims);
        KeptSession = account?.Reach.IsFixed == true ? new AccountSession(account.AccountId, account.AccessVersion) : null;
    }

    /// <summary>A request without credentials.</summary>
    public static HomeroomViewer Anonymous(DateOnly today, IPAddress? address) => new(null, ClientAddress.KeyOf(address), today, mustChangePassword: false);

    /// <summary>Whoever signed in with a password. With a first one there is nothing to see until it is changed.</summary>
    public static HomeroomViewer Of(ViewerAccount account, DateOnly today) => new(account, account.AccountId.ToString("N"), today, account.MustChangePassword);

    /// <summary>Whoever a foreign authority has signed in: our password was not asked for.</summary>
    public static HomeroomViewer OfForeign(ViewerAccount account, DateOnly today) => new(account, account.AccountId.ToString("N"), today, mustChangePassword: false);

    public ViewerAccount? Account { get; }

    public string Identity { get; }

    public string Client { get; }

    public DateOnly Today { get; }

    /// <summary>There is nothing to see or do until the first password is changed.</summary>
    public bool MustChangePassword { get; }

    public bool TrustedDocumentsOnly => Account?.TrustedDocumentsOnly == true;

    public bool IsAuthenticated => Account is not null;

    /// <summary>Every right is given in a district, or follows from one that is.</summary>
    public bool MaySee(int districtId) => Account is not null && Account.Roles.Any(role => role.DistrictId == districtId);

    /// <summary>Reads one whole district and nothing of another: under the database's role for those.</summary>
    public bool ReadsOneDistrict => Account?.Reach.OnlyDistrict is not null;

    public Array? ValueOf(Claim claim) => _claims.GetValueOrDefault(claim);

    /// <summary>Platform administrators, who read no school: in a deployment that serves people nobody else sees how their rows are found.</summary>
    public bool MaySeePlans => ValueOf(Reach.AdministeredDistricts) is { Length: > 0 };

    public GraphQLError? Refuses(string rootField) =>
        MustChangePassword && !BeforePasswordChange.Contains(rootField) ? PasswordChangeRequired : null;

    /// <summary>The account says who it is and its version what it may; the claims are beside it because a token may be good for a part of them only.</summary>
    private static string IdentityOf(ViewerAccount account, bool mustChangePassword, Dictionary<Claim, Array> claims)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{account.AccountId:N}/{account.AccessVersion}/{mustChangePassword}/{account.TrustedDocumentsOnly}");
        foreach (var claim in Reach.All)
            if (claims.GetValueOrDefault(claim) is { Length: > 0 } values)
                text.Append('/').Append(claim.Name).Append('=').AppendJoin(',', values.Cast<object>());
        return text.ToString();
    }

    /// <summary>Not of teachers, whose reach changes with their assignments.</summary>
    public IKeptSession? KeptSession { get; }

    /// <summary>Wall two takes on the account's reach by itself, and refuses a viewer whose rights have changed since.</summary>
    public NpgsqlBatchCommand EnterStatement(NpgsqlBatchCommand? again = null) =>
        AccountSession.With("select reach.enter($1, $2)", again, Account!.AccountId, Account.AccessVersion);
}
