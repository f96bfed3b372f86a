using HomeroomGraph.Admin.Api;

namespace HomeroomGraph.Admin.Operations.Archive;

/// <summary>schema/operations/Archive/RequestDocumentUpload.graphql: a ticket for one file: rule V2.</summary>
public static class DocumentUploadOperation
{
    public static Operation<InputVariables<DocumentUploadInput>, DoneData<DocumentUploadDone>> Operation { get; } = new("Archive/RequestDocumentUpload");
}

public sealed record DocumentUploadInput(string SchoolId, string Category, string FileName, string MediaType, long Size, string Sha256);

public sealed record DocumentUploadDone(DocumentTicket? Upload, IReadOnlyList<Refusal> Errors) : IDone;

public sealed record DocumentTicket(string Ticket);
