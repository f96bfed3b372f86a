using HomeroomGraph.Data.Training;
using HomeroomGraph.Gateway.Organisation;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Training;

internal sealed class CertificateType() : TableType<Certificate>("Certificate", "A training certificate (培训合格证). Rule T5.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<Certificate> row) => row.OfTeacher(c => c.DistrictId, c => c.Teacher);

    protected override void Configure(TableTypeDescriptor<Certificate> type)
    {
        type.Root.List("certificates", "The certificates that the viewer sees, newest first.")
            .Groups("Groups of the certificates that the viewer sees. Rule T5.")
            .ById("certificate", "A certificate by its id.")
            .ByKey("certificateByNumber", "A certificate by its number.", c => c.Number, owner: c => c.District);

        type.Field(c => c.Number, "The number, given once in a district. Rule T5.").Filterable().Sortable();
        type.Field(c => c.Kind, "What it is for.").Filterable().Sortable().Groupable();
        type.Field(c => c.Holder, "The holder's name as written on it.").Filterable().Sortable();
        type.Field(c => c.Issuer, "The issuer's name as written on it.").Filterable().Sortable();
        type.Field(c => c.IssuedOn, "The day of issue.").Filterable().Sortable().GroupableByTime();
        type.Field(c => c.ExpiresOn, "The first day on which it no longer holds; null where it has no end.").Filterable().Sortable().GroupableByTime();
        type.Field(c => c.Credits, "The continuing-education hours that it gives. Rules T5, T8.").Filterable().Sortable().Measurable();
        type.Field(c => c.RevokedOn, "The day since which it is revoked. Rule T5.").Filterable().Sortable();
        type.Field(c => c.RevocationReason, "Why it was revoked. Rule T5.");
        type.Computed("isValid", "It holds on a day: issued, neither expired nor revoked. Rules A3, T5.", SqlTypes.Boolean,
                (certificate, arguments) => IsValid(certificate, arguments.DateOrToday("on")).Sql)
            .Argument("on", DateScalar.Instance, "The day; today where it is left out, and in filters.").Filterable().Groupable();
        type.ToOne(c => c.Teacher, "The holder.").Filterable().Sortable().Groupable();
        type.ToOne(c => c.IssuerSchool, "The school that issued it; null where the district did.").Filterable().Sortable().Groupable();
        type.ToOne(c => c.District, "The district.").Filterable().Sortable();
        type.ToOne(c => c.Programme, "The programme that it is for.").Filterable().Sortable().Groupable();
        type.OrderedBy(c => c.IssuedOn, descending: true);
    }

    /// <summary>One definition, the database's.</summary>
    internal static Predicate IsValid(TableRow<Certificate> certificate, SqlFragment day) => Predicate.Of(
        $"homeroom.certificate_holds({certificate[c => c.IssuedOn]}, {certificate[c => c.ExpiresOn]}, {certificate[c => c.RevokedOn]}, {day})");
}
