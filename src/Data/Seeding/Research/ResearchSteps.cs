using HomeroomGraph.Data.Research;
using HomeroomGraph.Data.Seeding.Organisation;

namespace HomeroomGraph.Data.Seeding.Research;

/// <summary>
/// The application of a project, its review and the decision, as steps in phases: each finds the project where the one before has left it
/// (rules P4 to P7).
/// </summary>
internal static class ResearchSteps
{
    private const int First = 1, FirstOutcome = 2, Second = 3, SecondOutcome = 4;

    public static void Add(SeedProject project, List<SeedTeacher> staff, Chance chance)
    {
        var plan = project.Plan;
        var reviewers = chance.Some(staff.Except(project.Team), 3);
        var first = Apply(project, 1, plan.IsSubmitted ? plan.Day(ResearchPlan.SubmittedAfter) : null, phase: 0);
        if (!plan.IsSubmitted)
            return;
        Step(project, ProjectState.Draft, ProjectState.Submitted, project.Leader.Name, ResearchPlan.SubmittedAfter, First);
        if (!plan.IsReviewed)
            return;
        var office = project.School.NameOfHead(OfficeNames.Research);
        Step(project, ProjectState.Submitted, ProjectState.InReview, office, ResearchPlan.InReviewAfter, First);
        Review(project, first, reviewers, ResearchPlan.InReviewAfter, isDone: plan.Target != ProjectState.InReview, First, chance);
        var outcome = FirstOutcome;
        if (plan.IsRevised)
        {
            Step(project, ProjectState.InReview, ProjectState.RevisionRequested, office, ResearchPlan.RevisionAfter, FirstOutcome);
            Opine(project, first, isAnswered: plan.Target != ProjectState.RevisionRequested, chance);
            if (plan.Target == ProjectState.RevisionRequested)
                return;
            var second = Apply(project, 2, plan.Day(ResearchPlan.ResubmittedAfter), Second);
            Step(project, ProjectState.RevisionRequested, ProjectState.Submitted, project.Leader.Name, ResearchPlan.ResubmittedAfter, Second);
            Step(project, ProjectState.Submitted, ProjectState.InReview, office, ResearchPlan.SecondReviewAfter, Second);
            Review(project, second, reviewers, ResearchPlan.SecondReviewAfter, isDone: true, Second, chance);
            outcome = SecondOutcome;
        }

        Pass(project, office, outcome, chance);
    }

    private static void Pass(SeedProject project, string office, int phase, Chance chance)
    {
        var target = project.Plan.Target;
        if (target is ProjectState.Rejected or ProjectState.Withdrawn)
            Step(project, ProjectState.InReview, target, target == ProjectState.Withdrawn ? project.Leader.Name : office, ResearchPlan.PassedAfter, phase);
        if (target is ProjectState.InReview or ProjectState.Rejected or ProjectState.Withdrawn)
            return;
        if (project.Row.Level != ProjectLevel.School)
            Step(project, ProjectState.InReview, ProjectState.Recommended, office, ResearchPlan.PassedAfter, phase);
        if (target == ProjectState.Recommended)
            return;
        var day = project.Plan.Day(ResearchPlan.DecidedAfter);
        var isRefused = target == ProjectState.Refused;
        project.Rows.Add(
            new ResearchDecision
            {
                DistrictId = project.Row.DistrictId,
                ResearchDecisionId = project.Rows.IdOf<ResearchDecision>(),
                SchoolId = project.Row.SchoolId,
                ResearchProjectId = project.Id,
                Decision = isRefused ? ApprovalDecision.Refused : ApprovalDecision.Approved,
                Body = ResearchWords.BodyOf(project.Row.Level, project.School.Row.Name, project.School.District.Name),
                Number = isRefused || project.Row.Level == ProjectLevel.School ? null : $"JK{day.Year}-{project.Id:00000}",
                DecidedOn = day,
                DueOn = isRefused ? null : project.Plan.DueOn,
                Reason = isRefused ? "同类选题较多，研究创新点不够突出" : null,
                RecordedBy = office,
                RecordedAt = day.AddDays(1).AtUtc(2, chance.Below(60)),
            },
            phase);
    }

    private static void Step(SeedProject project, ProjectState from, ProjectState to, string by, int after, int phase) => project.Rows.Add(
        new ResearchStateChange
        {
            DistrictId = project.Row.DistrictId,
            SchoolId = project.Row.SchoolId,
            ResearchProjectId = project.Id,
            FromState = from,
            ToState = to,
            ChangedBy = by,
            ChangedAt = project.Plan.Day(after).AtUtc(7),
        },
        phase);

