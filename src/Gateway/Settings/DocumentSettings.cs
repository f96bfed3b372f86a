using HomeroomGraph.Data.Archive;

namespace HomeroomGraph.Gateway.Settings;

/// <summary>The settings of documents.</summary>
/// <param name="Terms">What may be uploaded, and for how long.</param>
/// <param name="Concurrent">Transfers of this gateway at a time.</param>
public sealed record DocumentSettings(UploadTerms Terms, int Concurrent)
{
    /// <summary>PostgreSQL takes no value of 1 GiB.</summary>
    private const int MostMegabytes = 512;

    internal static DocumentSettings Read(SettingsReader read) => new(
        new UploadTerms(
            (long)read.WholeNumber(SettingsTable.DocumentMegabytes, 1, MostMegabytes) << 20,
            TimeSpan.FromMinutes(read.WholeNumber(SettingsTable.UploadMinutes, 1, 24 * 60)),
            TimeSpan.FromHours(read.WholeNumber(SettingsTable.UnattachedHours, 1, 24 * 365))),
        read.WholeNumber(SettingsTable.ConcurrentUploads, 1, 1_000));
}
