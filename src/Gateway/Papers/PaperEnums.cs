using HomeroomGraph.Data.Papers;
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
    ];
}