    private static ResearchApplication Apply(SeedProject project, int version, DateOnly? submittedOn, int phase)
    {
        var title = project.Row.Title;
        return project.Rows.Add(
            new ResearchApplication
            {
                DistrictId = project.Row.DistrictId,
                ResearchApplicationId = project.Rows.IdOf<ResearchApplication>(),
                SchoolId = project.Row.SchoolId,
                ResearchProjectId = project.Id,
                Version = version,
                State = submittedOn is null ? ApplicationState.Draft : ApplicationState.Submitted,
                Background = $"新课程标准对课堂和育人方式提出了新要求。我校在日常教学中发现相关问题较为突出，因此提出“{title}”。",
                Significance = submittedOn is null ? null : "有助于改进课堂教学，减轻学生负担，形成可推广的校本做法。",
                AcademicValue = submittedOn is null ? null : "在学科育人和学习方式变革方面积累本土案例，丰富相关理论的实践依据。",
                Necessity = "现有做法零散，缺少系统的策略和评价工具，亟需研究解决。",
                Feasibility = submittedOn is null ? null : "课题组成员均为一线骨干，学校提供课时和经费保障，研究条件成熟。",
                Innovation = submittedOn is null ? null : version == 1 ? "立足本校学情，以课例为载体开展行动研究。" : "聚焦一个学段和两种课型，开发课堂观察量表，以数据检验策略。",
                Plan = submittedOn is null ? null : "分准备、实施、深化、总结四个阶段推进，每月一次研讨，每学期一次阶段总结。",
                ExpectedResults = submittedOn is null ? null : "研究报告一份、论文两篇、案例集一册、课例视频若干。",
                DueOn = project.Plan.DueOn,
                SubmittedAt = submittedOn?.AtUtc(6, 30),
            },
            phase);
    }

    private static void Review(
        SeedProject project, ResearchApplication application, List<SeedTeacher> reviewers, int assignedAfter, bool isDone, int phase, Chance chance)
    {
        foreach (var reviewer in reviewers)
        {
            var isSubmitted = isDone || chance.Is(40);
            project.Rows.Add(
                new ResearchReview
                {
                    DistrictId = project.Row.DistrictId,
                    ResearchReviewId = project.Rows.IdOf<ResearchReview>(),
                    SchoolId = project.Row.SchoolId,
                    ResearchProjectId = project.Id,
                    ResearchApplicationId = application.ResearchApplicationId,
                    ReviewerId = reviewer.Id,
                    Name = reviewer.Name,
                    State = isSubmitted ? ReviewState.Submitted : ReviewState.Assigned,
                    Scientific = Score(),
                    Advancement = Score(),
                    Feasibility = Score(),
                    Comment = isSubmitted ? chance.Of(ResearchWords.Comments) : null,
                    AssignedAt = project.Plan.Day(assignedAfter).AtUtc(8),
                    SubmittedAt = isSubmitted ? project.Plan.Day(assignedAfter + 1).AtUtc(9) : null,
                },
                phase);

            short? Score() => isSubmitted ? (short)chance.Between(project.Plan.Target is ProjectState.Rejected ? 52 : 72, 95) : null;
        }
    }

    private static void Opine(SeedProject project, ResearchApplication application, bool isAnswered, Chance chance)
    {
        var opinions = chance.Some(ResearchWords.Opinions, chance.Between(2, 3));
        for (var at = 0; at < opinions.Count; at++)
        {
            var hasAnswer = isAnswered || at == 0;
            project.Rows.Add(
                new ResearchOpinion
                {
                    DistrictId = project.Row.DistrictId,
                    ResearchOpinionId = project.Rows.IdOf<ResearchOpinion>(),
                    SchoolId = project.Row.SchoolId,
                    ResearchProjectId = project.Id,
                    ResearchApplicationId = application.ResearchApplicationId,
                    Position = (short)(at + 1),
                    Opinion = opinions[at],
                    Answer = hasAnswer ? "已按意见修改，见申报书第二部分。" : null,
                    AnsweredAt = hasAnswer ? project.Plan.Day(ResearchPlan.RevisionAfter + 1).AtUtc(6) : null,
                },
                FirstOutcome);
        }
    }
}
