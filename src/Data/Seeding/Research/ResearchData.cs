using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Research;
using HomeroomGraph.Data.Seeding.Organisation;

namespace HomeroomGraph.Data.Seeding.Research;

/// <summary>The research projects of a school in all states, each taken there step by step (rules P1 to P12).</summary>
internal static class ResearchData
{
    public static void Add(SeedSchool school, int projects)
    {
        var chance = school.ChanceFor("research");
        var today = school.District.Today;
        var staff = school.TeachersOn(today).Where(t => t.Row.Status == TeacherStatus.Active && t.StartedWorkOn.Year < 2021).ToList();
        var leaders = chance.Some(staff, projects);
        foreach (var leader in leaders)
        {
            var level = LevelOf(chance);
            AddProject(school, leader, staff, level, ResearchPlan.Draw(chance, today, level == ProjectLevel.School), chance);
        }

        AddTargets(school);
    }

    private static ProjectLevel LevelOf(Chance chance) => chance.Below(100) switch
    {
        < 42 => ProjectLevel.School,
        < 72 => ProjectLevel.County,
        < 85 => ProjectLevel.CityIndividual,
        < 94 => ProjectLevel.CityKey,
        < 99 => ProjectLevel.Province,
        _ => ProjectLevel.Nation,
    };

    private static void AddProject(SeedSchool school, SeedTeacher leader, List<SeedTeacher> staff, ProjectLevel level, ResearchPlan plan, Chance chance)
    {
        var rows = school.District.Rows;
        var (title, theme, subject) = TitleOf(school, leader, chance);
        var project = new SeedProject(
            rows.Add(new ResearchProject
            {
                DistrictId = school.District.Id,
                ResearchProjectId = rows.IdOf<ResearchProject>(),
                SchoolId = school.Id,
                Title = title,
                Level = level,
                LeaderId = leader.Id,
                SubjectId = subject?.SubjectId,
                CreatedOn = plan.Created,
            }),
            school,
            leader,
            plan);
        project.Row.Number = plan.IsSubmitted ? $"{school.Row.Code[^4..]}KT{plan.Created.Year}{project.Id:0000000}" : null;
        rows.Add(new ResearchTheme
        {
            DistrictId = school.District.Id,
            ResearchThemeId = rows.IdOf<ResearchTheme>(),
            SchoolId = school.Id,
            ResearchProjectId = project.Id,
            Theme = theme,
        });
        ResearchTeam.Add(project, staff, chance);
        ResearchSteps.Add(project, staff, chance);
        if (plan.IsApproved)
            ResearchCourse.Add(project, chance);
        school.Projects.Add(project);
    }

    private static (string Title, ProjectTheme Theme, Subject? Subject) TitleOf(SeedSchool school, SeedTeacher leader, Chance chance)
    {
        if (leader.Appointments.Count > 0 && chance.Is(34))
        {
            var theme = chance.Of(HomeroomTopics.Themes);
            return (HomeroomTopics.ProjectTitle(theme, school.SectionName, chance), EnumText<ProjectTheme>.Parse(theme), null);
        }

        return (ResearchTopics.ProjectTitle(school.SectionName, leader.Subject.Code, leader.Subject.Name, chance), ProjectTheme.SubjectTeaching, leader.Subject);
    }

    private static void AddTargets(SeedSchool school)
    {
        foreach (var year in new[] { school.District.Calendar.Last, school.District.Calendar.This })
        {
            foreach (var (level, minimum, maximum) in new[] { (ProjectLevel.County, 2, 3), (ProjectLevel.CityIndividual, 1, 2), (ProjectLevel.CityKey, 1, 2) })
            {
                school.District.Rows.Add(new ResearchTarget
                {
                    DistrictId = school.District.Id,
                    ResearchTargetId = school.District.Rows.IdOf<ResearchTarget>(),
                    SchoolId = school.Id,
                    SchoolYearId = year.SchoolYearId,
                    Level = level,
                    Minimum = minimum,
                    Maximum = maximum,
                });
            }
        }
    }
}

/// <summary>A project while it is made.</summary>
internal sealed record SeedProject(ResearchProject Row, SeedSchool School, SeedTeacher Leader, ResearchPlan Plan)
{
    public long Id => Row.ResearchProjectId;

    /// <summary>Leader and members.</summary>
    public List<SeedTeacher> Team { get; } = [];

    public SeedRows Rows => School.District.Rows;
}
