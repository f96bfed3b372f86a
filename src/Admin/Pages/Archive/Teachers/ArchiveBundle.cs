using System.IO.Compression;
using System.Text;
using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Papers;
using HomeroomGraph.Admin.Web;

namespace HomeroomGraph.Admin.Pages.Archive.Teachers;

/// <summary>
/// An archive as one zip (rule V1): <c>index.html</c>, which names what is missing and reads without this program, and its documents beside it. Each document goes
/// through as a stream, one after the other.
/// </summary>
public sealed class ArchiveBundle
{
    private const string Folder = "documents/";

    private readonly TeacherArchive archive;
    private readonly Dictionary<string, string> places = [];

    public ArchiveBundle(TeacherArchive archive)
    {
        this.archive = archive;
        // Numbered, for two may have one name.
        foreach (var document in Documents(archive))
            places.TryAdd(document.Id, $"{Folder}{places.Count + 1:00}-{document.FileName}");
    }

    /// <summary>The file's name.</summary>
    public string FileName => $"{archive.Teacher.Name}-{archive.SemesterText}.zip";

    /// <summary>What the index page shows.</summary>
    public ArchivePartsView View => new(archive, document => string.Join('/', places[document.Id].Split('/').Select(Uri.EscapeDataString)), InBundle: true);

    /// <summary>Writes the zip.</summary>
    public async Task WriteAsync(Stream output, string index, DateTimeOffset at, DocumentTransfer documents, CancellationToken cancellation)
    {
        await using var waiting = new HeldWrites(output);
        await using (var zip = await ZipArchive.CreateAsync(waiting, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellation))
        {
            await using (var page = await OpenAsync(zip, "index.html", at, CompressionLevel.Optimal, cancellation))
                await page.WriteAsync(Encoding.UTF8.GetBytes(index), cancellation);
            foreach (var (id, place) in places)
            {
                using var answer = await documents.FetchAsync(id, cancellation);
                // Documents are mostly packed already.
                await using var entry = await OpenAsync(zip, place, at, CompressionLevel.Fastest, cancellation);
                await answer.Content.CopyToAsync(entry, cancellation);
            }
        }
        await waiting.FlushAsync(cancellation);
    }

    private static Task<Stream> OpenAsync(ZipArchive zip, string place, DateTimeOffset at, CompressionLevel level, CancellationToken cancellation)
    {
        var entry = zip.CreateEntry(place, level);
        entry.LastWriteTime = at;
        return entry.OpenAsync(cancellation);
    }

    private static IEnumerable<PaperFile> Documents(TeacherArchive archive) =>
        archive.Teacher.SemesterReports.Nodes.OrderBy(report => report.Kind).Select(report => report.Document)
            .Concat(archive.Teacher.Authorships.Nodes.Select(authorship => authorship.Paper?.Document)).OfType<PaperFile>();
}
