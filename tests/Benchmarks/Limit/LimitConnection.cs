using System.Collections.Frozen;
using Npgsql;

namespace HomeroomGraph.Benchmarks.Limit;

/// <summary>A connection that is never closed, with every statement prepared on it and what an answer is written with.</summary>
internal sealed class LimitConnection : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;

    private LimitConnection(NpgsqlConnection connection, FrozenDictionary<string, NpgsqlCommand> commands) => (_connection, Commands) = (connection, commands);

    /// <summary>By the name of the question.</summary>
    public FrozenDictionary<string, NpgsqlCommand> Commands { get; }

    public LimitWriter Writer { get; } = new();

    public static async Task<LimitConnection> OpenAsync(NpgsqlDataSource source, IEnumerable<LimitQuestion> questions)
    {
        var connection = await source.OpenConnectionAsync();
        var commands = new Dictionary<string, NpgsqlCommand>(StringComparer.Ordinal);
        foreach (var question in questions)
        {
            var command = new NpgsqlCommand(question.Sql, connection);
            command.Parameters.AddRange(question.Parameters());
            await command.PrepareAsync();
            commands.Add(question.Name, command);
        }

        return new(connection, commands.ToFrozenDictionary(StringComparer.Ordinal));
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
