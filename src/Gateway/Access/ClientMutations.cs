using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Types;
using static HomeroomGraph.GraphQL.Types.Scalars.BuiltInScalars;

namespace HomeroomGraph.Gateway.Access;

/// <summary>The mutations of machine clients, for platform admins.</summary>
internal static class ClientMutations
{
    private const int UsualOverlapHours = 24;

    public static void Declare(MutationDeclarations mutations)
    {
        GivesSecret(mutations.Add("createClient", "Makes a machine client, which gets tokens at POST /connect/token with its secret.")
            .Takes("name", new NonNullType(BuiltInString), "What it is for.")
            .Takes("districtId", new NonNullType(Id), "The district in which its scopes hold.")
            .Takes("schoolIds", new ListType(new NonNullType(Id)), "The schools of it in which they hold; left out or empty: all.")
            .Takes("scopes", new NonNullType(new ListType(new NonNullType(BuiltInString))), $"What it may do: {string.Join(", ", AccessScope.All)}.")
            .Takes("trustedDocumentsOnly", BuiltInBoolean, "It may send registered documents only; false where it is left out."))
            .FailsWith(nameof(NotFoundError), nameof(InvalidInputError))
            .Runs(async call => MutationOutcome.Of(await call.Service<Clients>().CreateAsync(call.Acting, TermsOf(call), call.Cancellation)));
        GivesSecret(mutations.Add("rotateClientSecret", "Gives a machine client a new secret; the one before goes on for a while beside it.")
            .Takes("clientId", new NonNullType(Id), "The id of the Client.")
            .Takes("keepOldHours", Int, $"How long the one before goes on: 0 to 720 hours; {UsualOverlapHours} where it is left out. With 0 the tokens that are out end too."))
            .FailsWith(nameof(NotFoundError), nameof(NotAllowedError), nameof(InvalidInputError))
            .Runs(async call => MutationOutcome.Of(await call.Service<Clients>().RotateSecretAsync(
                call.Acting, call.AccountKey("clientId", "Client"), TimeSpan.FromHours(call.Number("keepOldHours") ?? UsualOverlapHours), call.Cancellation)));
        GivesClient(mutations.Add("restrictClient", "Keeps a machine client to registered documents, or lets it send any again. It holds with the client's next request.")
            .Takes("clientId", new NonNullType(Id), "The id of the Client.")
            .Takes("trustedDocumentsOnly", new NonNullType(BuiltInBoolean), "Whether it may send registered documents only; any other is then refused with DOCUMENT_NOT_TRUSTED."))
            .FailsWith(nameof(NotFoundError), nameof(NotAllowedError), nameof(InvalidInputError))
            .Runs(async call =>
            {
                var key = call.AccountKey("clientId", "Client");
                await call.Service<Clients>().RestrictAsync(call.Acting, key, call.Flag("trustedDocumentsOnly") == true, call.Cancellation);
                return MutationOutcome.Of(new NewClientSecret(key, "", ""));
            });
        GivesClient(mutations.Add("revokeClient", "Shuts a machine client out at once and for good.")
            .Takes("clientId", new NonNullType(Id), "The id of the Client."))
            .FailsWith(nameof(NotFoundError), nameof(NotAllowedError), nameof(InvalidInputError))
            .Runs(async call =>
            {
                var key = call.AccountKey("clientId", "Client");
                await call.Service<Clients>().RevokeAsync(call.Acting, key, call.Cancellation);
                return MutationOutcome.Of(new NewClientSecret(key, "", ""));
            });
    }

    private static GraphQLType BuiltInString => GraphQL.Types.Scalars.BuiltInScalars.String;

    private static GraphQLType BuiltInBoolean => GraphQL.Types.Scalars.BuiltInScalars.Boolean;

    private static MutationDeclaration GivesSecret(MutationDeclaration mutation) => GivesClient(mutation)
        .Gives<NewClientSecret>("clientId", BuiltInString, "The client_id of the token request.", made => made.ClientId)
        .Gives<NewClientSecret>("clientSecret", BuiltInString, "The client_secret: shown this once.", made => made.Secret);

    private static MutationDeclaration GivesClient(MutationDeclaration mutation) => mutation
        .GivesRow<NewClientSecret>("client", typeof(ClientEntry), "The client.", made => new RowKey(made.Key.DistrictId, made.Key.Number));

    private static ClientTerms TermsOf(MutationCall call)
    {
        var district = call.Key("districtId", "District").DistrictId;
        var schools = call.Keys("schoolIds", "School");
        if (schools.Any(school => school.DistrictId != district))
            throw new RefusedException(Refusal.InvalidInput("The schools are of that district. 学校必须属于该区县。", "schoolIds"));
        return new ClientTerms(call.Text("name"), district, [.. schools.Select(school => school.Id ?? 0)], call.Texts("scopes"),
            call.Flag("trustedDocumentsOnly") == true);
    }
}
