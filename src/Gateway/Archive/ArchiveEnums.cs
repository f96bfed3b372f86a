using HomeroomGraph.Data.Archive;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Archive;

/// <summary>The closed states and kinds of the archive.</summary>
internal static class ArchiveEnums
{
    public static readonly EnumDeclaration[] All =
    [
        new EnumDeclaration<AuditOperation>("AuditOperation", "What happened to a record. Rule V3.")
            .Value(AuditOperation.Insert, "It was created.")
            .Value(AuditOperation.Update, "It was changed.")
            .Value(AuditOperation.Delete, "It was deleted."),
        new EnumDeclaration<DocumentCategory>("DocumentCategory", "What a document is. Rule V2.")
            .Value(DocumentCategory.Article, "A paper, a case, notes (文章).")
            .Value(DocumentCategory.Application, "An application (申报书).")
            .Value(DocumentCategory.Plan, "A plan (方案、计划).")
            .Value(DocumentCategory.Report, "A report or a summary (报告、总结).")
            .Value(DocumentCategory.Minutes, "Minutes or notes taken (记录).")
            .Value(DocumentCategory.Data, "Data of surveys and tests (数据).")
            .Value(DocumentCategory.Picture, "A picture (照片).")
            .Value(DocumentCategory.Recording, "A recording (录音、录像).")
            .Value(DocumentCategory.Certificate, "A certificate (证书).")
            .Value(DocumentCategory.Official, "An official document (公文、批文).")
            .Value(DocumentCategory.Other, "Something else (其他)."),
        new EnumDeclaration<SemesterReportKind>("SemesterReportKind", "What is written of a semester. Rule V1.")
            .Value(SemesterReportKind.Plan, "The plan (学期计划).")
            .Value(SemesterReportKind.Summary, "The summary (学期总结)."),
        new EnumDeclaration<ArchivePart>("ArchivePart", "The parts of a teacher's archive that are looked for each semester, in its order. Rule V1.")
            .Value(ArchivePart.Plan, "The plan (学期计划).")
            .Value(ArchivePart.Summary, "The summary (学期总结).")
            .Value(ArchivePart.StudyNote, "A study note (理论学习). Rule T3.")
            .Value(ArchivePart.Paper, "A paper (论文). Rule R2.")
            .Value(ArchivePart.Training, "An attended training (培训). Rule T2.")
            .Value(ArchivePart.Assessment, "A final assessment (学期考核). Rule E4.")
            .Value(ArchivePart.ClassResult, "A published check result of the class (班级检查结果). Rule E3."),
    ];
}
