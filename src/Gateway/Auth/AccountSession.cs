using HomeroomGraph.GraphQL;
using Npgsql;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>An account's session of the database, good for its access version. The database makes sure of both: what it has taken on for one account is no
/// session of another, whatever we think of the connection.</summary>
internal sealed record AccountSession(Guid AccountId, int AccessVersion) : IKeptSession
{
    public NpgsqlBatchCommand Enter(NpgsqlBatchCommand? again = null) =>
        Bind(again ?? new("select reach.enter($1, $2, is_kept => true)") { Parameters = { new NpgsqlParameter<Guid>(), new NpgsqlParameter<int>() } });

    public NpgsqlBatchCommand Check(NpgsqlBatchCommand? again = null) =>
        Bind(again ?? new("select 1 from reach.entered where account_id = $1 and access_version = $2") { Parameters = { new NpgsqlParameter<Guid>(), new NpgsqlParameter<int>() } });

    public bool Equals(IKeptSession? other) => Equals(other as AccountSession);

    private NpgsqlBatchCommand Bind(NpgsqlBatchCommand command)
    {
        ((NpgsqlParameter<Guid>)command.Parameters[0]).TypedValue = AccountId;
        ((NpgsqlParameter<int>)command.Parameters[1]).TypedValue = AccessVersion;
        return command;
    }
}
