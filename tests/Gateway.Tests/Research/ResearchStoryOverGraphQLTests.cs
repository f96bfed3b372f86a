using System.Diagnostics;
using System.Text;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Research;

/// <summary><c>samples/research-story</c>: a client plays a project from the draft to the closing over GraphQL alone. What it says of itself is one thing; what the
/// database has of it afterwards is held here.</summary>
public sealed class ResearchStoryOverGraphQLTests(FullGatewayFixture gateway) : IClassFixture<FullGatewayFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "O2")]
    [Trait("Rule", "P1")]
    [Trait("Rule", "P2")]
    [Trait("Rule", "P3")]
    [Trait("Rule", "P4")]
    [Trait("Rule", "P5")]
    [Trait("Rule", "P6")]
    [Trait("Rule", "P7")]
    [Trait("Rule", "P8")]
    [Trait("Rule", "P9")]
    [Trait("Rule", "P10")]
    [Trait("Rule", "P11")]
    [Trait("Rule", "P14")]
    [Trait("Rule", "P15")]
    [Trait("Rule", "V2")]
    [Trait("Rule", "V3")]
    public async Task A_project_goes_from_the_draft_to_the_closing_and_each_step_is_where_it_belongs()
    {
        string[] told = await PlayAsync();

        var project = KeyOf(told[^1]);
        await FollowedAsync(told[^2], project);
        Assert.Equal(
            [
                "draft submitted 王秀兰 teacher", "submitted in_review 薛城实验小学教科室 research-office", "in_review revision_requested 薛城实验小学教科室 research-office",
                "revision_requested submitted 王秀兰 teacher", "submitted in_review 薛城实验小学教科室 research-office", "in_review recommended 薛城实验小学教科室 research-office",
                "recommended approved 薛城区教研员 research-officer-370403", "approved running 薛城实验小学教科室 research-office", "running closed 薛城区教研员 research-officer-370403",
            ],
            await gateway.Database.Owner.ColumnAsync<string>("""
                select concat_ws(' ', c.from_state, c.to_state, c.changed_by, a.user_name)
                from homeroom.research_state_change c
                join history.audit_log l on l.district_id = c.district_id and l.table_name = 'homeroom.research_state_change' and l.row_id = c.research_state_change_id::text
                join access.account a on a.account_id::text = l.actor
                where c.research_project_id = $1 order by c.number
                """, project));
        Assert.Equal("同伴调解在小学班级管理中的应用研究 closed 2027-12-31 2 6 3 1 1 1", await gateway.Database.Owner.ScalarAsync<string>("""
            select concat_ws(' ', p.title, p.state, p.due_on,
                (select count(*) from homeroom.research_application a where a.research_project_id = $1 and a.state = 'submitted'),
                (select count(*) from homeroom.research_review r where r.research_project_id = $1 and r.state = 'submitted'),
                (select count(*) from homeroom.research_opinion o where o.research_project_id = $1 and o.answer is not null),
                (select count(*) from homeroom.research_extension_request e where e.research_project_id = $1 and e.decision = 'granted'),
                (select count(*) from homeroom.research_change_request c where c.research_project_id = $1 and c.decision = 'granted'),
                (select count(*) from homeroom.research_inspection i where i.research_project_id = $1 and i.mended_on is not null))
            from homeroom.research_project p where p.research_project_id = $1
            """, project));
        Assert.Equal(
            ["opening 开题报告.txt", "midterm 中期报告.txt", "closing 结题报告.txt"],
            await gateway.Database.Owner.ColumnAsync<string>("""
                select m.kind || ' ' || d.file_name from homeroom.research_milestone m join homeroom.document d on d.document_id = m.document_id
                where m.research_project_id = $1 order by m.research_milestone_id
                """, project));
        Assert.Equal(["draft submitted", "submitted in_review", "in_review rejected"], await gateway.Database.Owner.ColumnAsync<string>("""
            select c.from_state || ' ' || c.to_state from homeroom.research_state_change c join homeroom.research_project p using (district_id, research_project_id)
            where p.title = '家校沟通中的积极倾听研究' order by c.number
            """));
        // What was refused has left nothing: each document that was uploaded is named by a record.
        Assert.Equal(0, await gateway.Database.Owner.ScalarAsync<long>(
            "select count(*) from upload.ticket t where t.document_id is not null and not upload.is_attached(t.district_id, t.document_id)"));
    }

    /// <summary>Whoever follows a project is told where it is now: states of its way in their order, the last among them. How many on the way depends on what
    /// else the cluster has open.</summary>
    private async Task FollowedAsync(string told, long project)
    {
        const string begin = "王秀兰 was told of ";
        Assert.StartsWith(begin, told, StringComparison.Ordinal);
        var states = told[begin.Length..told.IndexOf('.', StringComparison.Ordinal)].Split(", ");
        Assert.Equal("CLOSED", states[^1]);
        var way = new Queue<string>(await gateway.Database.Owner.ColumnAsync<string>(
            "select 'DRAFT' union all (select upper(to_state) from homeroom.research_state_change where research_project_id = $1 order by number)", project));
        foreach (var state in states)
        {
            while (way.Count > 0 && way.Peek() != state) way.Dequeue();
            Assert.True(way.TryDequeue(out _), $"{state} is not where it was told: {told}");
        }
    }

    private async Task<string[]> PlayAsync()
    {
        using var process = Process.Start(new ProcessStartInfo(
            "node", [Path.Combine(Repository.Root, "samples", "research-story", "story.mjs"), gateway.Http.BaseAddress!.ToString().TrimEnd('/')])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(Cancellation), process.StandardError.ReadToEndAsync(Cancellation));
        await process.WaitForExitAsync(Cancellation);
        Assert.True(process.ExitCode == 0, $"{await output}\n{await errors}");
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static long KeyOf(string line) =>
        GraphQL.Paging.GlobalId.TryParse(line.Split(' ')[1], out var id) ? id.Key.Id!.Value : throw new FormatException(line);
}
