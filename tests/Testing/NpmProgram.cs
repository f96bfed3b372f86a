using System.Diagnostics;
using System.Text.Json;

namespace HomeroomGraph.Testing;

/// <summary>A script of the folder <c>Npm</c> as a process of its own, to which a test speaks in lines of JSON. Its packages come by
/// <c>tests/install-npm</c>.</summary>
public sealed class NpmProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly List<string> _complaints = [];

    private NpmProgram(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) =>
        {
            lock (_complaints) _complaints.Add(line.Data ?? "");
        };
        process.BeginErrorReadLine();
    }

    /// <summary>Starts a script.</summary>
    /// <param name="script">Its name in the folder.</param>
    /// <param name="arguments">What it is told.</param>
    public static NpmProgram Start(string script, params string[] arguments) => new(NpmPackages.Start(script, arguments));

    /// <summary>Says a line.</summary>
    public async Task SayAsync(object message)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(message));
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
