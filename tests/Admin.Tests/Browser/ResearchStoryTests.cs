using Microsoft.Playwright;

namespace HomeroomGraph.Admin.Tests.Browser;

/// <summary>
/// A research project from the draft to its closing as five people play it in two languages: the leader, the research office, two
/// reviewers and the district's research officer; with a submission that lacks parts, a revision, a report that is sent back, and an extension.
/// </summary>
[Trait("Rule", "P11")]
[Collection(StoryColleagues.Program)]
public sealed class ResearchStoryTests(RunningProgram program)
{
    private static readonly string[] Sections =
        ["background", "significance", "academicValue", "necessity", "feasibility", "innovation", "plan", "expectedResults"];

    private static readonly string[] Portfolio =
        ["PLAN", "RESEARCH_NOTES", "SURVEY_DATA", "PROCESS_EVALUATION", "CASES", "STAGE_SUMMARIES", "EXPERIENCE_ARTICLES", "REFERENCES"];

    [Fact]
    public async Task From_the_draft_to_the_closing()
    {
        await StoryColleagues.MakeAsync(program);
        await using var leader = await StoryPerson.SignInAsync(program, "teacher", "zh-CN");
        await using var office = await StoryPerson.SignInAsync(program, "research-office", "en");
        await using var first = await StoryPerson.SignInAsync(program, "story-1", "zh-CN");
        await using var second = await StoryPerson.SignInAsync(program, "story-2", "en");
        await using var officer = await StoryPerson.SignInAsync(program, "research-officer-370403", "zh-CN");

        var project = await WriteAsync(leader);
        await SubmitAsync(leader, project);
        await ReviewAsync(office, [first, second], project, opinion: "请限定研究对象");
        await office.TakeAsync(project, "revision", ("opinions", "Add how you will measure it."));
        await ReviseAsync(leader, project);
        await ReviewAsync(office, [first, second], project, opinion: null);
        await office.OpenAsync(project + "/versions", "story-versions");
        await office.AssertHasAsync(".comparison ins", "五、六");
        await office.TakeAsync(project, "recommend");
        await officer.TakeAsync(project, "decision",
            ("decision", "APPROVED"), ("body", "薛城区教研室"), ("number", "XC-2026-99"), ("decidedOn", "2026-11-16"), ("dueOn", "2027-06-30"));

        await OpenTheResearchAsync(leader, office, project);
        await office.TakeAsync(project, "inspect", ("finding", "Notes are missing for September."), ("mendBy", "2026-11-30"));
        await office.TakeAsync(project, "mended");
        await leader.TakeAsync(project, "extension", ("requestedUntil", "2027-12-31"), ("reason", "后测样本不足，需再跟踪一个学期。"), ("documentId", ""));
        await officer.TakeAsync(project, "decide-extension", ("decision", "GRANTED"), ("remark", "同意延期"));
        await leader.OpenAsync(project);
        await leader.AssertHasAsync("dl.facts-list", "2027年12月31日");

        await leader.TakeAsync(project, "midterm", ("documentId", ""));
        await office.TakeAsync(project, "decide-midterm", ("decision", "GRANTED"), ("conclusion", "On schedule."));
        await CloseAsync(leader, officer, project);

        Assert.All(new[] { leader, office, first, second, officer }, person => Assert.Empty(person.Complaints));
    }

