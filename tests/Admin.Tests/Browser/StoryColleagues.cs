namespace HomeroomGraph.Admin.Tests.Browser;

/// <summary>The demo's few schools have no records: the leader's colleagues get a research group, and two of them accounts as reviewers. Once in a
/// program, which the tests of research share.</summary>
internal static class StoryColleagues
{
    public const string Program = "the program with colleagues";

    public static IReadOnlyList<string> Reviewers { get; } = ["评审甲", "评审乙"];

    public static async Task MakeAsync(RunningProgram program)
    {
        await program.ExecuteAsync(GroupSql);
        await program.ExecuteAsync(ReviewersSql);
    }

    private const string GroupSql = """
        with leader as (
            select g.district_id, g.school_id, g.teacher_id from access.account a join access."grant" g using (account_id)
            where a.user_name = 'teacher' and g.role = 'teacher' and not exists (select from access.account made where made.user_name = 'story-1')),
        made as (
            insert into homeroom.research_group (district_id, school_id, kind, subject_id, name)
            select l.district_id, l.school_id, 'subject', min(s.subject_id), '语文教研组' from leader l join homeroom.subject s using (district_id)
            group by 1, 2, 3 returning district_id, school_id, research_group_id)
        insert into homeroom.research_group_member (district_id, school_id, research_group_id, teacher_id, name, starts_on)
        select m.district_id, m.school_id, m.research_group_id, t.teacher_id, t.name, '2026-09-01'
        from made m join leader l using (district_id, school_id) join homeroom.employment e using (district_id, school_id) join homeroom.teacher t using (district_id)
        where t.teacher_id = e.teacher_id and e.ends_on is null and e.is_primary and t.teacher_id <> l.teacher_id order by t.teacher_id limit 6
        """;

    private const string ReviewersSql = """
        with leader as (
            select a.*, g.district_id as of_district, g.school_id as of_school, g.teacher_id from access.account a join access."grant" g using (account_id)
            where a.user_name = 'teacher' and g.role = 'teacher' and not exists (select from access.account made where made.user_name = 'story-1')),
        colleague as (
            select t.district_id, t.teacher_id, row_number() over (order by t.teacher_id desc) as number
            from homeroom.teacher t join homeroom.employment e using (district_id, teacher_id), leader
            where e.district_id = of_district and e.school_id = of_school and e.is_primary and e.ends_on is null and t.teacher_id <> leader.teacher_id
            order by t.teacher_id desc limit 2),
        named as (
            update homeroom.teacher t set name = case c.number when 1 then '评审甲' else '评审乙' end
            from colleague c where t.district_id = c.district_id and t.teacher_id = c.teacher_id returning t.teacher_id),
        account as (
            insert into access.account (user_name, normalized_user_name, display_name, password_hash, security_stamp, concurrency_stamp, district_id, school_id)
            select 'story-' || c.number, 'STORY-' || c.number, 'story ' || c.number, l.password_hash, l.security_stamp, l.concurrency_stamp, l.district_id, l.school_id
            from colleague c, leader l, (select count(*) from named) done
            returning account_id, user_name)
        insert into access."grant" (account_id, role, district_id, school_id, teacher_id)
        select a.account_id, 'teacher', l.of_district, l.of_school, c.teacher_id
        from account a join colleague c on a.user_name = 'story-' || c.number, leader l
        """;
}

[CollectionDefinition(StoryColleagues.Program)]
public sealed class ProgramOfStories : ICollectionFixture<RunningProgram>;
