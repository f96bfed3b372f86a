using HomeroomGraph.Data.Research;
using HomeroomGraph.Data.Seeding.Organisation;

namespace HomeroomGraph.Data.Seeding.Research;

/// <summary>Leader and members of a project with their duties, its stage goals and tasks (rules P3, P8).</summary>
internal static class ResearchTeam
{
    public static void Add(SeedProject project, List<SeedTeacher> staff, Chance chance)
    {
        var members = new List<ResearchMember> { Join(project, project.Leader, MemberRole.Leader, "主持课题研究，制定方案并撰写结题报告", 1) };
        foreach (var teacher in chance.Some(staff.Where(t => t != project.Leader), chance.Between(2, 5)))
            members.Add(Join(project, teacher, MemberRole.Member, chance.Of(ResearchWords.Duties), (short)(members.Count + 1)));
        AddStages(project, members, chance);
    }

    private static ResearchMember Join(SeedProject project, SeedTeacher teacher, MemberRole role, string duty, short position)
    {
        project.Team.Add(teacher);
        return project.Rows.Add(new ResearchMember
        {
            DistrictId = project.Row.DistrictId,
            ResearchMemberId = project.Rows.IdOf<ResearchMember>(),
            SchoolId = project.Row.SchoolId,
            ResearchProjectId = project.Id,
            TeacherId = teacher.Id,
            Name = teacher.Name,
            Role = role,
            Duty = duty,
            Task = role == MemberRole.Leader ? "统筹各阶段研究，主持每月研讨" : ResearchWords.Tasks[position % ResearchWords.Tasks.Count],
            Position = position,
        });
    }

    private static void AddStages(SeedProject project, List<ResearchMember> members, Chance chance)
    {
        var plan = project.Plan;
        var starts = plan.Day(ResearchPlan.OpenedAfter);
        var days = (plan.DueOn.DayNumber - starts.DayNumber) / ResearchWords.Goals.Count;
        for (var at = 0; at < ResearchWords.Goals.Count; at++)
        {
            var due = at == ResearchWords.Goals.Count - 1 ? plan.DueOn : starts.AddDays((at + 1) * days);
            DateOnly? done = plan.IsApproved && plan.Target != ProjectState.Approved && due < project.School.District.Today && chance.Is(86)
                ? due.AddDays(-chance.Between(0, 12)) : null;
            var stage = project.Rows.Add(new ResearchStage
            {
                DistrictId = project.Row.DistrictId,
                ResearchStageId = project.Rows.IdOf<ResearchStage>(),
                SchoolId = project.Row.SchoolId,
                ResearchProjectId = project.Id,
                Position = (short)(at + 1),
                Goal = ResearchWords.Goals[at],
                StartsOn = starts.AddDays(at * days),
                DueOn = due,
                DoneOn = done,
            });
            project.Rows.Add(new ResearchTask
            {
                DistrictId = project.Row.DistrictId,
                ResearchTaskId = project.Rows.IdOf<ResearchTask>(),
                SchoolId = project.Row.SchoolId,
                ResearchProjectId = project.Id,
                ResearchStageId = stage.ResearchStageId,
                ResearchMemberId = chance.Of(members).ResearchMemberId,
                Description = ResearchWords.Tasks[at],
                DueOn = due,
                DoneOn = done,
            });
        }
    }
}
