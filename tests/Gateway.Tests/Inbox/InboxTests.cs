using HomeroomGraph.Data.Demo;
using HomeroomGraph.Data.Inbox;
using HomeroomGraph.Data.Tenancy;
using HomeroomGraph.Gateway.Tests.Research;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Inbox;

/// <summary>Who is told of what, and when: in the transaction of what it tells of, once, and nobody but whom it concerns.</summary>
public sealed class InboxTests(ResearchStory story) : IClassFixture<ResearchStory>
{
    private const string Office = "research-office", Officer = "research-officer-370403";

    private static readonly DateOnly Today = new(2026, 11, 16);

    private ResearchRecords Records => story.Records;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "P5")]
    [Trait("Rule", "P7")]
    public async Task Steps_and_reviews_are_told_to_whom_they_concern()
    {
        const string title = "消息课题";
        long project = await Records.SubmittedAsync(story.Teachers[5], "county", title, story.Teachers[6]);
        await ToldAsync(title, "group-head MEMBER_NAMED", "group-head STEP_TAKEN SUBMITTED", $"{Office} STEP_TAKEN SUBMITTED", "stranger MEMBER_NAMED", "stranger STEP_TAKEN SUBMITTED");

        long application = await story.Database.Owner.ScalarAsync<long>(
            "select research_application_id from homeroom.research_application where research_project_id = $1", project);
        await ReadAllAsync(title);
        await Records.ReviewAsync(application, story.Teachers[3], "assigned");
        await Records.ReviewAsync(application, story.Teachers[2]);
        await ToldAsync(title, $"{Office} REVIEW_GIVEN", "reviewer-open REVIEW_ASSIGNED");
        var assigned = (await story.DataAsync("reviewer-open", $$"""{ inbox(where: {title: {eq: "{{title}}"} }) { nodes { dueOn textZh textEn record project { title } } } }"""))
            .GetProperty("inbox").GetProperty("nodes")[0];
        Assert.Equal("2026-09-30", assigned.GetProperty("dueOn").GetString()); // p5_review_days after the 16th
        Assert.Equal("课题《消息课题》请您评审，请于2026-09-30前完成。", assigned.GetProperty("textZh").GetString());
        Assert.Equal("“消息课题”: you are asked for a review, due on 2026-09-30.", assigned.GetProperty("textEn").GetString());
    }

    [Fact]
    [Trait("Rule", "P8")]
    [Trait("Rule", "P10")]
    [Trait("Rule", "P14")]
    public async Task Requests_and_inspections_are_told_to_who_decides_and_what_became_of_them_to_the_members()
    {
        const string title = "在研课题";
        await ReadAllAsync(title);
        long request = await Records.ExtensionRequestAsync(story.Running, "2026-11-12", "2027-12-31");
        await ToldAsync(title, $"{Officer} REQUEST_MADE");
        await ReadAllAsync(title);
        await story.Database.Writer.ExecuteAsync("""
            update homeroom.research_extension_request set decision = 'granted', granted_until = requested_until, decided_on = '2026-11-13', decided_by = '教研室'
            where research_extension_request_id = $1
            """, request);
        await ToldAsync(title, "other-leader REQUEST_DECIDED", $"{Office} REQUEST_DECIDED");
        await ReadAllAsync(title);
        await story.Database.Writer.ExecuteAsync("""
            insert into homeroom.research_inspection (district_id, school_id, research_project_id, inspected_on, inspected_by, finding, mend_by)
            values ($1, $2, $3, '2026-11-02', '教科室', '记录不全', '2026-11-30')
            """, story.District, story.School, story.Running);
        await ToldAsync(title, "other-leader INSPECTED");
        await story.Database.Writer.ExecuteAsync("update homeroom.research_inspection set mended_on = '2026-11-15' where research_project_id = $1", story.Running);
        await ToldAsync(title, "other-leader INSPECTED", "other-leader INSPECTION_MENDED");
    }

    /// <summary>What did not happen is told to nobody, and who did it knows.</summary>
    [Fact]
    public async Task What_is_rolled_back_was_never_told_and_nobody_is_told_of_the_own_doing()
    {
        const string title = "评审课题", Leader = "leader";
        await ReadAllAsync(title);
        const string withdraw = """
            insert into homeroom.research_state_change (district_id, school_id, research_project_id, from_state, to_state, changed_by, changed_at)
            values ($1, $2, $3, 'in_review', 'withdrawn', '主持人', '2026-11-16T02:00:00Z')
            """;
        var leader = (await story.Demo.AccountAsync(Leader)).AccountId;
        foreach (bool commits in (bool[])[false, true])
        {
            await using var work = await story.Database.BeginWriteAsync(Actor.Account(leader, "192.0.2.7"), Cancellation);
            await using var step = new Npgsql.NpgsqlCommand(withdraw, work.Connection)
            {
                Parameters = { new() { Value = story.District }, new() { Value = story.School }, new() { Value = story.InReview } },
            };
            await step.ExecuteNonQueryAsync(Cancellation);
            if (!commits) continue;
            await ToldAsync(title);
            await work.CommitAsync(Cancellation);
        }
        await ToldAsync(title, "member STEP_TAKEN WITHDRAWN", $"{Office} STEP_TAKEN WITHDRAWN");
    }

    [Fact]
    [Trait("Rule", "P8")]
    [Trait("Rule", "P10")]
    public async Task Reminders_are_told_once_however_often_and_by_however_many_and_again_when_the_date_moves()
    {
        const string title = "提醒课题";
        long project = await Records.ApprovedAsync(story.Teachers[1], title);
        await story.Database.Writer.ExecuteAsync("update homeroom.research_stage set done_on = '2026-11-15' where research_project_id = $1", project);
        await story.Database.Writer.ExecuteAsync("""
            with stage as (
                insert into homeroom.research_stage (district_id, school_id, research_project_id, position, goal, starts_on, due_on)
                values ($1, $2, $3, 91, '阶段', '2026-10-01', '2026-11-10') returning *)
            insert into homeroom.research_task (district_id, school_id, research_project_id, research_stage_id, research_member_id, description, due_on)
            select s.district_id, s.school_id, s.research_project_id, s.research_stage_id, m.research_member_id, '问卷', '2026-11-24'
            from stage s join homeroom.research_member m using (district_id, research_project_id) where m.role = 'leader'
            """, story.District, story.School, project);
        await ReadAllAsync(title);

        // Seven days before: the 24th is too far off on the 16th and near on the 17th. The stage is late.
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => new Reminders(story.Database.Access).RunAsync(Today, TimeSpan.Zero, Cancellation)));
        await ToldAsync(title, "member OVERDUE STAGE_TO_FINISH");
        for (int day = 1; day < 4; day++)
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => new Reminders(story.Database.Access).RunAsync(Today.AddDays(day), TimeSpan.Zero, Cancellation)));
        await ToldAsync(title, "member DUE_SOON TASK_TO_FINISH", "member OVERDUE STAGE_TO_FINISH");

        // The district's policy is dated data: from the 20th on, ten days before.
        await story.Database.Writer.ExecuteAsync("update homeroom.research_task set due_on = '2026-11-29' where research_project_id = $1", project);
        await new Reminders(story.Database.Access).RunAsync(new(2026, 11, 19), TimeSpan.Zero, Cancellation);
        await ReadAllAsync(title);
        await story.Database.Writer.ExecuteAsync("""
            insert into homeroom.policy (district_id, policy_key, figure, starts_on, reason, decided_by) values ($1, 'p8_reminder_days', 10, '2026-11-20', '早些提醒', '教研室')
            """, story.District);
        await new Reminders(story.Database.Access).RunAsync(new(2026, 11, 19), TimeSpan.Zero, Cancellation);
        await ToldAsync(title);
        await new Reminders(story.Database.Access).RunAsync(new(2026, 11, 20), TimeSpan.Zero, Cancellation);
        await ToldAsync(title, "member DUE_SOON TASK_TO_FINISH");

        // P10: the project's own date, thirty days before; beyond it the school is told too.
        await ReadAllAsync(title);
        await new Reminders(story.Database.Access).RunAsync(new(2027, 5, 30), TimeSpan.Zero, Cancellation);
        await ToldAsync(title, "member OVERDUE TASK_TO_FINISH");
        await ReadAllAsync(title);
        await new Reminders(story.Database.Access).RunAsync(new(2027, 5, 31), TimeSpan.Zero, Cancellation);
        await ToldAsync(title, "member DUE_SOON OPENING_TO_REPORT");
        await ReadAllAsync(title);
        await new Reminders(story.Database.Access).RunAsync(new(2027, 7, 1), TimeSpan.Zero, Cancellation);
        await ToldAsync(title, "member OVERDUE OPENING_TO_REPORT", $"{Office} OVERDUE OPENING_TO_REPORT");
    }

    [Fact]
    public async Task A_day_is_run_once_within_the_time_given()
    {
        var reminders = new Reminders(story.Database.Access);
        await reminders.RunAsync(Today, TimeSpan.Zero, Cancellation);
        var ran = await RanAtAsync();
        await reminders.RunAsync(Today, TimeSpan.FromHours(1), Cancellation);
        Assert.Equal(ran, await RanAtAsync());
        await reminders.RunAsync(Today.AddDays(-1), TimeSpan.FromHours(1), Cancellation);
        Assert.NotEqual(ran, await RanAtAsync());

        Task<DateTime> RanAtAsync() => story.Database.Owner.ScalarAsync<DateTime>("select ran_at from inbox.reminder_run where district_id = $1", story.District);
    }

    /// <summary>Wall one and wall two: what is another's is there for nobody, whatever else the account reads or manages.</summary>
    [Fact]
    public async Task Nobody_reads_what_another_was_told()
    {
        string[] people = [.. DemoAccounts.All.Where(account => !account.NeedsRecords).Select(account => account.UserName), "leader", "member", "reviewer-open", "projects-client"];
        Assert.True(await story.Database.Owner.ScalarAsync<long>("select count(*) from inbox.notification") > 0);
        foreach (string user in people)
        {
            var account = await story.Demo.AccountAsync(user);
            long own = await story.Database.Owner.ScalarAsync<long>("select count(*) from inbox.notification where account_id = $1", account.AccountNumber);
            Assert.Equal(own, (await story.DataAsync(user, "{ inbox { totalCount } }")).GetProperty("inbox").GetProperty("totalCount").GetInt64());

            await using var connection = await story.Database.ReaderOf(account.Reach).OpenConnectionAsync(Cancellation);
            await using var batch = connection.CreateBatch();
            batch.BatchCommands.Add(new("select reach.enter($1, $2)") { Parameters = { new() { Value = account.AccountId }, new() { Value = account.AccessVersion } } });
            batch.BatchCommands.Add(new("select (select count(*) from inbox.notification), (select count(*) from reach.mailbox), (select max(account_id) from reach.mailbox)"));
            await using var row = await batch.ExecuteReaderAsync(Cancellation);
            await row.NextResultAsync(Cancellation);
            Assert.True(await row.ReadAsync(Cancellation));
            Assert.Equal(own, row.GetInt64(0));
            if (user == "projects-client") Assert.Equal(0, row.GetInt64(1));
            else Assert.Equal((1, account.AccountNumber), (row.GetInt64(1), row.GetInt64(2)));
        }
        // In neither log: what somebody has read is nobody's business.
        Assert.Equal(0, await story.Database.Owner.ScalarAsync<long>("select count(*) from history.audit_log where table_name like 'inbox.notification%'"));
    }

    [Fact]
    public async Task Projects_with_news_are_found_and_ordered_by_it()
    {
        const string title = "有新消息的课题";
        var leader = await story.Database.Writer.ScalarAsync<long>(
            "insert into homeroom.teacher (district_id, staff_number, name, pinyin) values ($1, $2, '新教师', 'xin jiao shi') returning teacher_id", story.District, title);
        await Records.SubmittedAsync(leader, "county", title);
        var data = await story.DataAsync(Office, """
            { researchProjects(first: 50, where: {newsCount: {gt: 0}}, order: [{newsCount: DESC}]) { nodes { title newsCount notifications(where: {isRead: {eq: false}}) { totalCount } } } }
            """);
        var projects = data.GetProperty("researchProjects").GetProperty("nodes").EnumerateArray().ToList();
        Assert.Contains(title, projects.Select(project => project.GetProperty("title").GetString()));
        Assert.All(projects, project => Assert.Equal(project.GetProperty("newsCount").GetInt32(), project.GetProperty("notifications").GetProperty("totalCount").GetInt32()));
        await ReadAllAsync(title);
        data = await story.DataAsync(Office, $$"""{ researchProjects(where: {newsCount: {gt: 0}, title: {eq: "{{title}}"} }) { totalCount } }""");
        Assert.Equal(0, data.GetProperty("researchProjects").GetProperty("totalCount").GetInt32());
    }

    /// <summary>What each account has unread of a project: kind, and the state or what is due.</summary>
    private async Task ToldAsync(string title, params string[] expected)
    {
        var told = await story.Database.Owner.ColumnAsync<string>("""
            select concat_ws(' ', a.user_name, upper(n.kind), upper(coalesce(n.state, case when n.kind in ('due_soon', 'overdue') then n.item_kind end)))
            from inbox.notification n join access.account a on a.account_number = n.account_id where n.title = $1 and not n.is_read
            """, title);
        Assert.Equal(expected.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    private Task ReadAllAsync(string title) =>
        story.Database.Owner.ExecuteAsync("update inbox.notification set is_read = true, read_at = now() where title = $1 and not is_read", title);
}
