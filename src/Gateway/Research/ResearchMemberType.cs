using HomeroomGraph.Data.Research;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Research;

internal sealed class ResearchMemberType() : TableType<ResearchMember>("ResearchMember", "A member (课题组成员) of a project, the leader among them. Rule P3.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<ResearchMember> row) => row.AsOwner<ResearchProject>(m => m.Project);

    protected override void Configure(TableTypeDescriptor<ResearchMember> type)
    {
        type.Field(m => m.Name, "The name at that time.").Filterable().Sortable();
        type.Field(m => m.Role, "Leader or member. Rule P2.").Filterable().Sortable();
        type.Field(m => m.Duty, "The duty of substance (分工). Rule P3.").VisibleTo(m => m.NotWhileRevised(x => x.Project)).Filterable();
        type.Field(m => m.Task, "The task in the plan (承担任务). Rule P4.").VisibleTo(m => m.NotWhileRevised(x => x.Project));
        type.Field(m => m.Position, "The place in the list.").Sortable();
        type.Field(m => m.LeftOn, "Since when no longer a member.").Filterable().Sortable();
        type.ToOne(m => m.Project, "The project.").Filterable().Sortable();
        type.ToOne(m => m.Teacher, "The teacher.").Filterable().Sortable();
        type.IdOf("teacherId", "The teacher's id, also for who can't read the teacher: a change of members names who stays by it. Rules P3, P14.", m => m.Teacher, m => m.DistrictId, m => m.TeacherId);
        type.ToMany(m => m.Tasks, "The tasks that the member owns. Rule P8.").Filterable().Sortable();
        type.OrderedBy(m => m.Role);
        type.OrderedBy(m => m.Position);
    }
}
