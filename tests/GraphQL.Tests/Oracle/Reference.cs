using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomeroomGraph.GraphQL.Tests.Oracle;

/// <summary>The reference implementation (npm <c>graphql</c> 17) in a process of its own, which answers lines of JSON (reference.mjs).
/// One serves all tests of a class.</summary>
public sealed class Reference : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private Process? _process;

    public ValueTask InitializeAsync()
    {
        string folder = Path.GetDirectoryName(Here())!;
        if (!Directory.Exists(Path.Combine(folder, "../../Testing/Npm/node_modules/graphql-reference")))
            throw new InvalidOperationException("The reference is not installed: run tests/install-npm, as tests/run does.");
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        _process = Process.Start(new ProcessStartInfo("node", ["reference.mjs"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
        })!;
        return ValueTask.CompletedTask;
    }

    /// <summary>Asks for one thing.</summary>
    /// <exception cref="InvalidOperationException">The reference itself failed, which no document may bring about.</exception>
    internal async Task<JsonElement> AskAsync(JsonObject request)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            using var limit = new CancellationTokenSource(Patience);
            await _process!.StandardInput.WriteLineAsync(request.ToJsonString().AsMemory(), limit.Token);
            await _process.StandardInput.FlushAsync(limit.Token);
            string line = await _process.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException("The reference has ended.");
            var answer = JsonDocument.Parse(line).RootElement;
            return answer.TryGetProperty("failure", out var failure) ? throw new InvalidOperationException($"The reference failed: {failure}") : answer;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Gives it a schema under a name.</summary>
    internal Task KeepSchemaAsync(string name, string text) => AskAsync(new JsonObject { ["do"] = "schema", ["name"] = name, ["text"] = text });

    public async ValueTask DisposeAsync()
    {
        if (_process is null) return;
        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(limit.Token);
        _process.Dispose();
        _oneAtATime.Dispose();
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
