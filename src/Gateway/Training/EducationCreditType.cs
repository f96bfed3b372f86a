using HomeroomGraph.Data.Training;
using HomeroomGraph.Gateway.Organisation;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Training;

internal sealed class EducationCreditType() : TableType<EducationCredit>(
    "EducationCredit", "An entry of a teacher's continuing-education ledger (继续教育学时). Rule T8.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<EducationCredit> row) => row.OfTeacher(c => c.DistrictId, c => c.Teacher);

    protected override void Configure(TableTypeDescriptor<EducationCredit> type)
    {
        type.Root.List("educationCredits", "The ledger entries that the viewer sees, newest first.")
            .Groups("Groups of the ledger entries that the viewer sees. Rule T8.")
            .ById("educationCredit", "A ledger entry by its id.");

        type.Field(c => c.Hours, "The hours.").Filterable().Sortable().Measurable();
        type.Field(c => c.EarnedOn, "The day they were earned.").Filterable().Sortable().GroupableByTime();
        type.Field(c => c.OutsideSource, "Where they come from, where not from a certificate.").Filterable();
        type.Field(c => c.InProbation, "They count for the probation (试用期) beside the cycle.").Filterable().Groupable();
        type.ToOne(c => c.Teacher, "The teacher.").Filterable().Sortable().Groupable();
        type.ToOne(c => c.Certificate, "The certificate that gave them.").Filterable();
        type.ToOne<EducationCycle>("cycle", "The cycle that contains the day.", (credit, cycle, _) => Predicate.And(
                cycle.Is(credit, (y => y.DistrictId, c => c.DistrictId)),
                cycle.Contains(y => y.StartsOn, y => y.EndsOn, SqlFragment.Of($"{credit[c => c.EarnedOn]}"))))
            .Filterable().Sortable().Groupable();
        type.OrderedBy(c => c.EarnedOn, descending: true);
    }
}
