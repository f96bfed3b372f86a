using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using static HomeroomGraph.GraphQL.Types.Scalars.BuiltInScalars;

namespace HomeroomGraph.Gateway.Access;

/// <summary>The mutations <c>createTeacherAccounts</c> and <c>createAccount</c>.</summary>
internal static class NewAccountMutations
{
    private sealed record Created(IReadOnlyList<NewAccount> Accounts);

    public static void Declare(MutationDeclarations mutations)
    {
        var account = TypeOf(mutations);
        mutations.Add("createTeacherAccounts",
                "Makes an account for each teacher who works at a school today and has none. By the school's principal or a platform admin of its district. Repeated, it makes those that are missing.")
            .Takes("schoolId", new NonNullType(Id), "The school.")
            .Gives<Created>("accounts", new ListType(new NonNullType(account)), "The accounts that were made, by staff number; null with errors.", created => created.Accounts)
            .Gives<Created>("count", Int, "How many.", created => created.Accounts.Count)
            .FailsWith(nameof(NotFoundError), nameof(InvalidInputError))
            .Runs(async call =>
            {
                var school = call.Key("schoolId", "School");
                return MutationOutcome.Of(new Created(
                    await call.Service<CreateTeacherAccounts>().RunAsync(call.Acting, school.DistrictId, school.Id ?? 0, call.Cancellation)));
            });
        mutations.Add("createAccount", "Makes an account for somebody who is no teacher of the roll, with the first role. Who may give that role may do so.")
            .Takes("username", new NonNullType(BuiltInScalars.String), "The name to sign in with: letters without accents, digits, - . _ @")
            .Takes("displayName", new NonNullType(BuiltInScalars.String), "The name to show.")
            .TakesPlace(mutations)
            .Gives<NewAccount>("created", account, "The account with its first password; null with errors.", created => created)
            .FailsWith(nameof(NotAllowedError), nameof(InvalidInputError))
            .Runs(async call => MutationOutcome.Of(await call.Service<CreateAccount>().RunAsync(
                call.Acting, call.Text("username"), call.Text("displayName"), call.Place(otherwiseDistrict: null), call.Cancellation)));
    }

    private static ObjectType TypeOf(MutationDeclarations mutations)
    {
        var type = new ObjectType("NewAccount") { Description = "An account that was made, with its first password, which is shown this once." };
        type.Add(MemoryField.Of<NewAccount>("username", new NonNullType(BuiltInScalars.String), "The name to sign in with.", a => a.UserName));
        type.Add(MemoryField.Of<NewAccount>("password", new NonNullType(BuiltInScalars.String), "The first password. The first thing to do with it is to change it.", a => a.Password.Password));
        type.Add(MemoryField.Of<NewAccount>("passwordExpiresAt", new NonNullType(DateTimeScalar.Instance), "From then on it is refused: the account needs another one.", a => a.Password.ExpiresAt));
        type.Add(MemoryField.Of<NewAccount>("displayName", new NonNullType(BuiltInScalars.String), "The name to show.", a => a.DisplayName));
        type.Add(MemoryField.Of<NewAccount>("staffNumber", BuiltInScalars.String, "The teacher's staff number.", a => a.StaffNumber));
        type.Add(MemoryField.Row<NewAccount>("account", mutations.Schema.RowTypeOf(typeof(AccountEntry)), "The account.", a => new RowKey(a.Key.DistrictId, a.Key.Number)));
        type.Add(MemoryField.Row<NewAccount>("teacher", mutations.Schema.RowTypeOf(typeof(Teacher)), "The teacher.",
            a => a.TeacherId is { } teacher ? new RowKey(a.Key.DistrictId, teacher) : null));
        return type;
    }
}
