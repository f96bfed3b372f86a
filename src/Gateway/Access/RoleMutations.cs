using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.Gateway.Access;

/// <summary>The mutations <c>grantRole</c> and <c>revokeRole</c>.</summary>
internal static class RoleMutations
{
    public static void Declare(MutationDeclarations mutations)
    {
        mutations.Add("grantRole", "Gives an account a role, effective with its next request. A principal gives the roles of the own school below principal, a platform admin all roles of the district; nobody changes the own.")
            .Takes("accountId", new NonNullType(BuiltInScalars.Id), "The account.")
            .TakesPlace(mutations)
            .GivesRow<AccountKey>("account", typeof(AccountEntry), "The account.", key => new RowKey(key.DistrictId, key.Number))
            .FailsWith(nameof(NotFoundError), nameof(NotAllowedError), nameof(InvalidInputError), nameof(AlreadyThereError))
            .Runs(async call =>
            {
                var key = call.AccountKey("accountId");
                await call.Service<Roles>().GrantAsync(call.Acting, key, call.Place(key.DistrictId), call.Cancellation);
                return MutationOutcome.Of(key);
            });
        mutations.Add("revokeRole", "Takes a role away, effective with the account's next request.")
            .Takes("roleId", new NonNullType(BuiltInScalars.Id), "The role: an AccountRole.")
            .GivesRow<AccountKey>("account", typeof(AccountEntry), "Whose role it was; null where the viewer sees the account no longer.", key => new RowKey(key.DistrictId, key.Number))
            .FailsWith(nameof(NotFoundError), nameof(NotAllowedError), nameof(InvalidInputError))
            .Runs(async call => MutationOutcome.Of(
                await call.Service<Roles>().RevokeAsync(call.Acting, call.AccountKey("roleId", "AccountRole"), call.Cancellation)));
    }

    /// <summary>The fields of an input that name a role and its place.</summary>
    public static MutationDeclaration TakesPlace(this MutationDeclaration mutation, MutationDeclarations mutations) => mutation
        .Takes("role", new NonNullType(mutations.Schema.EnumTypeOf<AccessRole>()), "The role.")
        .Takes("districtId", BuiltInScalars.Id, "The district, for a role of a district; where it is left out, the account's.")
        .Takes("schoolId", BuiltInScalars.Id, "The school, for a role of a school.")
        .Takes("grade", BuiltInScalars.Int, "The grade, for a grade head.")
        .Takes("teacherId", BuiltInScalars.Id, "The person, for the role teacher: who works at the school today.")
        .Takes("inspectorPostId", BuiltInScalars.Id, "The post, for an inspector.");

    /// <summary>The role and its place.</summary>
    public static RolePlace Place(this MutationCall call, int? otherwiseDistrict)
    {
        var school = call.OptionalKey("schoolId", "School");
        var district = school?.DistrictId ?? call.OptionalKey("districtId", "District")?.DistrictId ?? otherwiseDistrict
            ?? throw new RefusedException(Refusal.InvalidInput("Name the district or the school. 请指定区县或学校。", "districtId"));
        return new RolePlace(
            call.Choice<AccessRole>("role"), district, school?.Id, (short?)call.Number("grade"),
            InDistrict("teacherId", "Teacher"), InDistrict("inspectorPostId", "InspectorPost"));

        long? InDistrict(string field, string type) => call.OptionalKey(field, type) is not { } key ? null
            : key.DistrictId == district ? key.Id
            : throw new RefusedException(Refusal.InvalidInput("It is not of that district. 不属于该区县。", field));
    }
}
