using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HomeroomGraph.Gateway.Tests.Queries;

/// <summary>Questions of a few schools.</summary>
public sealed class GoldenTests(DemoEngine demo) : GoldenFiles(demo, ""), IClassFixture<DemoEngine>
{
    public static TheoryData<string> Questions => Of("");

    [Theory]
    [MemberData(nameof(Questions))]
    public Task The_statement_and_the_answer_are_as_kept(string name) => HoldAsync(name);
}

/// <summary>Questions of what schools have on record: groups of it, and what a search finds.</summary>
public sealed class GoldenRecordTests(FullDemoEngine demo) : GoldenFiles(demo, "records"), IClassFixture<FullDemoEngine>
{
    public static TheoryData<string> Questions => Of("records");

    [Theory]
    [MemberData(nameof(Questions))]
    public Task The_statement_and_the_answer_are_as_kept(string name) => HoldAsync(name);
}

/// <summary>Questions of the demo with the statement and the answer side by side, as three files of one name under
/// <c>__snapshots__</c>. <c>UPDATE_SNAPSHOTS=1</c> writes them anew; read the difference before you commit it.</summary>
public abstract partial class GoldenFiles(DemoEngineOver demo, string folder)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string All = Path.Combine(Repository.Root, "tests/Gateway.Tests/Queries/__snapshots__");

    protected static TheoryData<string> Of(string folder) =>
        [.. Directory.GetFiles(Path.Combine(All, folder), "*.graphql").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    protected async Task HoldAsync(string name)
    {
        string question = await File.ReadAllTextAsync(Path.Combine(All, folder, name + ".graphql"), TestContext.Current.CancellationToken);
        string user = Header(question, "as") ?? throw new InvalidOperationException($"{name} does not say as whom it is asked.");
        object? variables = Header(question, "variables") is { } json ? JsonDocument.Parse(json).RootElement : null;

        demo.Rows.Statements.Clear();
        string answer = await demo.AskAsync(user, question, variables);

        Compare(name + ".json", JsonSerializer.Serialize(JsonDocument.Parse(answer).RootElement, Readable) + "\n");
        Compare(name + ".sql", Lines(Assert.Single(demo.Rows.Statements)));
    }

    private void Compare(string file, string actual)
    {
        string path = Path.Combine(All, folder, file);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1") File.WriteAllText(path, actual);
        Assert.True(File.Exists(path), $"{file} is not there; UPDATE_SNAPSHOTS=1 writes it.");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static string? Header(string question, string name) =>
        Regex.Match(question, $"^# {name}: (.+)$", RegexOptions.Multiline) is { Success: true } match ? match.Groups[1].Value.Trim() : null;

    /// <summary>A line for each clause, for people; the statement itself has none.</summary>
    private static string Lines(string sql) => Clause().Replace(sql, "\n") + "\n";

    [GeneratedRegex(" (?=(from|where|left join|order by|limit|union all)\\b)", RegexOptions.ExplicitCapture)]
    private static partial Regex Clause();
}
