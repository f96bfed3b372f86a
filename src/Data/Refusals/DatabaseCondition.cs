using Npgsql;

namespace HomeroomGraph.Data.Refusals;

/// <summary>A condition of a step as the database states it: what is missing, all at once. Its triggers refuse the step by the same.</summary>
internal static class DatabaseCondition
{
    /// <summary>What a condition lacks, as refusals; empty: nothing.</summary>
    /// <param name="connection">Inside the transaction of the step.</param>
    /// <param name="sql">Asks a function of the migrations for code, part and detail.</param>
    /// <param name="root">The record that the parts are of, for the path.</param>
    /// <param name="values">The parameters.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<IReadOnlyList<Refusal>> MissingAsync(
        NpgsqlConnection connection, string sql, string root, IReadOnlyList<object> values, CancellationToken cancellation)
    {
        await using var ask = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            ask.Parameters.Add(new() { Value = value });
        await using var rows = await ask.ExecuteReaderAsync(cancellation);
        var missing = new List<Refusal>();
        while (await rows.ReadAsync(cancellation))
            missing.Add(RuleTable.Of(rows.GetString(0)).Refuse(rows.IsDBNull(2) ? null : rows.GetString(2), [root, .. rows.GetString(1).Split('.')]));
        return missing;
    }
}
