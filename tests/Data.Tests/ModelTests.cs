using HomeroomGraph.Data.Access;
using HomeroomGraph.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HomeroomGraph.Data.Tests;

/// <summary>The EF Core model and the migrated database say the same, both ways: there are no generated migrations to do so.</summary>
public sealed class ModelTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    // Tables that are read and written by plain SQL.
    private static readonly string[] WithoutModel = ["access.viewer_reach", "access.signing_key", "import.left_out", "search.character",
        "inbox.preference", "inbox.message", "inbox.delivery", "inbox.item_name", "inbox.reminder_run", "homeroom.ethics_incident"];

    /// <summary>The schemas of the views through which accounts and figures are read.</summary>
    private static readonly string[] Views = ["reach", "figures", "desk"];

    /// <summary>A view of none of them: the gateway asks it before its data.</summary>
    private const string Session = "entered";

    /// <summary>Functions that are read like views, for a day.</summary>
    private static readonly string[] FunctionsOfDays = ["mentor_coverage", "research_coverage", "overdue"];

    [Fact]
    public async Task Columns_and_types_of_views_agree()
    {
        var database = await test.Database.Owner.ColumnAsync<string>("""
            select c.relname || ' ' || a.attname || ' ' || format_type(a.atttypid, null)
            from pg_attribute a join pg_class c on c.oid = a.attrelid
            where c.relnamespace = any ($1::text[]::regnamespace[]) and (c.relkind = 'v' and c.relname <> $3 or c.oid = 'figures.definition'::regclass) and a.attnum > 0
            union all
            select f.proname || ' ' || argument.name || ' ' || format_type(argument.type, null)
            from pg_proc f cross join unnest(f.proargnames, f.proallargtypes, f.proargmodes) argument (name, type, mode)
            where f.proname = any ($2) and f.pronamespace = 'figures'::regnamespace and argument.mode = 't'
            """, Views, FunctionsOfDays, Session);
        await using var homeroom = new HomeroomDbContext(
            new DbContextOptionsBuilder<HomeroomDbContext>().UseNpgsql(test.ConnectionString).Options);
        AssertSame(database, homeroom.Model.GetEntityTypes().Where(entity => Views.Contains(entity.GetSchema()))
            .SelectMany(entity => entity.GetProperties().Select(property => $"{entity.GetTableName()} {property.GetColumnName()} {property.GetColumnType()}")));
    }

    [Fact]
    public async Task Columns_types_and_nullability_agree()
    {
        var database = await test.Database.Owner.ColumnAsync<string>("""
            select n.nspname || '.' || c.relname || ' ' || a.attname || ' ' || format_type(a.atttypid, null)
                   || case when a.attnotnull then '' else ' null' end
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('homeroom', 'access', 'import', 'reference', 'search', 'inbox') and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
            """);
        var model = await ReadModelAsync(entities => entities.SelectMany(entity => entity.GetProperties().Select(property =>
            $"{TableOf(entity)} {property.GetColumnName()} {property.GetColumnType()}{(property.IsNullable ? " null" : "")}")));
        AssertSame(database.Where(column => !WithoutModel.Contains(column.Split(' ')[0])), model);
    }

    [Fact]
    public async Task Primary_keys_agree()
    {
        var database = await test.Database.Owner.ColumnAsync<string>("""
            select conrelid::regclass || ' ' || string_agg(a.attname, ',' order by k.place)
            from pg_constraint, unnest(conkey) with ordinality k (attnum, place), pg_attribute a
            where contype = 'p' and connamespace in ('homeroom'::regnamespace, 'access'::regnamespace, 'import'::regnamespace, 'reference'::regnamespace, 'search'::regnamespace, 'inbox'::regnamespace)
              and a.attrelid = conrelid and a.attnum = k.attnum
            group by conrelid
            """);
        var model = await ReadModelAsync(entities => entities.Select(entity =>
            $"{TableOf(entity)} {ColumnsOf(entity.FindPrimaryKey()!.Properties)}"));
        AssertSame(database.Select(Unquote).Where(key => !WithoutModel.Contains(key.Split(' ')[0])), model);
    }

    /// <summary>The planner leaves out of an order what the terms before it make unique: a unique index of the model must be one of the database. One that
    /// is checked at commit will do, for what is read is committed.</summary>
    [Fact]
    public async Task Unique_indexes_of_the_model_are_unique_in_the_database()
    {
        var database = await test.Database.Owner.ColumnAsync<string>("""
            select i.indrelid::regclass || ' ' || string_agg(a.attname, ',' order by a.attname)
            from pg_index i cross join unnest(i.indkey) k (attnum) join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
            where i.indisunique and i.indisvalid and i.indpred is null and i.indexprs is null
            group by i.indrelid, i.indexrelid
            """);
        var model = await ReadModelAsync(entities => entities.SelectMany(entity => entity.GetIndexes().Where(index => index.IsUnique).Select(index =>
            $"{TableOf(entity)} {ColumnsOf(index.Properties.OrderBy(property => property.GetColumnName(), StringComparer.Ordinal))}")));
        Assert.NotEmpty(model);
        Assert.Empty(model.Except(database.Select(Unquote)));
    }

    // The database's relation may go through more columns than the model's, such as a class's cohort through its school.
    [Fact]
    public async Task Relations_agree()
    {
        var database = (await test.Database.Owner.ColumnAsync<string>("""
            select conrelid::regclass || ' ' || confrelid::regclass || ' ' ||
                   (select string_agg(d.attname || '=' || p.attname, ',' order by d.attname)
                    from unnest(conkey, confkey) k (dependent, principal), pg_attribute d, pg_attribute p
                    where d.attrelid = conrelid and d.attnum = k.dependent and p.attrelid = confrelid and p.attnum = k.principal)
            from pg_constraint
            where contype = 'f' and connamespace in ('homeroom'::regnamespace, 'access'::regnamespace, 'import'::regnamespace, 'reference'::regnamespace, 'search'::regnamespace, 'inbox'::regnamespace)
            """)).Select(Unquote).Select(Relation.Parse).Where(relation => !relation.CrossesContexts && !WithoutModel.Contains(relation.From)).ToList();
        var model = (await ReadModelAsync(entities => entities.SelectMany(entity => entity.GetForeignKeys()).Select(Describe)))
            .Select(Relation.Parse).ToList();
        Assert.All(model, relation => Assert.Contains(database, relation.IsKeptBy));
        Assert.All(database, kept => Assert.Contains(model, relation => relation.IsKeptBy(kept)));
    }

    [Fact]
    public async Task Enums_are_the_checks_of_their_columns()
    {
        var columns = await ReadModelAsync(entities => entities.SelectMany(entity => entity.GetProperties())
            .Where(property => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum)
            .Select(property => $"{TableOf((IEntityType)property.DeclaringType)} {property.GetColumnName()} {TextsOf(property.ClrType)}"));
        var checks = await test.Database.Owner.ColumnAsync<string>("""
            select conrelid::regclass || ' ' || a.attname || ' ' ||
                   (select string_agg(m[1], ',' order by m[1]) from regexp_matches(pg_get_constraintdef(c.oid), '''([^'']+)''::text', 'g') m)
            from pg_constraint c, pg_attribute a
            where contype = 'c' and connamespace in ('homeroom'::regnamespace, 'access'::regnamespace, 'import'::regnamespace, 'reference'::regnamespace, 'search'::regnamespace, 'inbox'::regnamespace)
              and cardinality(conkey) = 1 and a.attrelid = conrelid and a.attnum = conkey[1]
              and pg_get_constraintdef(c.oid) like '%= ANY (ARRAY[''%::text%'
            """);
        Assert.NotEmpty(columns);
        Assert.All(columns, column => Assert.Contains(column, checks.Select(Unquote)));
    }

    private static string TextsOf(Type type)
    {
        var texts = (IEnumerable<string>)typeof(EnumText<>).MakeGenericType(Nullable.GetUnderlyingType(type) ?? type)
            .GetProperty(nameof(EnumText<DayOfWeek>.All))!.GetValue(null)!;
        return string.Join(',', texts.Order(StringComparer.Ordinal));
    }

    // The log of schema history refers to rows that may be gone, so it has no foreign keys; its queries are tested with the gateway.
    private async Task<List<string>> ReadModelAsync(Func<IEnumerable<IEntityType>, IEnumerable<string>> read)
    {
        await using var homeroom = new HomeroomDbContext(
            new DbContextOptionsBuilder<HomeroomDbContext>().UseNpgsql(test.ConnectionString).Options);
        await using var access = new AccessDbContext(
            new DbContextOptionsBuilder<AccessDbContext>().UseNpgsql(test.ConnectionString).Options);
        return [.. read(homeroom.Model.GetEntityTypes().Concat(access.Model.GetEntityTypes()).Where(entity => entity.GetSchema() != "history" && !Views.Contains(entity.GetSchema())))];
    }

    private static void AssertSame(IEnumerable<string> database, IEnumerable<string> model) =>
        Assert.Equal(string.Join('\n', database.Order(StringComparer.Ordinal)), string.Join('\n', model.Order(StringComparer.Ordinal)));

    private static string Describe(IForeignKey relation) =>
        $"{TableOf(relation.DeclaringEntityType)} {TableOf(relation.PrincipalEntityType)} " + string.Join(
            ',', relation.Properties.Zip(relation.PrincipalKey.Properties, (from, to) => $"{from.GetColumnName()}={to.GetColumnName()}"));

    private static string TableOf(IEntityType entity) => $"{entity.GetSchema()}.{entity.GetTableName()}";

    private static string ColumnsOf(IEnumerable<IProperty> properties) => string.Join(',', properties.Select(p => p.GetColumnName()));

    private static string Unquote(string name) => name.Replace("\"", "", StringComparison.Ordinal);

    private sealed record Relation(string From, string To, IReadOnlySet<string> Columns)
    {
        /// <summary>From or to the tables of accounts, which have a context of their own.</summary>
        public bool CrossesContexts => From.StartsWith("access.", StringComparison.Ordinal) != To.StartsWith("access.", StringComparison.Ordinal);

        public static Relation Parse(string text)
        {
            var parts = text.Split(' ');
            return new(parts[0], parts[1], parts[2].Split(',').ToHashSet());
        }

        public bool IsKeptBy(Relation kept) => kept.From == From && kept.To == To && kept.Columns.IsSupersetOf(Columns);
    }
}
