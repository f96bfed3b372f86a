namespace HomeroomGraph.Benchmarks.Figures;

/// <summary>A figure of whole districts (the parameter), from its summary and as groups over the rows; both under row-level security.</summary>
/// <param name="Name">Its rule.</param>
/// <param name="FromSums">As the API reads it.</param>
/// <param name="FromRows">The same as an expert would group the rows.</param>
internal sealed record FigureQuestion(string Name, string FromSums, string FromRows)
{
    /// <summary>The day of the figures of a day.</summary>
    private const string Day = "date '2026-11-16'";

    public static readonly IReadOnlyList<FigureQuestion> All =
    [
        new("D1 mentor coverage", $"""
            select district_id, need_count, covered_count, figures.share(covered_count, need_count)
            from figures.mentor_coverage({Day}) where district_id = any ($1) and scope = 'district' and grade = 0
            """, $"""
            select a.district_id, count(*), count(*) filter (where exists (
                       select from homeroom.mentorship m where m.district_id = a.district_id and m.mentee_id = a.teacher_id
                         and m.starts_on <= {Day} and (m.ended_on is null or {Day} < m.ended_on)))
            from homeroom.appointment a join homeroom.teacher t on t.district_id = a.district_id and t.teacher_id = a.teacher_id
            where a.district_id = any ($1) and a.state = 'active' and a.kind in ('homeroom', 'acting') and a.starts_on <= {Day} and (a.ends_on is null or {Day} < a.ends_on)
              and homeroom.service_months(t.earlier_homeroom_months, t.homeroom_service, {Day})
                  < 12 * homeroom.policy_figure(a.district_id, a.school_id, 'm1_service_years_with_mentor', {Day})
            group by 1
            """),
        new("D4 projects and targets", $"""
            select district_id, level, running_in_year_count, target_minimum, project_count, running_count, closed_count from figures.project f
            where district_id = any ($1) and scope = 'district'
              and school_year_id in (select y.school_year_id from homeroom.school_year y where y.starts_on <= {Day} and {Day} < y.ends_on)
            """, $"""
            select p.district_id, p.level, count(*) filter (where homeroom.project_runs_in(p.approved_on, p.ended_on, y.starts_on, y.ends_on)),
                   (select sum(t.minimum) from homeroom.research_target t where t.district_id = p.district_id and t.school_year_id = y.school_year_id and t.level = p.level),
                   count(*), count(*) filter (where p.state = 'running'), count(*) filter (where p.state = 'closed')
            from homeroom.school_year y join homeroom.research_project p on p.district_id = y.district_id and p.created_on < y.ends_on and (p.ended_on is null or p.ended_on >= y.starts_on)
            where y.district_id = any ($1) and y.starts_on <= {Day} and {Day} < y.ends_on and p.state <> 'draft'
            group by p.district_id, y.school_year_id, p.level
            """),
        new("D5 coverage of research", $"""
            select district_id, teacher_count, participant_count, subject_count, covered_subject_count
            from figures.research_coverage({Day}) where district_id = any ($1) and scope = 'district'
            """, $"""
            select e.district_id, count(*), count(*) filter (where exists (
                       select from homeroom.research_member m join homeroom.research_project p on p.district_id = m.district_id and p.research_project_id = m.research_project_id
                       where m.district_id = e.district_id and m.teacher_id = e.teacher_id and p.school_id = e.school_id and (m.left_on is null or {Day} < m.left_on)
                         and homeroom.project_runs_in(p.approved_on, p.ended_on, {Day}, {Day} + 1)))
            from homeroom.employment e
            where e.district_id = any ($1) and e.is_primary and e.starts_on <= {Day} and (e.ends_on is null or {Day} < e.ends_on)
            group by 1
            """),
        new("D6 overdue share", $"""
            select district_id, level, overdue_count, project_count from figures.overdue({Day}) where district_id = any ($1) and scope = 'district'
            """, $"""
            select district_id, level, count(*) filter (where homeroom.project_is_overdue(state, due_on, {Day})), count(*)
            from homeroom.research_project where district_id = any ($1) and state in ('approved', 'running') group by 1, 2
            """),
        new("D7 papers for each homeroom teacher", $"""
            select f.district_id, f.teacher_count, f.paper_count from figures.paper f
            where f.district_id = any ($1) and f.scope = 'district' and f.grade = 0
              and f.semester_id in (select m.semester_id from homeroom.semester m where m.starts_on <= {Day} and {Day} < m.ends_on)
            """, $"""
            select m.district_id, count(distinct a.teacher_id), count(distinct (a.teacher_id, p.paper_id)) filter (where p.paper_id is not null)
            from homeroom.semester m
            join homeroom.appointment a on a.district_id = m.district_id and a.state = 'active' and a.kind in ('homeroom', 'acting')
             and a.starts_on < m.ends_on and (a.ends_on is null or m.starts_on < a.ends_on)
            left join (homeroom.paper_author w join homeroom.paper p on p.district_id = w.district_id and p.paper_id = w.paper_id)
              on w.district_id = a.district_id and w.teacher_id = a.teacher_id
             and homeroom.paper_is_dated_in(p.published_on, p.published_precision, m.starts_on, m.ends_on)
            where m.district_id = any ($1) and m.starts_on <= {Day} and {Day} < m.ends_on group by 1
            """),
        new("D8 awards", $"""
            select district_id, kind, level, grade, award_count from figures.award
            where district_id = any ($1) and scope = 'district'
              and school_year_id in (select y.school_year_id from homeroom.school_year y where y.starts_on <= {Day} and {Day} < y.ends_on)
            """, $"""
            select a.district_id, a.kind, a.level, a.grade, count(*)
            from homeroom.school_year y join homeroom.award a on a.district_id = y.district_id and y.starts_on <= a.granted_on and a.granted_on < y.ends_on
            where y.district_id = any ($1) and y.starts_on <= {Day} and {Day} < y.ends_on and a.revoked_on is null group by 1, 2, 3, 4
            """),
        new("D9 a week's average", """
            select district_id, sheet_count, figures.share(total, full_marks) from figures.check_week
            where district_id = any ($1) and scope = 'district' and grade = 0 and week_starts_on = date '2026-10-12'
            """, """
            select s.district_id, count(*), figures.share(sum(s.total), sum(r.full_marks))
            from homeroom.check_sheet s join homeroom.check_round r on r.district_id = s.district_id and r.check_round_id = s.check_round_id
            where s.district_id = any ($1) and s.day >= date '2026-10-12' and s.day < date '2026-10-19' and not s.is_void group by 1
            """),
        new("D9 a week's habits", """
            select district_id, aspect, figures.share(kept, full_marks), lost from figures.habit_week
            where district_id = any ($1) and scope = 'district' and grade = 0 and week_starts_on = date '2026-10-12'
            """, """
            select l.district_id, figures.aspect_of(i.kind, i.habit_group), sum(i.full_marks - l.points)
            from homeroom.check_sheet s
            join homeroom.check_line l on l.district_id = s.district_id and l.starting_year = s.starting_year and l.check_sheet_id = s.check_sheet_id
            join homeroom.check_item i on i.district_id = l.district_id and i.check_item_id = l.check_item_id
            where s.district_id = any ($1) and s.day >= date '2026-10-12' and s.day < date '2026-10-19' and not s.is_void group by 1, 2
            """),
    ];
}
