using System.Security.Cryptography;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Validation;
using Microsoft.Extensions.Caching.Memory;

namespace HomeroomGraph.GraphQL.Operations;

/// <summary>Documents by the hash of their text, bounded in bytes. What is wrong with a document is told each time and not kept.</summary>
internal sealed class DocumentCache(Schema schema, PipelineOptions options) : IDisposable
{
    private readonly MemoryCache _documents = new(new MemoryCacheOptions { SizeLimit = options.DocumentCacheBytes });

    /// <exception cref="GraphQLRequestException">The document is not valid.</exception>
    public PreparedDocument Get(ReadOnlyMemory<byte> text)
    {
        string hash = Convert.ToHexString(SHA256.HashData(text.Span));
        if (_documents.TryGetValue(hash, out PreparedDocument? known)) return known!;
        var prepared = Prepare(new SourceText(text.ToArray()));
        // The tree takes some ten times the text.
        _documents.Set(hash, prepared, new MemoryCacheEntryOptions { Size = text.Length * 10L });
        return prepared;
    }

    private PreparedDocument Prepare(SourceText source)
    {
        var document = Parser.Parse(source, options.Parser);
        var errors = Validator.Validate(schema, document, source, options.Validation);
        return errors.Count == 0 ? new PreparedDocument(source, document) : throw new GraphQLRequestException(errors);
    }

    public void Dispose() => _documents.Dispose();
}
