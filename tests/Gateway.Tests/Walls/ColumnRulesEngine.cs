using HomeroomGraph.Gateway.Tests.Queries;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Walls;

/// <summary>The demo with what its records lack for every rule of a column to be met: values that are rare, and accounts that see the row and
/// not the value.</summary>
public sealed class ColumnRulesEngine(PostgresCluster cluster) : DemoEngineOver(new FullDemoDatabase(cluster))
{
    /// <summary>A machine client of the district for projects and people, the principal of a school that teachers have left, members of
    /// the committees that hear objections, and the heads of grades in which mentees of evaluated pairs have classes.</summary>
    public static readonly string[] Accounts = ["projects-client", "left-principal", "committee", "mentee-grade-head"];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Database.Owner.ExecuteAsync("""
            with made as (
                insert into access.account (user_name, normalized_user_name, display_name, kind)
                select n, upper(n), n, case n when 'projects-client' then 'client' else 'person' end
                from unnest(array['projects-client', 'left-principal', 'committee', 'mentee-grade-head']) n returning account_id, user_name),
            main as (select district_id from homeroom.district where code = '370403'),
            left_school as (
                select e.district_id, e.school_id from homeroom.employment e join main using (district_id)
                where e.ends_on <= '2026-11-16' and exists (
                    select from homeroom.employment n where n.district_id = e.district_id and n.teacher_id = e.teacher_id and n.school_id <> e.school_id and n.starts_on >= e.ends_on)
                group by 1, 2 order by count(*) desc, 2 limit 1),
            members as (
                select distinct m.district_id, m.teacher_id
                from homeroom.award_committee_member m join main using (district_id) join homeroom.award_nomination n using (district_id, award_round_id)
                join homeroom.award_objection o using (district_id, award_nomination_id) join homeroom.award_round r using (district_id, award_round_id)
                where r.state not in ('closed', 'cancelled') and not exists (select from access."grant" g where g.teacher_id = m.teacher_id))
            insert into access."grant" (account_id, role, district_id, school_id, teacher_id, scope, grade)
            select account_id, 'integrator', district_id, null::bigint, null::bigint, scope, null::smallint
            from made, main, unnest(array['projects:read', 'roster:read', 'awards:read']) scope where user_name = 'projects-client'
            union all
            select account_id, 'principal', district_id, school_id, null, null, null from made, left_school where user_name = 'left-principal'
            union all
            select account_id, 'teacher', e.district_id, e.school_id, e.teacher_id, null, null
            from made, members join homeroom.employment e using (district_id, teacher_id) where user_name = 'committee' and e.is_primary and e.ends_on is null
            union all
            select distinct account_id, 'grade_head', c.district_id, c.school_id, null::bigint, null, c.grade
            from made, main join homeroom.mentorship m using (district_id) join homeroom.mentorship_evaluation using (district_id, mentorship_id)
                 join homeroom.appointment a on a.district_id = m.district_id and a.teacher_id = m.mentee_id and a.school_id = m.school_id
                 join homeroom.class c on c.district_id = a.district_id and c.class_id = a.class_id where user_name = 'mentee-grade-head'
            """);
        await Database.Owner.ExecuteAsync("""
            update homeroom.award set revoked_on = greatest(granted_on, date '2026-11-15'), revocation_reason = '撤销' where award_id in (
                select a.award_id from homeroom.award a join access."grant" g on g.school_id = a.school_id and g.role = 'principal'
                where a.source = 'granted' order by 1 limit 5);
            insert into homeroom.reward_point (district_id, school_id, teacher_id, corrects_id, points, entered_on, reason)
            select p.district_id, p.school_id, p.teacher_id, p.reward_point_id, -p.points, date '2026-11-15', '撤销'
            from homeroom.reward_point p join homeroom.award a on a.district_id = p.district_id and a.award_id = p.award_id where a.revocation_reason = '撤销';
            update homeroom.appointment set certificate_exception_reason = '培训中' where appointment_id in (
                select appointment_id from homeroom.appointment where school_id in (select school_id from access."grant" where role = 'grade_head') order by 1 desc limit 80);
            """);
    }
}
