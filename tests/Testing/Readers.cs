using HomeroomGraph.Data;
using HomeroomGraph.Data.Access;
using Npgsql;

namespace HomeroomGraph.Testing;

/// <summary>Under which of the two reading roles a viewer's queries run.</summary>
public static class Readers
{
    public static NpgsqlDataSource ReaderOf(this HomeroomDatabase database, ViewerReach reach) =>
        reach.OnlyDistrict is null ? database.PreparedReader : database.DistrictReader;
}
