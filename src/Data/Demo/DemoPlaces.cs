using HomeroomGraph.Data.Seeding.Organisation;
using Npgsql;

namespace HomeroomGraph.Data.Demo;

/// <summary>Finds out which districts of the demo are still to be filled.</summary>
internal sealed class DemoPlaces(NpgsqlConnection connection)
{
    private const string FindSql = """
        select d.district_id,
               (select count(*) from homeroom.school s where s.district_id = d.district_id) as schools,
               exists (select from homeroom.school s where s.district_id = d.district_id and s.code = $2) as is_there
        from homeroom.district d where d.code = $1
        """;

    /// <summary>
    /// The district's id, if the demo has to fill it: it is new, or has no school yet. Another district than the main one that has
    /// schools, imported ones say, stays as it is.
    /// </summary>
    /// <exception cref="SetupException">The main district has schools, and not those of the demo.</exception>
    public async Task<int?> MakeRoomAsync(string code, string name, string city, CancellationToken cancellation)
    {
        if (await FindAsync(code, cancellation) is not { } found)
            return await DistrictRow.AddAsync(connection, code, name, city, "山东省", cancellation);
        if (found.Schools > 0 && !found.IsThere && code == DemoDistricts.Main)
        {
            throw new SetupException(
                $"The district {code} {name} has schools of its own, so the demo has no place in it. " +
                "Set Homeroom__Demo=false, or use another database.");
        }

        return found.Schools == 0 ? found.Id : null;
    }

    private async Task<(int Id, long Schools, bool IsThere)?> FindAsync(string code, CancellationToken cancellation)
    {
        await using var find = new NpgsqlCommand(FindSql, connection)
        {
            Parameters = { new() { Value = code }, new() { Value = DemoSchools.First } },
        };
        await using var row = await find.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? (row.GetInt32(0), row.GetInt64(1), row.GetBoolean(2)) : null;
    }
}
