using HomeroomGraph.Data;
using HomeroomGraph.Data.Archive;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.GraphQL.Paging;

namespace HomeroomGraph.Gateway.Archive;

/// <summary>What a <c>POST /documents</c> says of the file it brings: school, category, name and, where it is to be held against, the SHA-256 in the
/// address, type and size in the headers. The same that <c>requestDocumentUpload</c> takes (rule V2).</summary>
internal static class AnnouncedDocument
{
    /// <exception cref="RefusedException">The school, the category or the size is missing or none.</exception>
    public static NewDocument Read(HttpRequest request)
    {
        if (!GlobalId.TryParse(request.Query["schoolId"].ToString(), out var school) || school.TypeName != "School")
            throw Wrong("schoolId is the id of a school. schoolId 须为学校的 id。", "schoolId");
        var category = request.Query["category"].ToString().ToLowerInvariant();
        if (!EnumText<DocumentCategory>.All.Contains(category))
            throw Wrong("category is a DocumentCategory. category 须为 DocumentCategory 之一。", "category");
        if (request.ContentLength is not { } size)
            throw Wrong("Say the size: Content-Length. 请提供文件大小（Content-Length）。", "size");
        return new NewDocument(
            school.Key.DistrictId, school.Key.Id ?? 0, EnumText<DocumentCategory>.Parse(category), request.Query["fileName"].ToString(), request.ContentType ?? "", size,
            request.Query["sha256"].ToString() is { Length: > 0 } sha256 ? sha256 : null);
    }

    private static RefusedException Wrong(string message, string field) => new(Refusal.InvalidInput(message, field));
}
