using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Organisation;

internal sealed class ResearchGroupType() : TableType<ResearchGroup>(
    "ResearchGroup", "A teaching-research group (教研组) of a school: one a subject, and the central one of their heads. Rule O1.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<ResearchGroup> row) =>
        row.AtSchool(Reach.Organisation, g => g.DistrictId, g => g.SchoolId);

    protected override void Configure(TableTypeDescriptor<ResearchGroup> type)
    {
        type.Root.List("researchGroups", "The research groups of the schools that the viewer sees.")
            .ById("researchGroup", "A research group by its id.");

        type.Field(g => g.Name, "The name.").Filterable().Sortable();
        type.Field(g => g.Kind, "Whether it is a subject's or the central one. Rule O1.").Filterable().Sortable().Groupable();
        type.Field(g => g.ClosedOn, "The first day on which it is no more; null while it is.").Filterable().Sortable();
        type.ToOne(g => g.School, "The school.").Filterable().Sortable().Groupable();
        type.ToOne(g => g.Subject, "The subject of a subject's group.").Filterable().Sortable().Groupable();
        type.ToMany(g => g.Projects, "The research projects that it carries out. Rule O2.").Filterable().Sortable();
        type.ToMany(g => g.Members, "Who belongs or belonged to it, and who heads or headed it.").Filterable().Sortable();
        type.Count<ResearchGroupMember>("memberCount", "How many belong to it today, the head among them.", g => g.Members,
            (member, _) => member.Contains(m => m.StartsOn, m => m.EndsOn, FieldArguments.Today)).Filterable().Sortable();
        type.ToOne<ResearchGroupMember>("head", "Who heads it on a day (教研组长). Rule O2.", (group, member, arguments) => Predicate.And(
                member.Is(group, (m => m.DistrictId, g => g.DistrictId), (m => m.ResearchGroupId, g => g.ResearchGroupId)),
                Heads(member, arguments)))
            .Argument("on", DateScalar.Instance, "The day; today where it is left out, and in filters and orders.").Filterable().Sortable();
        type.ToMany<ResearchGroupMember>("headsOfGroups", "Of the central group: the heads of the school's groups on a day, who make it up. Rule O1.",
                (group, member, arguments) => Predicate.And(
                    Predicate.Of($"{group[g => g.Kind]} = 'central'"),
                    member.Is(group, (m => m.DistrictId, g => g.DistrictId), (m => m.SchoolId, g => g.SchoolId)),
                    Heads(member, arguments),
                    member.Some<ResearchGroup>(m => m.ResearchGroup, headed => Predicate.Of($"{headed[g => g.Kind]} = 'subject'"))))
            .Argument("on", DateScalar.Instance, "The day; today where it is left out.");
        type.OrderedBy(g => g.Name);
    }

    private static Predicate Heads(TableRow<ResearchGroupMember> member, FieldArguments arguments) => Predicate.And(
        Predicate.Of($"{member[m => m.Post]} = 'head'"),
        member.Contains(m => m.StartsOn, m => m.EndsOn, arguments.DateOrToday("on")));
}

internal sealed class ResearchGroupMemberType() : TableType<ResearchGroupMember>(
    "ResearchGroupMember", "A teacher's time in a research group, as member or head. Rule O1.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<ResearchGroupMember> row) =>
        row.AtSchool(Reach.Organisation, m => m.DistrictId, m => m.SchoolId);

    protected override void Configure(TableTypeDescriptor<ResearchGroupMember> type)
    {
        type.Field(m => m.Name, "The teacher's name as written then.").Filterable().Sortable();
        type.Field(m => m.Post, "Head or member.").Filterable().Sortable();
        type.Field(m => m.StartsOn, "The first day.").Filterable().Sortable();
        type.Field(m => m.EndsOn, "The day after the last; null while the end is open.").Filterable().Sortable();
        type.ToOne(m => m.ResearchGroup, "The group.").Filterable().Sortable();
        type.ToOne(m => m.Teacher, "The teacher.").Filterable().Sortable();
        type.IdOf("teacherId", "The teacher's id, also for who can't read the teacher: colleagues are named in mutations by it. Rule P3.", m => m.Teacher, m => m.DistrictId, m => m.TeacherId);
        type.OrderedBy(m => m.StartsOn, descending: true);
    }
}
