using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace HomeroomGraph.Testing;

/// <summary>A foreign OpenID Connect authority: npm's <c>oidc-provider</c> as a process of its own on loopback (Authority/authority.mjs,
/// whose packages <c>tests/run</c> fetches). Everybody is who they say they are.</summary>
public sealed class OidcAuthority : IAsyncDisposable
{
    /// <summary>The audience that the API asks of its tokens, and the resource for which they are asked.</summary>
    public const string Api = "https://homeroom.test/api";

    /// <summary>The client that the admin is.</summary>
    public const string AdminClient = "admin", AdminSecret = "the-admin-proves-itself";

    /// <summary>A resource whose tokens are good for a minute.</summary>
    public const string ShortLived = "urn:test:short-lived";

    /// <summary>Resources whose tokens are genuine, but not as the API wants them.</summary>
    public const string OtherAudience = "urn:test:other-audience", OtherAlgorithm = "urn:test:other-algorithm", SharedSecret = "urn:test:shared-secret";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Process process;
    private bool isStopped;

    private OidcAuthority(Process process, string issuer) => (this.process, Issuer) = (process, issuer);

    public string Issuer { get; }

    /// <summary>Starts one.</summary>
    /// <param name="port">Where it listens; 0: anywhere.</param>
    /// <param name="adminUrl">Where the admin is to which it leads back.</param>
    public static async Task<OidcAuthority> StartAsync(int port = 0, string adminUrl = "http://127.0.0.1:1")
    {
        var folder = Path.Combine(Path.GetDirectoryName(Here())!, "Authority");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "oidc-provider")))
            throw new InvalidOperationException("oidc-provider is not installed: run tests/install-npm tests/Testing/Authority, as tests/run does.");
        var terms = JsonSerializer.Serialize(new { port, api = Api, adminUrl = adminUrl.TrimEnd('/') });
        var process = Process.Start(new ProcessStartInfo("node", ["authority.mjs", terms])
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return new OidcAuthority(process, await ReadAsync(process));
    }

    /// <summary>It signs with new keys from now on and publishes the old ones no longer.</summary>
    public async Task RotateKeysAsync()
    {
        await process.StandardInput.WriteLineAsync("rotate");
        await process.StandardInput.FlushAsync();
        if (await ReadAsync(process) is not "rotated" and var said)
            throw new InvalidOperationException($"The authority said: {said}");
    }

    /// <summary>It is gone; a second time does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (isStopped)
            return;
        isStopped = true;
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(limit.Token);
        process.Dispose();
    }

    private static async Task<string> ReadAsync(Process process)
    {
        using var limit = new CancellationTokenSource(Patience);
        return await process.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException("The authority did not start.");
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
