using HomeroomGraph.Data.Awards;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.Gateway.Organisation;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;
using static HomeroomGraph.GraphQL.Planning.RowPolicy;

namespace HomeroomGraph.Gateway.Awards;

internal sealed class AwardType() : TableType<Award>(
    "Award", "An award (荣誉) of a teacher, a teacher's paper or a class: granted after a selection, or recorded from another body's certificate. Rules W1, W3.")
{
    /// <summary>What is granted is public at the school; what comes from outside is seen by whom it is of, and by the area's readers.</summary>
    protected override RowPolicy Policy(RowPolicyBuilder<Award> row) => row.OfSchool(
        Reach.Awards, a => a.DistrictId, a => a.SchoolId,
        row.Is(a => a.Source, AwardSource.Granted),
        row.In(Reach.Self, a => a.TeacherId),
        row.Some<SchoolClass>(a => a.Class, c => AnyOf(c.OfGrade(), c.OwnClass())));

    protected override void Configure(TableTypeDescriptor<Award> type)
    {
        type.Root.List("awards", "The awards that the viewer sees, newest first.")
            .Groups("Groups of the awards that the viewer sees. Rule W1.")
            .Changes("awardChanged", "Tells of awards that the viewer sees when they change. Rule V4.")
            .ById("award", "An award by its id.");

        type.Field(a => a.Title, "What it is called.").Filterable().Sortable();
        type.Field(a => a.Name, "The recipient's name as written then.").Filterable().Sortable();
        type.Field(a => a.Kind, "What is awarded. Rule W1.").Filterable().Sortable().Groupable();
        type.Field(a => a.Level, "Who awards. Rule W1.").Filterable().Sortable().Groupable();
        type.Field(a => a.Grade, "The grade. Rule W1.").Filterable().Sortable().Groupable();
        type.Field(a => a.Source, "Granted here, or recorded from outside.").Filterable().Sortable().Groupable();
        type.Field(a => a.Number, "The certificate's number: unique in the district for those granted here. Rule W3.").Filterable().Sortable();
        type.Field(a => a.Issuer, "Who issued it, as written.").Filterable().Sortable();
        type.Field(a => a.GrantedOn, "The day of the grant.").Filterable().Sortable().GroupableByTime().Measurable();
        type.Field(a => a.RevokedOn, "The day on which it was revoked: the record stays. Rule W3.").Filterable().Sortable();
        type.Field(a => a.GrantedBy, "Who granted it, as written; null for what was recorded.").Filterable();
        type.Field(a => a.RecordedBy, "Who recorded it from another body's certificate, as written; null for what was granted here.").Filterable();
        type.Field(a => a.RevocationReason, "Why it was revoked; not for everyone at the school.").VisibleTo(a => a.OfSchool(
            Reach.Awards, x => x.DistrictId, x => x.SchoolId, a.In(Reach.Self, x => x.TeacherId), a.Some<SchoolClass>(x => x.Class, c => c.OwnClass())));
        type.Computed("isValid", "Granted on or before a day, and not revoked by then.", SqlTypes.Boolean,
                (award, arguments) => award.Contains(a => a.GrantedOn, a => a.RevokedOn, arguments.DateOrToday("on")).Sql)
            .Argument("on", DateScalar.Instance, "The day; today where it is left out, and in filters and orders.").Filterable().Groupable();
        type.ToOne(a => a.School, "The recipient's school then.").Filterable().Sortable().Groupable();
        type.ToOne(a => a.Teacher, "The teacher awarded.").Filterable().Sortable().Groupable();
        type.ToOne(a => a.Class, "The class awarded. Rule E9.").Filterable().Sortable().Groupable();
        type.ToOne(a => a.Paper, "The paper awarded. Rule R3.").Filterable().Sortable().Groupable();
        type.ToOne(a => a.Nomination, "The nomination it was granted on.").Filterable();
        type.ToMany(a => a.Points, "The entries of the ledger that it gave. Rule W4.", name: "rewardPointEntries").Filterable().Sortable();
        type.OrderedBy(a => a.GrantedOn, descending: true);
    }
}
