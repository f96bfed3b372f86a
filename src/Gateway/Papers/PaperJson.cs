using System.Globalization;
using System.Text.Json;
using HomeroomGraph.Data;
using HomeroomGraph.Data.Papers;
using HomeroomGraph.Data.Papers.References;
using HomeroomGraph.GraphQL.Paging;

namespace HomeroomGraph.Gateway.Papers;

/// <summary>A paper as a query shows it, as a record that references are made of (rule R4).</summary>
internal static class PaperJson
{
    /// <summary>What a reference needs of a paper. Authors and keywords are as many as a paper may have.</summary>
    public const string Selection = """
        id title publishedOn publishedPrecision cslType language venue issn cn volume issue pages doi abstract sourceId extra
        authors(first: 200) { nodes { name externalId } } keywords(first: 30) { nodes { keyword } }
        """;

    /// <summary>The reference that <c>homeroom.paper_record</c> asks for.</summary>
    public static string Reference(JsonElement paper) =>
        ReferenceWriter.One(EnumText<ReferenceForm>.Parse(paper.GetProperty("form").GetString()!), PaperReference.Of(RecordOf(paper)));

    /// <summary>The record; good as long as the JSON is.</summary>
    public static PaperRecord RecordOf(JsonElement paper) => new()
    {
        PaperId = paper.TryGetProperty("paperId", out var id) ? id.GetInt64() : GlobalId.TryParse(Text(paper, "id")!, out var global) ? global.Key.Id!.Value : 0,
        Title = Text(paper, "title")!,
        PublishedOn = DateOnly.ParseExact(Text(paper, "publishedOn")!, "O", CultureInfo.InvariantCulture),
        Precision = PrecisionOf(Text(paper, "publishedPrecision")),
        CslType = Text(paper, "cslType")!,
        Language = Text(paper, "language")!,
        Venue = Text(paper, "venue"),
        Issn = Text(paper, "issn"),
        Cn = Text(paper, "cn"),
        Volume = Text(paper, "volume"),
        Issue = Text(paper, "issue"),
        Pages = Text(paper, "pages"),
        Doi = Text(paper, "doi"),
        Abstract = Text(paper, "abstract"),
        SourceId = Text(paper, "sourceId"),
        Extra = paper.GetProperty("extra") is { ValueKind: JsonValueKind.Object } extra ? extra : null,
        Authors = [.. Nodes(paper, "authors").Select(author => new PaperRecordAuthor(author.GetProperty("name").GetString()!, author.GetProperty("externalId").GetString()))],
        Keywords = [.. Nodes(paper, "keywords").Select(keyword => keyword.GetProperty("keyword").GetString()!)],
    };

    private static string? Text(JsonElement paper, string field) => paper.GetProperty(field).GetString();

    private static JsonElement.ArrayEnumerator Nodes(JsonElement paper, string list) => paper.GetProperty(list).GetProperty("nodes").EnumerateArray();

    private static DatePrecision PrecisionOf(string? name) => name switch { "YEAR" => DatePrecision.Year, "MONTH" => DatePrecision.Month, _ => DatePrecision.Day };
}
