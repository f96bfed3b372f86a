namespace HomeroomGraph.Data.Archive.MediaTypes;

/// <summary>A kind of file that documents may be (rule V2): how it is called, how its files are named, and how its content is told.</summary>
/// <param name="Name">The media type, such as <c>application/pdf</c>.</param>
/// <param name="Extensions">How names of such files end, without the dot, in lower case.</param>
/// <param name="Test">Looks at the content, from its beginning; null where it is what the type says.</param>
/// <param name="IsShown">A browser may show it in place, for nothing in it runs there: pictures, recordings, PDF.</param>
public sealed record MediaType(string Name, IReadOnlyList<string> Extensions, Func<Stream, ContentFault?> Test, bool IsShown = false)
{
    /// <summary>All there are. Not among them: what a browser runs (HTML, SVG, scripts), programs, and archives, whose content nobody can see.</summary>
    public static IReadOnlyList<MediaType> All { get; } =
    [
        new("application/pdf", ["pdf"], Signature.Pdf, IsShown: true),
        new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ["docx"], OfficePackage.Word),
        new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ["xlsx"], OfficePackage.Excel),
        new("application/vnd.openxmlformats-officedocument.presentationml.presentation", ["pptx"], OfficePackage.PowerPoint),
        new("application/msword", ["doc", "wps"], CompoundFile.Word),
        new("application/vnd.ms-excel", ["xls", "et"], CompoundFile.Excel),
        new("application/vnd.ms-powerpoint", ["ppt", "dps"], CompoundFile.PowerPoint),
        new("application/ofd", ["ofd"], OfficePackage.Ofd),
        new("text/plain", ["txt"], PlainText.Test),
        new("text/csv", ["csv"], PlainText.Test),
        new("image/png", ["png"], Signature.Png, IsShown: true),
        new("image/jpeg", ["jpg", "jpeg"], Signature.Jpeg, IsShown: true),
        new("image/gif", ["gif"], Signature.Gif, IsShown: true),
        new("image/webp", ["webp"], Signature.Webp, IsShown: true),
        new("audio/mpeg", ["mp3"], Signature.Mp3, IsShown: true),
        new("audio/wav", ["wav"], Signature.Wav, IsShown: true),
        new("audio/mp4", ["m4a"], Signature.Mp4, IsShown: true),
        new("video/mp4", ["mp4", "m4v"], Signature.Mp4, IsShown: true),
    ];

    private static readonly Dictionary<string, MediaType> ByName = All.ToDictionary(type => type.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The one of that name; null where there is none.</summary>
    public static MediaType? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Files of the type may be called so.</summary>
    public bool IsNameOf(string fileName) =>
        Extensions.Any(extension => fileName.EndsWith("." + extension, StringComparison.OrdinalIgnoreCase) && fileName.Length > extension.Length + 1);
}

/// <summary>What is wrong with a content.</summary>
public enum ContentFault
{
    /// <summary>It is not what its media type says.</summary>
    OfOtherType,

    /// <summary>Something in it runs: macros, a script.</summary>
    Runs,
}
