using System.Reflection;

namespace HomeroomGraph.Admin.Api;

/// <summary>
/// A question the admin may ask the API: a registered document of <c>schema/operations</c> with the types of its variables and
/// its answer. Pages ask nothing else, so the API can be told to accept nothing else.
/// </summary>
/// <param name="document">Path below <c>schema/operations</c> without extension, such as <c>Organisation/SchoolList</c>.</param>
public sealed class Operation<TVariables, TData>(string document)
{
    public string Document { get; } = document;

    /// <summary>The operation's name inside the document: by convention the file's.</summary>
    public string Name { get; } = document[(document.LastIndexOf('/') + 1)..];

    public string Text { get; } = Read(document);

    private static string Read(string document)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("operations/" + document)
            ?? throw new InvalidOperationException($"There is no registered document schema/operations/{document}.graphql.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>The variables of an operation that has none.</summary>
public sealed record NoVariables
{
    public static NoVariables Value { get; } = new();
}
