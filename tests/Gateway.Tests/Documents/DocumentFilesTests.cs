using HomeroomGraph.Data;
using HomeroomGraph.Gateway.Documents;
using HomeroomGraph.GraphQL.Operations;

namespace HomeroomGraph.Gateway.Tests.Documents;

/// <summary>The documents of a deployer's own clients, from folders, files and the manifests of Apollo's and Relay's tools.</summary>
public sealed class DocumentFilesTests : IDisposable
{
    private const string Text = "query Own { viewer { username } }";
    private static readonly string Hash = DocumentId.HashOf("query Own { viewer { username } }"u8);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("homeroomgraph-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_folder_gives_the_documents_and_manifests_below_it()
    {
        Write("a/Own.graphql", Text);
        Write("b/Windows.gql", "query Windows {\r\n  viewer { username }\r\n}");
        Write("b/manifest.json", $$$"""{"format":"apollo-persisted-query-manifest","version":1,"operations":[{"id":"{{{Hash}}}","name":"Own","type":"query","body":"{{{Text}}}"}]}""");
        Write("README.md", "Nothing to register.");

        var documents = DocumentFiles.Read(folder.FullName);

        Assert.Equal(
            [("Own.graphql", Hash, null), ("Windows.gql", DocumentId.HashOf("query Windows {\r\n  viewer { username }\r\n}"u8), null), ("manifest.json", Hash, null)],
            documents.Select(document => (Path.GetFileName(document.Name), document.Hash, document.OwnId)));
    }

    [Fact]
    public void What_the_program_prints_can_be_registered()
    {
        foreach (var format in Enum.GetValues<ManifestFormat>())
        {
            string path = Write("manifest.json", DocumentManifest.Write(RegisteredDocuments.OfThisProgram, format));
            Assert.Equal(
                RegisteredDocuments.OfThisProgram.Select(document => (document.Hash, (string?)null)).Order(),
                DocumentFiles.Read(path).Select(document => (document.Hash, document.OwnId)).Order());
        }
    }

    [Fact]
    public void The_ids_of_Relay_are_kept_beside_the_hash()
    {
        string path = Write("persisted_queries.json", $$$"""{"d3b07384d113edec49eaa6238ad5ff00":"{{{Text}}}"}""");
        Assert.Equal((Hash, "d3b07384d113edec49eaa6238ad5ff00"), DocumentFiles.Read(path).Select(document => (document.Hash, document.OwnId)).Single());
    }

    [Theory]
    [InlineData("manifest.json", "not JSON", "is no manifest")]
    [InlineData("manifest.json", "[]", "is no manifest")]
    [InlineData("manifest.json", """{"a":1}""", "is no manifest")]
    [InlineData("manifest.json", """{"a":null}""", "is no manifest")]
    [InlineData("manifest.json", """{"a":"{__typename}","a":"{__typename}"}""", "is no manifest")]
    [InlineData("manifest.json", """{"operations":[{"id":"a"}]}""", "is no manifest")]
    [InlineData("manifest.json", """{"operations":[{"id":null,"body":"{__typename}"}]}""", "is no manifest")]
    [InlineData("manifest.json", """{"a b":"{__typename}"}""", "is no document identifier")]
    [InlineData("manifest.json", """{"3ff1a5a5ed6251305a2103809b5757afb3ae16b12c909c96c3f0e89f9f5abb34":"{__typename}"}""", "is not the SHA-256")]
    [InlineData("manifest.json", "{}", "There is no document")]
    [InlineData("documents.txt", "{__typename}", "is neither a document")]
    public void What_can_not_be_registered_is_told_with_its_file(string name, string content, string said)
    {
        string path = Write(name, content);
        string message = Assert.Throws<SetupException>(() => DocumentFiles.Read(path)).Message;
        Assert.Contains(path, message, StringComparison.Ordinal);
        Assert.Contains(said, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("query {", "Own.graphql(1,8): error GRAPHQL_PARSE_FAILED")]
    [InlineData("{ viewer { username } }", "one operation with a name")]
    [InlineData("query A { viewer { id } } query B { viewer { id } }", "one operation with a name")]
    public void A_manifest_has_only_what_a_client_can_find_by_its_name(string text, string said)
    {
        string path = Write("Own.graphql", text);
        Assert.Contains(said, Assert.Throws<SetupException>(() => DocumentManifest.Write(DocumentFiles.Read(path), ManifestFormat.Apollo)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_there_is_told()
    {
        string absent = Path.Combine(folder.FullName, "absent");
        Assert.Equal($"There is no file and no folder {absent}.", Assert.Throws<SetupException>(() => DocumentFiles.Read(absent)).Message);
        Assert.Contains("There is no document", Assert.Throws<SetupException>(() => DocumentFiles.Read(folder.FullName)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_with_a_wrong_one_ends_with_its_place()
    {
        string path = Write("Wrong.graphql", "query Wrong {\n  viewer { shoeSize }\n}");

        var run = await ProgramRun.ToEndAsync([], ("Homeroom__TrustedDocuments", folder.FullName), ("ASPNETCORE_URLS", "http://127.0.0.1:0"), ("Homeroom__Admin", "false"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"{path}(2,12): error FieldsOnCorrectTypeRule: Cannot query field \"shoeSize\" on type \"Viewer\".", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("PostgreSQL", run.Output, StringComparison.Ordinal);
    }

    private string Write(string name, string content)
    {
        string path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }
}
