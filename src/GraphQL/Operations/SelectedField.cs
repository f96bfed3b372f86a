using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Operations;

/// <summary>A field of an operation after fragments are merged and <c>@skip</c> and <c>@include</c> decided: what a response key of
/// one object type stands for.</summary>
/// <param name="Parent">The object type it is selected on.</param>
/// <param name="Nodes">The places in the document that ask for it; their selections are merged.</param>
/// <param name="Arguments">Coerced; absent where neither given nor defaulted.</param>
/// <param name="Path">Response keys from the root, with dots between them, for errors.</param>
public sealed record SelectedField(
    string ResponseKey,
    ObjectType Parent,
    FieldDefinition Definition,
    IReadOnlyList<FieldNode> Nodes,
    OrderedDictionary<string, InputValue> Arguments,
    string Path)
{
    /// <summary>The field whose value it is selected of; null at the root.</summary>
    internal SelectedField? Above { get; init; }

    /// <summary>Why it can't be executed: its arguments have no values.</summary>
    internal FieldFault? Fault { get; init; }
}
