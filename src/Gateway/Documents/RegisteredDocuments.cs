using System.Reflection;
using HomeroomGraph.Gateway.Settings;
using HomeroomGraph.GraphQL;
using HomeroomGraph.GraphQL.Operations;

namespace HomeroomGraph.Gateway.Documents;

/// <summary>The documents that requests may name by their ids: those of <c>schema/operations</c>, which the assembly carries, and those
/// of a deployer's own clients.</summary>
internal static class RegisteredDocuments
{
    private const string Folder = "schema/operations/";

    /// <summary>Those of this program, in the order of their paths.</summary>
    public static IReadOnlyList<TrustedDocument> OfThisProgram { get; } = [.. ReadResources()];

    /// <summary>All that the settings say.</summary>
    /// <exception cref="Data.SetupException">A file can't be read.</exception>
    public static IReadOnlyList<TrustedDocument> Of(GatewaySettings settings) => settings.TrustedDocuments is { } path
        ? [.. OfThisProgram, .. DocumentFiles.Read(path)]
        : OfThisProgram;

    /// <summary>Looks at a deployer's documents before the long part of a start; those of the program were looked at when it was built.</summary>
    /// <exception cref="Data.SetupException">A file can't be read.</exception>
    /// <exception cref="InvalidTrustedDocumentsException">The schema does not allow some.</exception>
    public static void Check(GatewaySettings settings)
    {
        if (settings.TrustedDocuments is not null && TrustedDocuments.Check(HomeroomSchema.Build().Schema, new PipelineOptions { TrustedDocuments = Of(settings) }) is { Count: > 0 } faults)
            throw new InvalidTrustedDocumentsException(faults);
    }

    private static IEnumerable<TrustedDocument> ReadResources()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var text = new byte[stream.Length];
            stream.ReadExactly(text);
            yield return new TrustedDocument(name, text);
        }
    }
}
