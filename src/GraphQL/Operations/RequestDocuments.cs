using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Operations;

/// <summary>From a request to its document, which is sent as text, named by its id, or both. Whoever is kept to registered documents is
/// refused here, before anything else is parsed.</summary>
internal sealed class RequestDocuments(Schema schema, PipelineOptions options) : IDisposable
{
    private readonly TrustedDocuments _trusted = TrustedDocuments.Prepare(schema, options);
    private readonly DocumentCache _sent = new(schema, options);

    /// <exception cref="DocumentNotTrustedException">The viewer may send registered documents only, and this is none.</exception>
    /// <exception cref="GraphQLRequestException">The document is not known by its id, is another than the id says, or is not valid.</exception>
    public PreparedDocument Of(GraphQLRequest request, IViewer viewer)
    {
        var id = RequestedId.Of(request);
        return id is not null && request.Query.IsEmpty ? Named(id, viewer) : Sent(request.Query, id, viewer);
    }

    /// <summary>The text of a request's document, sent or named.</summary>
    public ReadOnlyMemory<byte> TextOf(GraphQLRequest request) =>
        request.Query.IsEmpty && RequestedId.Of(request) is { } id && _trusted.Find(id.Value) is { } trusted ? trusted.Source.Utf8 : request.Query;

    private PreparedDocument Named(RequestedId id, IViewer viewer)
    {
        if (_trusted.Find(id.Value) is { } trusted) return trusted;
        RequireFree(viewer);
        return (viewer.IsAuthenticated ? _sent.Find(id.Value) : null) ?? throw NotFound(id);
    }

    private PreparedDocument Sent(ReadOnlyMemory<byte> text, RequestedId? id, IViewer viewer)
    {
        string hash = DocumentId.HashOf(text.Span);
        var trusted = _trusted.Find(hash);
        if (id is not null && id.Value != hash && (trusted is null || _trusted.Find(id.Value) != trusted))
            throw new GraphQLRequestException(new GraphQLError("The document is another than its id says: an id is the SHA-256 of the exact text.", ErrorCodes.BadRequest));
        if (trusted is not null) return trusted;
        RequireFree(viewer);
        return _sent.Get(hash, text, viewer.IsAuthenticated ? DocumentOrigin.Caller : DocumentOrigin.Anonymous);
    }

    private void RequireFree(IViewer viewer)
    {
        if (options.TrustedDocumentsOnly) throw new DocumentNotTrustedException("This API answers registered documents only, and this is none.", isOfViewer: false);
        if (viewer.TrustedDocumentsOnly) throw new DocumentNotTrustedException("This client may send registered documents only, and this is none.", isOfViewer: true);
    }

    private static GraphQLRequestException NotFound(RequestedId id) => new(id.IsAutomatic
        ? new GraphQLError("PersistedQueryNotFound", ErrorCodes.PersistedQueryNotFound) // Apollo's clients and urql go by this message.
        : new GraphQLError("No document is known by this 'documentId'. Send its text as 'query'.", ErrorCodes.PersistedDocumentNotFound));

    public void Dispose() => _sent.Dispose();
}

/// <summary>Registered documents only are allowed, and this is another one.</summary>
/// <param name="message">Who is kept to them.</param>
/// <param name="isOfViewer">It is this viewer, as far as is remembered, and not everybody.</param>
public sealed class DocumentNotTrustedException(string message, bool isOfViewer) : GraphQLRequestException(new GraphQLError(message, ErrorCodes.DocumentNotTrusted))
{
    public bool IsOfViewer { get; } = isOfViewer;
}
