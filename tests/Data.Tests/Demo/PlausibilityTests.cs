using HomeroomGraph.Testing;

namespace HomeroomGraph.Data.Tests.Demo;

/// <summary>What no constraint demands and yet must be so for the demo to be believed. Each question names what would be odd.</summary>
public sealed class PlausibilityTests(FullDemoDatabase test) : IClassFixture<FullDemoDatabase>
{
    [Theory]
    [InlineData("A class without a homeroom teacher on the day of the demo", """
        select c.class_id from homeroom.class c join homeroom.school_year y using (district_id, school_year_id)
        where date '2026-11-16' >= y.starts_on and date '2026-11-16' < y.ends_on and not exists (
            select from homeroom.appointment a where (a.district_id, a.class_id) = (c.district_id, c.class_id)
            and date '2026-11-16' >= a.starts_on and date '2026-11-16' < a.ends_on and a.state = 'active' and a.kind <> 'deputy')
        """)]
    [InlineData("An appointment while the teacher did not work at the school", """
        select a.appointment_id from homeroom.appointment a where a.state = 'active' and not exists (
            select from homeroom.employment e where (e.district_id, e.teacher_id, e.school_id) = (a.district_id, a.teacher_id, a.school_id)
            and e.starts_on <= a.starts_on and coalesce(e.ends_on, 'infinity') >= a.ends_on)
        """)]
    [InlineData("An appointment that began after a teacher retired or left", """
        select a.appointment_id from homeroom.appointment a join homeroom.teacher t using (district_id, teacher_id)
        where t.status in ('retired', 'left') and a.ends_on > date '2026-11-16'
        """)]
    [InlineData("More homeroom service than years of work", """
        select teacher_id from homeroom.teacher
        where homeroom.service_months(earlier_homeroom_months, homeroom_service, '2026-11-16') > 12 * (2027 - extract(year from started_work_on))
        """)]
    [InlineData("A title before the first day of work", """
        select i.teacher_title_id from homeroom.teacher_title i join homeroom.teacher t using (district_id, teacher_id) where i.starts_on < t.started_work_on
        """)]
    [InlineData("A teacher of no school and no subject", """
        select t.teacher_id from homeroom.teacher t where not exists (select from homeroom.employment e where e.teacher_id = t.teacher_id)
           or not exists (select from homeroom.teacher_subject s where s.teacher_id = t.teacher_id)
        """)]
    [InlineData("A name without a full reading", """
        select teacher_id from homeroom.teacher where pinyin !~ '^[a-z]+( [a-z]+)+$' or cardinality(string_to_array(pinyin, ' ')) <> length(name)
        """)]
    [InlineData("A training hour beyond what the programme has", """
        select a.teacher_id from homeroom.training_attendance a join homeroom.training_session s using (district_id, training_session_id)
        join homeroom.training_programme p using (district_id, training_programme_id)
        group by a.teacher_id, p.training_programme_id, p.hours_required having sum(a.hours) > p.hours_required
        """)]
    [InlineData("Notes or a test before the programme began or after today", """
        select study_note_id from homeroom.study_note n join homeroom.training_programme p using (district_id, training_programme_id)
        join homeroom.school_year y using (district_id, school_year_id) where n.written_on not between y.starts_on and '2026-11-16'
        union all
        select module_test_id from homeroom.module_test t join homeroom.training_programme p using (district_id, training_programme_id)
        join homeroom.school_year y using (district_id, school_year_id) where t.taken_on not between y.starts_on and '2026-11-16'
        """)]
    [InlineData("A certificate of somebody who did not work yet", """
        select certificate_id from homeroom.certificate c join homeroom.teacher t using (district_id, teacher_id) where c.issued_on < t.started_work_on
        """)]
    [InlineData("A mentor of another school, or one who is gone", """
        select m.mentorship_id from homeroom.mentorship m where m.ended_on is null and not exists (
            select from homeroom.employment e where (e.district_id, e.teacher_id, e.school_id) = (m.district_id, m.mentor_id, m.school_id)
            and e.starts_on <= m.starts_on and coalesce(e.ends_on, 'infinity') > '2026-11-16')
        """)]
    [InlineData("An entry of a pair's log outside the pair's time", """
        select a.mentorship_activity_id from homeroom.mentorship_activity a join homeroom.mentorship m using (district_id, mentorship_id)
        where a.held_on < m.starts_on or a.held_on > coalesce(m.ended_on, '2026-11-16')
        """)]
    [InlineData("A screening after the appointment it is for", """
        select a.appointment_id from homeroom.appointment a join homeroom.screening s using (district_id, screening_id) where s.screened_on >= a.starts_on
        """)]
    [InlineData("A paper of the future, or of somebody who did not work at its school then", """
        select p.paper_id from homeroom.paper p where p.published_on > '2026-11-16' or not exists (
            select from homeroom.paper_author a join homeroom.employment e using (district_id, teacher_id)
            where (a.district_id, a.paper_id) = (p.district_id, p.paper_id) and a.position = 1 and e.school_id = p.school_id
              and e.starts_on <= p.published_on)
        """)]
    [InlineData("A group member or head who did not work there", """
        select research_group_member_id from homeroom.research_group_member m where not exists (
            select from homeroom.employment e where (e.district_id, e.teacher_id, e.school_id) = (m.district_id, m.teacher_id, m.school_id)
            and e.starts_on <= m.starts_on and coalesce(e.ends_on, 'infinity') > '2026-11-16')
        """)]
    [InlineData("An award before the paper, or of the future", """
        select award_id from homeroom.award a left join homeroom.paper p using (district_id, paper_id)
        where a.granted_on > '2026-11-16' or a.granted_on < p.published_on
        """)]
    [InlineData("A sheet whose total is not what its lines leave", """
        select s.check_sheet_id from homeroom.check_sheet s join homeroom.check_round r using (district_id, check_round_id)
        left join homeroom.check_line l using (district_id, check_sheet_id) left join homeroom.check_item i using (district_id, check_item_id)
        group by s.check_sheet_id, s.total, r.full_marks having s.total <> r.full_marks - coalesce(sum(i.full_marks - l.points), 0)
        """)]
    [InlineData("A published week that is not what the sheets give", """
        select p.check_publication_id from homeroom.check_publication p join homeroom.check_result r using (district_id, check_publication_id)
        left join lateral homeroom.week_ranking(p.district_id, p.school_id, p.grade, p.semester_id, p.week_number) w on w.class_id = r.class_id
        where p.is_current and p.period = 'week' and p.week_number in (3, 10)
          and (r.sheet_count, r.total, r.full_marks, r.average, r.rank) is distinct from (w.sheet_count, w.total, w.full_marks, w.average, w.rank)
        """)]
    [InlineData("A sheet of a day without school", """
        select check_sheet_id from homeroom.check_sheet where not homeroom.is_working_day(district_id, day)
        """)]
    [InlineData("An assessment of a teacher who did not head the class", """
        select semester_assessment_id from homeroom.semester_assessment s join homeroom.semester m using (district_id, semester_id)
        where not exists (select from homeroom.appointment a where (a.district_id, a.class_id, a.teacher_id) = (s.district_id, s.class_id, s.teacher_id)
            and a.state = 'active' and a.starts_on < m.ends_on and a.ends_on > m.starts_on)
        """)]
    [InlineData("A step of a project before the one before it, or of the future", """
        select research_project_id from (
            select research_project_id, changed_at, lag(changed_at) over (partition by research_project_id order by number) as before
            from homeroom.research_state_change) s where changed_at < before or changed_at > '2026-11-17'
        """)]
    [InlineData("A running project without members, stages or an opening report", """
        select research_project_id from homeroom.research_project p where p.state in ('running', 'closed') and (
            (select count(*) from homeroom.research_member m where m.research_project_id = p.research_project_id) < 3
            or not exists (select from homeroom.research_stage s where s.research_project_id = p.research_project_id)
            or not exists (select from homeroom.research_milestone m where m.research_project_id = p.research_project_id and m.kind = 'opening'))
        """)]
    [InlineData("A review before it was asked for, or none of an application in review", """
        select research_review_id from homeroom.research_review r where r.submitted_at < r.assigned_at
        union all
        select research_project_id from homeroom.research_project p where p.state = 'in_review' and not exists (
            select from homeroom.research_review r where r.research_project_id = p.research_project_id)
        """)]
    public async Task Nothing_is_odd(string odd, string question)
    {
        var found = await test.Database.Owner.ColumnAsync<long>(question);
        Assert.True(found.Count == 0, $"{odd}: {found.Count} times, e.g. {(found.Count > 0 ? found[0] : 0)}.");
    }

