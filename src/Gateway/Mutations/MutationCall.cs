using System.Net;
using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Tenancy;
using HomeroomGraph.Gateway.Auth;
using HomeroomGraph.GraphQL;
using HomeroomGraph.GraphQL.Execution;

namespace HomeroomGraph.Gateway.Mutations;

/// <summary>What a mutation is told: its input, who calls, and from where.</summary>
internal sealed class MutationCall(string mutation, ResolverContext context)
    : MutationInput((IReadOnlyDictionary<string, object?>)context.Arguments["input"]!)
{
    public CancellationToken Cancellation => context.CancellationToken;

    public IPAddress? Address => Service<HttpContext>().Connection.RemoteIpAddress;

    public string? Origin => Address?.ToString();

    /// <summary>The caller as a changer of accounts.</summary>
    public Acting Acting => new(Account.AccountId, Origin);

    /// <summary>The caller of a use case.</summary>
    public Caller Caller => new(Account, Origin);

    /// <summary>By which version, and under which key; see <see cref="TermsFields"/>.</summary>
    public WriteTerms Terms => new(Number(TermsFields.ExpectedVersion), OnceOnly(mutation));

    /// <summary>The caller's account.</summary>
    /// <exception cref="GraphQLRequestException">Nobody is signed in.</exception>
    public ViewerAccount Account => (context.Viewer as HomeroomViewer)?.Account ?? throw new GraphQLRequestException(
        [new GraphQLError("Sign in first: send the access token of signIn as 'Authorization: Bearer …'.", ErrorCodes.Unauthenticated)]);

    public T Service<T>() where T : notnull => context.Services!.GetRequiredService<T>();

    public T? OptionalService<T>() where T : class => context.Services!.GetService<T>();
}
