using HomeroomGraph.Admin.Api;

namespace HomeroomGraph.Admin.Operations.Access;

/// <summary>schema/operations/Access/RoleChoice.graphql: whom a role is given, and where the viewer may give any.</summary>
public static class RoleChoiceOperation
{
    public static Operation<AccountVariables, RoleChoiceData> Operation { get; } = new("Access/RoleChoice");
}

public sealed record RoleChoiceData(ManagingViewer? Viewer, AccountName? Account, Connection<SchoolOption> Schools) : FramedData;

public sealed record AccountName(string Id, string Username, string DisplayName);

/// <summary>schema/operations/Access/InspectorPosts.graphql: the posts of a school, of which an inspector's role names one.</summary>
public static class InspectorPostsOperation
{
    public static Operation<PostVariables, InspectorPostsData> Operation { get; } = new("Access/InspectorPosts");
}

public sealed record PostVariables(string School);

public sealed record InspectorPostsData(Connection<PostOption> InspectorPosts);

public sealed record PostOption(string Id, string Name, NamedReach? Semester);

/// <summary>schema/operations/Access/SchoolStaff.graphql: the teachers of a school, of whom a teacher's role names one.</summary>
public static class SchoolStaffOperation
{
    public static Operation<AccountVariables, SchoolStaffData> Operation { get; } = new("Access/SchoolStaff");
}

public sealed record SchoolStaffData(SchoolStaff? School);

public sealed record SchoolStaff(string Id, string Name, Connection<StaffMember> Teachers);

public sealed record StaffMember(string Id, string Name, string StaffNumber);
