namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>
/// Keeps which schools and teachers of a stored bundle were left out, with the mistake they hang on. The teacher roll that
/// comes after the bundle speaks of them too, and is not wrong once more.
/// </summary>
internal static class LeftOut
{
    public static async Task RecordAsync(ImportWork work, Roster roster)
    {
        if (work.Outcome != ImportOutcome.Applied || work.Run.RunId is not { } runId) return;
        var stored = roster.Users.Good.Select(u => u.StaffNumber).ToHashSet();
        var schools = roster.Orgs.Rows.Where(o => o is { IsSchool: true, Name: not null, LostTo: not null })
            .Select(o => (Kind: "school", Key: o.Name!, Cause: o.LostTo!));
        var teachers = roster.Users.Rows.Where(u => u is { StaffNumber: not null, LostTo: not null } && !stored.Contains(u.StaffNumber))
            .Select(u => (Kind: "teacher", Key: u.StaffNumber!, Cause: u.LostTo!));

        await using var copy = await work.Connection.BeginBinaryImportAsync(
            "copy import.left_out (district_id, run_id, kind, key, file, line, chinese, english) from stdin (format binary)", work.Cancel);
        foreach (var (kind, key, cause) in schools.Concat(teachers).DistinctBy(row => (row.Kind, row.Key)))
            await copy.WriteRowAsync(
                work.Cancel, work.District.DistrictId, runId, kind, key, cause.File, cause.Line, cause.Message.Chinese, cause.Message.English);
        await copy.CompleteAsync(work.Cancel);
    }
}
