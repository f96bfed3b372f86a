using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Organisation;

internal sealed class OfficeType() : TableType<Office>("Office", "An office (处室) of a school. Rules O1, O2, O3.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<Office> row) => row.AtSchool(Reach.Organisation, o => o.DistrictId, o => o.SchoolId);

    protected override void Configure(TableTypeDescriptor<Office> type)
    {
        type.Root.List("offices", "The offices of the schools that the viewer sees.")
            .ById("office", "An office by its id.");

        type.Field(o => o.Name, "The name.").Filterable().Sortable();
        type.Field(o => o.Kind, "What it does. Rules O2, O3.").Filterable().Sortable();
        type.Field(o => o.ClosedOn, "The first day on which it is no more; null while it is.").Filterable().Sortable();
        type.ToOne(o => o.School, "The school.").Filterable().Sortable();
        type.ToMany(o => o.Staff, "Who works or worked in it.").Filterable().Sortable();
        type.ToOne<OfficeStaff>("head", "Who heads it on a day; of the principal's office, the principal.", (office, staff, arguments) => Predicate.And(
                staff.Is(office, (s => s.DistrictId, o => o.DistrictId), (s => s.OfficeId, o => o.OfficeId)),
                Predicate.Of($"{staff[s => s.Post]} = 'head'"),
                staff.Contains(s => s.StartsOn, s => s.EndsOn, arguments.DateOrToday("on"))))
            .Argument("on", DateScalar.Instance, "The day; today where it is left out, and in filters and orders.").Filterable().Sortable();
        type.OrderedBy(o => o.Name);
    }
}

internal sealed class OfficeStaffType() : TableType<OfficeStaff>("OfficeStaff", "A teacher's time in an office. Rule O1.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<OfficeStaff> row) =>
        row.AtSchool(Reach.Organisation, s => s.DistrictId, s => s.SchoolId);

    protected override void Configure(TableTypeDescriptor<OfficeStaff> type)
    {
        type.Field(s => s.Name, "The teacher's name as written then.").Filterable().Sortable();
        type.Field(s => s.Post, "Head, deputy or staff.").Filterable().Sortable();
        type.Field(s => s.StartsOn, "The first day.").Filterable().Sortable();
        type.Field(s => s.EndsOn, "The day after the last; null while the end is open.").Filterable().Sortable();
        type.ToOne(s => s.Office, "The office.").Filterable().Sortable();
        type.ToOne(s => s.Teacher, "The teacher.").Filterable().Sortable();
        type.OrderedBy(s => s.StartsOn, descending: true);
    }
}
