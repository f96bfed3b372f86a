using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Subscriptions;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.GraphQL.Types.Tables;

/// <summary>The fields of the subscription's root: each tells of the changed rows of a type.</summary>
internal sealed class ChangeTypes
{
    private readonly EnumType _kind = MakeKind();

    /// <summary>A field that tells of changes, and the type of what it tells.</summary>
    /// <param name="concerns">Whether a row may be one that the viewer sees, as far as its key tells.</param>
    public FieldDefinition Field(string name, string description, RowType target, Func<IViewer, RowKey, bool>? concerns) =>
        new FieldDefinition(name, new NonNullType(TypeOf(target))) { Description = description, Binding = new ChangesBinding(target, concerns) }.With(
            new InputValueDefinition("ids", new ListType(new NonNullType(BuiltInScalars.Id)))
            {
                Description = "Only of these rows. Of one that the viewer sees at the start it is told too when it goes.",
            });

    private ObjectType TypeOf(RowType target)
    {
        string name = target.Type.Name;
        var type = new ObjectType($"{name}Change") { Description = $"A {name} that has changed." };
        type.Add(MemoryField.Of<RowChange>("id", new NonNullType(BuiltInScalars.Id), "The global id of the row.", change => new GlobalId(name, change.Key).ToString()));
        type.Add(MemoryField.Of<RowChange>("kind", new NonNullType(_kind), "What has happened to it.", change => change.Kind.ToString().ToUpperInvariant()));
        type.Add(MemoryField.Of<RowChange>("version", new NonNullType(LongScalar.Instance),
            "The version of the row: it never goes back, so what is not newer is known already.", change => change.Version));
        type.Add(new FieldDefinition(char.ToLowerInvariant(name[0]) + name[1..], target.Type)
        {
            Description = "The row as it is now; null when it is gone.",
            Binding = new RowReferenceBinding(target, change => ((RowChange)change).Key),
        });
        return type;
    }

    private static EnumType MakeKind()
    {
        var type = new EnumType("ChangeKind") { Description = "What has happened to a row. Rule V4." };
        type.Add(new EnumValue("CREATED") { Description = "It is new." });
        type.Add(new EnumValue("UPDATED") { Description = "It has changed, or has come within the viewer's reach." });
        type.Add(new EnumValue("DELETED") { Description = "It is gone, or no longer within the viewer's reach." });
        return type;
    }
}
