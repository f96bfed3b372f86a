using HomeroomGraph.Data.Import.Merging;

namespace HomeroomGraph.Data.Import.OneRoster.Merging;

/// <summary>Schools, cohorts and classes (rules O1, O6).</summary>
internal static class SchoolSteps
{
    // Who holds a code that another row gets now gets another code itself (or the row would have been refused): it is put
    // aside until then. A stored pinyin stays as long as the name does, for the office may have corrected it.
    public static readonly MergeStep Schools = new(RecordKind.School,
        new(Effect.None,
            """
            update homeroom.school held set code = (9000000000 + held.school_id % 1000000000)::text
            from staged_school s
            where held.district_id = $1 and held.code = s.code and held.school_id is distinct from s.stored_id
            """),
        new(Effect.Changed,
            """
            update homeroom.school c
            set code = s.code, name = s.name, pinyin = case c.name when s.name then c.pinyin else s.pinyin end,
                stage = s.stage, status = 'active', source_id = s.source_id
            from staged_school s
            where c.district_id = $1 and c.school_id = s.stored_id
              and (c.code, c.name, c.stage, c.status, c.source_id) is distinct from (s.code, s.name, s.stage, 'active', s.source_id)
            """),
        new(Effect.Created,
            """
            insert into homeroom.school (district_id, code, name, pinyin, stage, source_id)
            select $1, code, name, pinyin, stage, source_id from staged_school where stored_id is null order by code
            """),
        new(Effect.Withdrawn,
            """
            update homeroom.school c set status = 'closed' from withdrawn w
            where w.kind = 'School' and c.district_id = $1 and c.school_id = w.stored_id and c.status <> 'closed'
            """));

    public static readonly MergeStep Cohorts = new(RecordKind.Cohort,
        new MergeStatement(Effect.Created,
            """
            insert into homeroom.cohort (district_id, school_id, section, entry_year)
            select distinct $1, c.school_id, s.section, s.entry_year
            from staged_class s join homeroom.school c on c.district_id = $1 and c.source_id = s.school_source_id
            where not exists (select from homeroom.cohort h where h.district_id = $1 and h.school_id = c.school_id
                              and h.section = s.section and h.entry_year = s.entry_year)
            order by 2, 3, 4
            """));

    // The class's place is looked up once, when its school, year and cohort are stored; the statements after it only compare.
    // As with schools, a class whose number another row gets now is put aside until it gets its own.
    // A class with appointments on record is kept when it is withdrawn (the report says so).
    public static readonly MergeStep Classes = new(RecordKind.Class,
        new(Effect.None,
            """
            update staged_class s set school_id = c.school_id, school_year_id = y.school_year_id, cohort_id = h.cohort_id
            from homeroom.school c, homeroom.school_year y, homeroom.cohort h
            where c.district_id = $1 and c.source_id = s.school_source_id
              and y.district_id = $1 and y.source_id = s.year_source_id
              and h.district_id = $1 and h.school_id = c.school_id and h.section = s.section and h.entry_year = s.entry_year
            """),
        new(Effect.None,
            """
            update homeroom.class held set number = held.number + 10000
            from staged_class s
            where held.district_id = $1 and held.school_id = s.school_id and held.school_year_id = s.school_year_id
              and held.grade = s.grade and held.number = s.number and held.class_id is distinct from s.stored_id
            """),
        new(Effect.Changed,
            """
            update homeroom.class k
            set school_id = s.school_id, school_year_id = s.school_year_id, cohort_id = s.cohort_id,
                grade = s.grade, number = s.number, name = s.name, source_id = s.source_id
            from staged_class s
            where k.district_id = $1 and k.class_id = s.stored_id
              and (k.school_id, k.school_year_id, k.cohort_id, k.grade, k.number, k.name, k.source_id)
                  is distinct from (s.school_id, s.school_year_id, s.cohort_id, s.grade, s.number, s.name, s.source_id)
            """),
        new(Effect.Created,
            """
            insert into homeroom.class (district_id, school_id, school_year_id, cohort_id, grade, number, name, source_id)
            select $1, school_id, school_year_id, cohort_id, grade, number, name, source_id
            from staged_class where stored_id is null order by school_id, grade, number
            """),
        new(Effect.Withdrawn,
            """
            delete from homeroom.class k using withdrawn w
            where w.kind = 'Class' and k.district_id = $1 and k.class_id = w.stored_id
              and not exists (select from homeroom.appointment a where a.district_id = $1 and a.class_id = k.class_id)
            """));
}
