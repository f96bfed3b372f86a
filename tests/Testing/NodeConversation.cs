using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace HomeroomGraph.Testing;

/// <summary>A script of Node.js that goes on while the test does: both speak in lines of JSON. It stands beside the test and has the packages
/// of <see cref="NpmPackages"/>.</summary>
public sealed class NodeConversation : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Process _process;
    private readonly List<string> _complaints = [];

    private NodeConversation(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) =>
        {
            lock (_complaints) _complaints.Add(line.Data ?? "");
        };
        process.BeginErrorReadLine();
    }

    /// <summary>Begins one.</summary>
    /// <param name="name">The script's file, beside the caller's.</param>
    /// <param name="arguments">What it is told at the start.</param>
    public static NodeConversation Start(string name, string[] arguments, [CallerFilePath] string caller = "") =>
        new(NpmPackages.Start(Path.Combine(Path.GetDirectoryName(caller)!, name), arguments));

    /// <summary>Says a line.</summary>
    public async Task SayAsync(object message)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(message, JsonSerializerOptions.Web));
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Hears a line.</summary>
    /// <exception cref="InvalidOperationException">The script has ended.</exception>
    public async Task<JsonElement> HearAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        string? line = await _process.StandardOutput.ReadLineAsync(limit.Token);
        if (line is not null) return JsonDocument.Parse(line).RootElement;
        lock (_complaints) throw new InvalidOperationException($"The script has ended: {string.Join('\n', _complaints)}");
    }

    /// <summary>It ends when it hears no more.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(limit.Token);
        _process.Dispose();
    }
}
