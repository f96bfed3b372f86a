using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace HomeroomGraph.Admin.Api;

/// <summary>
/// A question the admin may ask the API: a registered document of <c>schema/operations</c> with the types of its variables and
/// its answer. Pages ask nothing else, so the API can be told to accept nothing else.
/// </summary>
public sealed class Operation<TVariables, TData>
{
    /// <param name="document">Path below <c>schema/operations</c> without extension, such as <c>Organisation/SchoolList</c>.</param>
    public Operation(string document)
    {
        var text = Read(document);
        Document = document;
        Name = document[(document.LastIndexOf('/') + 1)..];
        Text = Encoding.UTF8.GetString(text);
        Id = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(text));
    }

    public string Document { get; }

    /// <summary>The operation's name inside the document: by convention the file's.</summary>
    public string Name { get; }

    public string Text { get; }

    /// <summary>The id under which the API has it registered.</summary>
    public string Id { get; }

    private static byte[] Read(string document)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("operations/" + document)
            ?? throw new InvalidOperationException($"There is no registered document schema/operations/{document}.graphql.");
        var text = new byte[stream.Length];
        stream.ReadExactly(text);
        return text;
    }
}

/// <summary>The variables of an operation that has none.</summary>
public sealed record NoVariables
{
    public static NoVariables Value { get; } = new();
}
