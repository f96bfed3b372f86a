using Microsoft.AspNetCore.StaticFiles;

namespace HomeroomGraph.Admin.Api;

/// <summary>
/// The media type of a file by its name's ending, for browsers differ in what they call one. The API holds the content against it, and says
/// which it takes.
/// </summary>
public static class MediaTypes
{
    private static readonly FileExtensionContentTypeProvider ByEnding = new()
    {
        Mappings = { [".ofd"] = "application/ofd", [".wps"] = "application/msword", [".et"] = "application/vnd.ms-excel", [".dps"] = "application/vnd.ms-powerpoint", [".csv"] = "text/csv", [".m4v"] = "video/mp4", [".m4a"] = "audio/mp4", [".wav"] = "audio/wav" },
    };

    public static string Of(string fileName) => ByEnding.TryGetContentType(fileName, out var type) ? type : "application/octet-stream";

    /// <summary>What a form offers to choose, as its <c>accept</c>.</summary>
    public const string Accepted = ".pdf,.docx,.xlsx,.pptx,.doc,.xls,.ppt,.wps,.et,.dps,.ofd,.txt,.csv,.png,.jpg,.jpeg,.gif,.webp,.mp3,.wav,.m4a,.mp4,.m4v";
}
