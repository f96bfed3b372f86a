using System.Diagnostics;
using System.Text;

namespace HomeroomGraph.Gateway.Tests.Docs;

/// <summary><c>docs/first-requests.md</c>: the snippets of each language, one after the other, are a program that prints the answers shown.</summary>
public sealed class FirstRequestsTests(FullGatewayFixture gateway) : IClassFixture<FullGatewayFixture>
{
    private const string DocumentedAddress = "http://127.0.0.1:5080";

    private static readonly DocSnippets Document = DocSnippets.Of("first-requests.md");

    [Fact]
    public void Each_step_is_shown_in_each_language_with_its_answer()
    {
        var steps = Document.Text.Split('\n').Count(line => line.StartsWith("## ", StringComparison.Ordinal));

        Assert.Equal(6, steps);
        Assert.All(new[] { "bash", "javascript", "csharp", "json" }, language => Assert.Equal(steps, Document.In(language).Count));
    }

    [Fact]
    public Task Curl() => PrintsTheAnswersAsync("bash", "first.sh", (folder, file) => RunAsync(folder, "bash", file));

    [Fact]
    public Task JavaScript() => PrintsTheAnswersAsync("javascript", "first.mjs", (folder, file) => RunAsync(folder, "node", file));

    [Fact]
    public Task CSharp() => PrintsTheAnswersAsync("csharp", "Program.cs", async (folder, file) =>
    {
        await RunAsync(folder, "dotnet", [.. CSharpCompiler.Arguments(folder, file)]);
        return await RunAsync(folder, "dotnet", "exec", "Program.dll");
    });

    private async Task PrintsTheAnswersAsync(string language, string file, Func<string, string, Task<string>> run)
    {
        var folder = Directory.CreateTempSubdirectory("first-requests-");
        try
        {
            var program = string.Concat(Document.In(language)).Replace(DocumentedAddress, gateway.Http.BaseAddress!.ToString().TrimEnd('/'), StringComparison.Ordinal);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, file), program, TestContext.Current.CancellationToken);

            var printed = (await run(folder.FullName, file)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

            var shown = Document.In("json");
            Assert.True(shown.Count == printed.Length, string.Join('\n', printed));
            for (var step = 0; step < shown.Count; step++)
                DocSnippets.AssertAnswer(shown[step], printed[step]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> RunAsync(string folder, string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{command} {string.Join(' ', arguments)}:\n{await output}\n{await errors}");
        return await output;
    }
}
