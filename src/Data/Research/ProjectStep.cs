using HomeroomGraph.Data.Tenancy;

namespace HomeroomGraph.Data.Research;

/// <summary>
/// What is done with a project, as <see cref="ProjectSteps"/> declare it: by whom, in which states, where it leads, and which rules it has
/// to meet. The checks, the schema's descriptions, the admin's buttons and the diagram in the docs all come from this.
/// </summary>
/// <param name="Name">Its name, which is the mutation's where one mutation does it.</param>
/// <param name="English">What it does.</param>
/// <param name="Chinese">The same in Chinese, as a button says it.</param>
/// <param name="By">Who may; one of them is enough.</param>
/// <param name="From">The states in which it can be done.</param>
public sealed record ProjectStep(string Name, string English, string Chinese, ProjectActor[] By, ProjectState[] From)
    : Step<ProjectActor>(Name, English, Chinese, By)
{
    /// <summary>The states that it leads to; empty: the project stays where it is.</summary>
    public ProjectState[] To { get; init; } = [];

    /// <summary>Null: projects of all levels; else whether of school level or above (rule P7).</summary>
    public bool? OfSchoolLevel { get; init; }

    private protected override string WhoInEnglish(ProjectActor actor) => actor switch
    {
        ProjectActor.Leader => "the leader",
        ProjectActor.Member => "a member",
        ProjectActor.ResearchOffice => "the school's research office",
        ProjectActor.GroupLeader => "the head of the research group",
        ProjectActor.Reviewer => "the reviewer",
        ProjectActor.ApprovingBody => "the approving body",
        _ => "the district's research officer",
    };

    private protected override string WhoInChinese(ProjectActor actor) => actor switch
    {
        ProjectActor.Leader => "课题负责人",
        ProjectActor.Member => "课题组成员",
        ProjectActor.ResearchOffice => "学校教科室",
        ProjectActor.GroupLeader => "教研组长",
        ProjectActor.Reviewer => "评审人",
        ProjectActor.ApprovingBody => "批准单位",
        _ => "区县教研员",
    };
}
