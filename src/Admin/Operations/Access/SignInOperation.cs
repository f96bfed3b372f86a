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

public sealed record SignInPayload(
    string? AccessToken, DateTimeOffset? ExpiresAt, SignedInViewer? Viewer, IReadOnlyList<SignInError>? Errors);

public sealed record SignInError(string Message, string Code);

public sealed record SignedInViewer(
    string Id, string Username, string DisplayName, string Locale, IReadOnlyList<ViewerRole> Roles);
