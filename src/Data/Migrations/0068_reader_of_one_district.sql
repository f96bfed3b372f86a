-- Wall two for those who read one whole district and nothing else, as most dashboards do. Their row-level security is one equality, which PostgreSQL
-- asks once a statement and not of each row; so they have a role of their own, for a plan is made for the role that runs it.

do $$
begin
    create role homeroom_district_reader nologin;
exception when duplicate_object or unique_violation then null;
end
$$;
do $$
begin
    if not pg_has_role(current_user, 'homeroom_district_reader', 'set') then
        execute format('grant homeroom_district_reader to %I with inherit false, set true', current_user);
    end if;
end
$$;

-- The district of a session whose reach is one whole district; null for every other.
create function reach.district() returns integer language sql stable parallel safe
    return nullif(current_setting('homeroom.district', true), '')::integer;
grant execute on function reach.district to homeroom_reader;

-- The district to which the reach of an account comes down: it reads all of it, and nothing of another. Null where there is none.
create function access.only_district(viewer access.viewer_reach) returns integer language sql immutable
    return case when cardinality(viewer.districts) = 1 and viewer.school_districts <@ viewer.districts
                 and viewer.audited_districts = '{}' and viewer.seen_districts = '{}' then viewer.districts[1] end;
grant execute on function access.only_district to homeroom_access;

-- What the reading role may do, the other one may too, under policies that say the same of one district: those that begin by asking for a
-- whole district ask only that, and any other is the same. Called after every migration.
create procedure reach.equip_district_reader() language plpgsql as $$
declare
    grant_again text;
    guarded     record;
begin
    for grant_again in
        select format('grant usage on schema %I to homeroom_district_reader', n.nspname)
        from pg_namespace n, aclexplode(n.nspacl) a where a.grantee = 'homeroom_reader'::regrole and a.privilege_type = 'USAGE'
        union all
        select format('grant %s on %s to homeroom_district_reader', a.privilege_type, c.oid::regclass)
        from pg_class c, aclexplode(c.relacl) a where a.grantee = 'homeroom_reader'::regrole
        union all
        select format('grant %s (%I) on %s to homeroom_district_reader', a.privilege_type, c.attname, c.attrelid::regclass)
        from pg_attribute c, aclexplode(c.attacl) a where a.grantee = 'homeroom_reader'::regrole
        union all
        select format('grant execute on function %s to homeroom_district_reader', f.oid::regprocedure)
        from pg_proc f, aclexplode(f.proacl) a where a.grantee = 'homeroom_reader'::regrole
    loop
        execute grant_again;
    end loop;

    for guarded in
        select p.polrelid::regclass as name, reads.condition, exists (
                   select from pg_policy d where d.polrelid = p.polrelid and d.polname = 'district_reach') as is_guarded,
               ltrim(regexp_replace(reads.condition, '\s+', ' ', 'g'))
                   like 'CASE WHEN (district_id = ANY (( SELECT reach.districts() AS districts)::integer[])) THEN true %' as asks_for_district_first
        from pg_policy p cross join lateral (select pg_get_expr(p.polqual, p.polrelid) as condition) reads
        where 'homeroom_reader'::regrole = any (p.polroles)
    loop
        if guarded.is_guarded then
            execute format('drop policy district_reach on %s', guarded.name);
        end if;
        execute format('create policy district_reach on %s for select to homeroom_district_reader using (%s)', guarded.name,
            case when guarded.asks_for_district_first then 'district_id = (select reach.district())' else guarded.condition end);
    end loop;
end
$$;
revoke execute on procedure reach.equip_district_reader from public;

-- As before; a session of one whole district needs no more than that.
create or replace function reach.enter(viewer_account_id uuid, viewer_access_version integer) returns void language plpgsql
    security definer set search_path = pg_catalog, pg_temp as $$
declare
    viewer        access.viewer_reach;
    only_district integer;
begin
    select * into viewer from access.viewer_reach where account_id = viewer_account_id;
    if not found or viewer.access_version <> viewer_access_version then
        raise exception 'the access of this account has changed' using errcode = 'HG001', hint = 'Sign in again.';
    end if;
    only_district := access.only_district(viewer);
    if only_district is not null then
        perform set_config('homeroom.account', viewer_account_id::text, true),
                set_config('homeroom.districts', viewer.districts::text, true),
                set_config('homeroom.district', only_district::text, true);
        return;
    end if;
    if viewer.teachers <> '{}' then
        viewer.schools := viewer.schools || reach.assigned_schools(viewer.teachers);
    end if;
    perform set_config('homeroom.account', viewer_account_id::text, true),
            set_config('homeroom.districts', viewer.districts::text, true),
            set_config('homeroom.school_districts', viewer.school_districts::text, true),
            set_config('homeroom.schools', viewer.schools::text, true),
            set_config('homeroom.audited_districts', viewer.audited_districts::text, true),
            set_config('homeroom.seen_districts', viewer.seen_districts::text, true);
end
$$;
