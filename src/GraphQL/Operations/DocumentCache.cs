using HomeroomGraph.GraphQL.Types;
using Microsoft.Extensions.Caching.Memory;

namespace HomeroomGraph.GraphQL.Operations;

/// <summary>Documents that were sent, by the hash of their text, bounded in bytes each and together. What is wrong with a document is
/// told each time and not kept.</summary>
internal sealed class DocumentCache(Schema schema, PipelineOptions options) : IDisposable
{
    private readonly MemoryCache _ofCallers = new(new MemoryCacheOptions { SizeLimit = options.DocumentCacheBytes });
    private readonly MemoryCache _ofAnybody = new(new MemoryCacheOptions { SizeLimit = options.AnonymousCacheBytes });

    /// <summary>The document with that hash, where a caller with credentials sent it lately. What others sent is found by nobody: they
    /// could fill the cache, and would be the only ones to find it.</summary>
    public PreparedDocument? Find(string hash) => _ofCallers.Get<PreparedDocument>(hash);

    /// <exception cref="GraphQLRequestException">The document is not valid.</exception>
    public PreparedDocument Get(string hash, ReadOnlyMemory<byte> text, DocumentOrigin origin)
    {
        var cache = origin == DocumentOrigin.Anonymous ? _ofAnybody : _ofCallers;
        if (cache.TryGetValue(hash, out PreparedDocument? known)) return known!;
        var prepared = PreparedDocument.Of(schema, text, origin, options);
        // The tree takes some ten times the text.
        if (text.Length <= options.LargestKeptDocument)
            cache.Set(hash, prepared, new MemoryCacheEntryOptions { Size = text.Length * 10L });
        return prepared;
    }

    public void Dispose()
    {
        _ofCallers.Dispose();
        _ofAnybody.Dispose();
    }
}
