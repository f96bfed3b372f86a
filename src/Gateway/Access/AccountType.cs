using HomeroomGraph.Data.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Access;

internal sealed class AccountType() : TableType<AccountEntry>(
    "Account", "Who can sign in (账号). Seen by the platform admins of its district, by the principal of its school, by those of the places where it has a role, and by itself.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<AccountEntry> row) => AnyOf(
        row.In(Reach.AdministeredDistricts, a => a.DistrictId),
        row.In(Reach.ManagedSchools, a => a.SchoolId),
        row.In(Reach.Account, a => a.AccountId),
        row.Some<AccountRoleEntry>(a => a.Roles, r => AnyOf(
            r.In(Reach.AdministeredDistricts, x => x.DistrictId), r.In(Reach.ManagedSchools, x => x.SchoolId))));

    protected override void Configure(TableTypeDescriptor<AccountEntry> type)
    {
        type.Root.List("accounts", "The accounts of people that the viewer sees.")
            .ById("account", "An account by the id.");

        type.Field(a => a.UserName, "The name to sign in with. A teacher's is the staff number, @, the district's code.", "username").Filterable().Sortable();
        type.Field(a => a.DisplayName, "The name to show.").Filterable().Sortable();
        type.Field(a => a.Locale, "The language to show, such as zh-CN.").Filterable();
        type.Field(a => a.State, "Whether it can be used.").Filterable().Sortable();
        type.Field(a => a.LockedUntil, "After too many failed sign-ins nothing helps before that time; one that is past locks no more.").Filterable().Sortable();
        type.Field(a => a.FirstPasswordExpiresAt, "From then on the first password signs in no longer; null with an own password.").Filterable();
        type.Field(a => a.LastSignInOn, "The day of the last sign-in with the password.").Filterable().Sortable();
        type.Field(a => a.HasExternalIdentity, "It is linked with an identity of the foreign authority.").Filterable();
        type.Field(a => a.IsDemo, "Made by the demo, with its well-known password: it signs in to the demo only.").Filterable();
        type.ToOne(a => a.District, "The district that it belongs to.").Filterable().Sortable();
        type.ToOne(a => a.School, "The school that it belongs to; null for an account of the district.").Filterable().Sortable();
        type.ToMany(a => a.Roles, "The roles that the viewer sees: all of the own account, else those in the places that the viewer manages.").Filterable().Sortable();
        type.LoggedAs("access.account");
        type.OrderedBy(a => a.UserName);
    }
}
