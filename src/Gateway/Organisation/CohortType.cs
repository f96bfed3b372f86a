using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Types.Tables;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Organisation;

internal sealed class CohortType() : TableType<Cohort>("Cohort", "A cohort (届): the classes that entered a school's section in one year. Rule O6.")
{
    /// <summary>A grade head and a teacher see the cohorts of the classes they see.</summary>
    protected override RowPolicy Policy(RowPolicyBuilder<Cohort> row) => row.OfSchool(
        Reach.Organisation, c => c.DistrictId, c => c.SchoolId,
        row.Some<SchoolClass>(c => c.Classes, @class => AnyOf(@class.OfGrade(), @class.OwnClass())));

    protected override void Configure(TableTypeDescriptor<Cohort> type)
    {
        type.Root.List("cohorts", "The cohorts that the viewer sees.");

        type.Field(c => c.Section, "The section of the school. Rule O6.").Filterable().Sortable().Groupable();
        type.Field(c => c.EntryYear, "The calendar year in which it entered the section.").Filterable().Sortable().Groupable();
        type.ToOne(c => c.School, "The school.").Filterable().Sortable().Groupable();
        type.ToMany(c => c.Classes, "Its classes through the school years.").Filterable().Sortable();
        type.OrderedBy(c => c.EntryYear);
    }
}
