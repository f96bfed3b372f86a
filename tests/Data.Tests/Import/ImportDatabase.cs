using HomeroomGraph.Data.Import.OneRoster;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Import;

/// <summary>A database with districts and nothing else, and what a test of an import asks of it.</summary>
public sealed class ImportDatabase(PostgresCluster cluster) : TestDatabase(cluster)
{
    private int districts;

    public static readonly DateOnly Today = new(2026, 11, 16);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public OneRosterImport Import => new(Database.Writer, new BusinessClock(TimeProvider.System, Today));

    /// <summary>A district of its own for a test, so that tests of a class don't meet.</summary>
    public async Task<string> NewDistrictAsync()
    {
        var code = $"{100_000 + Interlocked.Increment(ref districts)}";
        await RunAsync(
            "insert into homeroom.district (code, name, city, province, since) values ($1, '某县', '某市', '某省', '2010-01-01')", code);
        return code;
    }

    public async Task RunAsync(string sql, params object[] values)
    {
        await using var command = Database.Owner.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(Cancel);
    }

    public async Task<T> ScalarAsync<T>(string sql, params object[] values)
    {
        await using var command = Database.Owner.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return (T)(await command.ExecuteScalarAsync(Cancel))!;
    }

    /// <summary>Everything that is stored of a district, as text; two equal ones mean that nothing changed.</summary>
    public async Task<string> ContentAsync(string district) => string.Join('\n', await Task.WhenAll(
        new[] { "school", "teacher", "employment", "school_year", "semester", "cohort", "class", "appointment" }.Select(table =>
            ScalarAsync<string>(
                $"""
                select '{table} ' || coalesce(string_agg(t::text, ';' order by t::text), '') from homeroom.{table} t
                join homeroom.district d using (district_id) where d.code = $1
                """, district))));

    /// <summary>How many entries the audit log and the change log have together for a district.</summary>
    public Task<long> LoggedAsync(string district) => ScalarAsync<long>(
        """
        select (select count(*) from history.audit_log l where l.district_id = d.district_id)
             + (select count(*) from history.change_log l where l.district_id = d.district_id)
        from homeroom.district d where d.code = $1
        """, district);
}
