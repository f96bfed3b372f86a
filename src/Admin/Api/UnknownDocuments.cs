using System.Collections.Concurrent;

namespace HomeroomGraph.Admin.Api;

/// <summary>The documents that the API, being of another version, does not know by their ids: it is sent their text until the admin is started anew.</summary>
public sealed class UnknownDocuments
{
    private readonly ConcurrentDictionary<string, bool> documents = new();

    public bool Contains(string document) => documents.ContainsKey(document);

    public void Add(string document) => documents[document] = true;
}
