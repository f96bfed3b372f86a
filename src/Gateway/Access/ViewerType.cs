using HomeroomGraph.Data;
using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Inbox;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Gateway.Auth;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;
using static HomeroomGraph.GraphQL.Types.Scalars.BuiltInScalars;

namespace HomeroomGraph.Gateway.Access;

/// <summary>The signed-in account as the contract shows it.</summary>
internal static class ViewerType
{
    public static void Declare(TableSchemaBuilder schema)
    {
        var role = schema.EnumTypeOf<AccessRole>();
        var viewerRole = new ObjectType("ViewerRole") { Description = "A role of the viewer, and where it holds." };
        viewerRole.Add(MemoryField.Of<ViewerGrant>("role", NonNull(role), "The role.", r => EnumText<AccessRole>.Of(r.Role).ToUpperInvariant()));
        viewerRole.Add(MemoryField.Row<ViewerGrant>("district", schema.RowTypeOf(typeof(District)), "The district.", r => new RowKey(r.DistrictId, null)));
        viewerRole.Add(MemoryField.Row<ViewerGrant>("school", schema.RowTypeOf(typeof(School)), "The school, for a role of a school.",
            r => r.SchoolId is { } id ? new RowKey(r.DistrictId, id) : null));
        viewerRole.Add(MemoryField.Row<ViewerGrant>("teacher", schema.RowTypeOf(typeof(Teacher)), "The viewer as a teacher.",
            r => r.TeacherId is { } id ? new RowKey(r.DistrictId, id) : null));
        viewerRole.Add(MemoryField.Of<ViewerGrant>("grade", Int, "The grade, for a grade head.", r => (int?)r.Grade));

        var viewer = new ObjectType("Viewer") { Description = "The signed-in account." };
        viewer.Add(MemoryField.Of<HomeroomViewer>("id", NonNull(Id), "The account's id.", v => v.Account!.AccountId));
        viewer.Add(MemoryField.Of<HomeroomViewer>("username", NonNull(BuiltInScalars.String), "The name to sign in with.", v => v.Account!.UserName));
        viewer.Add(MemoryField.Of<HomeroomViewer>("displayName", NonNull(BuiltInScalars.String), "The name to show.", v => v.Account!.DisplayName));
        viewer.Add(MemoryField.Of<HomeroomViewer>("locale", NonNull(BuiltInScalars.String), "The language to show, such as zh-CN.", v => v.Account!.Locale));
        viewer.Add(MemoryField.Of<HomeroomViewer>("mustChangePassword", NonNull(BuiltInScalars.Boolean), "The password is a first one: until it is changed, there is nothing else to see or do.", v => v.MustChangePassword));
        viewer.Add(MemoryField.Of<HomeroomViewer>("roles", NonNull(new ListType(NonNull(viewerRole))), "The account's roles.", v => v.Account!.Roles));
        viewer.Add(MemoryField.Row<HomeroomViewer>("account", schema.RowTypeOf(typeof(AccountEntry)), "The account as a row, for a person's account.",
            v => v.Account is { HomeDistrictId: { } district } account ? new RowKey(district, account.AccountNumber) : null));
        viewer.Add(MemoryField.Row<HomeroomViewer>("mailbox", schema.RowTypeOf(typeof(Mailbox)), "The inbox as a whole, for a person's account: how much is unread, and where messages go.",
            v => v.Account is { HomeDistrictId: { } district } account ? new RowKey(district, account.AccountNumber) : null));
        viewer.Add(MemoryField.Of<HomeroomViewer>("today", NonNull(DateScalar.Instance), "The business day, in Asia/Shanghai.", v => v.Today));

        schema.Query.Add(new FieldDefinition("viewer", viewer)
        {
            Description = "Who is signed in; null without a sign-in.",
            NeedsNoSignIn = true,
            Binding = new ResolverBinding(context => context.Viewer is HomeroomViewer { IsAuthenticated: true } signedIn ? signedIn : null),
        });
    }

    private static NonNullType NonNull(GraphQLType type) => new(type);
}
