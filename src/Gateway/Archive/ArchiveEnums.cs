using HomeroomGraph.Data.Archive;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Archive;

/// <summary>The closed states and kinds of the archive.</summary>
internal static class ArchiveEnums
{
    public static readonly EnumDeclaration[] All =
    [
        new EnumDeclaration<AuditOperation>("AuditOperation", "What happened to a record. Rule V3.")
            .Value(AuditOperation.Insert, "It was created.")
            .Value(AuditOperation.Update, "It was changed.")
            .Value(AuditOperation.Delete, "It was deleted."),
    ];
}
