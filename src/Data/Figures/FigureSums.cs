using Npgsql;

namespace HomeroomGraph.Data.Figures;

/// <summary>A key under which a summary keeps something else than its rows add up to.</summary>
/// <param name="Key">The key's columns, as JSON.</param>
/// <param name="Kept">The sums that the summary has, as JSON; null where it has none.</param>
/// <param name="Counted">The sums that the rows add up to, as JSON; null where there is nothing to sum.</param>
public sealed record FigureDifference(string Summary, int DistrictId, string Key, string? Kept, string? Counted);

/// <summary>The summaries behind the figures: holds them against the rows they are sums of, and sums up anew. While it does, the program can go on.</summary>
public sealed class FigureSums(NpgsqlDataSource owner)
{
    /// <summary>The names of the summaries.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancellation)
    {
        await using var command = owner.CreateCommand("select figures.summaries()");
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var names = new List<string>();
        while (await rows.ReadAsync(cancellation))
            names.Add(rows.GetString(0));
        return names;
    }

    /// <summary>Where a summary differs from its rows, at one moment: nowhere, unless somebody changed it past its triggers.</summary>
    public async Task<IReadOnlyList<FigureDifference>> DifferencesAsync(string summary, CancellationToken cancellation)
    {
        await using var command = owner.CreateCommand("select district_id, key::text, kept::text, counted::text from figures.differences($1) order by 1, 2");
        command.Parameters.Add(new() { Value = summary });
        command.CommandTimeout = 0;
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var found = new List<FigureDifference>();
        while (await rows.ReadAsync(cancellation))
            found.Add(new(summary, rows.GetInt32(0), rows.GetString(1), Text(2), Text(3)));
        return found;

        string? Text(int ordinal) => rows.IsDBNull(ordinal) ? null : rows.GetString(ordinal);
    }

    /// <summary>Sums a district up anew, in a transaction of its own. It waits for those who change the district's rows, and they for it.</summary>
    public async Task MendAsync(string summary, int districtId, CancellationToken cancellation)
    {
        await using var command = owner.CreateCommand("select figures.recount($1, $2)");
        command.Parameters.Add(new() { Value = summary });
        command.Parameters.Add(new() { Value = districtId });
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
