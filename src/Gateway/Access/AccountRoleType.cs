using HomeroomGraph.Data.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Access;

internal sealed class AccountRoleType() : TableType<AccountRoleEntry>(
    "AccountRole", "A role of an account, or a scope of a machine client, and where it holds (授权).")
{
    protected override RowPolicy Policy(RowPolicyBuilder<AccountRoleEntry> row) => AnyOf(
        row.In(Reach.AdministeredDistricts, r => r.DistrictId),
        row.In(Reach.ManagedSchools, r => r.SchoolId),
        row.In(Reach.Account, r => r.AccountId));

    protected override void Configure(TableTypeDescriptor<AccountRoleEntry> type)
    {
        type.Root.List("accountRoles", "The roles that the viewer sees.");

        type.Field(r => r.Role, "The role.").Filterable().Sortable();
        type.Field(r => r.Scope, "The scope, for a machine client.").Filterable().Sortable();
        type.Field(r => r.Grade, "The grade, for a grade head.").Filterable();
        type.ToOne(r => r.District, "The district in which it holds.").Filterable();
        type.ToOne(r => r.School, "The school in which it holds; null for the whole district.").Filterable();
        type.ToOne(r => r.Teacher, "The person, for the role teacher.").Filterable();
        type.ToOne(r => r.InspectorPost, "The post, for an inspector.").Filterable();
        type.ToOne(r => r.Account, "Whose it is, for a person's account.").Filterable();
        type.ToOne(r => r.Client, "Whose it is, for a machine client.").Filterable();
        type.OrderedBy(r => r.Role);
    }
}
