using HomeroomGraph.Testing;

namespace HomeroomGraph.Data.Tests.Tenancy;

/// <summary>Under a row policy an operator that is not leakproof can't be an index condition (design: tenancy), so an index on such a
/// column would serve the owner and be lost to everyone else.</summary>
public sealed class LeakproofIndexTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Every_index_compares_by_leakproof_operators_only() =>
        Assert.Empty(await test.Database.Owner.ColumnAsync<string>("""
            select distinct i.indexrelid::regclass || ' ' || c.opcname
            from pg_index i
            join pg_class x on x.oid = i.indexrelid
            join pg_am m on m.oid = x.relam and m.amname = 'btree'
            cross join unnest(i.indclass) k (opclass)
            join pg_opclass c on c.oid = k.opclass
            join pg_amop a on a.amopfamily = c.opcfamily and a.amoplefttype = c.opcintype and a.amoprighttype = c.opcintype
            join pg_operator o on o.oid = a.amopopr
            join pg_proc p on p.oid = o.oprcode
            where x.relnamespace in ('homeroom'::regnamespace, 'history'::regnamespace, 'search'::regnamespace) and not p.proleakproof
            """));
}
