using Npgsql;

namespace HomeroomGraph.Testing;

/// <summary>Runs of imports for tests that only read them.</summary>
public static class ImportRunRecords
{
    private const string Runs =
        """
        with run as (
            insert into import.run (district_id, school_id, kind, file_name, file_sha256, state, finished_at, errors)
            select district_id, school_id, 'roll', '教师花名册.xlsx', repeat('0', 64), 'refused', now(), 1
            from (select district_id, null::bigint as school_id from homeroom.district
                  union all select district_id, min(school_id) from homeroom.school group by district_id) owner
            returning district_id, run_id),
        counted as (
            insert into import.run_count (district_id, run_id, place, kind, read, accepted, created, changed, unchanged, withdrawn, not_in_file)
            select district_id, run_id, 1, 'roll_entry', 2, 1, 0, 1, 0, 0, 0 from run),
        aside as (
            insert into import.run_aside (district_id, run_id, place, file, count, chinese, english)
            select district_id, run_id, 1, '教师花名册.xlsx', 1, '不导入的列：电话', 'columns that are not imported: 电话' from run)
        insert into import.run_finding (district_id, run_id, place, severity, code, file, line, "column", value, chinese, english, consequences_chinese, consequences_english)
        select district_id, run_id, 1, 'error', 'no-such-teacher', '教师花名册.xlsx', 4, '教职工号', '4040', '区县中没有这个工号',
               'no teacher of the district has this staff number', '', '' from run
        """;

    /// <summary>In each district a refused run of the whole district, and one of a school.</summary>
    public static Task AddImportRunsAsync(this NpgsqlDataSource owner) => owner.ExecuteAsync(Runs);
}
