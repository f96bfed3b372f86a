using HomeroomGraph.GraphQL;
using Npgsql;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>An account's session of the database, good for its access version. The database makes sure of both: what it has taken on for one account is no
/// session of another, whatever we think of the connection.</summary>
internal sealed record AccountSession(Guid AccountId, int AccessVersion) : IKeptSession
{
    public NpgsqlBatchCommand Enter(NpgsqlBatchCommand? again = null) => With("select reach.enter($1, $2, is_kept => true)", again, AccountId, AccessVersion);

    public NpgsqlBatchCommand Check(NpgsqlBatchCommand? again = null) =>
        With("select 1 from reach.entered where account_id = $1 and access_version = $2", again, AccountId, AccessVersion);

    public bool Equals(IKeptSession? other) => Equals(other as AccountSession);

    /// <summary>A statement that asks for an account at its version.</summary>
    /// <param name="again">A command that was made of the same statement before.</param>
    public static NpgsqlBatchCommand With(string statement, NpgsqlBatchCommand? again, Guid accountId, int accessVersion)
    {
        var command = again ?? new(statement) { Parameters = { new NpgsqlParameter<Guid>(), new NpgsqlParameter<int>() } };
        ((NpgsqlParameter<Guid>)command.Parameters[0]).TypedValue = accountId;
        ((NpgsqlParameter<int>)command.Parameters[1]).TypedValue = accessVersion;
        return command;
    }
}
