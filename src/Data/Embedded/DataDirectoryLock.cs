namespace HomeroomGraph.Data.Embedded;

/// <summary>
/// Held while a program runs the embedded PostgreSQL, so that two never start it on the same data. The operating system lets
/// go of it when the program ends, however it ends.
/// </summary>
internal sealed class DataDirectoryLock : IDisposable
{
    private readonly FileStream file;

    private DataDirectoryLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock; null if another program has it.</summary>
    public static DataDirectoryLock? TryTake(DataDirectory directory)
    {
        try
        {
            return new(new FileStream(directory.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException refusal)
        {
            throw new SetupException(
                $"The data folder {directory.Path} belongs to another user. Set Homeroom__DataDirectory to one of your own.", refusal);
        }
        catch (IOException) when (File.Exists(directory.Lock))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
