using System.Text;
using HomeroomGraph.Gateway.Documents;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.Gateway.Tests.Documents;

/// <summary>The documents of schema/operations: the program carries all of them byte for byte, and their manifest is true.</summary>
public sealed class RegisteredDocumentTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "schema", "operations");
    private static readonly Lazy<Schema> Contract = new(() => HomeroomSchema.Build().Schema);

    [Fact]
    public void The_program_carries_every_file_byte_for_byte()
    {
        var files = Directory.EnumerateFiles(Folder, "*.graphql", SearchOption.AllDirectories)
            .Select(file => (Name: "schema/operations/" + Path.GetRelativePath(Folder, file).Replace('\\', '/'), Hash: DocumentId.HashOf(File.ReadAllBytes(file))))
            .OrderBy(file => file.Name, StringComparer.Ordinal);

        Assert.Equal(files, RegisteredDocuments.OfThisProgram.Select(document => (document.Name, document.Hash)));
        Assert.Contains(RegisteredDocuments.OfThisProgram, document => document.Name == "schema/operations/Examples/Integrator/RosterPage.graphql");
    }

    [Fact]
    public void Each_is_valid_and_has_one_operation_of_the_name_of_its_file() =>
        Assert.Empty(DocumentCheck.Run(Contract.Value, RegisteredDocuments.OfThisProgram, areOwn: true));

    [Fact]
    public void The_manifest_beside_them_is_what_the_program_prints()
    {
        string manifest = File.ReadAllText(Path.Combine(Repository.Root, "schema", "operations.json"));
        Assert.True(
            manifest == DocumentManifest.Write(RegisteredDocuments.OfThisProgram, ManifestFormat.Apollo),
            "Run: dotnet run --project src/Gateway -- schema operations > schema/operations.json");
    }

    [Theory]
    [InlineData("A.graphql", "query A { viewer { shoeSize } }", "A.graphql(1,20): error FieldsOnCorrectTypeRule: Cannot query field \"shoeSize\" on type \"Viewer\".")]
    [InlineData("A.graphql", "query A($unused: Int) {\n  viewer { username }\n}", "A.graphql(1,9): error NoUnusedVariablesRule: Variable \"$unused\" is never used in operation \"A\".")]
    [InlineData("A.graphql", "query A {\n  viewer { username\n", "A.graphql(3,1): error GRAPHQL_PARSE_FAILED: Syntax Error: Expected Name, found <EOF>.")]
    [InlineData("A.graphql", "# of another name\nquery B { viewer { username } }", "A.graphql(2,1): error NamedAsFile: The operation has the file's name, \"A\".")]
    [InlineData("A.graphql", "query A { viewer { username } }\nquery B { viewer { username } }", "A.graphql(2,1): error OneOperation: A registered document has one operation; this has 2.")]
    [InlineData("A.graphql", "query A {\r\n  viewer { username } }", "A.graphql(1,10): error LineEnds: Lines end with LF alone.")]
    [InlineData("A.graphql", "\uFEFFquery A { viewer { username } }", "A.graphql(1,1): error ByteOrderMark: The file starts with a byte order mark.")]
    public void What_would_be_wrong_is_told_at_its_place(string name, string text, string told) =>
        Assert.Equal(told, Assert.Single(DocumentCheck.Run(Contract.Value, [new TrustedDocument(name, Encoding.UTF8.GetBytes(text))], areOwn: true)).ToString());

    [Fact]
    public void Two_of_one_name_are_told() => Assert.Equal(
        "b/A.graphql(1,1): error UniqueName: a/A.graphql has the same name.",
        Assert.Single(DocumentCheck.Run(
            Contract.Value, [.. new[] { "a/A.graphql", "b/A.graphql" }.Select(name => new TrustedDocument(name, "query A { viewer { username } }"u8.ToArray()))], areOwn: true)).ToString());

    [Fact]
    public async Task The_verb_of_the_build_tells_what_is_wrong_and_fails()
    {
        var folder = Directory.CreateTempSubdirectory("homeroomgraph-");
        try
        {
            string file = Path.Combine(folder.FullName, "A.graphql");
            await File.WriteAllTextAsync(file, "query A { viewer { shoeSize } }", TestContext.Current.CancellationToken);
            string contract = Path.Combine(Repository.Root, "schema", "schema.graphql");

            var wrong = await ProgramRun.ToEndAsync(["schema", "check-operations", folder.FullName, "--own", "--contract", contract]);
            Assert.Equal((1, $"{file}(1,20): error FieldsOnCorrectTypeRule: Cannot query field \"shoeSize\" on type \"Viewer\".", ""), wrong);

            await File.WriteAllTextAsync(file, "query A { viewer { username } }", TestContext.Current.CancellationToken);
            Assert.Equal((0, "", ""), await ProgramRun.ToEndAsync(["schema", "check-operations", folder.FullName, "--own", "--contract", contract]));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
