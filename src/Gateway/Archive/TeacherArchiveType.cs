using HomeroomGraph.Data.Archive;
using HomeroomGraph.Gateway.Training;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Archive;

internal sealed class TeacherArchiveType() : TableType<TeacherArchive>(
    "TeacherArchive", "A homeroom teacher's archive (班主任档案) of a semester, at a school served in it: which parts are there and what is missing. Figure D12 is the sum of these. Rule V1.")
{
    protected override RowPolicy Policy(RowPolicyBuilder<TeacherArchive> row) =>
        row.OfTeacherAtSchool(a => a.DistrictId, a => a.SchoolId, a => a.TeacherId, a => a.Teacher);

    protected override void Configure(TableTypeDescriptor<TeacherArchive> type)
    {
        type.Root.List("teacherArchives", "The archives of homeroom teachers that the viewer sees, by semester. Rule V1.");

        type.ToOne(a => a.Teacher, "Whose archive it is.").Filterable().Sortable();
        type.ToOne(a => a.Semester, "The semester.").Filterable().Sortable();
        type.ToOne(a => a.School, "The school served.").Filterable().Sortable();
        type.ToOne(a => a.District, "The district.").Filterable().Sortable();
        type.Field(a => a.StartingYear, "The calendar year in which the school year begins: the same period in all districts.").Filterable().Sortable();
        type.Field(a => a.SemesterNumber, "The number of the semester in the school year: 1 or 2. Rule O4.").Filterable().Sortable();
        type.Computed("completeness", "The parts that are there, of those looked for, in percent. Rule V1.", SqlTypes.Decimal,
            (row, _) => SqlFragment.Of($"figures.share({row[a => a.PresentCount]}, {row[a => a.ExpectedCount]})")).Filterable().Sortable();
        type.Field(a => a.PresentCount, "The parts that are there.").Filterable().Sortable();
        type.Field(a => a.ExpectedCount, "The parts that are looked for: plan, summary, study note, paper, training, assessment, class result.");
        type.Objects("missingParts", "The parts that are missing, in the order of the archive. Rule V1.", MissingPart(type), (row, _) => SqlFragment.Of($"""
            (select coalesce(jsonb_agg(jsonb_build_object('part', m.part) order by m.place), '[]')
             from (values (1, 'PLAN', {row[a => a.HasPlan]}), (2, 'SUMMARY', {row[a => a.HasSummary]}), (3, 'STUDY_NOTE', {row[a => a.HasStudyNote]}),
                          (4, 'PAPER', {row[a => a.HasPaper]}), (5, 'TRAINING', {row[a => a.HasTraining]}), (6, 'ASSESSMENT', {row[a => a.HasAssessment]}),
                          (7, 'CLASS_RESULT', {row[a => a.HasClassResult]})) m (place, part, present)
             where not m.present)
            """));
        type.Field(a => a.HasPlan, "Whether there is a plan (学期计划). Rule V1.").Filterable();
        type.Field(a => a.HasSummary, "Whether there is a summary (学期总结). Rule V1.").Filterable();
        type.Field(a => a.HasStudyNote, "Whether there is a study note (理论学习). Rule T3.").Filterable();
        type.Field(a => a.HasPaper, "Whether there is a paper. Rule R2.").Filterable();
        type.Field(a => a.HasTraining, "Whether a training was attended. Rule T2.").Filterable();
        type.Field(a => a.HasAssessment, "Whether there is a final assessment. Rule E4.").Filterable();
        type.Field(a => a.HasClassResult, "Whether the class has a published check result. Rule E3.").Filterable();
        type.Field(a => a.PaperCount, "The papers dated in the semester. Rule R2.").Filterable().Sortable();
        type.Field(a => a.OwedPaperCount, "The papers owed by policy. Rule R2.").Filterable().Sortable();
        type.DistinctBy(a => a.DistrictId);
        type.DistinctBy(a => a.SchoolId);
        type.DistinctBy(a => a.TeacherId);
        type.DistinctBy(a => a.SemesterId);
        type.OrderedBy(a => a.StartingYear, descending: true);
    }

    private static ObjectType MissingPart(TableTypeDescriptor<TeacherArchive> type)
    {
        var part = new ObjectType("TeacherArchiveMissingPart") { Description = "A part of an archive that is missing. Rule V1." };
        part.Add(JsonField.Of("part", new NonNullType(type.EnumTypeOf<ArchivePart>()), "Which part."));
        return part;
    }
}
