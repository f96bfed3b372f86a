using HomeroomGraph.Data.Papers;
using HomeroomGraph.Data.Papers.References;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Papers;

/// <summary>The closed kinds of papers.</summary>
internal static class PaperEnums
{
    public static readonly EnumDeclaration[] All =
    [
        new EnumDeclaration<PaperKind>("PaperKind", "What kind of writing it is. Rule R1.")
            .Value(PaperKind.Paper, "A paper (论文).")
            .Value(PaperKind.Case, "A case (案例).")
            .Value(PaperKind.ExperienceArticle, "An experience article (经验文章).")
            .Value(PaperKind.Reflection, "A reflection (反思)."),
        new EnumDeclaration<DatePrecision>("DatePrecision", "How exactly a date is known.")
            .Value(DatePrecision.Year, "The year: the date is its first day.")
            .Value(DatePrecision.Month, "The month: the date is its first day.")
            .Value(DatePrecision.Day, "The day."),
        new EnumDeclaration<RecordSource>("RecordSource", "How a record came in.")
            .Value(RecordSource.Entered, "It was entered by a person (录入).")
            .Value(RecordSource.Import, "It was imported (导入)."),
        new EnumDeclaration<ReferenceForm>("ReferenceForm", "A form in which references are given out. Rule R4; docs/references.md.")
            .Value(ReferenceForm.Gb2015Numeric, "GB/T 7714—2015, by number (顺序编码制).")
            .Value(ReferenceForm.Gb2015AuthorDate, "GB/T 7714—2015, by author and year (著者-出版年制).")
            .Value(ReferenceForm.Gb2025Numeric, "GB/T 7714—2025, by number (顺序编码制).")
            .Value(ReferenceForm.Gb2025AuthorDate, "GB/T 7714—2025, by author and year (著者-出版年制).")
            .Value(ReferenceForm.CslJson, "CSL-JSON: a list of items.")
            .Value(ReferenceForm.BibTex, "BibTeX in UTF-8."),
    ];
}
