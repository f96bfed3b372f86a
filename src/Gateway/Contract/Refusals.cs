namespace HomeroomGraph.Gateway.Contract;

/// <summary>Why a contract is refused, and how to go about it.</summary>
internal static class Refusals
{
    public const string ChangedWithoutTool = """
        Refused: schema.graphql is not the contract that the newest entry of CHANGELOG.md leads to, so one of them was changed by hand or is missing.
        Take both from the revision that has landed: schema update --landed main
        """;

    public static string Faults(IReadOnlyList<string> faults) => $"""
        Refused: a deprecation has one form, "Use COORDINATE. Removal after YYYY-MM-DD.", and a replacement that stays.
        {List(faults)}
        """;

    public static string Breaking(IReadOnlyList<string> refusals) => $"""
        Refused: this breaks clients and was not announced, or not early enough.
        {List(refusals)}
        Leave the old element beside the new one and deprecate it: .Deprecated("Type.newField", removalAfter). When that day has
        passed, take it away (docs/contract.md). Where it can't wait for that, say why: --breaking "reason"; the reason goes into
        the changelog. What has not landed yet breaks nobody: schema update --landed main
        """;

    private static string List(IReadOnlyList<string> lines) => string.Join('\n', lines.Select(line => "  " + line));
}
