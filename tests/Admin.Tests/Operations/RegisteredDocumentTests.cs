using System.Reflection;
using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Operations;

/// <summary>The admin asks what stands in schema/operations, and all that stands there is asked.</summary>
public sealed class RegisteredDocumentTests
{
    private static readonly string Folder = Path.Combine(SourceTree.Root, "schema", "operations");

    [Fact]
    public void Every_document_has_its_operation_and_every_operation_its_document()
    {
        var documents = Directory.EnumerateFiles(Folder, "*.graphql", SearchOption.AllDirectories)
            .Select(file => Path.ChangeExtension(Path.GetRelativePath(Folder, file), null).Replace('\\', '/'));
        Assert.Equal(documents.Order(), Operations().Select(operation => operation.Document).Order());
    }

    [Fact]
    public void An_operation_is_named_after_its_document()
    {
        Assert.All(Operations(), operation => Assert.Matches($@"^(query|mutation) {operation.Name}\b", operation.Text));
    }

    private static IEnumerable<(string Document, string Name, string Text)> Operations() =>
        from type in typeof(AdminHost).Assembly.GetTypes()
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Static)
        where property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(Operation<,>)
        let operation = property.GetValue(null)
        select (Read(operation, "Document"), Read(operation, "Name"), Read(operation, "Text"));

    private static string Read(object operation, string property) =>
        (string)operation.GetType().GetProperty(property)!.GetValue(operation)!;
}
