using HomeroomGraph.Data.Organisation;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Organisation;

internal sealed class TeacherTitleType() : TableType<TeacherTitle>("TeacherTitle", "A professional title (职称) that a teacher held for a time. Rule O5.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<TeacherTitle> row) => row.AsOwner<Teacher>(t => t.Teacher);

    protected override void Configure(TableTypeDescriptor<TeacherTitle> type)
    {
        type.Field(t => t.Title, "The title. Rule O5.").Filterable().Sortable();
        type.Field(t => t.StartsOn, "The first day.").Filterable().Sortable();
        type.Field(t => t.EndsOn, "The day after the last; null while it is held.").Filterable().Sortable();
        type.OrderedBy(t => t.StartsOn);
    }
}
