using HomeroomGraph.Data.Access;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL;
using Npgsql;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>Who asks: an account with its claims, or nobody.</summary>
internal sealed class HomeroomViewer : IViewer
{
    private readonly Dictionary<Claim, Array> _claims;

    private HomeroomViewer(ViewerAccount? account, DateOnly today)
    {
        (Account, Today) = (account, today);
        _claims = account is null ? [] : Reach.Of(account);
    }

    /// <summary>A request without credentials.</summary>
    public static HomeroomViewer Anonymous(DateOnly today) => new(null, today);

    public static HomeroomViewer Of(ViewerAccount account, DateOnly today) => new(account, today);

    public ViewerAccount? Account { get; }

    public DateOnly Today { get; }

    public bool IsAuthenticated => Account is not null;

    public Array? ValueOf(Claim claim) => _claims.GetValueOrDefault(claim);

    /// <summary>Wall two takes on the account's reach by itself, and refuses a viewer whose rights have changed since.</summary>
    public NpgsqlBatchCommand EnterStatement() => new("select reach.enter($1, $2)")
    {
        Parameters = { new NpgsqlParameter<Guid> { TypedValue = Account!.AccountId }, new NpgsqlParameter<int> { TypedValue = Account.AccessVersion } },
    };
}
