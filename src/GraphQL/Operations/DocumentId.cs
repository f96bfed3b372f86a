using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace HomeroomGraph.GraphQL.Operations;

/// <summary>The ids by which documents are named (GraphQL over HTTP, appendix "Persisted Documents"): the SHA-256 of the text, or an id
/// that a client's own manifest gives.</summary>
public static partial class DocumentId
{
    private const string HashPrefix = "sha256:";
    private const int MaxLength = 256;

    /// <summary>The hash of a document's exact text in UTF-8: 64 lower-case hexadecimal digits.</summary>
    public static string HashOf(ReadOnlySpan<byte> text) => Convert.ToHexStringLower(SHA256.HashData(text));

    /// <summary>The id as documents are kept under it, so without the prefix of a hash; null where the text is no document identifier.
    /// Letters are compared as they stand.</summary>
    public static string? Parse(string text)
    {
        if (text.Length > MaxLength) return null;
        if (!text.StartsWith(HashPrefix, StringComparison.Ordinal)) return Custom().IsMatch(text) ? text : null;
        return IsHash(text[HashPrefix.Length..]) ? text[HashPrefix.Length..] : null;
    }

    /// <summary>Whether an id is the hash of some text.</summary>
    public static bool IsHash(string id) => Hash().IsMatch(id);

    [GeneratedRegex(@"^[0-9a-f]{64}\z")]
    private static partial Regex Hash();

    // All prefixes that do not start with x- are reserved.
    [GeneratedRegex(@"^(?:x-[A-Za-z0-9._~-]+:)?[A-Za-z0-9._~-]+\z")]
    private static partial Regex Custom();
}
