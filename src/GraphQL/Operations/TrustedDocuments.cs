using System.Collections.Frozen;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Operations;

/// <summary>The registered documents by their ids: parsed and validated once, at start, and kept for as long as the program runs.</summary>
public sealed class TrustedDocuments
{
    private readonly FrozenDictionary<string, PreparedDocument> _byId;

    private TrustedDocuments(Dictionary<string, PreparedDocument> byId) => _byId = byId.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What is wrong with documents that are to be registered; empty where nothing is.</summary>
    public static IReadOnlyList<TrustedDocumentFault> Check(Schema schema, PipelineOptions options) => Register(schema, options).Faults;

    /// <exception cref="InvalidTrustedDocumentsException">Some are not valid.</exception>
    internal static TrustedDocuments Prepare(Schema schema, PipelineOptions options)
    {
        var (documents, faults) = Register(schema, options);
        return faults.Count == 0 ? documents : throw new InvalidTrustedDocumentsException(faults);
    }

    internal PreparedDocument? Find(string id) => _byId.GetValueOrDefault(id);

    private static (TrustedDocuments Documents, IReadOnlyList<TrustedDocumentFault> Faults) Register(Schema schema, PipelineOptions options)
    {
        var byId = new Dictionary<string, PreparedDocument>(StringComparer.Ordinal);
        var faults = new List<TrustedDocumentFault>();
        foreach (var document in options.TrustedDocuments)
        {
            try
            {
                // The same text may be registered twice, by two clients say: it is one document.
                if (!byId.TryGetValue(document.Hash, out var prepared))
                    byId.Add(document.Hash, prepared = PreparedDocument.Of(schema, document.Text, DocumentOrigin.Registered, options));
                if (document.OwnId is { } id && byId.GetValueOrDefault(id, prepared) != prepared)
                    faults.Add(new TrustedDocumentFault(document, new GraphQLError($"Another document has the id \"{id}\".", ErrorCodes.BadRequest)));
                else if (document.OwnId is not null)
                    byId[document.OwnId] = prepared;
            }
            catch (GraphQLRequestException refused)
            {
                faults.AddRange(refused.Errors.Select(error => new TrustedDocumentFault(document, error)));
            }
        }
        return (new TrustedDocuments(byId), faults);
    }
}