    /// <summary>A draft is written: its texts are saved as they are typed, members, stage and tasks in place.</summary>
    private static async Task<string> WriteAsync(StoryPerson leader)
    {
        var page = leader.Page;
        await page.GotoAsync("/research/projects");
        await page.Locator("a[href='/research/projects/new']").ClickAsync();
        await Axe.AssertNoViolationAsync(page);
        await page.Locator("#title").FillAsync("小学高年级整本书阅读中批注策略的实践研究");
        await page.Locator("input[value=COUNTY]").CheckAsync();
        await page.Locator("input[value=SUBJECT_TEACHING]").CheckAsync();
        await leader.SendAsync();
        await Assertions.Expect(page.Locator("#written")).ToBeVisibleAsync();
        var form = new Uri(page.Url).AbsolutePath;

        // P4, P3: what is missing is said all at once, each at its field.
        await page.Locator("button[formaction]").ClickAsync();
        await Assertions.Expect(page.Locator("#missing")).ToBeVisibleAsync();
        foreach (var section in Sections)
            await Assertions.Expect(page.Locator($"#{section}-problem")).ToBeVisibleAsync();
        await Screenshots.ShootAsync(page, "story-missing");
        await Axe.AssertNoViolationAsync(page);

        foreach (var section in Sections)
            await page.Locator($"#{section}").FillAsync($"{section}：高年级学生的阅读与批注。");
        await page.Locator("#dueOn").FillAsync("2027-06-30");
        await Assertions.Expect(page.Locator("#saved .saved-good")).ToBeVisibleAsync();
        await page.GotoAsync(form);
        await Assertions.Expect(page.Locator("#expectedResults")).ToHaveValueAsync("expectedResults：高年级学生的阅读与批注。");
        await Assertions.Expect(page.Locator("#dueOn")).ToHaveValueAsync("2027-06-30");

        await page.Locator("#new-teacher").SelectOptionAsync(new SelectOptionValue { Index = 2 });
        await page.Locator("#new-duty").FillAsync("问卷设计与数据分析");
        await page.Locator("#new-task").FillAsync("前后测问卷");
        await page.Locator("button[value=add-member]").ClickAsync();
        await Assertions.Expect(page.Locator("#members li")).ToHaveCountAsync(3);
        await page.Locator("#members li").First.Locator("input[name=task]").FillAsync("总体设计");
        await page.Locator("button[value=change-member]").First.ClickAsync();
        await Assertions.Expect(page.Locator("#members li").First.Locator("input[name=task]")).ToHaveValueAsync("总体设计");

        await page.Locator("#new-goal").FillAsync("形成批注策略并在六个班实施");
        await page.Locator("#new-starts").FillAsync("2026-12-01");
        await page.Locator("#new-due").FillAsync("2027-05-31");
        await page.Locator("button[value=add-stage]").ClickAsync();
        await Assertions.Expect(page.Locator("#stages button[value=add-task]")).ToHaveCountAsync(1);
        for (var member = 0; member < 2; member++)
        {
            var task = page.Locator("#stages form:has(button[value=add-task])");
            await task.Locator("input[name=description]").FillAsync(member == 0 ? "课例六节" : "前测问卷");
            await task.Locator("select[name=memberId]").SelectOptionAsync(new SelectOptionValue { Index = member });
            await task.Locator("button").ClickAsync();
            await Assertions.Expect(page.Locator("#stages button[value=change-task]")).ToHaveCountAsync(member + 1);
        }
        await leader.OpenAsync(form, "story-application");
        return form[..form.LastIndexOf('/')];
    }

    private static async Task SubmitAsync(StoryPerson leader, string project)
    {
        await leader.Page.GotoAsync(project + "/application");
        await leader.Page.Locator("button[formaction]").ClickAsync();
        await leader.AssertHasAsync(".alert-success", "申报已提交。");
        await Axe.AssertNoViolationAsync(leader.Page);
    }

    /// <summary>P5: two reviewers judge the version, each from the own desk, and neither sees the other's opinion before.</summary>
    private static async Task ReviewAsync(StoryPerson office, StoryPerson[] reviewers, string project, string? opinion)
    {
        var page = office.Page;
        await office.OpenAsync("/research/desk");
        await page.Locator($"a[href='{project}/reviewers']").ClickAsync();
        foreach (var name in StoryColleagues.Reviewers)
            await page.Locator(".people label", new PageLocatorOptions { HasText = name }).Locator("input").CheckAsync();
        await Screenshots.ShootAsync(page, "story-reviewers");
        await office.SendAsync();
        await office.AssertHasAsync(".alert-success", "The reviewers are assigned.");

        for (var turn = 0; turn < reviewers.Length; turn++)
        {
            var reviewer = reviewers[turn];
            await reviewer.OpenAsync("/research/reviews");
            await reviewer.Page.Locator("a.btn-primary[href^='/research/reviews/']").First.ClickAsync();
            await Assertions.Expect(reviewer.Page.Locator("#comment")).ToBeVisibleAsync();
            Assert.DoesNotContain("第1位评审人", await reviewer.Page.ContentAsync(), StringComparison.Ordinal);
            foreach (var score in new[] { "scientific", "advancement", "feasibility" })
                await reviewer.Page.Locator($"#{score}").FillAsync($"{80 + turn}");
            await reviewer.Page.Locator("#comment").FillAsync($"第{turn + 1}位评审人的评语。");
            if (opinion is not null && turn == 0)
                await reviewer.Page.Locator("#opinions").FillAsync(opinion);
            await Screenshots.ShootAsync(reviewer.Page, "story-review");
            await reviewer.SendAsync();
            await Assertions.Expect(reviewer.Page.Locator(".alert-success")).ToBeVisibleAsync();
        }
        await office.OpenAsync(project);
    }

