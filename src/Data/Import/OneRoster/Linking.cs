namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>
/// Finds what a row is about through others, as far as it can be found: the school year of sessions and classes, the days of
/// appointments. The rules come afterwards and say where it could not.
/// </summary>
internal static class Linking
{
    private const int DeepestNesting = 6;

    public static void Link(Roster roster)
    {
        foreach (var session in roster.Sessions.Rows) LinkSession(session, roster.Sessions);
        foreach (var row in roster.Classes.Rows) LinkClass(row, roster.Sessions);
        foreach (var row in roster.Enrollments.Rows) LinkEnrollment(row, roster.Classes[row.ClassSourcedId]);
    }

    /// <summary>The school year above a session, else (it names none) the one that ends in the year it states.</summary>
    private static void LinkSession(SessionRow session, RowSet<SessionRow> sessions)
    {
        session.YearIsParent = sessions[session.ParentSourcedId] is { IsSchoolYear: true };
        var above = session;
        for (var depth = 0; above is { IsSchoolYear: false } && depth < DeepestNesting; depth++)
            above = sessions[above.ParentSourcedId];
        session.Year = above is { IsSchoolYear: true } ? above : null;
        if (session is { Year: null, ParentSourcedId: null })
            session.Year = sessions.Rows.FirstOrDefault(s => s is { IsSchoolYear: true, IsGood: true } && s.SchoolYear == session.SchoolYear);
    }

    private static void LinkClass(ClassRow row, RowSet<SessionRow> sessions)
    {
        var terms = row.TermSourcedIds.Select(t => sessions[t]).OfType<SessionRow>().ToList();
        row.Year = terms.Select(t => t.Year).FirstOrDefault(y => y is not null);
        row.FirstDay = terms.Min(t => t.Start) ?? default;
        row.EndDay = terms.Max(t => t.End) ?? default;
    }

    /// <summary>An appointment without dates of its own lasts as long as the terms of the class.</summary>
    private static void LinkEnrollment(EnrollmentRow row, ClassRow? itsClass)
    {
        row.StartsOn = row.Begin ?? itsClass?.FirstDay ?? default;
        row.EndsOn = row.End ?? itsClass?.EndDay ?? default;
    }
}
