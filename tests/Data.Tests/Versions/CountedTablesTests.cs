using HomeroomGraph.Data.Versions;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Data.Tests.Versions;

/// <summary>What a statement reads is found in its text, behind views and functions too; what PostgreSQL itself knows of that is the judge.</summary>
public sealed class CountedTablesTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    [Theory]
    [InlineData("""select t0."name" from "homeroom"."school" t0""", "homeroom.school")]
    [InlineData("""select 1 from "homeroom"."district" t0 where homeroom.is_working_day(t0."district_id", $1)""", "homeroom.calendar_day homeroom.district")]
    [InlineData("select homeroom.portfolio_completeness($1, $2, $3, $4)", "homeroom.policy homeroom.policy_kind homeroom.research_portfolio_item")]
    [InlineData("select homeroom.plain_doi($1)", "")]
    [InlineData("""select 1 from "reach"."client_secret" t0""", "access.account access.client_secret access.external_identity access.grant")] // There are a view and a function "reach.account": both count.
    [InlineData("""select 1 from "homeroom"."teacher" t0""", "homeroom.employment homeroom.teacher")]
    [InlineData("""select 1 from "reference"."region" t0""", "reference.region")]
    public async Task Reads_what_it_names_and_what_stands_behind(string statement, string tables) =>
        Assert.Equal(tables, string.Join(' ', (await TablesAsync()).NamesOf(statement)!));

    [Theory]
    [InlineData("""select 1 from "history"."audit_log" t0""")]
    [InlineData("""select 1 from "homeroom"."document_content" t0""")]
    [InlineData("select homeroom.open_check_year($1)")]
    public async Task What_is_not_counted_or_can_t_be_told_is_nothing_to_rest_on(string statement) =>
        Assert.Null((await TablesAsync()).NumbersOf(statement));

    /// <summary>PostgreSQL notes what views and functions with a parsed body depend on; of other functions only the text is there.</summary>
    [Fact]
    public async Task Finds_all_that_postgresql_knows_of()
    {
        var known = await test.Database.Owner.ColumnAsync<string>("""
            with recursive named as (
                select 'pg_proc'::regclass::oid as kind, p.oid, n.nspname || '.' || p.proname as name
                from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where n.nspname in ('homeroom', 'reach') and p.prosqlbody is not null and has_function_privilege('homeroom_reader', p.oid, 'execute')
                union all
                select 'pg_class'::regclass::oid, c.oid, n.nspname || '.' || c.relname
                from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('homeroom', 'reach') and c.relkind = 'v'),
            needs as (
                select d.classid as kind, d.objid as oid, d.refclassid as to_kind, d.refobjid as to_oid from pg_depend d
                where d.classid = 'pg_proc'::regclass and d.deptype = 'n'
                union all
                select 'pg_class'::regclass, r.ev_class, d.refclassid, d.refobjid from pg_depend d join pg_rewrite r on r.oid = d.objid
                where d.classid = 'pg_rewrite'::regclass and d.refobjid <> r.ev_class),
            reached as (
                select name, kind, oid from named
                union
                select r.name, n.to_kind, n.to_oid from reached r join needs n on n.kind = r.kind and n.oid = r.oid)
            select r.name || ' ' || n.nspname || '.' || c.relname || ' ' || exists (select from version.counted_table t where t.table_name = n.nspname || '.' || c.relname)
            from reached r join pg_class c on r.kind = 'pg_class'::regclass and c.oid = r.oid and c.relkind in ('r', 'p')
            join pg_namespace n on n.oid = c.relnamespace order by 1
            """);
        Assert.NotEmpty(known);
        var tables = await TablesAsync();
        foreach (var of in known.Select(line => line.Split(' ')).GroupBy(part => part[0], part => (Table: part[1], IsCounted: bool.Parse(part[2]))))
        {
            var found = tables.NamesOf($"select {of.Key}()");
            bool isRight = of.Any(read => !read.IsCounted) ? found is null : found is not null && !of.Select(read => read.Table).Except(found).Any();
            Assert.True(isRight, $"{of.Key} reads {string.Join(", ", of)} and is said to read {string.Join(", ", found ?? [])}");
        }
    }

    /// <summary>Text is all that is known of these, so they must name their tables with the schema, or nothing would be found.</summary>
    [Fact]
    public async Task No_function_of_the_reading_role_reads_what_it_does_not_name()
    {
        var hidden = await test.Database.Owner.ColumnAsync<string>("""
            select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname in ('homeroom', 'reach', 'reference') and p.prosqlbody is null and p.provolatile <> 'i'
              and has_function_privilege('homeroom_reader', p.oid, 'execute')
              and p.prosrc ~* '\m(from|join)\s+(?!pg_|unnest|generate_series|lateral|homeroom\.|reach\.|access\.|version\.|reference\.)[a-z_]+'
            """);
        Assert.Empty(hidden);
    }

    private Task<CountedTables> TablesAsync() => CountedTables.ReadAsync(test.Database.Reader, TestContext.Current.CancellationToken);
}
