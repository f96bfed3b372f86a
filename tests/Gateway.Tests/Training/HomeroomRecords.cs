using HomeroomGraph.Gateway.Tests.Queries;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Training;

/// <summary>Records of A, T and M of the first demo school: of the teacher of the demo, of a colleague of the same grade and of one of
/// another; every text that is looked for begins with "Z-".</summary>
public sealed class HomeroomRecords(PostgresCluster cluster) : IAsyncLifetime
{
    public DemoEngine Demo { get; } = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await Demo.InitializeAsync();
        var writer = Demo.Database.Writer;
        foreach (string table in Tables) await writer.ExecuteAsync($"delete from homeroom.{table}");
        // The three: self (the demo's teacher), mate (another of the grade head's grade), far (of another grade); all head a class today.
        await Demo.Database.Owner.ExecuteAsync("""
            create table public.who as
            with heads as (
                select a.district_id, a.school_id, a.teacher_id, a.appointment_id, a.class_id, a.starts_on, c.grade, c.school_year_id,
                       a.teacher_id = (select g.teacher_id from access."grant" g join access.account using (account_id) where user_name = 'teacher') as is_self
                from homeroom.appointment a join homeroom.class c using (district_id, class_id)
                where a.state = 'active' and a.kind = 'homeroom' and a.starts_on <= '2026-11-16' and coalesce('2026-11-16' < a.ends_on, true)
                  and a.school_id = (select g.school_id from access."grant" g join access.account using (account_id) where user_name = 'principal'))
            select 'self' as who, heads.* from heads where is_self
            union all (select 'mate', heads.* from heads where grade = 3 and not is_self order by teacher_id limit 1)
            union all (select 'far', heads.* from heads where grade not in (3, (select grade from heads where is_self)) order by teacher_id limit 1)
            """);
        await Demo.Database.Owner.ExecuteAsync("grant select on public.who to homeroom_writer");
        foreach (string insert in Inserts) await writer.ExecuteAsync(insert);
    }

    public ValueTask DisposeAsync() => Demo.DisposeAsync();

    private static readonly string[] Tables =
    [
        "mentorship", "backbone_designation", "meeting", "education_credit", "certificate", "module_test", "study_note",
        "training_attendance", "training_session", "training_programme", "education_cycle", "improvement_notice",
    ];

    private static readonly string[] Inserts =
    [
        "update homeroom.appointment set screening_id = null",
        "delete from homeroom.screening",
        """
        insert into homeroom.screening (district_id, school_id, school_year_id, teacher_id, class_id, screened_on, screened_by,
            love_of_students, love_of_the_work, conduct, knowledge_and_teaching, organising_ability, responsibility, remark, outcome)
        select district_id, school_id, school_year_id, teacher_id, class_id, '2026-08-20', 'Z', 90, 91, 92, 93, 94, 95, 'Z-' || who, 'suitable' from public.who
        """,
        """
        insert into homeroom.improvement_notice (district_id, school_id, appointment_id, teacher_id, reason, measures, issued_by, starts_on, due_on)
        select district_id, school_id, appointment_id, teacher_id, 'Z-' || who, 'M', 'Z', '2026-10-01', '2026-12-31' from public.who
        """,
        """
        insert into homeroom.training_programme (district_id, school_id, school_year_id, name, target_group, organising_office, hours_required)
        select district_id, school, school_year_id, case when school is null then 'Z-district' else 'Z-school' end, 'homeroom_teachers', 'Z', 30
        from public.who, lateral (values (school_id), (null)) s (school) where who = 'self'
        """,
        """
        insert into homeroom.training_module (district_id, training_programme_id, number, name, hours, pass_mark)
        select district_id, training_programme_id, 1, 'Z-module', 6, 60 from homeroom.training_programme
        """,
        """
        insert into homeroom.training_session (district_id, school_id, training_programme_id, kind, topic, held_on, hours, state)
        select district_id, school_id, training_programme_id, case when school_id is null then 'external_course' else 'site_visit' end,
               name, case when school_id is null then '2026-10-10' else '2026-10-20' end::date, case when school_id is null then 24 else 3.5 end, 'held'
        from homeroom.training_programme
        """,
        """
        insert into homeroom.training_attendance (district_id, school_id, training_session_id, teacher_id, status, reflection)
        select w.district_id, w.school_id, s.training_session_id, w.teacher_id, 'present', case when w.who <> 'far' then 'Z-' || w.who end
        from public.who w, homeroom.training_session s
        """,
        """
        insert into homeroom.study_note (district_id, school_id, teacher_id, training_programme_id, training_module_id, title, content, written_on)
        select w.district_id, w.school_id, w.teacher_id, m.training_programme_id, m.training_module_id, 'Z-' || who, 'N', '2026-10-21'
        from public.who w, homeroom.training_module m join homeroom.training_programme p using (district_id, training_programme_id) where p.school_id is null
        """,
        """
        insert into homeroom.module_test (district_id, school_id, teacher_id, training_programme_id, training_module_id, taken_on, score)
        select district_id, school_id, teacher_id, training_programme_id, training_module_id, '2026-10-30', case who when 'self' then 88.5 else 59 end
        from public.who join homeroom.study_note using (district_id, school_id, teacher_id)
        """,
        """
        insert into homeroom.certificate (district_id, number, kind, teacher_id, holder, issuer, issued_on, expires_on, credits)
        select district_id, 'Z-' || who, 'homeroom', teacher_id, 'H', 'I', '2024-07-01',
               case who when 'mate' then '2026-07-01' else '2027-07-01' end::date, 36 from public.who
        """,
        "insert into homeroom.education_cycle (district_id, name, starts_on, ends_on) select district_id, 'Z-cycle', '2022-01-01', '2027-01-01' from public.who where who = 'self'",
        """
        insert into homeroom.meeting (district_id, school_id, kind, class_id, topic, held_on, state, pupils_present)
        select district_id, school_id, 'class_meeting', class_id, 'Z-' || who, date '2026-11-09', 'held', 40 from public.who
        union all select district_id, school_id, 'homeroom_meeting', null, 'Z-all', date '2026-11-10', 'held', null from public.who where who = 'self'
        """,
        """
        insert into homeroom.meeting_attendance (district_id, school_id, meeting_id, teacher_id, status)
        select m.district_id, m.school_id, m.meeting_id, w.teacher_id, 'present'
        from homeroom.meeting m, public.who w where m.kind = 'homeroom_meeting' and w.who <> 'far'
        """,
        """
        insert into homeroom.backbone_designation (district_id, teacher_id, level, field, designated_by, starts_on)
        select district_id, teacher_id, 'city', 'Z-' || who, 'D', '2025-09-01' from public.who
        """,
        // far mentors self; mate has nobody, and begins.
        "update homeroom.teacher t set earlier_homeroom_months = case w.who when 'far' then 120 else 0 end from public.who w where w.teacher_id = t.teacher_id",
        """
        update homeroom.appointment a set state = 'void' from public.who w
        where w.teacher_id = a.teacher_id and w.appointment_id <> a.appointment_id and w.who <> 'far' and a.starts_on < w.starts_on
        """,
        """
        update homeroom.appointment a set starts_on = '2025-09-01' from public.who w where w.appointment_id = a.appointment_id and w.who <> 'far'
        """,
        """
        insert into homeroom.mentorship (district_id, school_id, mentor_id, mentor_name, mentee_id, mentee_name, goals, starts_on, planned_end)
        select s.district_id, s.school_id, f.teacher_id, 'F', s.teacher_id, 'S', 'Z-self', '2026-09-01', '2027-07-01'
        from public.who s, public.who f where s.who = 'self' and f.who = 'far'
        """,
        """
        insert into homeroom.mentorship_report (district_id, school_id, mentorship_id, month, content, submitted_on)
        select district_id, school_id, mentorship_id, '2026-09-01', 'Z-report', '2026-10-05' from homeroom.mentorship
        """,
        """
        insert into homeroom.mentorship_activity (district_id, school_id, mentorship_id, kind, held_on, content)
        select district_id, school_id, mentorship_id, 'talk', '2026-09-20', 'Z-activity' from homeroom.mentorship
        """,
    ];
}
