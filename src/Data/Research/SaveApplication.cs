using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Research;

/// <summary>Saves what was written of an application's draft so far (rule P4): it may be incomplete, so it is saved as one types.</summary>
public sealed class SaveApplication(ProjectWrites writes)
{
    /// <param name="caller">Who asks.</param>
    /// <param name="project">The project.</param>
    /// <param name="written">The parts that are given; the others stay as they are.</param>
    /// <param name="terms">By which version, under which key.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RefusedException">It is not the leader's draft.</exception>
    public Task<ProjectWritten> RunAsync(Caller caller, RecordKey project, WrittenParts written, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeAsync(caller, ProjectSteps.Save, project, terms, async work =>
        {
            var application = await work.DraftAsync(cancellation);
            foreach (var (part, text) in written.Texts)
                part.Write(application, InputText.Optional(text, part.Name));
            if (written.DueOn is { } dueOn)
                application.DueOn = dueOn.Value;
            if (written.Title is { } title)
                work.Project.Title = InputText.Require(title, "title", DraftProject.LongestTitle);
            if (written.Level is { } level)
                work.Project.Level = level;
            if (written.Subject is { } subject)
                await ProjectPlace.SetSubjectAsync(work.Context, work.Project, subject.Value, cancellation);
            if (written.Group is { } group)
                await ProjectPlace.SetGroupAsync(work.Context, work.Project, group.Value, cancellation);
            if (written.Themes is { } themes)
                await SetThemesAsync(work, themes, cancellation);
            work.Gives(() => application.ResearchApplicationId);
        }, cancellation);

    private static async Task SetThemesAsync(ProjectWork work, IReadOnlyList<ProjectTheme> themes, CancellationToken cancellation)
    {
        var project = work.Project;
        var there = await work.Context.ResearchThemes
            .Where(t => t.DistrictId == project.DistrictId && t.ResearchProjectId == project.ResearchProjectId).ToListAsync(cancellation);
        work.Context.RemoveRange(there.Where(theme => !themes.Contains(theme.Theme)));
        work.Context.AddRange(themes.Distinct().Except(there.Select(theme => theme.Theme)).Select(theme => new ResearchTheme
        {
            DistrictId = project.DistrictId, SchoolId = project.SchoolId, ResearchProjectId = project.ResearchProjectId, Theme = theme,
        }));
    }
}

/// <summary>What was written: null where a part is left as it is.</summary>
public sealed record WrittenParts
{
    public IReadOnlyList<(ApplicationPart Part, string? Text)> Texts { get; init; } = [];
    public Given<DateOnly?>? DueOn { get; init; }
    public string? Title { get; init; }
    public ProjectLevel? Level { get; init; }
    public Given<RecordKey?>? Subject { get; init; }
    public Given<RecordKey?>? Group { get; init; }
    public IReadOnlyList<ProjectTheme>? Themes { get; init; }
}
