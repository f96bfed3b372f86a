using Npgsql;

namespace HomeroomGraph.Data.Demo;

/// <summary>
/// Finds the persons behind the demo's accounts: each question gives the teacher, or the post, with the school in which the account
/// holds. Where the demo of an earlier version has nobody of that kind, the account is not made.
/// </summary>
internal static class DemoPersons
{
    private const string InFirstSchool = "join homeroom.school s using (district_id, school_id) where s.code = $1";

    private static readonly Dictionary<string, string> Questions = new(StringComparer.Ordinal)
    {
        ["teacher"] = $"""
            select school_id, teacher_id from homeroom.appointment join homeroom.teacher t using (district_id, teacher_id) {InFirstSchool}
                and kind = 'homeroom' and state = 'active' and starts_on <= $2 and coalesce($2 < ends_on, true)
            order by t.staff_number limit 1
            """,
        ["group-leader"] = $"""
            select school_id, teacher_id from homeroom.research_group_member join homeroom.research_group g using (district_id, school_id, research_group_id)
            {InFirstSchool} and post = 'head' and g.kind = 'subject' order by research_group_member_id limit 1
            """,
        ["project-leader"] = $"""
            select school_id, leader_id from homeroom.research_project {InFirstSchool} and state = 'running' order by research_project_id limit 1
            """,
        ["reviewer"] = $"""
            select school_id, reviewer_id from homeroom.research_review {InFirstSchool} order by state = 'assigned' desc, research_review_id limit 1
            """,
        ["mentor"] = $"""
            select school_id, mentor_id from homeroom.mentorship {InFirstSchool} and ended_on is null order by mentorship_id limit 1
            """,
        ["mentee"] = $"""
            select school_id, mentee_id from homeroom.mentorship {InFirstSchool} and ended_on is null order by mentorship_id limit 1
            """,
        ["inspector"] = $"""
            select school_id, inspector_post_id from homeroom.inspector_post {InFirstSchool} order by inspector_post_id limit 1
            """,
    };

    /// <summary>Whether the account stands for a person or a post.</summary>
    public static bool Has(string userName) => Questions.ContainsKey(userName);

    /// <summary>Whether it is somebody whom only records name.</summary>
    public static bool NeedRecords(string userName) => userName != "teacher" && Has(userName);

    /// <summary>The school and the teacher, or the post, behind an account.</summary>
    public static async Task<(long SchoolId, long Id)?> FindAsync(NpgsqlConnection connection, string userName, CancellationToken cancellation)
    {
        await using var find = new NpgsqlCommand(Questions[userName], connection)
        {
            Parameters = { new() { Value = DemoSchools.First }, new() { Value = DemoSeed.Today } },
        };
        await using var row = await find.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? (row.GetInt64(0), row.GetInt64(1)) : null;
    }
}
