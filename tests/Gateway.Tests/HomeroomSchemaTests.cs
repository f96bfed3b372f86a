using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.Gateway.Tests;

public sealed class HomeroomSchemaTests
{
    /// <summary>The contract is reviewed as a file: what changes it shows there. To write it anew:
    /// <c>dotnet run --project src/Gateway -- schema print > schema/schema.graphql</c>.</summary>
    [Fact]
    public async Task The_committed_contract_is_the_one_of_the_code()
    {
        var committed = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "schema", "schema.graphql"), TestContext.Current.CancellationToken);

        Assert.Equal(SchemaPrinter.Print(HomeroomSchema.Build().Schema), committed, ignoreLineEndingDifferences: true);
    }
}
