using System.Security.Cryptography;
using System.Text;
using HomeroomGraph.Data.Archive;
using HomeroomGraph.Data.Seeding.Organisation;

namespace HomeroomGraph.Data.Seeding.Archive;

/// <summary>Documents with a little text as their content; the same content is stored once (rule V2).</summary>
internal static class DocumentData
{
    /// <summary>Adds a document of a school and returns its id.</summary>
    public static long Add(SeedSchool school, DocumentCategory category, string fileName, string text, SeedTeacher by, DateOnly day)
    {
        var rows = school.District.Rows;
        var bytes = Encoding.UTF8.GetBytes(text);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (school.Contents.Add(sha256))
            rows.Add(new DocumentContent { DistrictId = school.District.Id, Sha256 = sha256, Size = bytes.Length, Bytes = bytes });
        return rows.Add(new Document
        {
            DistrictId = school.District.Id,
            DocumentId = rows.IdOf<Document>(),
            SchoolId = school.Id,
            Category = category,
            FileName = fileName,
            MediaType = "text/plain",
            Size = bytes.Length,
            Sha256 = sha256,
            UploadedBy = by.Name,
            UploadedByTeacherId = by.Id,
            UploadedAt = day.AtUtc(8, 10),
        }).DocumentId;
    }
}
