using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Web;
using static HomeroomGraph.Admin.Operations.Research.ResearchMutations;

namespace HomeroomGraph.Admin.Pages.Research.Applications;

/// <summary>A change in place of the form: of members, stages, tasks, or an answer to an opinion: rules P3, P6, P8.</summary>
/// <remarks>It goes by the project's version as the page has it, so nobody's change is undone unseen.</remarks>
/// <param name="Name">The word in the form.</param>
/// <param name="Section">The part of the page it belongs to.</param>
/// <param name="Mutation">What it sends.</param>
/// <param name="Fields">What it sends along; of those with a star nothing goes without.</param>
public sealed record PlanPart(
    string Name, string Section, Operation<InputVariables<StepInput>, DoneData<ProjectDone>> Mutation, params IReadOnlyList<string> Fields)
{
    private static readonly IReadOnlyList<PlanPart> All =
    [
        new("add-member", "members", AddResearchMember, "projectId", "teacherId*", "duty*", "task"),
        new("change-member", "members", ChangeResearchMember, "memberId", "duty*", "task"),
        new("remove-member", "members", RemoveResearchMember, "memberId"),
        new("add-stage", "stages", AddResearchStage, "projectId", "goal*", "startsOn*", "dueOn*"),
        new("change-stage", "stages", ChangeResearchStage, "stageId", "goal*", "startsOn*", "dueOn*"),
        new("remove-stage", "stages", RemoveResearchStage, "stageId"),
        new("add-task", "stages", AddResearchTask, "stageId", "memberId*", "description*", "dueOn*"),
        new("change-task", "stages", ChangeResearchTask, "taskId", "memberId*", "description*", "dueOn*"),
        new("remove-task", "stages", RemoveResearchTask, "taskId"),
        new("answer", "opinions", AnswerResearchOpinion, "opinionId", "answer*"),
    ];

    public static PlanPart? Find(string name) => All.FirstOrDefault(part => part.Name == name);

    /// <summary>Which of the page's forms it is: the row that it changes, or the word of what is added, with the stage of a task.</summary>
    public string RowOf(IFormCollection form) => IsAddition
        ? Name + form["stageId"]
        : form[Fields[0]].ToString();

    private bool IsAddition => Name.StartsWith("add-", StringComparison.Ordinal);

    /// <summary>What was typed, but for ids.</summary>
    public IReadOnlyList<string> Written(IFormCollection form) =>
        [.. Fields.Select(field => field.TrimEnd('*')).Where(field => !field.EndsWith("Id", StringComparison.Ordinal)).Select(field => form[field].ToString()).Where(text => text.Length > 0)];

    /// <summary>The first field that must be filled in and is not.</summary>
    public string? Missing(IFormCollection form) =>
        Fields.Where(field => field.EndsWith('*')).Select(field => field[..^1]).FirstOrDefault(field => AddressValues.Given(form[field]) is null);

    public StepInput ToInput(string projectId, IFormCollection form)
    {
        var input = new StepInput();
        foreach (var field in Fields.Select(field => field.TrimEnd('*')))
        {
            if (field == "projectId")
                input[field] = projectId;
            else if (field == "task")
                input[field] = form[field].ToString(); // An empty task clears it.
            else
                input[field] = AddressValues.Given(form[field])?.Trim();
        }
        return input;
    }
}
