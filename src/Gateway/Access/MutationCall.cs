using System.Net;
using HomeroomGraph.Data;
using HomeroomGraph.Data.Access;
using HomeroomGraph.Gateway.Auth;
using HomeroomGraph.GraphQL;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.Gateway.Access;

/// <summary>What a mutation is told: its input, who calls, and from where.</summary>
internal sealed class MutationCall(ResolverContext context)
{
    private readonly IReadOnlyDictionary<string, object?> input = (IReadOnlyDictionary<string, object?>)context.Arguments["input"]!;

    public CancellationToken Cancellation => context.CancellationToken;

    public IPAddress? Address => Service<HttpContext>().Connection.RemoteIpAddress;

    public string? Origin => Address?.ToString();

    /// <summary>The caller as a changer of accounts.</summary>
    public Acting Acting => new(Account.AccountId, Origin);

    /// <summary>The caller's account.</summary>
    /// <exception cref="GraphQLRequestException">Nobody is signed in.</exception>
    public ViewerAccount Account => (context.Viewer as HomeroomViewer)?.Account ?? throw new GraphQLRequestException(
        [new GraphQLError("Sign in first: send the access token of signIn as 'Authorization: Bearer …'.", ErrorCodes.Unauthenticated)]);

    public T Service<T>() where T : notnull => context.Services!.GetRequiredService<T>();

    public T? OptionalService<T>() where T : class => context.Services!.GetService<T>();

    public string Text(string field) => (string)input[field]!;

    public string? OptionalText(string field) => input.GetValueOrDefault(field) as string;

    public int? Number(string field) => input.GetValueOrDefault(field) as int?;

    public bool? Flag(string field) => input.GetValueOrDefault(field) as bool?;

    public TEnum Choice<TEnum>(string field) where TEnum : struct, Enum => EnumText<TEnum>.Parse(((EnumValue)input[field]!).StoredAs!);

    public IReadOnlyList<string> Texts(string field) => input.GetValueOrDefault(field) is IEnumerable<object?> texts ? [.. texts.Cast<string>()] : [];

    /// <summary>The key of a global id of that type.</summary>
    public RowKey Key(string field, string type) => KeyOf(Text(field), field, type);

    /// <summary>The key of a global id of that type, where it is given.</summary>
    public RowKey? OptionalKey(string field, string type) => OptionalText(field) is { } id ? KeyOf(id, field, type) : null;

    public IReadOnlyList<RowKey> Keys(string field, string type) => [.. Texts(field).Select(id => KeyOf(id, field, type))];

    /// <summary>The account of a global id.</summary>
    public AccountKey AccountKey(string field, string type = "Account") => Key(field, type) is { Id: { } number } key
        ? new AccountKey(key.DistrictId, number)
        : throw NotAnId(field, type);

    private static RowKey KeyOf(string text, string field, string type) =>
        GlobalId.TryParse(text, out var id) && id.TypeName == type ? id.Key : throw NotAnId(field, type);

    private static AccessRefusedException NotAnId(string field, string type) => new(AccessRefusal.InvalidInput, $"This is not the id of a {type}.", field);
}
