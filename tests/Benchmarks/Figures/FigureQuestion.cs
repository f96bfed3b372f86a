namespace HomeroomGraph.Benchmarks.Figures;

/// <summary>A figure of whole districts (the parameter), one row for each, from its summary and as groups over the rows; both under row-level security.</summary>
/// <param name="Name">Its rule, and what is asked.</param>
/// <param name="FromSums">As the API reads it: of all grades, levels or kinds together, by the period that is the same in all districts.</param>
/// <param name="Sums">The columns of <paramref name="FromSums"/> that add up to one row for all districts.</param>
/// <param name="FromRows">The same as an expert would group the rows.</param>
internal sealed record FigureQuestion(string Name, string FromSums, string[] Sums, string FromRows)
{
    /// <summary>The day of the figures of a day.</summary>
    private const string Day = "date '2026-11-16'";

    /// <summary>One row for all districts.</summary>
    public string Total => $"select {string.Join(", ", Sums.Select(sum => $"sum({sum})"))} from ({FromSums}) f";

    public static readonly IReadOnlyList<FigureQuestion> All =
    [
        new("D1 mentor coverage on a day", $"""
            select district_id, need_count, covered_count, figures.share(covered_count, need_count)
            from figures.mentor_coverage({Day}) where district_id = any ($1) and scope = 'district' and nullif(grade, 0) is null
            """, ["need_count", "covered_count"], $"""
            select a.district_id, count(*), count(*) filter (where exists (
                       select from homeroom.mentorship m where m.district_id = a.district_id and m.mentee_id = a.teacher_id
                         and m.starts_on <= {Day} and (m.ended_on is null or {Day} < m.ended_on)))
            from homeroom.appointment a join homeroom.teacher t on t.district_id = a.district_id and t.teacher_id = a.teacher_id
            where a.district_id = any ($1) and a.state = 'active' and a.kind in ('homeroom', 'acting') and a.starts_on <= {Day} and (a.ends_on is null or {Day} < a.ends_on)
              and homeroom.service_months(t.earlier_homeroom_months, t.homeroom_service, {Day})
                  < 12 * homeroom.policy_figure(a.district_id, a.school_id, 'm1_service_years_with_mentor', {Day})
            group by 1
            """),
        new("D4 projects and targets of a year", """
            select district_id, running_in_year_count, target_minimum, project_count, running_count, closed_count
            from figures.project where district_id = any ($1) and scope = 'district' and level is null and starting_year = 2026
            """, ["running_in_year_count", "target_minimum", "project_count", "running_count", "closed_count"], $"""
            select y.district_id, count(*) filter (where homeroom.project_runs_in(p.approved_on, p.ended_on, y.starts_on, y.ends_on)),
                   (select sum(t.minimum) from homeroom.research_target t where t.district_id = y.district_id and t.school_year_id = y.school_year_id),
                   count(*), count(*) filter (where p.state = 'running'), count(*) filter (where p.state = 'closed')
            from homeroom.school_year y join homeroom.research_project p on p.district_id = y.district_id and p.created_on < y.ends_on and (p.ended_on is null or p.ended_on >= y.starts_on)
            where y.district_id = any ($1) and y.starts_on <= {Day} and {Day} < y.ends_on and p.state <> 'draft'
            group by y.district_id, y.school_year_id
            """),
        new("D5 coverage of research on a day", $"""
            select district_id, teacher_count, participant_count, subject_count, covered_subject_count
            from figures.research_coverage({Day}) where district_id = any ($1) and scope = 'district'
            """, ["teacher_count", "participant_count", "subject_count", "covered_subject_count"], $"""
            select e.district_id, count(*), count(*) filter (where exists (
                       select from homeroom.research_member m join homeroom.research_project p on p.district_id = m.district_id and p.research_project_id = m.research_project_id
                       where m.district_id = e.district_id and m.teacher_id = e.teacher_id and p.school_id = e.school_id and (m.left_on is null or {Day} < m.left_on)
                         and homeroom.project_runs_in(p.approved_on, p.ended_on, {Day}, {Day} + 1))),
                   (select count(*) from homeroom.research_group g where g.district_id = e.district_id and g.kind = 'subject' and (g.closed_on is null or {Day} < g.closed_on)),
                   (select count(distinct g.research_group_id) from homeroom.research_group g
                    join homeroom.research_project p on p.district_id = g.district_id and p.school_id = g.school_id and p.subject_id = g.subject_id
                    where g.district_id = e.district_id and g.kind = 'subject' and (g.closed_on is null or {Day} < g.closed_on)
                      and homeroom.project_runs_in(p.approved_on, p.ended_on, {Day}, {Day} + 1))
            from homeroom.employment e
            where e.district_id = any ($1) and e.is_primary and e.starts_on <= {Day} and (e.ends_on is null or {Day} < e.ends_on)
            group by 1
            """),
        new("D6 overdue share on a day", $"""
            select district_id, overdue_count, project_count from figures.overdue({Day}) where district_id = any ($1) and scope = 'district' and level is null
            """, ["overdue_count", "project_count"], $"""
            select district_id, count(*) filter (where homeroom.project_is_overdue(state, due_on, {Day})), count(*)
            from homeroom.research_project where district_id = any ($1) and state in ('approved', 'running') group by 1
            """),
        new("D7 papers for each homeroom teacher of a semester", """
            select district_id, teacher_count, paper_count from figures.paper
            where district_id = any ($1) and scope = 'district' and nullif(grade, 0) is null and starting_year = 2026 and semester_number = 1
            """, ["teacher_count", "paper_count"], $"""
            select m.district_id, count(distinct a.teacher_id), count(distinct (a.teacher_id, p.paper_id)) filter (where p.paper_id is not null)
            from homeroom.semester m
            join homeroom.appointment a on a.district_id = m.district_id and a.state = 'active' and a.kind in ('homeroom', 'acting')
             and a.starts_on < m.ends_on and (a.ends_on is null or m.starts_on < a.ends_on)
            left join (homeroom.paper_author w join homeroom.paper p on p.district_id = w.district_id and p.paper_id = w.paper_id)
              on w.district_id = a.district_id and w.teacher_id = a.teacher_id
             and homeroom.paper_is_dated_in(p.published_on, p.published_precision, m.starts_on, m.ends_on)
            where m.district_id = any ($1) and m.starts_on <= {Day} and {Day} < m.ends_on group by 1
            """),
        new("D8 awards of a whole year", """
            select district_id, award_count from figures.award where district_id = any ($1) and scope = 'district' and kind is null and starting_year = 2025
            """, ["award_count"], """
            select a.district_id, count(*)
            from homeroom.school_year y join homeroom.award a on a.district_id = y.district_id and y.starts_on <= a.granted_on and a.granted_on < y.ends_on
            where y.district_id = any ($1) and extract(year from y.starts_on) = 2025 and a.revoked_on is null group by 1
            """),
        new("D9 average of a week", """
            select district_id, sheet_count, total, full_marks, figures.share(total, full_marks) from figures.check_week
            where district_id = any ($1) and scope = 'district' and nullif(grade, 0) is null and week_starts_on = date '2026-10-12'
            """, ["sheet_count", "total", "full_marks"], """
            select s.district_id, count(*), figures.share(sum(s.total), sum(r.full_marks))
            from homeroom.check_sheet s join homeroom.check_round r on r.district_id = s.district_id and r.check_round_id = s.check_round_id
            where s.district_id = any ($1) and s.day >= date '2026-10-12' and s.day < date '2026-10-19' and not s.is_void group by 1
            """),
        new("D9 habits of study of a week", """
            select district_id, figures.share(kept, full_marks), lost, full_marks from figures.habit_week
            where district_id = any ($1) and scope = 'district' and nullif(grade, 0) is null and aspect = 'study' and week_starts_on = date '2026-10-12'
            """, ["lost", "full_marks"], """
            select s.district_id, sum(i.full_marks - l.points)
            from homeroom.check_sheet s
            join homeroom.check_line l on l.district_id = s.district_id and l.starting_year = s.starting_year and l.check_sheet_id = s.check_sheet_id
            join homeroom.check_item i on i.district_id = l.district_id and i.check_item_id = l.check_item_id
            where s.district_id = any ($1) and s.day >= date '2026-10-12' and s.day < date '2026-10-19' and not s.is_void and i.habit_group = 'study' group by 1
            """),
    ];
}
