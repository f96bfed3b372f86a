using HomeroomGraph.Data.Import.Merging;

namespace HomeroomGraph.Data.Import.OneRoster.Merging;

/// <summary>School years and their semesters (rule O4).</summary>
internal static class CalendarSteps
{
    // A semester lies inside its year at any moment: the year is widened first and cut to its length after its semesters.
    public static readonly MergeStep SchoolYears = new(RecordKind.SchoolYear,
        new(Effect.Changed,
            """
            update homeroom.school_year y
            set name = s.name, source_id = s.source_id,
                starts_on = least(y.starts_on, s.starts_on), ends_on = greatest(y.ends_on, s.ends_on)
            from staged_school_year s
            where y.district_id = $1 and y.school_year_id = s.stored_id
              and (y.name, y.source_id, y.starts_on, y.ends_on) is distinct from (s.name, s.source_id, s.starts_on, s.ends_on)
            """),
        new(Effect.Created,
            """
            insert into homeroom.school_year (district_id, name, starts_on, ends_on, source_id)
            select $1, name, starts_on, ends_on, source_id from staged_school_year where stored_id is null order by starts_on
            """));

    // The first week that the office has set stays as long as the semester starts on the same day.
    public static readonly MergeStep Semesters = new(RecordKind.Semester,
        new(Effect.Changed,
            """
            update homeroom.semester m
            set school_year_id = y.school_year_id, number = s.number, name = s.name, starts_on = s.starts_on, ends_on = s.ends_on,
                first_week_starts_on = case m.starts_on when s.starts_on then m.first_week_starts_on else s.first_week_starts_on end,
                source_id = s.source_id
            from staged_semester s join homeroom.school_year y on y.district_id = $1 and y.source_id = s.year_source_id
            where m.district_id = $1 and m.semester_id = s.stored_id
              and (m.school_year_id, m.number, m.name, m.starts_on, m.ends_on, m.source_id)
                  is distinct from (y.school_year_id, s.number, s.name, s.starts_on, s.ends_on, s.source_id)
            """),
        new(Effect.Created,
            """
            insert into homeroom.semester (district_id, school_year_id, number, name, starts_on, ends_on, first_week_starts_on, source_id)
            select $1, y.school_year_id, s.number, s.name, s.starts_on, s.ends_on, s.first_week_starts_on, s.source_id
            from staged_semester s join homeroom.school_year y on y.district_id = $1 and y.source_id = s.year_source_id
            where s.stored_id is null order by s.starts_on
            """),
        new(Effect.None,
            """
            update homeroom.school_year y set starts_on = s.starts_on, ends_on = s.ends_on
            from staged_school_year s
            where y.district_id = $1 and y.school_year_id = s.stored_id
              and (y.starts_on, y.ends_on) is distinct from (s.starts_on, s.ends_on)
            """));
}
