using HomeroomGraph.Data.Archive;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Archive;

internal sealed class AuditEntryType() : TableType<AuditEntry>("AuditEntry", "A change of a record: who, when, from where, before and after. Rule V3.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<AuditEntry> row) => row.In(Reach.AuditedDistricts, e => e.DistrictId);

    protected override void Configure(TableTypeDescriptor<AuditEntry> type)
    {
        type.Root.List("auditEntries", "The audit log of the districts that the viewer audits, newest first; the trail of one record by a filter on record. Rule V3.")
            .ById("auditEntry", "An entry of the audit log by its id.");

        type.Field(e => e.At, "When.").Filterable().Sortable();
        type.Reference("record", "The record, also where it is deleted or can't be read by the viewer; null for what the schema does not show.",
            e => e.DistrictId, e => e.TableName, e => e.RowId).Filterable();
        type.Field(e => e.TableName, "The table with its schema, such as homeroom.teacher.").Filterable();
        type.Field(e => e.RowId, "The row's own key, as text.").Filterable();
        type.Field(e => e.Operation, "What happened.").Filterable();
        type.Field(e => e.Before, "The row before; null for one that was created.");
        type.Field(e => e.After, "The row after; null for one that was deleted.");
        type.Field(e => e.Actor, "Who: an account's own key, or a program.").Filterable();
        type.Field(e => e.ActorName, "Who, to read: what the account was called then, with its user name; null for programs.").Filterable();
        type.Field(e => e.Origin, "From which address the request came; null for programs.").Filterable();
        type.ToOne(e => e.District, "The district.").Filterable();
        type.ToOne(e => e.School, "The school of the record, where it has one.").Filterable();
        type.OrderedBy(e => e.AuditId, descending: true);
    }
}
