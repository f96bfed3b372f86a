using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using HomeroomGraph.Benchmarks.Measures;

namespace HomeroomGraph.Benchmarks.Systems;

/// <summary>A system's server as a process of its own, on a free port of this machine, and ended with this.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly Queue<string> _said = new();

    private ServerProcess(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Processor time so far, with the processes it started, in seconds.</summary>
    public double CpuSeconds => ProcessTree.CpuSeconds(_process.Id);

    /// <summary>The most memory it had so far.</summary>
    public double PeakMegabytes => ProcessTree.PeakMegabytes(_process.Id);

    /// <summary>Starts a program and waits until it answers.</summary>
    /// <param name="program">The program's file.</param>
    /// <param name="arguments">What it is called with, given its address.</param>
    /// <param name="environment">Its settings, given its address.</param>
    /// <param name="ready">The path that it answers with 200 as soon as it can be asked.</param>
    public static async Task<ServerProcess> StartAsync(
        string program, Func<Uri, IEnumerable<string>> arguments, Func<Uri, IEnumerable<(string Name, string Value)>> environment, string ready, CancellationToken cancellation)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo(program, arguments(address)) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (name, value) in environment(address)) start.Environment[name] = value;
        var server = new ServerProcess(Process.Start(start)!, address);
        try
        {
            await server.UntilReadyAsync(ready, cancellation);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private async Task UntilReadyAsync(string path, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = Address };
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience; await Task.Delay(200, cancellation))
        {
            if (_process.HasExited) break;
            try
            {
                using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), cancellation);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
        }

        string said;
        lock (_said) said = string.Join(Environment.NewLine, _said);
        throw new InvalidOperationException($"{_process.StartInfo.FileName} did not become ready. It said last:{Environment.NewLine}{said}");
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (_said)
        {
            _said.Enqueue(line);
            if (_said.Count > 40) _said.Dequeue();
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
