using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace HomeroomGraph.GraphQL.Contract;

/// <summary>The changelog of a contract as text, newest entry first. Each entry has the digest of the contract it leads to, so that a
/// contract that was changed without the tool is found.</summary>
public static partial class Changelog
{
    private const string Preamble = """
        # Changelog of the contract

        What changed in `schema.graphql`, newest first. `schema update` writes it (docs/contract.md); it is not edited by hand.

        """;

    /// <summary>The changelog with an entry before all others.</summary>
    /// <param name="changelog">The text so far; null where there is none.</param>
    public static string Add(string? changelog, string entry)
    {
        string text = WithoutCarriageReturns(changelog ?? Preamble + "\n");
        int first = text.IndexOf("\n## ", StringComparison.Ordinal);
        return first < 0 ? text.TrimEnd('\n') + "\n\n" + entry : text[..(first + 1)] + entry + "\n" + text[(first + 1)..];
    }

    /// <summary>Whether the newest entry leads to the contract.</summary>
    public static bool IsOf(string changelog, string contract) =>
        Digests().Match(changelog) is { Success: true } newest && newest.Value == DigestLine(contract);

    /// <summary>The line of an entry that says which contract it leads to.</summary>
    internal static string DigestLine(string contract) =>
        "Contract: sha256 " + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(WithoutCarriageReturns(contract))));

    private static string WithoutCarriageReturns(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    [GeneratedRegex("^Contract: sha256 [0-9a-f]{64}(?=\r?$)", RegexOptions.Multiline)]
    private static partial Regex Digests();
}
