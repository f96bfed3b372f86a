namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>What a row with status <c>tobedeleted</c> can't do to a record: the report says so, and the record stays.</summary>
internal static class WithdrawalRules
{
    public static void Check(Roster roster, StoredDistrict stored, FindingLog log)
    {
        foreach (var row in Withdrawn(roster.Classes).Where(c => stored.ClassesWithAppointments.Contains(c.StoredId!.Value)))
            Warn(row, RosterReasons.ClassKept);
        foreach (var row in Withdrawn(roster.Sessions).Where(s => s.Kind is not null))
            Warn(row, RosterReasons.CalendarKept);

        void Warn(RosterRow row, Reason reason) =>
            log.Add(row.File, row.Line, RosterRow.StatusColumn.Name, RosterRow.ToBeDeleted, Severity.Warning, reason);
    }

    private static IEnumerable<TRow> Withdrawn<TRow>(RowSet<TRow> rows) where TRow : RosterRow =>
        rows.Good.Where(r => r is { IsWithdrawn: true, StoredId: not null });
}
