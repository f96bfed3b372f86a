using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Planning.Search;

namespace HomeroomGraph.GraphQL.Types.Tables;

/// <summary>Declares an object type over the rows of a table: its fields, by what its lists can be filtered and ordered, its
/// row policy (which no type can leave out) and the root fields that lead to it.</summary>
/// <typeparam name="T">The entity whose table it is.</typeparam>
public abstract class TableType<T>(string name, string description) : TableType(name, description, typeof(T))
{
    /// <summary>Which rows a viewer may see.</summary>
    protected abstract RowPolicy Policy(RowPolicyBuilder<T> row);

    /// <summary>The type's fields.</summary>
    protected abstract void Configure(TableTypeDescriptor<T> type);

    /// <summary>By what words its lists are searched; nothing where they are not.</summary>
    protected virtual void Search(SearchBuilder<T> rows)
    {
    }

    internal sealed override SearchIndex? BuildSearch(TableSchemaBuilder schema)
    {
        var builder = new SearchBuilder<T>(schema);
        Search(builder);
        return builder.Index;
    }

    internal sealed override RowPolicy BuildPolicy(TableSchemaBuilder schema) => Policy(new RowPolicyBuilder<T>(schema.Model, schema.PolicyOf));

    internal sealed override void Declare(TableSchemaBuilder schema, RowType row)
    {
        var descriptor = new TableTypeDescriptor<T>(schema, row);
        Configure(descriptor);
    }
}

/// <summary>The part of a declaration that does not depend on the entity's type.</summary>
public abstract class TableType(string name, string description, Type entity)
{
    public string Name { get; } = name;
    public string Description { get; } = description;
    public Type Entity { get; } = entity;

    /// <summary>What the lists of the type take beside paging, filter and order: the arguments of a table that is a function of the database.</summary>
    protected internal virtual IReadOnlyList<RowArgument> Arguments => [];

    internal abstract RowPolicy BuildPolicy(TableSchemaBuilder schema);

    internal abstract SearchIndex? BuildSearch(TableSchemaBuilder schema);

    internal abstract void Declare(TableSchemaBuilder schema, RowType row);
}
