using System.Reflection;
using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Tests.Hosting;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Validation;

namespace HomeroomGraph.Admin.Tests.Operations;

/// <summary>The admin asks what stands in schema/operations, all that stands there but for the examples is asked, and the contract knows all of it.</summary>
public sealed class RegisteredDocumentTests
{
    private static readonly Schema Contract = SchemaBuilder.FromDocument(Parser.Parse(
        SourceText.Of(File.ReadAllText(Path.Combine(SourceTree.Root, "schema", "schema.graphql"))), ParserLimits.Trusted));

    private static readonly string Folder = Path.Combine(SourceTree.Root, "schema", "operations");

    [Fact]
    public void Every_document_has_its_operation_and_every_operation_its_document()
    {
        var documents = Directory.EnumerateFiles(Folder, "*.graphql", SearchOption.AllDirectories)
            .Select(file => Path.ChangeExtension(Path.GetRelativePath(Folder, file), null).Replace('\\', '/'))
            .Where(document => !document.StartsWith("Examples/", StringComparison.Ordinal));
        Assert.Equal(documents.Order(), Operations().Select(operation => operation.Document).Order());
    }

    [Fact]
    public void An_operation_is_named_after_its_document()
    {
        Assert.All(Operations(), operation => Assert.Matches($@"^(query|mutation) {operation.Name}\b", operation.Text));
    }

    /// <summary>How much is unread stands on every page, and rides in what the page asks anyway. What is left out is a page's second question.</summary>
    [Fact]
    public void The_question_of_a_page_brings_what_its_frame_shows()
    {
        string[] second = ["Access/InspectorPosts", "Access/SchoolStaff", "Organisation/Today", "Papers/PaperExport", "Awards/AwardExport", "Awards/PointExport"];
        var questions = Operations().Where(operation => operation.Text.StartsWith("query", StringComparison.Ordinal) && !second.Contains(operation.Document)).ToList();
        Assert.NotEmpty(questions);
        Assert.All(questions, operation => Assert.Contains("frame: viewer { mailbox { unreadCount } }", operation.Text, StringComparison.Ordinal));
        Assert.All(questions, operation => Assert.True(operation.Data.IsSubclassOf(typeof(FramedData)), $"{operation.Document}: the frame that comes is not read."));
    }

    [Fact]
    public void Every_document_is_valid_against_the_contract()
    {
        Assert.All(Operations(), operation =>
        {
            var source = SourceText.Of(operation.Text);
            var errors = Validator.Validate(Contract, Parser.Parse(source), source);
            Assert.True(errors.Count == 0, $"{operation.Document}: {string.Join("; ", errors.Select(error => error.Message))}");
        });
    }

    [Fact]
    public void A_document_that_asks_for_what_is_not_there_would_be_found()
    {
        var source = SourceText.Of("query Wrong { viewer { shoeSize } }");
        Assert.Contains("shoeSize", Assert.Single(Validator.Validate(Contract, Parser.Parse(source), source)).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Document, string Name, string Text, Type Data)> Operations() =>
        from type in typeof(AdminHost).Assembly.GetTypes()
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Static)
        where property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(Operation<,>)
        let operation = property.GetValue(null)
        select (Read(operation, "Document"), Read(operation, "Name"), Read(operation, "Text"), property.PropertyType.GetGenericArguments()[1]);

    private static string Read(object operation, string property) =>
        (string)operation.GetType().GetProperty(property)!.GetValue(operation)!;
}
