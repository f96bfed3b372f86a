using System.Globalization;

namespace HomeroomGraph.GraphQL.Tests.Oracle;

/// <summary>How many cases a run makes, and of which seed: from the environment, so that a long run is one command (README.md).</summary>
internal static class OracleRun
{
    private const int SeedInCi = 20250903;

    public static long Seed => Number("ORACLE_SEED") ?? SeedInCi;

    /// <summary>The indices of the cases: all of a run, or the one that is looked at again.</summary>
    /// <param name="inCi">How many there are when nothing is said.</param>
    public static IEnumerable<int> Indices(int inCi) => Number("ORACLE_INDEX") is { } one ? [(int)one] : Enumerable.Range(0, (int)(Number("ORACLE_CASES") ?? inCi));

    private static long? Number(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;
}
