using HomeroomGraph.Data.Archive;
using HomeroomGraph.Gateway.Mutations;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.Gateway.Archive;

/// <summary>The mutation <c>writeSemesterReport</c> (rule V1).</summary>
internal static class SemesterReportMutations
{
    private static readonly NonNullType Id = new(BuiltInScalars.Id);

    public static void Declare(MutationDeclarations mutations) =>
        mutations.Add("writeSemesterReport",
                "Writes a teacher's plan or summary of a semester (填写学期计划、总结): a field that is left out stays as it is, null clears it. Who: the teacher, or the moral-education office of the school. Rule V1.")
            .Takes("teacherId", Id, "Whose it is.")
            .Takes("semesterId", Id, "The semester.")
            .Takes("kind", new NonNullType(mutations.Schema.EnumTypeOf<SemesterReportKind>()), "Plan or summary.")
            .Takes("content", BuiltInScalars.String, "The text, at most 20,000 characters.")
            .Takes("documentId", BuiltInScalars.Id, "The file: a document that the caller uploaded for the school. Rule V2.")
            .Takes(TermsFields.ExpectedVersion, BuiltInScalars.Int, "SemesterReport.version as the caller has read it, 0 where there was none; with another version nothing is done. Any version where it is left out.")
            .TakesIdempotencyKey()
            .GivesRow<SemesterReportWritten>("semesterReport", typeof(SemesterReport), "The plan or summary as it is now; null with errors.", written => new RowKey(written.DistrictId, written.SemesterReportId))
            .FailsWith(MutationErrors.OfChanges)
            .RunsUseCase<WriteSemesterReport, SemesterReportWritten>((write, call) => write.RunAsync(
                call.Caller, call.Record("teacherId", "Teacher"), call.Record("semesterId", "Semester"),
                new(
                    call.Choice<SemesterReportKind>("kind"), call.GivenOf("content", () => call.OptionalText("content")),
                    call.GivenOf("documentId", () => call.OptionalRecord("documentId", "Document"))),
                call.Terms, call.Cancellation));
}
