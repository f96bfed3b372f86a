using HomeroomGraph.Data.Import.OneRoster;
using HomeroomGraph.Data.Import.Papers;
using HomeroomGraph.Data.Import.Rolls;
using Npgsql;

namespace HomeroomGraph.Data.Import;

/// <summary>The kinds of imports there are, by the names of the verb.</summary>
public static class Imports
{
    private static readonly Dictionary<ImportKind, Func<NpgsqlDataSource, BusinessClock, DistrictImport>> All = new()
    {
        [ImportKind.Oneroster] = (writer, clock) => new OneRosterImport(writer, clock),
        [ImportKind.Roll] = (writer, clock) => new RollImport(writer, clock),
        [ImportKind.Papers] = (writer, clock) => new PapersImport(writer, clock),
    };

    public static IEnumerable<string> Kinds => All.Keys.Select(EnumText<ImportKind>.Of);

    public static DistrictImport Of(string kind, NpgsqlDataSource writer, BusinessClock clock) => Of(EnumText<ImportKind>.Parse(kind), writer, clock);

    public static DistrictImport Of(ImportKind kind, NpgsqlDataSource writer, BusinessClock clock) => All[kind](writer, clock);
}
