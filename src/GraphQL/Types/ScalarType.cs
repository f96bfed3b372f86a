using System.Text.Json;
using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Types;

/// <summary>A scalar (spec 3.5): how a literal and a JSON value become a CLR value. A scalar read from SDL takes everything.</summary>
public class ScalarType(string name) : NamedType(name)
{
    public string? SpecifiedByUrl { get; set; }

    /// <summary>The CLR value of a literal, without variables in it.</summary>
    /// <exception cref="InputCoercionException">The literal is not a value of this scalar; the message says why.</exception>
    public virtual object? ParseLiteral(ValueNode literal) => LiteralValue.ToClr(literal);

    /// <summary>The CLR value of a JSON value of the variables.</summary>
    /// <exception cref="InputCoercionException">The value is not one of this scalar; the message says why.</exception>
    public virtual object? ParseJson(JsonElement value) => LiteralValue.ToClr(value);
}

/// <summary>A value that its type refuses; the message is for the client.</summary>
public sealed class InputCoercionException(string message) : Exception(message)
{
    /// <summary>The part of the document that was refused, where it is known.</summary>
    public SyntaxNode? Node { get; init; }
}
