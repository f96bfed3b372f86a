using System.Text.Json;

namespace HomeroomGraph.GraphQL.Operations;

/// <summary>The id by which a request names its document: <c>documentId</c> (GraphQL over HTTP, appendix "Persisted Documents") or
/// <c>extensions.persistedQuery</c> (Apollo's automatic persisted queries).</summary>
/// <param name="Value">As <see cref="DocumentId.Parse"/> gives it.</param>
/// <param name="IsAutomatic">It came by Apollo's protocol, whose clients send the text when they are told that it is not known.</param>
internal sealed record RequestedId(string Value, bool IsAutomatic)
{
    /// <summary>The only version of Apollo's protocol.</summary>
    private const int AutomaticVersion = 1;

    /// <summary>The id of a request; null where it names none.</summary>
    /// <exception cref="GraphQLRequestException">It is no document identifier, or there are two that differ.</exception>
    public static RequestedId? Of(GraphQLRequest request)
    {
        var named = request.DocumentId is { } text ? new RequestedId(Parse(text, "documentId"), IsAutomatic: false) : null;
        var automatic = PersistedQuery(request.Extensions) is { } persisted ? Automatic(persisted) : null;
        if (named is not null && automatic is not null && named.Value != automatic.Value)
            throw Bad("'documentId' and 'extensions.persistedQuery' name different documents.");
        return named ?? automatic;
    }

    /// <summary>Whether the extensions of a request name a document, well or not.</summary>
    public static bool IsIn(JsonElement? extensions) => PersistedQuery(extensions) is not null;

    private static JsonElement? PersistedQuery(JsonElement? extensions) =>
        extensions is { ValueKind: JsonValueKind.Object } members && members.TryGetProperty("persistedQuery", out var persisted)
        && persisted.ValueKind != JsonValueKind.Null ? persisted : null;

    private static RequestedId Automatic(JsonElement persisted)
    {
        if (persisted.ValueKind != JsonValueKind.Object) throw Bad("'extensions.persistedQuery' must be an object.");
        bool known = persisted.TryGetProperty("version", out var version)
            && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out int number) && number == AutomaticVersion;
        if (!known) throw Bad("'extensions.persistedQuery.version' must be 1.");
        if (!persisted.TryGetProperty("sha256Hash", out var hash) || hash.ValueKind != JsonValueKind.String)
            throw Bad("'extensions.persistedQuery.sha256Hash' must be a string.");
        return new RequestedId(Parse(TextOf(hash), "extensions.persistedQuery.sha256Hash"), IsAutomatic: true);
    }

    private static string TextOf(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return ""; // A lone surrogate: no id.
        }
    }

    private static string Parse(string text, string where) => DocumentId.Parse(text)
        ?? throw Bad($"'{where}' is no document identifier: it is 'sha256:' and 64 hexadecimal digits in lower case, or letters, digits, '-', '.', '_' and '~'.");

    private static GraphQLRequestException Bad(string message) => new(new GraphQLError(message, ErrorCodes.BadRequest));
}
