using HomeroomGraph.Data.Evaluation;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.Gateway.Organisation;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Evaluation;

internal sealed class CheckPublicationType() : TableType<CheckPublication>(
    "CheckPublication", "A grade's ranking of a week (周评比) or summary of a month (月总结), in one revision. Rule E3.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<CheckPublication> row) => row.OfSchool(
        Reach.Homeroom, p => p.DistrictId, p => p.SchoolId, row.OfNoticeBoardOrGrade());

    protected override void Configure(TableTypeDescriptor<CheckPublication> type)
    {
        type.Root.List("checkPublications", "The rankings and summaries that the viewer sees, newest first.")
            .Groups("Groups of the rankings and summaries that the viewer sees. Rule E3.")
            .Changes("checkPublicationChanged", "Tells of rankings and summaries that the viewer sees when they change. Rule V4.")
            .ById("checkPublication", "A publication by its id.");

        type.Field(p => p.Grade, "The grade whose classes are ranked. Rule E10.").Filterable().Sortable().Groupable();
        type.Field(p => p.Period, "Week or month. Rule E3.").Filterable().Sortable().Groupable();
        type.Field(p => p.WeekNumber, "The number of the week in the semester; null for a month. Rule O4.").Filterable().Sortable();
        type.Field(p => p.StartsOn, "The first day.").Filterable().Sortable().GroupableByTime();
        type.Field(p => p.EndsOn, "The day after the last.").Filterable().Sortable();
        type.Field(p => p.DueOn, "The last day on which publishing is in time. Rule E3.").Filterable().Sortable();
        type.Field(p => p.Revision, "1, or the number of the correction that it is. Rule E3.").Filterable().Sortable();
        type.Field(p => p.Reason, "Why the revision before was corrected. Rule E3.").Filterable();
        type.Field(p => p.State, "Whether it is published. Rule E3.").Filterable().Sortable().Groupable();
        type.Field(p => p.IsCurrent, "It is the newest published revision. Rule E3.").Filterable().Groupable();
        type.Field(p => p.PublishedAt, "When it was published.").Filterable().Sortable();
        type.Field(p => p.PublishedOn, "The day on which it was published, in Shanghai.").Filterable().Sortable();
        type.Field(p => p.PublishedBy, "Who published it.").Filterable();
        type.Computed("isLate", "It was published after its last day, or is not yet published although that is over; never for a correction. Rule E3.",
            SqlTypes.Boolean, (p, _) => SqlFragment.Of(
                $"({p[x => x.Revision]} = 1 and coalesce({p[x => x.PublishedOn]}, {FieldArguments.Today}) > {p[x => x.DueOn]})")).Filterable();
        type.Count<CheckResult>("classCount", "The number of classes ranked.", p => p.Results, (_, _) => Predicate.True).Filterable().Sortable();
        type.ToOne(p => p.School, "The school.").Filterable().Sortable().Groupable();
        type.ToOne(p => p.Semester, "The semester.").Filterable().Sortable().Groupable();
        type.ToMany(p => p.Results, "The classes by rank. Rule E3.").Filterable().Sortable();
        type.ToMany(p => p.Titles, "The winning classes. Rule E9.").Filterable().Sortable();
        type.OrderedBy(p => p.StartsOn, descending: true);
    }
}
