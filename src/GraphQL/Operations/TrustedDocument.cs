namespace HomeroomGraph.GraphQL.Operations;

/// <summary>A document that was registered before the start: a request may name it by its id, and some may send nothing else.</summary>
/// <param name="Name">Where it comes from, for people: a path.</param>
/// <param name="Text">The exact text in UTF-8. Its hash is its id, so another line end makes another document.</param>
/// <param name="OwnId">An id beside the hash, as a client's manifest gives it; null where there is none.</param>
public sealed record TrustedDocument(string Name, ReadOnlyMemory<byte> Text, string? OwnId = null)
{
    /// <summary>The SHA-256 of the text, as <see cref="DocumentId.HashOf"/> writes it.</summary>
    public string Hash { get; } = DocumentId.HashOf(Text.Span);
}

/// <summary>What is wrong with a document that was to be registered.</summary>
public sealed record TrustedDocumentFault(TrustedDocument Document, GraphQLError Error)
{
    /// <summary>In one line, in the form that compilers and build tools share: <c>file(line,column): error code: message</c>.</summary>
    public override string ToString()
    {
        var place = Error.Locations is [var first, ..] ? first : new Language.SourceLocation(1, 1);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{Document.Name}({place.Line},{place.Column}): error {Error.Rule ?? Error.Code}: {Error.Message.ReplaceLineEndings(" ")}");
    }
}

/// <summary>Documents were to be registered that the schema does not allow: a fault of whoever registers them, told at start.</summary>
public sealed class InvalidTrustedDocumentsException(IReadOnlyList<TrustedDocumentFault> faults)
    : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<TrustedDocumentFault> Faults { get; } = faults;
}
