using Npgsql;

namespace HomeroomGraph.Testing;

/// <summary>Writes research projects (rules P1–P14) of one school, step by step, as the database takes them.</summary>
public sealed class ResearchRecords(NpgsqlDataSource writer, int districtId, long schoolId)
{
    private int documents;

    /// <summary>A draft with its leader, who is its only member: the district's policy asks for no other (P15).</summary>
    public async Task<long> DraftAsync(long leader, string level = "county", string title = "课题")
    {
        await writer.ExecuteAsync(
            """
            insert into homeroom.policy (district_id, policy_key, figure, starts_on, reason, decided_by)
            select $1, 'p15_members_at_least', 0, '2000-01-01', '测试', '区教研室'
            where not exists (select from homeroom.policy where district_id = $1 and school_id is null and policy_key = 'p15_members_at_least')
            """, districtId);
        return await writer.ScalarAsync<long>(
            """
            with project as (
                insert into homeroom.research_project (district_id, school_id, title, level, leader_id, created_on)
                values ($1, $2, $3, $4, $5, '2026-09-10') returning research_project_id),
            theme as (
                insert into homeroom.research_theme (district_id, school_id, research_project_id, theme)
                select $1, $2, research_project_id, 'love' from project),
            stage as (
                insert into homeroom.research_stage (district_id, school_id, research_project_id, position, goal, starts_on, due_on)
                select $1, $2, research_project_id, 1, '现状调查', '2026-09-20', '2026-12-31' from project)
            insert into homeroom.research_member (district_id, school_id, research_project_id, teacher_id, name, role, duty, task)
            select $1, $2, research_project_id, $5, (select name from homeroom.teacher where teacher_id = $5), 'leader', '主持研究', '撰写报告' from project
            returning research_project_id
            """, districtId, schoolId, title, level, leader);
    }

    /// <summary>A member beside the leader.</summary>
    public Task<long> MemberAsync(long project, long teacher, string duty = "问卷调查") => writer.ScalarAsync<long>(
        """
        insert into homeroom.research_member (district_id, school_id, research_project_id, teacher_id, name, role, duty, task, position)
        values ($1, $2, $3, $4, (select name from homeroom.teacher where teacher_id = $4), 'member', $5, '整理数据', 2) returning research_member_id
        """, districtId, schoolId, project, teacher, duty);