    [Theory]
    [InlineData("homeroom.appointment where kind = 'acting'")]
    [InlineData("homeroom.appointment where kind = 'deputy'")]
    [InlineData("homeroom.appointment where state = 'void'")]
    [InlineData("homeroom.appointment where end_reason = 'transfer'")]
    [InlineData("homeroom.employment where not is_primary")]
    [InlineData("homeroom.teacher where status = 'retired'")]
    [InlineData("homeroom.teacher where status = 'on_leave'")]
    [InlineData("homeroom.teacher where status = 'left'")]
    [InlineData("(select name from homeroom.teacher group by district_id, name having count(*) > 1)")]
    [InlineData("(select teacher_id from homeroom.employment group by teacher_id having count(*) > 1)")]
    [InlineData("homeroom.teacher where homeroom.service_months(earlier_homeroom_months, homeroom_service, '2026-11-16') between 1 and 35")]
    [InlineData("homeroom.appointment where end_reason = 'dismissal'")]
    [InlineData("homeroom.screening where outcome = 'unsuitable'")]
    [InlineData("homeroom.improvement_notice where outcome is null")]
    [InlineData("homeroom.policy where ends_on is not null")]
    [InlineData("homeroom.training_attendance where status = 'absent'")]
    [InlineData("homeroom.module_test where not passed")]
    [InlineData("homeroom.certificate where expires_on < '2026-11-16'")]
    [InlineData("homeroom.certificate where revoked_on is not null")]
    [InlineData("homeroom.meeting where state = 'planned'")]
    [InlineData("homeroom.backbone_duty where done_on is null")]
    [InlineData("homeroom.mentorship where state = 'active'")]
    [InlineData("homeroom.mentorship where state = 'extended'")]
    [InlineData("homeroom.mentorship where state = 'completed'")]
    [InlineData("homeroom.mentorship where state = 'broken_off'")]
    [InlineData("homeroom.mentorship_report where acknowledged_on is null")]
    [InlineData("homeroom.research_group_member where post = 'head'")]
    [InlineData("homeroom.award where source = 'outside'")]
    [InlineData("homeroom.award_nomination where state = 'rejected'")]
    [InlineData("homeroom.reward_point")]
    [InlineData("homeroom.check_line where note is not null")]
    [InlineData("homeroom.check_publication where period = 'month' and state = 'published'")]
    [InlineData("homeroom.check_publication where published_on > due_on")]
    [InlineData("homeroom.class_title where kind = 'weekly_winner'")]
    [InlineData("homeroom.class_title where kind = 'model_class'")]
    [InlineData("homeroom.semester_assessment where grade = 'excellent' and state = 'final'")]
    [InlineData("homeroom.semester_assessment where grade = 'unqualified'")]
    [InlineData("homeroom.research_project where state = 'draft'")]
    [InlineData("homeroom.research_project where state = 'submitted'")]
    [InlineData("homeroom.research_project where state = 'in_review'")]
    [InlineData("homeroom.research_project where state = 'revision_requested'")]
    [InlineData("homeroom.research_project where state = 'recommended'")]
    [InlineData("homeroom.research_project where state = 'approved'")]
    [InlineData("homeroom.research_project where state = 'running'")]
    [InlineData("homeroom.research_project where state = 'closed'")]
    [InlineData("homeroom.research_project where state = 'refused'")]
    [InlineData("homeroom.research_project where state = 'rejected'")]
    [InlineData("homeroom.research_project where state = 'withdrawn'")]
    [InlineData("homeroom.research_project where state = 'terminated'")]
    [InlineData("homeroom.research_project where homeroom.project_is_overdue(state, due_on, '2026-11-16')")]
    [InlineData("homeroom.research_extension_request where decision = 'granted'")]
    [InlineData("homeroom.research_extension_request where decision = 'refused'")]
    [InlineData("homeroom.research_extension_request where decision is null")]
    [InlineData("homeroom.research_application where version = 2")]
    [InlineData("homeroom.research_opinion where answer is null")]
    [InlineData("homeroom.research_inspection where mend_by < '2026-11-16' and mended_on is null")]
    [InlineData("homeroom.paper where csl_type = 'article-journal'")]
    [InlineData("homeroom.paper where language = 'en' and title ~ '^[[:ascii:]]+$'")]
    [InlineData("homeroom.paper where research_project_id is not null")]
    [InlineData("homeroom.check_correction")]
    [InlineData("homeroom.award_objection where state = 'dismissed'")]
    [InlineData("homeroom.training_session where passes_on_session_id is not null")]
    [InlineData("homeroom.paper_author where teacher_id is null")]
    [InlineData("homeroom.paper_author where position = 2 and teacher_id is not null")]
    public async Task It_has_cases_of_every_kind(string kind) =>
        Assert.True(await test.Database.Owner.ScalarAsync<long>($"select count(*) from {kind}") > 0, kind);
}
