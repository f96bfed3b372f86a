using Npgsql;
using Xunit;

namespace HomeroomGraph.Testing;

/// <summary>Short SQL in tests, with positional parameters.</summary>
public static class Sql
{
    /// <summary>Runs it.</summary>
    public static async Task ExecuteAsync(this NpgsqlDataSource source, string sql, params object[] parameters)
    {
        await using var command = Command(source, sql, parameters);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The first column of the only row.</summary>
    public static async Task<T> ScalarAsync<T>(this NpgsqlDataSource source, string sql, params object[] parameters) =>
        Assert.Single(await source.ColumnAsync<T>(sql, parameters));

    /// <summary>The first column of all rows.</summary>
    public static async Task<List<T>> ColumnAsync<T>(this NpgsqlDataSource source, string sql, params object[] parameters)
    {
        await using var command = Command(source, sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var values = new List<T>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            values.Add(reader.GetFieldValue<T>(0));
        return values;
    }

    /// <summary>Runs it and expects the constraint of that name to refuse it.</summary>
    public static async Task RefusedByAsync(this NpgsqlDataSource source, string constraint, string sql, params object[] parameters)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => source.ExecuteAsync(sql, parameters));
        Assert.Equal(constraint, refusal.ConstraintName);
    }

    private static NpgsqlCommand Command(NpgsqlDataSource source, string sql, object[] parameters)
    {
        var command = source.CreateCommand(sql);
        foreach (var value in parameters)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
