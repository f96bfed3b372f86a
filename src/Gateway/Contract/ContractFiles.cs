using System.Diagnostics;
using HomeroomGraph.Data;

namespace HomeroomGraph.Gateway.Contract;

/// <summary>A contract as it is kept: the schema's text and its changelog, each null where there is none.</summary>
internal sealed record KeptContract(string? Schema, string? Changelog);

/// <summary>The files of the contract in a folder: <c>schema.graphql</c> and <c>CHANGELOG.md</c>.</summary>
internal sealed class ContractFiles(DirectoryInfo folder)
{
    private const string Schema = "schema.graphql", Changelog = "CHANGELOG.md";

    /// <summary>The contract in the folder.</summary>
    /// <exception cref="SetupException">The folder is not there.</exception>
    public async Task<KeptContract> ReadAsync(CancellationToken cancellation)
    {
        if (!folder.Exists)
            throw new SetupException($"There is no folder {folder.FullName}. Run this where the folder schema is, or name it with --folder.");
        return new(await ReadFileAsync(Schema, cancellation), await ReadFileAsync(Changelog, cancellation));
    }

    /// <summary>The contract as a revision of git has it, whatever the files are now.</summary>
    /// <exception cref="SetupException">Git does not know the revision, or is not there.</exception>
    public async Task<KeptContract> ReadAsync(string revision, CancellationToken cancellation)
    {
        _ = await ReadAsync(cancellation);
        await GitAsync(["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"], cancellation,
            otherwise: $"Git knows no revision '{revision}' in {folder.FullName}.");
        return new(await ShowAsync(Schema), await ShowAsync(Changelog));

        async Task<string?> ShowAsync(string file) =>
            await GitAsync(["ls-tree", "--name-only", revision, "--", file], cancellation) is { Length: > 0 }
                ? await GitAsync(["show", $"{revision}:./{file}"], cancellation)
                : null;
    }

    /// <summary>Writes both, or, when the first can't be written, neither.</summary>
    public async Task WriteAsync(string schema, string changelog, CancellationToken cancellation)
    {
        await File.WriteAllTextAsync(PathOf(Schema), schema, cancellation);
        await File.WriteAllTextAsync(PathOf(Changelog), changelog, CancellationToken.None);
    }

    private async Task<string?> ReadFileAsync(string file, CancellationToken cancellation) => File.Exists(PathOf(file))
        ? (await File.ReadAllTextAsync(PathOf(file), cancellation)).ReplaceLineEndings("\n")
        : null;

    private string PathOf(string file) => Path.Combine(folder.FullName, file);

    private async Task<string> GitAsync(IEnumerable<string> arguments, CancellationToken cancellation, string? otherwise = null)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var git = Start(start);
        var errors = git.StandardError.ReadToEndAsync(cancellation);
        string output = await git.StandardOutput.ReadToEndAsync(cancellation);
        await git.WaitForExitAsync(cancellation);
        return git.ExitCode == 0 ? output.ReplaceLineEndings("\n") : throw new SetupException(otherwise ?? $"git {start.ArgumentList[0]}: {await errors}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new SetupException($"git could not be started: {e.Message}", e);
        }
    }
}
