using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace HomeroomGraph.Testing;

/// <summary>A script of Node.js that stands beside the test that runs it, with the packages of <c>tests/Testing/Npm</c>
/// (<c>tests/install-npm</c> fetches them). It reads one JSON value from its input and writes one to its output.</summary>
public static class NodeScript
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>The folder with the packages.</summary>
    public static string Packages { get; } = Path.Combine(Path.GetDirectoryName(Here())!, "Npm");

    /// <summary>Runs a script to its end.</summary>
    /// <param name="name">Its file's name, beside the caller's.</param>
    /// <param name="input">What it reads, as JSON.</param>
    /// <exception cref="InvalidOperationException">It ended with an error, or did not end; the message has what it said.</exception>
    public static async Task<JsonElement> RunAsync(
        string name, object input, CancellationToken cancellation = default, [CallerFilePath] string caller = "")
    {
        if (!Directory.Exists(Path.Combine(Packages, "node_modules")))
            throw new InvalidOperationException("The packages of npm are not installed: run tests/install-npm, as tests/run does.");
        using var node = Process.Start(new ProcessStartInfo(
            "node", ["--import", new Uri(Path.Combine(Packages, "resolve.mjs")).AbsoluteUri, Path.Combine(Path.GetDirectoryName(caller)!, name)])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            return await ExchangeAsync(node, name, input, limit.Token);
        }
        finally
        {
            if (!node.HasExited) node.Kill(entireProcessTree: true);
        }
    }

    private static async Task<JsonElement> ExchangeAsync(Process node, string name, object input, CancellationToken cancellation)
    {
        var output = node.StandardOutput.ReadToEndAsync(cancellation);
        var errors = node.StandardError.ReadToEndAsync(cancellation);
        await JsonSerializer.SerializeAsync(node.StandardInput.BaseStream, input, JsonSerializerOptions.Web, cancellation);
        node.StandardInput.Close();
        await node.WaitForExitAsync(cancellation);
        return node.ExitCode == 0
            ? JsonSerializer.Deserialize<JsonElement>(await output)
            : throw new InvalidOperationException($"{name} ended with {node.ExitCode}:\n{await errors}\n{await output}");
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
