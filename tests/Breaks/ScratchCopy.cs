namespace HomeroomGraph.Breaks;

/// <summary>
/// A copy of the work tree in which rules are broken, so that the work tree never is. It stays between runs: what was built there is built
/// again only where a file changed.
/// </summary>
public sealed class ScratchCopy : IDisposable
{
    private const string KeptList = ".copied", HeldFile = ".held";
    private static readonly string[] Packages = ["tests/Testing/Npm", "tests/Testing/Authority", "src/Admin", "src/Gateway/Ide"];

    private readonly string original;
    private readonly FileStream held;

    private ScratchCopy(string original, string root, FileStream held) => (this.original, Root, this.held) = (original, root, held);

    /// <summary>Where it is.</summary>
    public string Root { get; }

    /// <summary>Brings the copy to what the work tree is now, what is not committed included.</summary>
    /// <exception cref="BreakException">Another run has the copy.</exception>
    public static async Task<ScratchCopy> OfAsync(string workTree, CancellationToken cancellation)
    {
        var place = Path.Combine(Path.GetTempPath(), $"homeroom-breaks-{Environment.UserName}", Path.GetFileName(workTree));
        Directory.CreateDirectory(place);
        var copy = new ScratchCopy(workTree, place, Hold(place));
        var listed = await Command.RunAsync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], workTree, TimeSpan.FromMinutes(1), cancellation);
        string[] files = [.. listed.RequireSuccess().Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(workTree, file)))];
        copy.RemoveWhatIsGone(files);
        foreach (var file in files)
            copy.Mend(file);
        foreach (var folder in Packages)
            copy.LinkPackages(folder);
        return copy;
    }

    /// <inheritdoc/>
    public void Dispose() => held.Dispose();

    /// <summary>Breaks the rule.</summary>
    public void Break(RuleBreak broken)
    {
        foreach (var edit in broken.Edits)
            Apply(edit, Path.Combine(Root, edit.File));
    }

    /// <summary>The migrations in a folder of their own, with a rule broken in them: where that is all, the copy itself stays as it is, and several rules are broken at once, each in its folder.</summary>
    /// <returns>The folder, for <see cref="Forget"/> when it is done with.</returns>
    public string BrokenMigrations(RuleBreak broken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, "broken", Guid.NewGuid().ToString("n"))).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Root, RuleBreak.Migrations), "*.sql"))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        foreach (var edit in broken.Edits)
            Apply(edit, Path.Combine(folder, Path.GetFileName(edit.File)));
        return folder;
    }

    /// <summary>Removes such a folder.</summary>
    public static void Forget(string folder) => Directory.Delete(folder, recursive: true);

    /// <summary>Takes the break back.</summary>
    public void Mend(RuleBreak broken)
    {
        foreach (var file in broken.Edits.Select(edit => edit.File).Distinct())
            Mend(file);
    }

    private static void Apply(BreakingEdit edit, string file) => File.WriteAllText(file, edit.ApplyTo(File.ReadAllText(file)));

    // The copy's time of writing is that of the copying and not the original's: the next build has to see that the file changed again.
    private void Mend(string file)
    {
        var (from, to) = (Path.Combine(original, file), Path.Combine(Root, file));
        if (File.Exists(to) && new FileInfo(from).Length == new FileInfo(to).Length && File.ReadAllBytes(from).AsSpan().SequenceEqual(File.ReadAllBytes(to)))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to, overwrite: true);
        File.SetLastWriteTimeUtc(to, DateTime.UtcNow);
    }

    private static FileStream Hold(string place)
    {
        try
        {
            return new FileStream(Path.Combine(place, HeldFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new BreakException($"Another run breaks rules in {place}.");
        }
    }

    private void RemoveWhatIsGone(string[] files)
    {
        var list = Path.Combine(Root, KeptList);
        foreach (var gone in File.Exists(list) ? File.ReadAllLines(list).Except(files) : [])
            File.Delete(Path.Combine(Root, gone));
        File.WriteAllLines(list, files);
    }

    private void LinkPackages(string folder)
    {
        var (from, to) = (Path.Combine(original, folder, "node_modules"), Path.Combine(Root, folder, "node_modules"));
        if (Directory.Exists(from) && !Path.Exists(to))
            Directory.CreateSymbolicLink(to, from);
    }
}
