using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;

namespace HomeroomGraph.Data.Research;

/// <summary>Records what an inspection found and until when it is to be mended, and later that it was (rule P8).</summary>
public sealed class InspectProject(ProjectWrites writes)
{
    public Task<ProjectWritten> RunAsync(
        Caller caller, RecordKey project, DateOnly? inspectedOn, string finding, DateOnly? mendBy, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeAsync(caller, ProjectSteps.Inspect, project, terms, work =>
        {
            var inspection = new ResearchInspection
            {
                DistrictId = project.DistrictId,
                SchoolId = work.Project.SchoolId,
                ResearchProjectId = project.Id,
                InspectedOn = work.NotAhead(inspectedOn, "inspectedOn") ?? work.Today,
                InspectorId = caller.TeacherIn(project.DistrictId),
                InspectedBy = work.Name,
                Finding = InputText.Require(finding, "finding"),
                MendBy = mendBy,
            };
            work.Context.Add(inspection);
            work.Gives(() => inspection.ResearchInspectionId);
            return Task.CompletedTask;
        }, cancellation);

    /// <summary>What was found is mended; null takes it back.</summary>
    public Task<ProjectWritten> ConfirmMendedAsync(Caller caller, RecordKey inspection, DateOnly? mendedOn, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeOfAsync(caller, ProjectSteps.ConfirmMended, ProjectRow.Inspection, inspection, terms, async work =>
        {
            var row = await ProjectWork.RowAsync(
                work.Context.ResearchInspections.Where(i => i.DistrictId == inspection.DistrictId && i.ResearchInspectionId == inspection.Id), cancellation);
            row.MendedOn = work.NotAhead(mendedOn, "mendedOn");
            work.Gives(() => row.ResearchInspectionId);
        }, cancellation);
}
