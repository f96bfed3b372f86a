using HomeroomGraph.Data.Import.Merging;

namespace HomeroomGraph.Data.Import.Rolls.Merging;

/// <summary>How what a roll says of teachers is stored (rule O5). What it does not say stays.</summary>
internal static class RollSteps
{
    private static readonly MergeStep Entries = new(RecordKind.RollEntry,
        new MergeStatement(Effect.Changed,
            """
            update homeroom.teacher t
            set gender = coalesce(s.gender, t.gender), status = coalesce(s.status, t.status),
                started_work_on = coalesce(s.started_work_on, t.started_work_on),
                earlier_homeroom_months = coalesce(s.earlier_months, t.earlier_homeroom_months)
            from staged_entry s
            where t.district_id = $1 and t.teacher_id = s.teacher_id
              and (t.gender, t.status, t.started_work_on, t.earlier_homeroom_months) is distinct from
                  (coalesce(s.gender, t.gender), coalesce(s.status, t.status), coalesce(s.started_work_on, t.started_work_on),
                   coalesce(s.earlier_months, t.earlier_homeroom_months))
            """));

    private static readonly MergeStep Subjects = new(RecordKind.Subject,
        new MergeStatement(Effect.Created,
            """
            insert into homeroom.subject (district_id, code, name)
            select distinct $1, s.code, s.name from staged_subject s
            where not exists (select from homeroom.subject k where k.district_id = $1 and k.name = s.name)
            order by s.code
            """));

    // The roll is the whole list of what a teacher teaches, for the teachers it says anything of.
    private static readonly MergeStep TaughtSubjects = new(RecordKind.TaughtSubject,
        new(Effect.Withdrawn,
            """
            delete from homeroom.teacher_subject x using homeroom.subject k
            where x.district_id = $1 and k.district_id = $1 and k.subject_id = x.subject_id
              and exists (select from staged_subject s where s.teacher_id = x.teacher_id)
              and not exists (select from staged_subject s where s.teacher_id = x.teacher_id and s.name = k.name)
            """),
        new(Effect.Created,
            """
            insert into homeroom.teacher_subject (district_id, teacher_id, subject_id)
            select $1, s.teacher_id, k.subject_id
            from staged_subject s join homeroom.subject k on k.district_id = $1 and k.name = s.name
            where not exists (select from homeroom.teacher_subject x
                              where x.district_id = $1 and x.teacher_id = s.teacher_id and x.subject_id = k.subject_id)
            order by s.teacher_id
            """));

    // Titles of a teacher never overlap at any moment: the one before is cut first, and drawn on last.
    private static readonly MergeStep Titles = new(RecordKind.Title,
        new(Effect.Withdrawn,
            """
            update homeroom.teacher_title t set ends_on = e.ends_on from ended_title e
            where t.district_id = $1 and t.teacher_title_id = e.stored_id and (t.ends_on is null or t.ends_on > e.ends_on)
            """),
        new(Effect.Changed,
            """
            update homeroom.teacher_title t set title = s.title, starts_on = s.starts_on from staged_title s
            where t.district_id = $1 and t.teacher_title_id = s.stored_id and (t.title, t.starts_on) is distinct from (s.title, s.starts_on)
            """),
        new(Effect.None,
            """
            update homeroom.teacher_title t set ends_on = e.ends_on from ended_title e
            where t.district_id = $1 and t.teacher_title_id = e.stored_id and t.ends_on < e.ends_on
            """),
        new(Effect.Created,
            """
            insert into homeroom.teacher_title (district_id, teacher_id, title, starts_on)
            select $1, teacher_id, title, starts_on from staged_title s
            where stored_id is null
              and not exists (select from homeroom.teacher_title t
                              where t.district_id = $1 and t.teacher_id = s.teacher_id and t.title = s.title and t.starts_on = s.starts_on)
            order by teacher_id
            """));

    public static readonly MergeStep[] All = [Entries, Subjects, TaughtSubjects, Titles];
}
