using System.Text.RegularExpressions;
using Npgsql;

namespace HomeroomGraph.Data.Versions;

/// <summary>Which counted tables a statement reads: those it names, those behind the views and functions it calls, and those that
/// the row-level security of each looks at. It is read from the database itself, so it holds for whatever a migration adds.</summary>
public sealed partial class CountedTables
{
    /// <summary>Counted with every statement: what a migration changes may change every answer.</summary>
    private const string Migrations = "public.homeroom_migration";

    private const string Sql = """
        with ours as (select oid, nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema')
        select n.nspname || '.' || c.relname as name, t.table_number,
               case when c.relkind = 'v' then pg_get_viewdef(c.oid)
                    else coalesce((select string_agg(pg_get_expr(p.polqual, p.polrelid), ' ') from pg_policy p
                                   where p.polrelid = c.oid and p.polname = 'reader_reach'), '') end as definition,
               c.relkind = 'v' as is_through
        from pg_class c join ours n on n.oid = c.relnamespace
        left join version.counted_table t on t.table_name = n.nspname || '.' || c.relname
        where c.relkind in ('r', 'p', 'v')
        union all
        select n.nspname || '.' || p.proname, null, case when p.provolatile = 'i' then '' else pg_get_functiondef(p.oid) end, true
        from pg_proc p join ours n on n.oid = p.pronamespace
        where p.prokind = 'f' and p.prorettype <> 'trigger'::regtype
        """;

    private readonly QualifiedNames _names;
    private readonly ILookup<string, Named> _named;
    private readonly short _migrations;

    private CountedTables(IReadOnlyCollection<Named> named)
    {
        _named = named.ToLookup(n => n.Name, StringComparer.Ordinal);
        _names = new QualifiedNames(named.Select(n => n.Name[..n.Name.IndexOf('.')]));
        _migrations = named.Single(n => n.Name == Migrations).Number!.Value;
    }

    /// <summary>A table, a view or a function.</summary>
    /// <param name="Number">Under which a table is counted; null for one that is not.</param>
    /// <param name="Definition">What else it reads, as SQL.</param>
    /// <param name="IsThrough">It has no rows of its own.</param>
    private sealed record Named(string Name, short? Number, string Definition, bool IsThrough);

    /// <summary>Reads what there is.</summary>
    public static async Task<CountedTables> ReadAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        var named = new List<Named>();
        await using var find = source.CreateCommand(Sql);
        await using var rows = await find.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            named.Add(new(rows.GetString(0), rows.IsDBNull(1) ? null : rows.GetInt16(1), rows.GetString(2), rows.GetBoolean(3)));
        return new(named);
    }

    /// <summary>The numbers of the tables that a statement reads, in order; null where it reads something that is not counted.</summary>
    public short[]? NumbersOf(string statement)
    {
        var found = new Dictionary<string, short?>(StringComparer.Ordinal);
        return Follow(statement, found) ? [.. found.Values.OfType<short>().Append(_migrations).Order()] : null;
    }

    /// <summary>Their names.</summary>
    public IReadOnlyList<string>? NamesOf(string statement)
    {
        var found = new Dictionary<string, short?>(StringComparer.Ordinal);
        return Follow(statement, found) ? [.. found.Where(f => f.Value is not null).Select(f => f.Key).Order(StringComparer.Ordinal)] : null;
    }

    private bool Follow(string sql, Dictionary<string, short?> found)
    {
        foreach (string name in _names.In(sql))
        {
            if (found.ContainsKey(name)) continue;
            // A name of nothing: in a comment, or what nobody reads.
            found[name] = null;
            foreach (var named in _named[name])
            {
                if (!named.IsThrough && named.Number is null) return false;
                // A statement that a function puts together shows what it reads only when it runs.
                if (named.IsThrough && PutsTogether().IsMatch(named.Definition)) return false;
                found[name] = named.Number;
                if (!Follow(named.Definition, found)) return false;
            }
        }
        return true;
    }

    [GeneratedRegex(@"\bexecute\b", RegexOptions.IgnoreCase)]
    private static partial Regex PutsTogether();
}
