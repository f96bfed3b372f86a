using HomeroomGraph.Admin.Api;

namespace HomeroomGraph.Admin.Operations.Access;

/// <summary>schema/operations/Access/ChangePassword.graphql: an own password, the first one too; the token opens a new session.</summary>
public static class ChangePasswordOperation
{
    public static Operation<InputVariables<ChangePasswordInput>, ChangePasswordData> Operation { get; } = new("Access/ChangePassword");
}

public sealed record ChangePasswordInput(string CurrentPassword, string NewPassword);

public sealed record ChangePasswordData(ChangePasswordPayload ChangePassword);

public sealed record ChangePasswordPayload(string? AccessToken, DateTimeOffset? ExpiresAt, IReadOnlyList<Refusal> Errors);
