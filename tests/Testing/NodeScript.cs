using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace HomeroomGraph.Testing;

/// <summary>A script of Node.js that stands beside the test that runs it, with the packages of npm. It reads one JSON value from its
/// input and writes one to its output.</summary>
public static class NodeScript
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>Runs a script to its end.</summary>
    /// <param name="name">Its file's name, beside the caller's.</param>
    /// <param name="input">What it reads, as JSON.</param>
    /// <exception cref="InvalidOperationException">It ended with an error, or did not end; the message has what it said.</exception>
    public static async Task<JsonElement> RunAsync(
        string name, object input, CancellationToken cancellation = default, [CallerFilePath] string caller = "")
    {
        using var node = NpmPackages.Start(Path.Combine(Path.GetDirectoryName(caller)!, name));
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
}
