using HomeroomGraph.Admin.Api;

namespace HomeroomGraph.Admin.Operations.Access;

/// <summary>schema/operations/Access/SignIn.graphql: a name and a password for an access token.</summary>
public static class SignInOperation
{
    public static Operation<SignInVariables, SignInData> Operation { get; } = new("Access/SignIn");
}

public sealed record SignInVariables(SignInInput Input);

public sealed record SignInInput(string Username, string Password);

public sealed record SignInData(SignInPayload SignIn);

public sealed record SignInPayload(string? AccessToken, DateTimeOffset? ExpiresAt, IReadOnlyList<SignInError> Errors);

/// <summary>Why there is no token. <paramref name="Until"/> is known for a locked account: when the next attempt is possible.</summary>
public sealed record SignInError(string Message, string Code, DateTimeOffset? Until = null);
