using HomeroomGraph.Data.Import.Merging;

namespace HomeroomGraph.Data.Import.OneRoster.Merging;

/// <summary>Teachers, their employments and appointments (rules O5, A1).</summary>
internal static class PeopleSteps
{
    // A staff number that somebody else gets now is put aside until its holder gets another. Leave and retirement are decided
    // here and not in the roster; only who had left comes back by being in it.
    public static readonly MergeStep Teachers = new(RecordKind.Teacher,
        new(Effect.None,
            """
            update homeroom.teacher held set staff_number = '~' || held.teacher_id
            from staged_teacher s
            where held.district_id = $1 and held.staff_number = s.staff_number and held.teacher_id is distinct from s.stored_id
            """),
        new(Effect.Changed,
            """
            update homeroom.teacher t
            set staff_number = s.staff_number, name = s.name, pinyin = case t.name when s.name then t.pinyin else s.pinyin end,
                status = case t.status when 'left' then 'active' else t.status end, source_id = s.source_id
            from staged_teacher s
            where t.district_id = $1 and t.teacher_id = s.stored_id
              and ((t.staff_number, t.name, t.source_id) is distinct from (s.staff_number, s.name, s.source_id) or t.status = 'left')
            """),
        new(Effect.Created,
            """
            insert into homeroom.teacher (district_id, staff_number, name, pinyin, source_id)
            select $1, staff_number, name, pinyin, source_id from staged_teacher where stored_id is null order by staff_number
            """),
        new(Effect.Withdrawn,
            """
            update homeroom.teacher t set status = 'left' from withdrawn w
            where w.kind = 'Teacher' and t.district_id = $1 and t.teacher_id = w.stored_id and t.status <> 'left'
            """));

    private const string PlaceOfEmployment =
        """
        join homeroom.teacher t on t.district_id = $1 and t.source_id = s.teacher_source_id
        join homeroom.school c on c.district_id = $1 and c.source_id = s.school_source_id
        """;

    // A row that names another school since a later day is a move: the employment so far ends that day and stays on record.
    public static readonly MergeStep Employments = new(RecordKind.Employment,
        new(Effect.Withdrawn,
            """
            delete from homeroom.employment e using superseded p
            where p.kind = 'Employment' and e.district_id = $1 and e.employment_id = p.stored_id and e.starts_on >= p.ends_on
            """),
        new(Effect.Withdrawn,
            """
            update homeroom.employment e set ends_on = p.ends_on from superseded p
            where p.kind = 'Employment' and e.district_id = $1 and e.employment_id = p.stored_id
              and (e.ends_on is null or e.ends_on > p.ends_on)
            """),
        new(Effect.None,
            $"""
            update homeroom.employment e set ends_on = least(e.ends_on, s.starts_on), source_id = null
            from staged_employment s {PlaceOfEmployment}
            where e.district_id = $1 and e.employment_id = s.stored_id and e.school_id <> c.school_id and e.starts_on < s.starts_on
            """),
        new(Effect.Changed,
            $"""
            update homeroom.employment e
            set teacher_id = t.teacher_id, school_id = c.school_id, starts_on = coalesce(s.starts_on, e.starts_on), ends_on = s.ends_on,
                is_primary = s.is_primary, source_id = s.source_id
            from staged_employment s {PlaceOfEmployment}
            where e.district_id = $1 and e.employment_id = s.stored_id
              and (e.school_id = c.school_id or s.starts_on is null or s.starts_on <= e.starts_on)
              and (e.teacher_id, e.school_id, e.starts_on, e.ends_on, e.is_primary, e.source_id)
                  is distinct from (t.teacher_id, c.school_id, coalesce(s.starts_on, e.starts_on), s.ends_on, s.is_primary, s.source_id)
            """),
        new(Effect.Created,
            $"""
            insert into homeroom.employment (district_id, teacher_id, school_id, starts_on, ends_on, is_primary, source_id)
            select $1, t.teacher_id, c.school_id, coalesce(s.starts_on, s.starts_at_least_on), s.ends_on, s.is_primary, s.source_id
            from staged_employment s {PlaceOfEmployment}
            where not exists (select from homeroom.employment e where e.district_id = $1 and e.source_id = s.source_id)
            order by t.teacher_id
            """),
        new(Effect.Withdrawn,
            """
            delete from homeroom.employment e using withdrawn w
            where w.kind in ('Employment', 'Teacher') and e.district_id = $1 and e.starts_on >= w.ends_on
              and (w.kind = 'Employment' and e.source_id = w.source_id or w.kind = 'Teacher' and e.teacher_id = w.stored_id)
            """),
        new(Effect.Withdrawn,
            """
            update homeroom.employment e set ends_on = w.ends_on from withdrawn w
            where w.kind in ('Employment', 'Teacher') and e.district_id = $1 and (e.ends_on is null or e.ends_on > w.ends_on)
              and (w.kind = 'Employment' and e.source_id = w.source_id or w.kind = 'Teacher' and e.teacher_id = w.stored_id)
            """));

    private const string PlaceOfAppointment =
        """
        join homeroom.school c on c.district_id = $1 and c.source_id = s.school_source_id
        join homeroom.class k on k.district_id = $1 and k.source_id = s.class_source_id
        join homeroom.teacher t on t.district_id = $1 and t.source_id = s.teacher_source_id
        """;

    // An end with a reason was decided here (rule A5): the roster does not undo it.
    public static readonly MergeStep Appointments = new(RecordKind.Appointment,
        new(Effect.Withdrawn,
            """
            update homeroom.appointment a
            set ends_on = case when a.starts_on < p.ends_on then p.ends_on else a.ends_on end,
                state = case when a.starts_on < p.ends_on then a.state else 'void' end
            from superseded p
            where p.kind = 'Appointment' and a.district_id = $1 and a.appointment_id = p.stored_id
            """),
        new(Effect.Changed,
            $"""
            update homeroom.appointment a
            set school_id = c.school_id, class_id = k.class_id, teacher_id = t.teacher_id,
                starts_on = s.starts_on, ends_on = s.ends_on, state = 'active'
            from staged_appointment s {PlaceOfAppointment}
            where a.district_id = $1 and a.source_id = s.source_id and a.end_reason is null
              and (a.school_id, a.class_id, a.teacher_id, a.starts_on, a.ends_on, a.state)
                  is distinct from (c.school_id, k.class_id, t.teacher_id, s.starts_on, s.ends_on, 'active')
            """),
        new(Effect.Created,
            $"""
            insert into homeroom.appointment (district_id, school_id, class_id, teacher_id, kind, starts_on, ends_on, source_id)
            select $1, c.school_id, k.class_id, t.teacher_id, 'homeroom', s.starts_on, s.ends_on, s.source_id
            from staged_appointment s {PlaceOfAppointment}
            where not exists (select from homeroom.appointment a where a.district_id = $1 and a.source_id = s.source_id)
            order by k.class_id, s.starts_on
            """),
        new(Effect.Withdrawn,
            """
            update homeroom.appointment a set state = 'void' from withdrawn w
            where w.kind = 'Appointment' and a.district_id = $1 and a.source_id = w.source_id and a.state <> 'void'
            """));
}
