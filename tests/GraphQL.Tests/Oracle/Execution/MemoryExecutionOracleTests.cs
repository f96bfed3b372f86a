using System.Runtime.CompilerServices;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Tests.Oracle.Documents;
using HomeroomGraph.GraphQL.Tests.Tables;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Tables;
using HomeroomGraph.GraphQL.Validation;
using NpgsqlTypes;

namespace HomeroomGraph.GraphQL.Tests.Oracle.Execution;

/// <summary>Fields in memory against the reference: coercion of variables and arguments, fragments, nulls that go up, errors and their places,
/// abstract types, mutations one after the other, introspection.</summary>
public sealed class MemoryExecutionOracleTests(Reference reference, ITestOutputHelper output) : IClassFixture<Reference>
{
    private static readonly string Text = File.ReadAllText(Beside("../shapes.graphql"));

    /// <summary>The limits have tests of their own.</summary>
    private static readonly PipelineOptions WithoutLimits = new()
    {
        Parser = ParserLimits.Trusted,
        DocumentCacheBytes = 1024 * 1024,
        PlanCacheBytes = 1024 * 1024,
        Operations = new OperationLimits { MaxMutations = int.MaxValue, MaxFields = int.MaxValue, MaxSelections = int.MaxValue, MaxCost = long.MaxValue },
    };

    private readonly Schema _schema = SchemaBuilder.FromDocument(Parser.Parse(SourceText.Of(Text), ParserLimits.Trusted));

    [Fact]
    public async Task Requests_are_answered_as_the_reference_answers_them()
    {
        MadeValues.Bind(_schema);
        await reference.KeepSchemaAsync("shapes", Text);
        using var pipeline = new OperationPipeline(
            new TableSchema(_schema, new Dictionary<string, RowType>(), []), new NoRows(), WithoutLimits);
        var comparison = new ExecutionComparison(reference, "shapes", request => Answers.OfAsync(pipeline, request, new LibraryReader([]), new MadeValues.Calls(request.Seed)));
        await comparison.RunAsync(OracleRun.Indices(inCi: 2_000), Request);
        output.WriteLine($"{comparison.Compared} answers, {comparison.WithErrors} with errors of fields, {comparison.Refused} requests refused");
        Assert.True(comparison.Compared > 0);
    }

    private OracleRequest? Request(int index)
    {
        var choices = new Choices(OracleRun.Seed, index);
        string text = Tokens.Set(new DocumentGenerator(_schema, choices, wrong: 0).Write(), choices);
        var source = SourceText.Of(text);
        var document = Parser.Parse(source, ParserLimits.Trusted);
        // What validation refuses is for the other tests; subscriptions have a way of their own.
        var operation = choices.Of(document.Definitions.OfType<OperationDefinitionNode>().ToList());
        if (operation.Operation == OperationKind.Subscription || Validator.Validate(_schema, document, source).Count > 0) return null;
        var variables = new JsonValues(choices, wrong: choices.Of(0, 0, 5)).Of(_schema, operation);
        return new OracleRequest(text, operation.Name?.Value, variables, $"{OracleRun.Seed}:{index}");
    }

    private static string Beside(string file, [CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, file);

    /// <summary>There are no tables.</summary>
    private sealed class NoRows : IRowSource
    {
        public Task<RowSession> QueryAsync(string statement, IReadOnlyList<(NpgsqlDbType Type, object? Value)> parameters, IViewer viewer, CancellationToken cancellation,
            EnterStatement? counted = null) =>
            throw new InvalidOperationException("There are no tables here.");

        public Task CheckAsync(IViewer viewer, CancellationToken cancellation) => Task.CompletedTask;
    }
}
