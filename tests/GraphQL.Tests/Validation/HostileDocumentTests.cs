using System.Diagnostics;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Validation;

namespace HomeroomGraph.GraphQL.Tests.Validation;

/// <summary>No document takes more than its share of time, memory, stack or answer.</summary>
public sealed class HostileDocumentTests(ITestOutputHelper output)
{
    /// <summary>A hundred times what any of them takes on a slow machine's core; a quadratic step would still go over it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const long MostMemory = 400_000_000;
    private const int MostAnswer = 300_000;
    /// <summary>The smallest a server uses.</summary>
    private const int SmallStack = 1_536 * 1024;

    public static TheoryData<string, bool> Cases =>
        [.. from name in HostileDocuments.All.Keys from trusted in new[] { false, true } select (name, trusted)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_answered_soon_and_shortly(string name, bool passesTheParser)
    {
        var limits = passesTheParser ? ParserLimits.Trusted : ParserLimits.Default;
        var source = SourceText.Of(HostileDocuments.All[name]());
        IReadOnlyList<GraphQLError> errors = [];
        long before = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        var thread = new Thread(() => errors = Errors(source, limits), SmallStack);
        thread.Start();
        thread.Join();
        watch.Stop();
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        output.WriteLine($"{name}: {watch.Elapsed.TotalMilliseconds:F0} ms, {allocated / 1_000_000} MB, {errors.Count} errors: "
            + errors.FirstOrDefault()?.Message[..Math.Min(90, errors[0].Message.Length)]);
        Assert.True(watch.Elapsed < Patience, $"It took {watch.Elapsed}.");
        Assert.True(allocated < MostMemory, $"It took {allocated} bytes.");
        Assert.True(errors.Sum(error => error.Message.Length + (30 * error.Locations.Count)) < MostAnswer);
    }

    /// <summary>As a server does: documents over the parser's limits go no further. Without those limits validation must hold by
    /// itself.</summary>
    private static IReadOnlyList<GraphQLError> Errors(SourceText source, ParserLimits limits)
    {
        DocumentNode document;
        try
        {
            document = Parser.Parse(source, limits);
        }
        catch (GraphQLRequestException refusal)
        {
            return refusal.Errors;
        }
        return Validator.Validate(SchoolSchema.Instance, document, source);
    }
}
