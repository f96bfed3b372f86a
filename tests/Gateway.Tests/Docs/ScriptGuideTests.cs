using System.Diagnostics;
using System.Text;

namespace HomeroomGraph.Gateway.Tests.Docs;

/// <summary>Guides whose commands, one after the other, are a script that prints what is shown.</summary>
public sealed class ScriptGuideTests(FullGatewayFixture gateway) : IClassFixture<FullGatewayFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("documents.md")]
    [InlineData("exports.md")]
    public async Task The_commands_print_what_is_shown(string file)
    {
        var guide = DocSnippets.Of(file);
        var folder = Directory.CreateTempSubdirectory("guide-");
        try
        {
            var script = string.Concat(guide.In("bash")).Replace("http://127.0.0.1:5080", gateway.Http.BaseAddress!.ToString().TrimEnd('/'), StringComparison.Ordinal);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "guide.sh"), script, Cancellation);
            using var process = Process.Start(new ProcessStartInfo("bash", ["-e", "guide.sh"])
            {
                WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8,
            })!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(Cancellation), process.StandardError.ReadToEndAsync(Cancellation));
            await process.WaitForExitAsync(Cancellation);
            Assert.True(process.ExitCode == 0, await errors);
            Assert.Equal(string.Concat(guide.In("text")), await output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
