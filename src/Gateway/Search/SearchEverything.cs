using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Papers;
using HomeroomGraph.Data.Research;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Search;

/// <summary>The box at the top of a page: one search over teachers, research projects and papers.</summary>
internal static class SearchEverything
{
    public static void Declare(TableSchemaBuilder schema) => schema.AddSearch(
        "search", "What the viewer sees of teachers, research projects and papers with these words, best first.",
        (typeof(Teacher), "A teacher (教师), by name or staff number."),
        (typeof(ResearchProject), "A research project (课题), by title, number, approval number or a member's name."),
        (typeof(Paper), "A paper (论文), by title, DOI, a keyword or an author's name."));
}
