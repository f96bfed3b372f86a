using System.Text.Json;
using HomeroomGraph.Gateway.Tests.Queries;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Awards;

/// <summary>Two nominations in the demo's first school: the account "teacher" is nominated in one, on which a colleague votes; in the
/// other, which is under notice, a colleague is, and "teacher" sits on the committee. Each role sees its part.</summary>
public sealed class AwardQueryTests(DemoEngine demo) : IClassFixture<DemoEngine>, IAsyncLifetime
{
    private const string Fill = """
        do $$
        declare
            d integer; s bigint; y bigint; half bigint; me bigint; colleague bigint; r bigint; n bigint; entry bigint;
        begin
            if exists (select from homeroom.award_nomination) then return; end if;
            select g.district_id, g.school_id, g.teacher_id into strict d, s, me
            from access."grant" g join access.account a using (account_id) where a.user_name = 'teacher' and g.role = 'teacher';
            select teacher_id into strict colleague from homeroom.employment e
            where e.district_id = d and e.school_id = s and e.teacher_id <> me order by 1 limit 1;
            select school_year_id, semester_id into strict y, half from homeroom.semester e where e.district_id = d and e.starts_on = '2026-09-01';

            insert into homeroom.award_round (district_id, school_id, kind, level, school_year_id, semester_id, name, state)
            values (d, s, 'excellent_homeroom_teacher', 'school', y, half, 'voting', 'voting') returning award_round_id into r;
            insert into homeroom.award_committee_member (district_id, award_round_id, teacher_id, name) values (d, r, colleague, 'C');
            insert into homeroom.award_nomination (district_id, award_round_id, school_id, kind, teacher_id, name, statement, nominated_by, nominated_on)
            values (d, r, s, 'excellent_homeroom_teacher', me, 'M', 'mine', 'B', '2026-11-02') returning award_nomination_id into n;
            insert into homeroom.award_condition (district_id, award_nomination_id, school_id, checked_on, position, rule, condition, is_met)
            values (d, n, s, '2026-11-09', 1, 'E7', '师德', true);
            insert into homeroom.award_vote (district_id, award_round_id, award_nomination_id, school_id, teacher_id, value, cast_on)
            values (d, r, n, s, colleague, 'approve', '2026-11-10');

            insert into homeroom.award_round (district_id, school_id, kind, level, school_year_id, semester_id, name, state)
            values (d, s, 'excellent_result', 'school', y, half, 'notice', 'voting') returning award_round_id into r;
            insert into homeroom.award_committee_member (district_id, award_round_id, teacher_id, name) values (d, r, me, 'M');
            insert into homeroom.award_nomination (district_id, award_round_id, school_id, kind, teacher_id, name, statement, nominated_by, nominated_on, state)
            values (d, r, s, 'excellent_result', colleague, 'C', 'colleague', 'B', '2026-11-02', 'eligible') returning award_nomination_id into n;
            insert into homeroom.award_vote (district_id, award_round_id, award_nomination_id, school_id, teacher_id, value, cast_on)
            values (d, r, n, s, me, 'approve', '2026-11-10');
            update homeroom.award_round set notice_starts_on = '2026-11-11', notice_ends_on = '2026-11-19' where district_id = d and award_round_id = r;
            insert into homeroom.award_state_change (district_id, award_round_id, award_nomination_id, from_state, to_state, changed_by, changed_at)
            values (d, r, null, 'voting', 'notice', 'B', '2026-11-11T08:00:00Z');
            insert into homeroom.award_state_change (district_id, award_round_id, award_nomination_id, from_state, to_state, changed_by, changed_at)
            values (d, r, n, 'eligible', 'notice', 'B', '2026-11-11T08:00:00Z');
            insert into homeroom.award_objection (district_id, award_nomination_id, school_id, raised_on, content) values (d, n, s, '2026-11-12', 'O');
            insert into homeroom.award_round (district_id, school_id, kind, level, school_year_id, semester_id, name)
            values (d, s, 'excellent_result', 'school', y, half, 'planned');

            insert into homeroom.reward_point (district_id, school_id, teacher_id, points, entered_on, reason)
            values (d, s, me, 3, '2026-11-02', 'R') returning reward_point_id into entry;
            insert into homeroom.reward_point (district_id, school_id, teacher_id, points, corrects_id, entered_on, reason)
            values (d, s, me, -0.5, entry, '2026-11-03', 'R'), (d, s, me, 4, null, '2026-11-04', 'R');
        end $$
        """;

