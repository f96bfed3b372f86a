using HomeroomGraph.Data.Policies;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Policies;

internal sealed class PolicyType() : TableType<Policy>(
    "Policy", "What a district, or one of its schools, decided on a figure or a choice that a rule leaves open, for a time.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<Policy> row) => row.OfDistrict(p => p.DistrictId);

    protected override void Configure(TableTypeDescriptor<Policy> type)
    {
        type.Root.List("policies", "The policies of the viewer's districts, past ones among them.")
            .ById("policy", "A policy by its id.");

        type.Field(p => p.PolicyKey, "The key of what it is about, such as m2_mentor_service_years.", name: "key").Filterable().Sortable();
        type.Field(p => p.Figure, "The value, where it is a figure.").Filterable();
        type.Field(p => p.Choice, "The value, where it is a choice.").Filterable();
        type.Field(p => p.StartsOn, "The first day.").Filterable().Sortable();
        type.Field(p => p.EndsOn, "The day after the last; null while the end is open.").Filterable().Sortable();
        type.Computed("isInForce", "It holds on a day: for its school, or for every school of the district without one of its own.",
                SqlTypes.Boolean, (policy, arguments) => policy.Contains(p => p.StartsOn, p => p.EndsOn, arguments.DateOrToday("on")).Sql)
            .Argument("on", DateScalar.Instance, "The day; today where it is left out, and in filters and orders.").Filterable();
        type.Field(p => p.Reason, "Why it was decided.");
        type.Field(p => p.DecidedBy, "Who decided it, as written.").Filterable();
        type.ToOne(p => p.Kind, "What it is about, with the default.").Filterable().Sortable();
        type.ToOne(p => p.District, "The district.").Filterable().Sortable();
        type.ToOne(p => p.School, "The school it holds for; null for the whole district, and for a school that the viewer does not see.")
            .Filterable().Sortable();
        type.OrderedBy(p => p.PolicyKey);
        type.OrderedBy(p => p.StartsOn);
    }
}
