using System.Net;
using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Tenancy;
using HomeroomGraph.Gateway.Auth;
using HomeroomGraph.GraphQL;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Paging;

namespace HomeroomGraph.Gateway.Mutations;

/// <summary>What a mutation is told: its input, who calls, and from where.</summary>
internal sealed class MutationCall(string mutation, ResolverContext context)
{
    private readonly MutationInput input = new((IReadOnlyDictionary<string, object?>)context.Arguments["input"]!);

    public CancellationToken Cancellation => context.CancellationToken;

    public IPAddress? Address => Service<HttpContext>().Connection.RemoteIpAddress;

    public string? Origin => Address?.ToString();

    /// <summary>The caller as a changer of accounts.</summary>
    public Acting Acting => new(Account.AccountId, Origin);

    /// <summary>The caller of a use case.</summary>
    public Caller Caller => new(Account, Origin);

    /// <summary>By which version, and under which key; see <see cref="TermsFields"/>.</summary>
    public WriteTerms Terms => new(input.Number(TermsFields.ExpectedVersion), input.OnceOnly(mutation));

    /// <summary>The caller's account.</summary>
    /// <exception cref="GraphQLRequestException">Nobody is signed in.</exception>
    public ViewerAccount Account => (context.Viewer as HomeroomViewer)?.Account ?? throw new GraphQLRequestException(
        [new GraphQLError("Sign in first: send the access token of signIn as 'Authorization: Bearer …'.", ErrorCodes.Unauthenticated)]);

    public MutationInput Input => input;

    public T Service<T>() where T : notnull => context.Services!.GetRequiredService<T>();

    public T? OptionalService<T>() where T : class => context.Services!.GetService<T>();

    public string Text(string field) => input.Text(field);

    public string? OptionalText(string field) => input.OptionalText(field);

    public int? Number(string field) => input.Number(field);

    public bool? Flag(string field) => input.Flag(field);

    public DateOnly? Day(string field) => input.Day(field);

    public TEnum Choice<TEnum>(string field) where TEnum : struct, Enum => input.Choice<TEnum>(field);

    public TEnum? OptionalChoice<TEnum>(string field) where TEnum : struct, Enum => input.OptionalChoice<TEnum>(field);

    public IReadOnlyList<string> Texts(string field) => input.Texts(field);

    /// <summary>The key of a global id of that type.</summary>
    public RowKey Key(string field, string type) => input.Key(field, type);

    /// <summary>The key of a global id of that type, where it is given.</summary>
    public RowKey? OptionalKey(string field, string type) => input.OptionalKey(field, type);

    public IReadOnlyList<RowKey> Keys(string field, string type) => [.. Texts(field).Select(id => MutationInput.KeyOf(id, field, type))];

    /// <summary>The record of a global id of that type.</summary>
    public RecordKey Record(string field, string type) => MutationInput.RecordOf(Key(field, type), field);

    /// <summary>The record of a global id of that type, where it is given.</summary>
    public RecordKey? OptionalRecord(string field, string type) => OptionalKey(field, type) is { } key ? MutationInput.RecordOf(key, field) : null;

    public IReadOnlyList<RecordKey> Records(string field, string type) => [.. Keys(field, type).Select(key => MutationInput.RecordOf(key, field))];

    /// <summary>The account of a global id.</summary>
    public AccountKey AccountKey(string field, string type = "Account") => Key(field, type) is { Id: { } number } key
        ? new AccountKey(key.DistrictId, number)
        : throw MutationInput.NotAnId(field, type);
}
