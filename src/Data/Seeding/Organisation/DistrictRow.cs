using Npgsql;

namespace HomeroomGraph.Data.Seeding.Organisation;

/// <summary>The row of a district that is to be made.</summary>
internal static class DistrictRow
{
    private const string AddSql = """
        insert into homeroom.district (code, name, city, province, since) values ($1, $2, $3, $4, '2000-01-01')
        on conflict (code) do nothing returning district_id
        """;

    /// <summary>Its new id; null if there is a district of that code.</summary>
    public static async Task<int?> AddAsync(
        NpgsqlConnection connection, string code, string name, string city, string province, CancellationToken cancellation)
    {
        await using var add = new NpgsqlCommand(AddSql, connection)
        {
            Parameters = { new() { Value = code }, new() { Value = name }, new() { Value = city }, new() { Value = province } },
        };
        return (int?)await add.ExecuteScalarAsync(cancellation);
    }
}
