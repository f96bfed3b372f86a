using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Planning;

/// <summary>What a page shows a part of: the rows of a table, or groups of them.</summary>
public abstract class RowsSource : SqlAlias
{
    /// <summary>How it stands in FROM, with its alias.</summary>
    public abstract SqlFragment From { get; }

    /// <summary>True for the rows the viewer may see.</summary>
    public abstract Predicate Visible { get; }

    /// <summary>What tells its lists from others in the digests of cursors.</summary>
    internal abstract string Name { get; }

    /// <summary>How many rows there can be at all; null where that is not known.</summary>
    internal virtual int? MostRows => null;

    /// <summary>What stands before the statement that reads it, as <c>name as (query)</c>; null for a table.</summary>
    internal virtual SqlFragment? With => null;
}