    /// <summary>The members of a running project leave, by a granted request (P14).</summary>
    public async Task MembersLeaveAsync(long project, string day)
    {
        await using var connection = await writer.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var leave = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("""
                    insert into homeroom.research_change_request (
                        district_id, school_id, research_project_id, kind, before, after, reason, requested_on, requested_by, decision, decided_on, decided_by)
                    values ($1, $2, $3, 'members', '成员', '—', '调离', '2026-10-01', '负责人', 'granted', '2026-10-09', '教科室')
                    """) { Parameters = { new() { Value = districtId }, new() { Value = schoolId }, new() { Value = project } } },
                new("update homeroom.research_member set left_on = $2::text::date where research_project_id = $1 and role = 'member'") { Parameters = { new() { Value = project }, new() { Value = day } } },
            },
        };
        await leave.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    /// <summary>The next version of the application, complete and submitted, without the step.</summary>
    public Task<long> ApplicationAsync(long project, string state = "submitted", string background = "背景") => writer.ScalarAsync<long>(
        """
        insert into homeroom.research_application (
            district_id, school_id, research_project_id, version, state, background, significance, academic_value, necessity, feasibility,
            innovation, plan, expected_results, due_on, submitted_at)
        select $1, $2, $3, 1 + count(*)::int, $4, $5, '意义', '价值', '必要', '可行', '创新', '方案', '成果', '2027-06-30',
               case $4 when 'submitted' then timestamptz '2026-09-15T08:00:00Z' end
        from homeroom.research_application where district_id = $1 and research_project_id = $3
        returning research_application_id
        """, districtId, schoolId, project, state, background);

    /// <summary>A step of the project; a review begins with the reviewers that it needs, who have given theirs.</summary>
    public async Task StepAsync(long project, string from, string to)
    {
        if (to == "in_review")
            await ReviewedAsync(project);
        await writer.ExecuteAsync(StepSql, districtId, schoolId, project, from, to);
    }

    /// <summary>The newest version has two reviews (P5), of reviewers of the records' own where it has not.</summary>
    public async Task ReviewedAsync(long project)
    {
        await writer.ExecuteAsync(
            """
            insert into homeroom.teacher (district_id, staff_number, name, pinyin)
            select $1, '评审' || n, '评审人' || n, 'ping shen ren' from generate_series(1, 2) n on conflict do nothing
            """, districtId);
        await writer.ExecuteAsync(
            """
            with version as (
                select research_application_id from homeroom.research_application
                where district_id = $1 and research_project_id = $3 order by version desc limit 1)
            insert into homeroom.research_review (
                district_id, school_id, research_project_id, research_application_id, reviewer_id, name, state, scientific, advancement, feasibility,
                comment, assigned_at, submitted_at)
            select $1, $2, $3, v.research_application_id, t.teacher_id, t.name, 'submitted', 80, 85, 90, '可行', '2026-09-16T08:00:00Z', '2026-09-20T08:00:00Z'
            from version v, homeroom.teacher t
            where t.district_id = $1 and t.staff_number in ('评审1', '评审2')
              and (select count(*) from homeroom.research_review r where r.district_id = $1 and r.research_application_id = v.research_application_id and r.state <> 'released') < 2
            on conflict do nothing
            """, districtId, schoolId, project);
    }

    /// <summary>A step that is refused.</summary>
    public Task StepRefusedByAsync(string constraint, long project, string from, string to) =>
        writer.RefusedByAsync(constraint, StepSql, districtId, schoolId, project, from, to);

    /// <summary>An assignment of a reviewer, or a whole review.</summary>
    public Task<long> ReviewAsync(long application, long reviewer, string state = "submitted", string comment = "可行") => writer.ScalarAsync<long>(
        """
        insert into homeroom.research_review (
            district_id, school_id, research_project_id, research_application_id, reviewer_id, name, state, scientific, advancement, feasibility,
            comment, assigned_at, submitted_at)
        select $1, $2, research_project_id, $3, $4, (select name from homeroom.teacher where teacher_id = $4), $5,
               case $5 when 'submitted' then 80 end, case $5 when 'submitted' then 85 end, case $5 when 'submitted' then 90 end,
               case $5 when 'submitted' then $6 end, '2026-09-16T08:00:00Z', case $5 when 'submitted' then timestamptz '2026-09-20T08:00:00Z' end
        from homeroom.research_application where district_id = $1 and research_application_id = $3
        returning research_review_id
        """, districtId, schoolId, application, reviewer, state, comment);

    /// <summary>An opinion on a version; without an answer.</summary>
    public Task<long> OpinionAsync(long application, string opinion, short position = 1) => writer.ScalarAsync<long>(
        """
        insert into homeroom.research_opinion (district_id, school_id, research_project_id, research_application_id, position, opinion)
        select $1, $2, research_project_id, $3, $4, $5
        from homeroom.research_application where district_id = $1 and research_application_id = $3
        returning research_opinion_id
        """, districtId, schoolId, application, position, opinion);

    /// <summary>The decision of the approving body, which is the step too.</summary>
    public Task DecisionAsync(long project, string decision = "approved", string number = "LX-1") =>
        writer.ExecuteAsync(DecisionSql, districtId, schoolId, project, decision, $"{number}-{project}");

    /// <summary>A decision that is refused.</summary>
    public Task DecisionRefusedByAsync(string constraint, long project, string decision = "approved") =>
        writer.RefusedByAsync(constraint, DecisionSql, districtId, schoolId, project, decision, "x");

    /// <summary>A milestone, which is the step too; a closing with the portfolio that it needs (P9).</summary>
    public async Task MilestoneAsync(long project, string kind)
    {
        if (kind == "closing")
            await PortfolioAsync(project);
        await writer.ExecuteAsync(MilestoneSql, districtId, schoolId, project, kind, await DocumentAsync());
    }

    /// <summary>What the portfolio lacks.</summary>
    public Task PortfolioAsync(long project) => writer.ExecuteAsync(
        """
        insert into homeroom.research_portfolio_item (district_id, school_id, research_project_id, category, title, body, added_on, added_by)
        select $1, $2, $3, category, '材料', '正文', '2026-10-20', '成员'
        from unnest(homeroom.missing_portfolio_categories($1, $2, $3, '2026-10-20')) category
        """, districtId, schoolId, project);

    /// <summary>A milestone that is refused.</summary>
    public async Task MilestoneRefusedByAsync(string constraint, long project, string kind) =>
        await writer.RefusedByAsync(constraint, MilestoneSql, districtId, schoolId, project, kind, await DocumentAsync());

    /// <summary>A file with a content of its own.</summary>
    public Task<long> DocumentAsync(string name = "报告.pdf") => writer.ScalarAsync<long>(
        """
        with content as (
            insert into homeroom.document_content (district_id, sha256, size, bytes)
            select $1, encode(sha256(b), 'hex'), octet_length(b), b from convert_to($3, 'UTF8') b returning sha256, size)
        insert into homeroom.document (district_id, school_id, category, file_name, media_type, size, sha256, uploaded_by, uploaded_at)
        select $1, $2, 'report', $4, 'application/pdf', size, sha256, '上传者', '2026-10-08T08:00:00Z' from content
        returning document_id
        """, districtId, schoolId, $"{schoolId} {Guid.NewGuid()} {Interlocked.Increment(ref documents)}", name);

    /// <summary>A request to finish later; open.</summary>
    public async Task<long> ExtensionRequestAsync(long project, string requestedOn, string until) => await writer.ScalarAsync<long>(
        ExtensionRequestSql, districtId, schoolId, project, requestedOn, until, await DocumentAsync("阶段总结.pdf"));

    /// <summary>A request that is refused.</summary>
    public async Task ExtensionRequestRefusedByAsync(string constraint, long project, string requestedOn, string until) => await writer.RefusedByAsync(
        constraint, ExtensionRequestSql, districtId, schoolId, project, requestedOn, until, await DocumentAsync("阶段总结.pdf"));

    /// <summary>A submitted project.</summary>
    public async Task<long> SubmittedAsync(long leader, string level = "county", string title = "课题", params long[] members)
    {
        var project = await DraftAsync(leader, level, title);
        foreach (var member in members)
            await MemberAsync(project, member);
        await ApplicationAsync(project);
        await StepAsync(project, "draft", "submitted");
        return project;
    }

    /// <summary>A project that the superior body approved, before its opening report; due on 2027-06-30.</summary>
    public async Task<long> ApprovedAsync(long leader, string title = "课题", params long[] members)
    {
        var project = await SubmittedAsync(leader, "county", title, members);
        await StepAsync(project, "submitted", "in_review");
        await StepAsync(project, "in_review", "recommended");
        await DecisionAsync(project);
        return project;
    }

    private const string StepSql = """
        insert into homeroom.research_state_change (district_id, school_id, research_project_id, from_state, to_state, changed_by, changed_at)
        values ($1, $2, $3, $4, $5, '某人', '2026-09-25T08:00:00Z')
        """;

    private const string DecisionSql = """
        insert into homeroom.research_decision (
            district_id, school_id, research_project_id, decision, body, number, decided_on, recorded_by, recorded_at)
        values ($1, $2, $3, $4, '区教研室', $5, '2026-10-01', '教科室', '2026-10-02T08:00:00Z')
        """;

    private const string MilestoneSql = """
        insert into homeroom.research_milestone (
            district_id, school_id, research_project_id, kind, held_on, held_by, recorded_at, document_id, conclusion, results, grade, reason)
        values ($1, $2, $3, $4, '2026-10-20', '教科室', '2026-10-20T08:00:00Z', $5, '通过', '成果', case $4 when 'closing' then 'good' end,
                case $4 when 'termination' then '调离' end)
        """;

    private const string ExtensionRequestSql = """
        insert into homeroom.research_extension_request (
            district_id, school_id, research_project_id, requested_on, requested_by, requested_until, reason, document_id)
        values ($1, $2, $3, $4::text::date, '负责人', $5::text::date, '样本不足', $6) returning research_extension_request_id
        """;
}