    /// <summary>P6: each opinion is answered, and the new version differs.</summary>
    private static async Task ReviseAsync(StoryPerson leader, string project)
    {
        var page = leader.Page;
        await leader.OpenAsync("/research/desk");
        await page.Locator($"a[href='{project}/application']").First.ClickAsync();
        await Assertions.Expect(page.Locator("#opinions li")).ToHaveCountAsync(2);
        await page.Locator("button[formaction]").ClickAsync();
        await Assertions.Expect(page.Locator("#missing li")).ToHaveCountAsync(2);
        for (var opinion = 0; opinion < 2; opinion++)
        {
            var item = page.Locator("#opinions li").Nth(opinion);
            await item.Locator("textarea").FillAsync("已修改，见研究方案。");
            await item.Locator("button").ClickAsync();
            await Assertions.Expect(page.Locator("#opinions .tag-notice")).ToHaveCountAsync(1 - opinion);
        }
        await page.Locator("#plan").FillAsync("plan：五、六年级学生的阅读与批注，以前后测检验成效。");
        await Assertions.Expect(page.Locator("#saved .saved-good")).ToBeVisibleAsync();
        await page.Locator("button[formaction]").ClickAsync();
        await leader.AssertHasAsync(".alert-success", "申报已提交。");
    }

    /// <summary>P11: the opening report is sent back once, and then accepted.</summary>
    private static async Task OpenTheResearchAsync(StoryPerson leader, StoryPerson office, string project)
    {
        await leader.TakeAsync(project, "opening", ("documentId", ""));
        Assert.NotEmpty(await office.RefusedAsync(project, "decide-opening", ("decision", "REFUSED")));
        await office.TakeAsync(project, "decide-opening", ("decision", "REFUSED"), ("remark", "The survey is missing."));
        await leader.OpenAsync(project);
        await leader.AssertHasAsync(".timeline-list", "The survey is missing.");
        await leader.TakeAsync(project, "opening", ("documentId", ""));
        await office.TakeAsync(project, "decide-opening", ("decision", "GRANTED"), ("conclusion", "Accepted."));
        await office.AssertHasAsync(".page-head", "Running");
    }

    /// <summary>P9, P11: closing needs the portfolio, and the officer's grade ends it.</summary>
    private static async Task CloseAsync(StoryPerson leader, StoryPerson officer, string project)
    {
        Assert.Contains("P9", await leader.RefusedAsync(project, "closing", ("results", "报告一份"), ("documentId", "")), StringComparison.Ordinal);
        foreach (var category in Portfolio)
            await leader.TakeAsync(project, "item", ("category", category), ("title", $"材料 {category}"), category == "PLAN" ? ("documentId", "") : ("body", "文字材料"));
        await leader.OpenAsync(project, "story-project");
        await leader.AssertHasAsync(".completeness", "100%");
        await leader.TakeAsync(project, "closing", ("results", "研究报告一份，课例六节，论文两篇。"), ("documentId", ""));
        await officer.TakeAsync(project, "decide-closing", ("decision", "GRANTED"), ("conclusion", "达到预期目标"), ("grade", "GOOD"));
        await officer.OpenAsync(project, "story-closed");
        await officer.AssertHasAsync(".page-head", "已结题");
        await officer.AssertHasAsync(".timeline-list", "结题：良好");
        Assert.Equal(7, await officer.Page.Locator(".phase-done").CountAsync());
        var file = await leader.Page.RunAndWaitForDownloadAsync(async () =>
        {
            await leader.Page.GotoAsync(project);
            await leader.Page.Locator(".file a").First.ClickAsync();
        });
        Assert.Equal("报告.pdf", file.SuggestedFilename);
    }
}
