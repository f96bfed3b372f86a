namespace HomeroomGraph.Gateway.Settings;

/// <summary>What may be uploaded, and how long it waits for a record; <c>docs/documents.md</c> says how.</summary>
public static partial class SettingsTable
{
    public static readonly Setting DocumentMegabytes = new("Homeroom__DocumentMegabytes", "50",
        "Largest document, in MiB, that can be uploaded.");

    public static readonly Setting UploadMinutes = new("Homeroom__UploadMinutes", "15",
        "How many minutes a ticket for an upload is good, and how many a transfer may take.");

    public static readonly Setting ConcurrentUploads = new("Homeroom__ConcurrentUploads", "16",
        "Transfers of files to this gateway at a time, a quarter of them of one account; each may take the largest document's room in the folder for temporary files.");

    public static readonly Setting UnattachedHours = new("Homeroom__UnattachedHours", "24",
        "How many hours a document is kept that was uploaded and that no record names.");

    private static IReadOnlyList<Setting> Documents => [DocumentMegabytes, UploadMinutes, ConcurrentUploads, UnattachedHours];
}
