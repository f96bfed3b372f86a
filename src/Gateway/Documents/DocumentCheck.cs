using HomeroomGraph.GraphQL;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.Gateway.Documents;

/// <summary>What the build holds the documents of <c>schema/operations</c> against, beside the schema: what their manifest and the admin
/// rest on.</summary>
internal static class DocumentCheck
{
    /// <summary>What is wrong with documents: with each by the schema and, where they are this program's own, by their form.</summary>
    public static IReadOnlyList<TrustedDocumentFault> Run(Schema schema, IReadOnlyList<TrustedDocument> documents, bool areOwn)
    {
        var faults = TrustedDocuments.Check(schema, new PipelineOptions { TrustedDocuments = documents });
        return areOwn ? [.. faults, .. documents.SelectMany(FormOf), .. Doubles(documents)] : faults;
    }

    private static IEnumerable<TrustedDocumentFault> FormOf(TrustedDocument document)
    {
        var source = new SourceText(document.Text);
        // Another line end would be another hash: a checkout must not choose.
        if (document.Text.Span.IndexOf((byte)'\r') is >= 0 and int at) yield return Fault(document, source, at, "LineEnds", "Lines end with LF alone.");
        if (document.Text.Span.StartsWith("\uFEFF"u8)) yield return Fault(document, source, 0, "ByteOrderMark", "The file starts with a byte order mark.");
        if (OperationsOf(source) is not { } operations) yield break; // The parser has told.

        string name = Path.GetFileNameWithoutExtension(document.Name);
        if (operations is not [var operation])
            yield return Fault(document, source, operations.Count > 1 ? operations[1].Span.Start : 0, "OneOperation", $"A registered document has one operation; this has {operations.Count}.");
        else if (operation.Name?.Value != name)
            yield return Fault(document, source, operation.Span.Start, "NamedAsFile", $"The operation has the file's name, \"{name}\".");
    }

    /// <summary>Clients look ids up by the operation's name.</summary>
    private static IEnumerable<TrustedDocumentFault> Doubles(IReadOnlyList<TrustedDocument> documents) =>
        from named in documents.GroupBy(document => Path.GetFileNameWithoutExtension(document.Name), StringComparer.Ordinal)
        from second in named.Skip(1)
        select Fault(second, new SourceText(second.Text), 0, "UniqueName", $"{named.First().Name} has the same name.");

    private static List<OperationDefinitionNode>? OperationsOf(SourceText source)
    {
        try
        {
            return [.. Parser.Parse(source).Definitions.OfType<OperationDefinitionNode>()];
        }
        catch (GraphQLSyntaxException)
        {
            return null;
        }
    }

    private static TrustedDocumentFault Fault(TrustedDocument document, SourceText source, int offset, string rule, string message) =>
        new(document, new GraphQLError(message, ErrorCodes.BadRequest) { Rule = rule, Locations = [source.LocationOf(offset)] });
}
