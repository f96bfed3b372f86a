using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Archive;

/// <summary>What of a report is written; what is left out stays as it is.</summary>
public sealed record SemesterReportText(SemesterReportKind Kind, Given<string?>? Content, Given<RecordKey?>? Document);

/// <summary>What came of it.</summary>
public sealed record SemesterReportWritten(int DistrictId, long SemesterReportId);

/// <summary>Writes a teacher's plan or summary of a semester (rule V1): the teacher, or the moral-education office of the school. What it said before stays in the audit log.</summary>
public sealed class WriteSemesterReport(RecordWrites writes)
{
    /// <exception cref="RefusedException">It is others' to write, the teacher worked nowhere in the semester, it would be empty, or it has changed meanwhile.</exception>
    public Task<SemesterReportWritten> RunAsync(
        Caller caller, RecordKey teacher, RecordKey semester, SemesterReportText said, WriteTerms terms, CancellationToken cancellation) =>
        writes.RunAsync(caller, terms, async transaction =>
        {
            var context = transaction.Context;
            var served = teacher.DistrictId == semester.DistrictId ? await SchoolServedAsync(context, teacher, semester, cancellation) : null;
            Require(caller, teacher, served);
            var report = await OfKindAsync(context, teacher, semester, said.Kind, cancellation);
            RecordWrites.RequireVersion(report?.Version ?? 0, terms, "It has changed since you read it. Read it again. 内容已被更改，请刷新后重试。");
            if (report is null)
            {
                report = new SemesterReport
                {
                    DistrictId = teacher.DistrictId,
                    SchoolId = served ?? throw new RefusedException(SemesterReportRules.OfTheSemester.Refuse(null, "input", "semesterId")),
                    TeacherId = teacher.Id,
                    SemesterId = semester.Id,
                    Kind = said.Kind,
                    WrittenOn = writes.Today,
                };
                context.Add(report);
            }
            else
            {
                report.Version++;
                report.WrittenOn = writes.Today;
            }
            if (said.Content is { } content) report.Content = InputText.Optional(content.Value, "content");
            if (said.Document is { } document)
            {
                report.DocumentId = await AttachableDocuments.ChooseAsync(
                    transaction.Connection, caller, new(report.DistrictId, report.SchoolId), report.DocumentId, document.Value, cancellation);
            }
            await context.SaveChangesAsync(cancellation);
            return new SemesterReportWritten(report.DistrictId, report.SemesterReportId);
        }, cancellation);

    /// <summary>Where the teacher worked in the semester: as homeroom teacher, else in the primary post.</summary>
    private static async Task<long?> SchoolServedAsync(HomeroomDbContext context, RecordKey teacher, RecordKey semester, CancellationToken cancellation)
    {
        var schools = await context.Database.SqlQuery<long>($"""
            select p.school_id as "Value"
            from homeroom.semester m
            cross join lateral (
                select a.school_id, 1 as turn, a.starts_on from homeroom.appointment a
                where a.district_id = m.district_id and a.teacher_id = {teacher.Id} and a.state = 'active' and a.kind in ('homeroom', 'acting')
                  and a.starts_on < m.ends_on and (a.ends_on is null or m.starts_on < a.ends_on)
                union all
                select e.school_id, case when e.is_primary then 2 else 3 end, e.starts_on from homeroom.employment e
                where e.district_id = m.district_id and e.teacher_id = {teacher.Id} and e.starts_on < m.ends_on and (e.ends_on is null or m.starts_on < e.ends_on)) p
            where m.district_id = {semester.DistrictId} and m.semester_id = {semester.Id}
            order by p.turn, p.starts_on desc, p.school_id limit 1
            """).ToListAsync(cancellation);
        return schools is [var school] ? school : null;
    }

    private static void Require(Caller caller, RecordKey teacher, long? school)
    {
        if (caller.TeachersIn(teacher.DistrictId).Contains(teacher.Id)) return;
        if (school is { } served && caller.HasAtSchool(teacher.DistrictId, served, AccessRole.MoralEducationOffice)) return;
        throw school is { } seen && caller.HasAnyAtSchool(teacher.DistrictId, seen)
            ? new RefusedException(Refusal.NotAllowed("Teachers write their own plans and summaries; the moral-education office writes those of the school. 教师本人填写计划和总结，政教处可代本校教师填写。") with { Rule = "V1" })
            : new RefusedException(Refusal.NotFound("There is no such teacher in this semester. 该学期没有该教师。", "teacherId"));
    }

    private static async Task<SemesterReport?> OfKindAsync(
        HomeroomDbContext context, RecordKey teacher, RecordKey semester, SemesterReportKind kind, CancellationToken cancellation)
    {
        var text = EnumText<SemesterReportKind>.Of(kind);
        await context.Database.ExecuteSqlAsync($"""
            select from homeroom.semester_report
            where district_id = {teacher.DistrictId} and teacher_id = {teacher.Id} and semester_id = {semester.Id} and kind = {text} for update
            """, cancellation);
        return await context.SemesterReports.SingleOrDefaultAsync(
            r => r.DistrictId == teacher.DistrictId && r.TeacherId == teacher.Id && r.SemesterId == semester.Id && r.Kind == kind, cancellation);
    }
}
