using HomeroomGraph.Data.Inbox;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Inbox;

internal sealed class DeskType() : TableType<Desk>(
    "Desk", "Whose turn it is in research: the viewer as a teacher, a research office (教科室) or a district's research officer (教研员) of which the viewer has the role. Rule O2.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<Desk> row) =>
        row.OnOwnDesk(d => d.DistrictId, d => d.TeacherId, d => d.OfficeSchoolId, d => d.OfficerDistrictId);

    protected override void Configure(TableTypeDescriptor<Desk> type)
    {
        type.Root.List("desks", "The viewer's own desks, with what waits on each. Rule O2.")
            .Changes("deskChanged", "Tells of the viewer's own desks when something has come onto them, has gone from them, or has changed in one of their projects. That a day has passed is not told.", Concerns);

        type.Field(d => d.Kind, "What kind of desk it is.").Filterable().Sortable();
        type.ToOne(d => d.District, "The district.").Filterable();
        type.ToOne(d => d.Teacher, "The teacher, for a teacher's own desk.").Filterable();
        type.ToOne(d => d.School, "The school, for a research office.").Filterable();
        type.ToMany<DeskItem>("items", "What waits on it, what is due first at the top.", (desk, item, _) =>
            item.Is(desk, (i => i.DistrictId, d => d.DistrictId), (i => i.DeskId, d => d.DeskId)));
        type.OrderedBy(d => d.Kind);
    }

    /// <summary>Whether a desk is one of the viewer's, by its number alone: nobody's statement is run for the desks of others.</summary>
    private static bool Concerns(IViewer viewer, RowKey desk) => Desk.OwnerOf(desk.Id!.Value) switch
    {
        (DeskKind.Teacher, var teacher) => Holds(viewer, Reach.Self, teacher),
        (DeskKind.ResearchOffice, var school) => Holds(viewer, Reach.ResearchOffices, school),
        _ => Holds(viewer, Reach.OfficerDistricts, desk.DistrictId),
    };

    private static bool Holds<T>(IViewer viewer, Claim claim, T value) => viewer.ValueOf(claim) is T[] values && values.Contains(value);
}
