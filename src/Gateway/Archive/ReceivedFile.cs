using System.Buffers;
using System.Security.Cryptography;

namespace HomeroomGraph.Gateway.Archive;

/// <summary>A file as it has arrived: in a temporary file that nobody else reads and that is gone with this, counted and hashed on its way.</summary>
internal sealed class ReceivedFile : IAsyncDisposable
{
    private const int BlockBytes = 64 << 10;

    private readonly FileStream _content;

    private ReceivedFile(FileStream content, string sha256) => (_content, Sha256) = (content, sha256);

    public Stream Content => _content;

    /// <summary>In lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>Reads the body to its end; null as soon as it has more bytes than it may.</summary>
    public static async Task<ReceivedFile?> ReceiveAsync(Stream body, long most, CancellationToken cancellation)
    {
        var file = Create();
        var block = ArrayPool<byte>.Shared.Rent(BlockBytes);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            for (int read; (read = await body.ReadAsync(block.AsMemory(0, BlockBytes), cancellation)) > 0;)
            {
                if (file.Position + read > most)
                {
                    await file.DisposeAsync();
                    return null;
                }
                hash.AppendData(block, 0, read);
                await file.WriteAsync(block.AsMemory(0, read), cancellation);
            }
            await file.FlushAsync(cancellation);
            return new ReceivedFile(file, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    public ValueTask DisposeAsync() => _content.DisposeAsync();

    private static FileStream Create()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), $"homeroomgraph-upload-{Guid.NewGuid():N}"), options);
    }
}
