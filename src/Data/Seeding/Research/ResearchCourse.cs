using HomeroomGraph.Data.Archive;
using HomeroomGraph.Data.Research;
using HomeroomGraph.Data.Seeding.Archive;
using HomeroomGraph.Data.Seeding.Organisation;

namespace HomeroomGraph.Data.Seeding.Research;

/// <summary>
/// The course of an approved project: opening, mid-term check, closing or termination, inspections, portfolio, and the extensions of
/// those that don't finish on time (rules P8 to P11, P14).
/// </summary>
internal static class ResearchCourse
{
    private const int Opening = 4, Midterm = 5, End = 6;

    public static void Add(SeedProject project, Chance chance)
    {
        var (plan, today) = (project.Plan, project.School.District.Today);
        if (plan.Target == ProjectState.Approved)
            return;
        Reach(project, MilestoneKind.Opening, ResearchPlan.OpenedAfter, "开题报告", Opening, chance);
        if (plan.Target != ProjectState.Running || plan.Day(ResearchPlan.MidtermAfter) < today)
            Reach(project, MilestoneKind.Midterm, ResearchPlan.MidtermAfter, "中期报告", Midterm, chance);
        else if (plan.Day(ResearchPlan.MidtermAfter) < today.AddDays(60))
            Request(project, MilestoneKind.Midterm, Attach(project, "中期报告", today.AddDays(-3)), today, Midterm, isGranted: false);
        if (plan.Target == ProjectState.Running && plan.DueOn < today.AddDays(45))
            Extend(project, chance);
        if (plan.Target == ProjectState.Running && chance.Is(8))
            Change(project, chance);
        if (plan.Target == ProjectState.Closed)
            Reach(project, MilestoneKind.Closing, ResearchPlan.ClosedAfter, "结题报告", End, chance);
        if (plan.Target == ProjectState.Terminated)
            Reach(project, MilestoneKind.Termination, ResearchPlan.MidtermAfter + 30, "撤项说明", End, chance);
        ResearchPortfolio.Add(project, chance);
    }

    private static void Reach(SeedProject project, MilestoneKind kind, int after, string document, int phase, Chance chance)
    {
        var day = project.Plan.Day(after);
        var isClosing = kind == MilestoneKind.Closing;
        var report = Attach(project, document, day);
        Request(project, kind, report, day, phase, isGranted: true);
        project.Rows.Add(
            new ResearchMilestone
            {
                DistrictId = project.Row.DistrictId,
                ResearchMilestoneId = project.Rows.IdOf<ResearchMilestone>(),
                SchoolId = project.Row.SchoolId,
                ResearchProjectId = project.Id,
                Kind = kind,
                HeldOn = day,
                HeldBy = project.School.NameOfHead(OfficeNames.Research),
                RecordedAt = day.AtUtc(9),
                DocumentId = report,
                Conclusion = isClosing ? "研究任务完成，资料齐全，成果有应用价值，同意结题。" : kind == MilestoneKind.Midterm ? "按计划推进，下一步加强数据积累。" : null,
                Results = isClosing ? "研究报告一份，发表论文两篇，案例集一册。" : null,
                Grade = isClosing ? chance.Of([ClosingGrade.Excellent, ClosingGrade.Good, ClosingGrade.Good, ClosingGrade.Qualified]) : null,
                Reason = kind == MilestoneKind.Termination ? "主持人工作变动，研究无法继续" : null,
            },
            phase);
    }

    // What the leader handed in a few days before; those without a decision wait for the office.
    private static void Request(SeedProject project, MilestoneKind kind, long report, DateOnly day, int phase, bool isGranted) => project.Rows.Add(
        new MilestoneRequest
        {
            DistrictId = project.Row.DistrictId,
            ResearchMilestoneRequestId = project.Rows.IdOf<MilestoneRequest>(),
            SchoolId = project.Row.SchoolId,
            ResearchProjectId = project.Id,
            Kind = kind,
            DocumentId = report,
            Results = kind == MilestoneKind.Closing ? "研究报告一份，发表论文两篇，案例集一册。" : null,
            Reason = kind == MilestoneKind.Termination ? "主持人工作变动，研究无法继续" : null,
            RequestedOn = day.AddDays(-3),
            RequestedBy = project.Leader.Name,
            Decision = isGranted ? RequestDecision.Granted : null,
            DecidedOn = isGranted ? day : null,
            DecidedBy = isGranted ? project.School.NameOfHead(OfficeNames.Research) : null,
        },
        phase);

    private static long Attach(SeedProject project, string title, DateOnly day) => DocumentData.Add(
        project.School, DocumentCategory.Report, $"{title}.txt", $"《{project.Row.Title}》{title}\n{project.School.Row.Name} {project.Leader.Name}\n{day:yyyy-MM-dd}\n", project.Leader, day);

    // Of those near their due date or past it, a third was granted a year, some have asked, some were refused; the others are overdue.
    private static void Extend(SeedProject project, Chance chance)
    {
        var plan = project.Plan;
        var requested = plan.DueOn.AddDays(-chance.Between(25, 50));
        var lot = chance.Below(100);
        if (lot >= 68 || requested >= project.School.District.Today)
            return;
        RequestDecision? decision = requested.AddDays(12) >= project.School.District.Today ? null : lot < 45 ? RequestDecision.Granted : RequestDecision.Refused;
        project.Rows.Add(
            new ExtensionRequest
            {
                DistrictId = project.Row.DistrictId,
                ResearchExtensionRequestId = project.Rows.IdOf<ExtensionRequest>(),
                SchoolId = project.Row.SchoolId,
                ResearchProjectId = project.Id,
                RequestedOn = requested,
                RequestedBy = project.Leader.Name,
                RequestedUntil = plan.DueOn.AddMonths(9),
                Reason = "实验班教学安排调整，后测数据尚未完成，申请延期结题。",
                DocumentId = Attach(project, "阶段研究总结", requested),
                Decision = decision,
                GrantedUntil = decision == RequestDecision.Granted ? plan.DueOn.AddMonths(9) : null,
                DecidedOn = decision is null ? null : requested.AddDays(12),
                DecidedBy = decision is null ? null : project.School.NameOfHead(OfficeNames.Research),
                Remark = decision == RequestDecision.Refused ? "阶段成果不足，不同意延期" : null,
            },
            Midterm);
    }

    private static void Change(SeedProject project, Chance chance) => project.Rows.Add(
        new ChangeRequest
        {
            DistrictId = project.Row.DistrictId,
            ResearchChangeRequestId = project.Rows.IdOf<ChangeRequest>(),
            SchoolId = project.Row.SchoolId,
            ResearchProjectId = project.Id,
            Kind = ChangeKind.FormOfResults,
            Before = "研究报告、论文、案例集",
            After = "研究报告、论文、校本课程",
            Reason = "研究中形成了较完整的校本课程，拟作为主要成果。",
            RequestedOn = project.Plan.Day(ResearchPlan.OpenedAfter + 9),
            RequestedBy = project.Leader.Name,
            Decision = chance.Is(70) ? RequestDecision.Granted : RequestDecision.Refused,
            DecidedOn = project.Plan.Day(ResearchPlan.OpenedAfter + 16),
            DecidedBy = project.School.NameOfHead(OfficeNames.Research),
        },
        Midterm);
}
