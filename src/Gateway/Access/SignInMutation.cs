using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Access;

/// <summary>The mutation <c>signIn</c>: name and password for an access token.</summary>
internal static class SignInMutation
{
    public static void Declare(TableSchemaBuilder schema)
    {
        var input = new InputObjectType("SignInInput") { Description = "Name and password." };
        input.Add(new InputValueDefinition("username", NonNull(BuiltInScalars.String)) { Description = "The account's name." });
        input.Add(new InputValueDefinition("password", NonNull(BuiltInScalars.String)) { Description = "The account's password." });

        schema.Mutation.Add(new FieldDefinition("signIn", NonNull(Payload(schema)))
        {
            Description = "Signs in; send the token as 'Authorization: Bearer …' with each further request.",
            Binding = new AsyncResolverBinding(async context => await RunAsync(context)),
        }.With(new InputValueDefinition("input", NonNull(input)) { Description = "Name and password." }));
    }

    private static ObjectType Payload(TableSchemaBuilder schema)
    {
        var errors = new UnionType("SignInError") { Description = "Why a sign-in was refused." };
        errors.Members.Add(schema.ErrorType(nameof(InvalidCredentialsError), "The name or the password is wrong."));
        errors.Members.Add(schema.ErrorType(nameof(AccountLockedError), "There were too many failures; nothing helps until the time is over.",
            MemoryField.Of<AccountLockedError>("until", NonNull(DateTimeScalar.Instance), "When the next attempt is possible.", error => error.Until)));

        var payload = new ObjectType("SignInPayload") { Description = "A token, or why there is none." };
        payload.Add(MemoryField.Of<SignInResult>("accessToken", BuiltInScalars.String, "The token; null with errors.", result => result.Token?.Token));
        payload.Add(MemoryField.Of<SignInResult>("expiresAt", DateTimeScalar.Instance, "When the token stops being good.", result => result.Token?.ExpiresAt));
        payload.Add(MemoryField.Of<SignInResult>("errors", NonNull(new ListType(NonNull(errors))), "Why there is no token; empty with one.", result => result.Errors));
        return payload;
    }

    private static async Task<SignInResult> RunAsync(ResolverContext context)
    {
        var services = context.Services!;
        var address = services.GetRequiredService<IHttpContextAccessor>().HttpContext?.Connection.RemoteIpAddress;
        var input = (IReadOnlyDictionary<string, object?>)context.Arguments["input"]!;
        return await services.GetRequiredService<SignInHandler>().RunAsync(
            (string)input["username"]!, (string)input["password"]!, address, context.CancellationToken);
    }

    private static NonNullType NonNull(GraphQLType type) => new(type);
}
