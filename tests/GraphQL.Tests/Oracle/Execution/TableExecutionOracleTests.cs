using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Tests.Oracle.Documents;
using HomeroomGraph.GraphQL.Tests.Tables;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Validation;

namespace HomeroomGraph.GraphQL.Tests.Oracle.Execution;

/// <summary>Rows of a real PostgreSQL against the reference with resolvers over the same rows (library.mjs): pages inside pages in both
/// directions, filters, orders, fragments, ids, and fields that fail because of their variables.</summary>
public sealed class TableExecutionOracleTests(Library library, Reference reference, ITestOutputHelper output) : IClassFixture<Library>, IClassFixture<Reference>
{
    private static readonly Schema Schema = LibrarySchema.Build().Schema;

    [Fact]
    public async Task Requests_are_answered_as_the_reference_answers_them()
    {
        await library.FillAsync();
        await reference.KeepSchemaAsync("library", SchemaPrinter.Print(Schema));
        await reference.AskAsync(new JsonObject { ["do"] = "rows", ["schema"] = "library", ["rows"] = JsonSerializer.SerializeToNode(Rows()) });
        using var pipeline = new OperationPipeline(LibrarySchema.Build(), new NpgsqlRowSource(library.Database.Owner), WithoutLimits);
        var reader = new LibraryReader([1, 2]);
        var comparison = new ExecutionComparison(reference, "library", request => Answers.OfAsync(pipeline, request, reader, new MadeValues.Calls("")));
        await comparison.RunAsync(OracleRun.Indices(inCi: 800), Request);
        output.WriteLine($"{comparison.Compared} answers, {comparison.WithErrors} with errors of fields, {comparison.Refused} requests refused");
        Assert.True(comparison.Compared > 0);
    }

    /// <summary>The limits have tests of their own.</summary>
    private static readonly PipelineOptions WithoutLimits = new()
    {
        Parser = ParserLimits.Trusted,
        Operations = new OperationLimits { MaxRows = long.MaxValue, MaxCost = long.MaxValue, MaxConditions = int.MaxValue, MaxOrderTerms = int.MaxValue, MaxTables = int.MaxValue },
    };

    private OracleRequest? Request(int index)
    {
        var choices = new Choices(OracleRun.Seed, index);
        var generator = new DocumentGenerator(Schema, choices, wrong: 0) { ArgumentsOf = new LibraryLiterals(choices, library.Books) };
        string text = Tokens.Set(generator.Write(), choices);
        var source = SourceText.Of(text);
        var document = Parser.Parse(source, ParserLimits.Trusted);
        if (Validator.Validate(Schema, document, source).Count > 0) return null;
        var operation = choices.Of(document.Definitions.OfType<OperationDefinitionNode>().ToList());
        return new OracleRequest(text, operation.Name?.Value, new LibraryVariables(choices, library.Books).Of(Schema, operation), "");
    }

    private object Rows() => new
    {
        shelves = Enumerable.Range(1, 2).SelectMany(d => Enumerable.Range(1, 5).Select(s => new { district = d, id = d * 100 + s, name = $"shelf {s}" })),
        books = library.Books.Select(b => new
        {
            district = b.DistrictId,
            id = b.BookId,
            shelf = b.ShelfId,
            title = b.Title,
            rating = b.Rating,
            published = b.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        }),
    };
}
