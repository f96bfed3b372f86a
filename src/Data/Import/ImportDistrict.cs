using Npgsql;

namespace HomeroomGraph.Data.Import;

/// <summary>The district an import is for, found by its GB/T 2260 code of today. Files may still carry a former code.</summary>
internal sealed record ImportDistrict(int DistrictId, string Code, string Name, IReadOnlyCollection<string> FormerCodes)
{
    private const int DistrictsNamed = 20;

    public bool HasCode(string? code) => code is not null && (code == Code || FormerCodes.Contains(code));

    public static async Task<ImportDistrict> FindAsync(NpgsqlConnection connection, string code, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            select d.district_id, d.code, d.name,
                   array(select f.code from homeroom.district_former_designation f
                         where f.district_id = d.district_id and f.code is not null)
            from homeroom.district d where d.code = $1
            """,
            connection) { Parameters = { new() { Value = code } } };
        await using (var reader = await command.ExecuteReaderAsync(cancel))
            if (await reader.ReadAsync(cancel))
                return new(reader.GetInt32(0), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<string[]>(3));

        var known = await KnownAsync(connection, cancel);
        throw new ImportRefusedException(
            "unknown-district",
            $"没有代码为 {code} 的区县。已有：{known}",
            $"There is no district with the code {code}. There are: {known}");
    }

    private static async Task<string> KnownAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "select code || ' ' || name from homeroom.district where code is not null order by code limit $1", connection)
        { Parameters = { new() { Value = DistrictsNamed + 1 } } };
        var known = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) known.Add(reader.GetString(0));
        if (known.Count > DistrictsNamed) known[DistrictsNamed] = "…";
        return known.Count == 0 ? "—" : string.Join(", ", known);
    }
}
