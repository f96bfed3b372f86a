using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Access;

/// <summary>The mutations of accounts, roles and machine clients.</summary>
internal static class AccessMutations
{
    public static void Declare(TableSchemaBuilder schema, IReadOnlyDictionary<string, ObjectType> common)
    {
        var errors = new Dictionary<string, ObjectType>(common)
        {
            [nameof(InvalidCredentialsError)] = schema.ErrorType(nameof(InvalidCredentialsError), "The name or the password is wrong."),
            [nameof(FirstPasswordExpiredError)] = schema.ErrorType(
                nameof(FirstPasswordExpiredError), "The password is right, but it is a first one whose time is over: whoever manages the account can give another one."),
            [nameof(AccountLockedError)] = schema.ErrorType(
                nameof(AccountLockedError), "There were too many failures; nothing helps until the time is over.",
                MemoryField.Of<AccountLockedError>("until", new NonNullType(DateTimeScalar.Instance), "When the next attempt is possible.", error => error.Until)),
        };
        var mutations = new MutationDeclarations(schema, errors);
        SignInMutation.Declare(mutations);
        ChangePasswordMutation.Declare(mutations);
        AccountStateMutations.Declare(mutations);
        RoleMutations.Declare(mutations);
        NewAccountMutations.Declare(mutations);
        ClientMutations.Declare(mutations);
        ExternalIdentityMutations.Declare(mutations);
    }
}