    public async ValueTask InitializeAsync() => await demo.Database.Owner.ExecuteAsync(Fill);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>By nomination: conditions, votes and objections seen.</summary>
    [Theory]
    [Trait("Rule", "W3")]
    [InlineData("principal", "colleague 0 1 1, mine 1 0 0")]
    [InlineData("moral-office", "colleague 0 1 1, mine 1 0 0")]
    [InlineData("analyst-370403", "colleague 0 1 1, mine 1 0 0")]
    [InlineData("teacher", "colleague 0 1 1, mine 1 0 0")]
    [InlineData("grade-head", "colleague 0 0 0")]
    [InlineData("academic-affairs", "colleague 0 0 0")]
    [InlineData("analyst-371723", "")]
    [InlineData("auditor", "")]
    [InlineData("platform-admin", "")]
    public async Task Each_role_sees_its_part_and_votes_are_secret_until_they_are_closed(string user, string expected)
    {
        var data = await demo.DataAsync(user, """
            { awardNominations(order: [{name: ASC}]) { nodes { statement conditions { totalCount } votes { totalCount } objections { totalCount } } } }
            """);
        var seen = data.GetProperty("awardNominations").GetProperty("nodes").EnumerateArray().Select(n =>
            $"{n.GetProperty("statement").GetString()} {Count(n, "conditions")} {Count(n, "votes")} {Count(n, "objections")}");
        Assert.Equal(expected, string.Join(", ", seen));
    }

    [Theory]
    [InlineData("principal", 3)]
    [InlineData("teacher", 2)]
    [InlineData("grade-head", 2)]
    [InlineData("analyst-371723", 0)]
    public async Task A_selection_is_seen_once_it_is_announced(string user, int expected) =>
        Assert.Equal(expected, Count(await demo.DataAsync(user, "{ awardRounds { totalCount } }"), "awardRounds"));

    [Theory]
    [Trait("Rule", "W4")]
    [InlineData("teacher", "6.5", 3)]
    [InlineData("principal", "6.5", 3)]
    [InlineData("analyst-370403", "6.5", 3)]
    public async Task A_teachers_points_are_the_sum_of_the_ledger(string user, string points, int entries)
    {
        var data = await demo.DataAsync(user, "{ teachers(where: {rewardPoints: {gt: 0}}) { nodes { rewardPoints rewardPointEntries { totalCount } } } rewardPointEntries { totalCount } }");
        var teacher = Assert.Single(data.GetProperty("teachers").GetProperty("nodes").EnumerateArray());
        Assert.Equal(points, teacher.GetProperty("rewardPoints").GetRawText());
        Assert.Equal(entries, Count(teacher, "rewardPointEntries"));
        Assert.Equal(entries, Count(data, "rewardPointEntries"));
    }

    [Theory]
    [Trait("Rule", "W4")]
    [InlineData("grade-head")]
    [InlineData("academic-affairs")]
    [InlineData("analyst-371723")]
    public async Task Points_of_others_are_nobody_elses_business(string user)
    {
        var data = await demo.DataAsync(user, "{ teachers(where: {rewardPoints: {gt: 0}}) { totalCount } rewardPointEntries { totalCount } }");
        Assert.Equal((0, 0), (Count(data, "teachers"), Count(data, "rewardPointEntries")));
    }

    [Theory]
    [InlineData("principal")]
    [InlineData("teacher")]
    [InlineData("grade-head")]
    [InlineData("analyst-370403")]
    public async Task Without_wall_two_the_answers_are_the_same(string user)
    {
        const string All = """
            { awardRounds { nodes { name committee { nodes { name } } nominations { totalCount } nominationCount } }
              awardNominations { nodes { statement approvalCount openObjectionCount votes { nodes { value member { name } } } round { name } } }
              rewardPointEntries { nodes { points corrects { points } } } teachers(first: 100) { nodes { rewardPoints } } }
            """;
        Assert.Equal(await demo.AskWithoutWallTwoAsync(user, All), await demo.AskAsync(user, All));
    }

    private static int Count(JsonElement parent, string list) => parent.GetProperty(list).GetProperty("totalCount").GetInt32();
}
