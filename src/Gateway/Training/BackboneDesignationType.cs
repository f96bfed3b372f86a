using HomeroomGraph.Data.Training;
using HomeroomGraph.Gateway.Organisation;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Scalars;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Training;

internal sealed class BackboneDesignationType() : TableType<BackboneDesignation>(
    "BackboneDesignation", "A teacher's designation as backbone teacher (骨干教师). Rule T9.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<BackboneDesignation> row) => row.OfTeacher(d => d.DistrictId, d => d.Teacher);

    protected override void Configure(TableTypeDescriptor<BackboneDesignation> type)
    {
        type.Root.List("backboneDesignations", "The designations that the viewer sees, newest first.")
            .Groups("Groups of the designations that the viewer sees. Rule T9.")
            .ById("backboneDesignation", "A designation by its id.");

        type.Field(d => d.Level, "The level. Rule T9.").Filterable().Sortable().Groupable();
        type.Field(d => d.Field, "In what: a subject, or homeroom work.").Filterable().Sortable();
        type.Field(d => d.DesignatedBy, "Who designated, as written.").Filterable();
        type.Field(d => d.StartsOn, "The first day of the term.").Filterable().Sortable().GroupableByTime();
        type.Field(d => d.EndsOn, "The day after the last; null while the end is open.").Filterable().Sortable();
        type.Computed("isInForce", "Its term contains a day.", SqlTypes.Boolean,
                (designation, arguments) => designation.Contains(d => d.StartsOn, d => d.EndsOn, arguments.DateOrToday("on")).Sql)
            .Argument("on", DateScalar.Instance, "The day; today where it is left out, and in filters.").Filterable().Groupable();
        type.ToOne(d => d.Teacher, "The teacher.").Filterable().Sortable().Groupable();
        type.ToMany(d => d.Duties, "What is due in each semester. Rule T9.").Filterable().Sortable();
        type.OrderedBy(d => d.StartsOn, descending: true);
    }
}

internal sealed class BackboneDutyType() : TableType<BackboneDuty>("BackboneDuty", "What a backbone teacher owes in a semester. Rule T9.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<BackboneDuty> row) => row.OfTeacher(d => d.DistrictId, d => d.Teacher);

    protected override void Configure(TableTypeDescriptor<BackboneDuty> type)
    {
        type.Root.List("backboneDuties", "The duties of backbone teachers that the viewer sees; an open one has no doneOn.")
            .Groups("Groups of the duties that the viewer sees. Rule T9.")
            .ById("backboneDuty", "A duty by its id.");

        type.Field(d => d.Kind, "The kind. Rule T9.").Filterable().Sortable().Groupable();
        type.Field(d => d.Description, "What is to be done.");
        type.Field(d => d.DoneOn, "The day it was done; null while open. Rule T9.").Filterable().Sortable().GroupableByTime();
        type.Field(d => d.Evidence, "How it was done.");
        type.ToOne(d => d.Designation, "The designation.").Filterable().Sortable().Groupable();
        type.ToOne(d => d.Teacher, "The teacher.").Filterable().Sortable();
        type.ToOne(d => d.Semester, "The semester in which it is due.").Filterable().Sortable().Groupable();
        type.OrderedBy(d => d.SemesterId, descending: true);
    }
}
