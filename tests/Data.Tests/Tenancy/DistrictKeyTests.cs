using HomeroomGraph.Testing;

namespace HomeroomGraph.Data.Tests.Tenancy;

public sealed class DistrictKeyTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    // Reference data of the program, the same for all districts and written by migrations only.
    private static readonly string[] OfNoDistrict = ["homeroom.policy_kind"];

    [Fact]
    public async Task Every_key_and_every_relation_begins_with_the_district() =>
        Assert.Empty(await test.Database.Owner.ColumnAsync<string>("""
            select conrelid::regclass || ' ' || conname from pg_constraint
            where connamespace = 'homeroom'::regnamespace and contype in ('p', 'f')
              and (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1]) <> 'district_id'
              and conrelid <> all ($1::regclass[]) and confrelid <> all ($1::regclass[])
            """, (object)OfNoDistrict));

    [Fact]
    public async Task Only_reference_data_belongs_to_no_district_and_the_program_can_not_write_it() =>
        Assert.Equal(OfNoDistrict, await test.Database.Owner.ColumnAsync<string>("""
            select c.oid::regclass || case when has_any_column_privilege('homeroom_writer', c.oid, 'insert, update')
                                           or has_table_privilege('homeroom_writer', c.oid, 'delete') then ' is written' else '' end
            from pg_class c
            where c.relnamespace = 'homeroom'::regnamespace and c.relkind in ('r', 'p')
              and not exists (select from pg_attribute where attrelid = c.oid and attname = 'district_id' and attnotnull)
            """));

    [Fact]
    public async Task No_row_points_to_a_row_of_another_district()
    {
        var writer = test.Database.Writer;
        var here = await SmallDistrict.CreateAsync(writer);
        var there = await SmallDistrict.CreateAsync(writer);
        await writer.RefusedByAsync(
            "employment_district_id_school_id_fkey",
            "insert into homeroom.employment (district_id, teacher_id, school_id, starts_on) values ($1, $2, $3, '2026-09-01')",
            here.Id, here.Teachers[0], there.School);
        await here.AppointRefusedByAsync("appointment_district_id_teacher_id_fkey", here.Classes[0], there.Teachers[0], "2026-09-01", null);
        await here.AppointRefusedByAsync(
            "appointment_district_id_school_id_class_id_fkey", there.Classes[0], here.Teachers[0], "2026-09-01", null);
    }

    [Fact]
    public async Task Every_relation_has_an_index_that_begins_with_it() =>
        Assert.Empty(await test.Database.Owner.ColumnAsync<string>("""
            select f.conrelid::regclass || ' ' || f.conname
            from pg_constraint f, lateral (
                -- A key that goes through the school is found without it: the last column is unique by itself.
                select array_agg(attnum) as columns from pg_attribute
                where attrelid = f.conrelid and attnum = any (f.conkey) and (attname <> 'school_id' or cardinality(f.conkey) = 2)) k
            where f.connamespace in ('homeroom'::regnamespace, 'access'::regnamespace) and f.contype = 'f'
              and not exists (
                  select from pg_index i
                  where i.indrelid = f.conrelid and i.indpred is null
                    and ((i.indkey::int2[])[0:cardinality(k.columns) - 1] @> k.columns
                         or (i.indkey::int2[])[0:cardinality(f.conkey) - 1] @> f.conkey))
            """));
}
