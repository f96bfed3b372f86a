using HomeroomGraph.GraphQL.Contract;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.Gateway.Tests.Contract;

/// <summary>The contract of the code, and the one that is kept in <c>schema</c> (docs/contract.md).</summary>
public sealed class ContractTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "schema");
    private static readonly Schema Schema = HomeroomSchema.Build().Schema;

    /// <summary>The contract is reviewed as a file: what changes it shows there, and went through the rules of
    /// <c>dotnet run --project src/Gateway -- schema update</c>.</summary>
    [Fact]
    public async Task The_kept_contract_is_the_one_of_the_code_and_has_its_entry_in_the_changelog()
    {
        string kept = await ReadAsync("schema.graphql"), changelog = await ReadAsync("CHANGELOG.md");

        Assert.True(SchemaPrinter.Print(Schema) == kept, "The code has another contract; run 'schema update'. What is different:\n" + string.Join('\n', Differences(kept)));
        Assert.True(Changelog.IsOf(changelog, kept), "schema.graphql was changed without 'schema update': the newest entry of CHANGELOG.md is of another one.");
    }

    [Fact]
    public void Every_type_field_argument_value_and_directive_has_a_description() =>
        Assert.Empty(SchemaElement.Of(Schema).Where(element => string.IsNullOrWhiteSpace(element.Description)).Select(element => element.Coordinate));

    [Fact]
    public void Every_deprecation_has_a_day_and_a_replacement() => Assert.Empty(NoticeRule.Faults(Schema));

    private static IEnumerable<string> Differences(string kept)
    {
        var review = ContractReview.Of(SchemaBuilder.FromDocument(Parser.Parse(SourceText.Of(kept), ParserLimits.Trusted)), Schema, DateOnly.MinValue);
        return review.Differences.Select(difference => $"{difference.Criticality}: {difference}");
    }

    private static async Task<string> ReadAsync(string file) =>
        (await File.ReadAllTextAsync(Path.Combine(Folder, file), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
}
