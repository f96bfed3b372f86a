using HomeroomGraph.Admin.Api;

namespace HomeroomGraph.Admin.Operations.Access;

/// <summary>schema/operations/Access/TeacherAccounts.graphql: how many teachers of a school have an account, before the others get theirs.</summary>
public static class TeacherAccountsOperation
{
    public static Operation<AccountVariables, TeacherAccountsData> Operation { get; } = new("Access/TeacherAccounts");
}

public sealed record TeacherAccountsData(RolesOfViewer? Viewer, SchoolOfAccounts? School, RoleCount AccountRoles) : FramedData;

public sealed record SchoolOfAccounts(string Id, string Name, int TeacherCount);

public sealed record RoleCount(int TotalCount);

/// <summary>schema/operations/Access/ManagedSchools.graphql: the schools to choose from.</summary>
public static class ManagedSchoolsOperation
{
    public static Operation<NoVariables, ManagedSchoolsData> Operation { get; } = new("Access/ManagedSchools");
}

public sealed record ManagedSchoolsData(RolesOfViewer? Viewer, Connection<SchoolOption> Schools) : FramedData;

/// <summary>schema/operations/Access/CreateTeacherAccounts.graphql: makes them; the first passwords are told this once.</summary>
public static class CreateTeacherAccountsOperation
{
    public static Operation<InputVariables<SchoolInput>, DoneData<CreatedAccounts>> Operation { get; } = new("Access/CreateTeacherAccounts");
}

public sealed record SchoolInput(string SchoolId);

public sealed record CreatedAccounts(IReadOnlyList<NewAccount>? Accounts, IReadOnlyList<Refusal> Errors) : IDone;

public sealed record NewAccount(string Username, string Password, DateTimeOffset PasswordExpiresAt, string DisplayName, string? StaffNumber, AccountId? Account = null);
