-- Data versions: a number for a district and a table that grows with every commit which changed rows of both. A gateway that knows
-- the number of an earlier answer learns by one look-up whether that answer still holds, and gateways share nothing but the database.
--
-- The number is the sum of stripes. A transaction adds one to a stripe that no open transaction holds, or makes a new one, so no writer
-- ever waits for another. Snapshots of a primary are ordered by inclusion (a later one sees all that an earlier one saw), and a stripe
-- only grows: the sums that two snapshots see are equal only where no change of the rows lies between them. A greatest sequence number would not
-- do: a transaction that took its number early and commits late changes no maximum.

create schema version;

create table version.counted_table (
    table_number smallint generated always as identity primary key,
    table_name   text collate "C" not null unique
);

-- district_id 0: rows that belong to no district, and what concerns all of them. Read and written all the time and a few rows only: room
-- in each page keeps its updates there, off the index (HOT), and lets every reader clear away dead ones.
create table version.counter (
    table_number smallint not null references version.counted_table,
    district_id  integer not null,
    stripe       bigint generated always as identity,
    changes      bigint not null,
    primary key (table_number, district_id, stripe)
) with (fillfactor = 20, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_analyze_scale_factor = 0.5);

-- Counts one change of each of the districts, once in a transaction. What is counted already stands in a setting of the transaction, which
-- is undone with the counting where a savepoint is rolled back.
create function version.add(counted smallint, districts integer[]) returns void language plpgsql as $$
declare
    counted_before constant text := coalesce(current_setting('homeroom.counted', true), '');
    counted_now text := counted_before;
    district    integer;
    mark        text;
    free_stripe bigint;
begin
    foreach district in array districts loop
        district := coalesce(district, 0);
        mark := ';' || counted || ':' || district || ';';
        continue when position(mark in counted_now) > 0;
        free_stripe := null;
        -- Under a stricter isolation a stripe that somebody else has moved since the transaction began can't be moved any more.
        if current_setting('transaction_isolation') = 'read committed' then
            select c.stripe into free_stripe from version.counter c
            where c.table_number = counted and c.district_id = district
            limit 1 for update skip locked;
        end if;
        if free_stripe is null then
            insert into version.counter (table_number, district_id, changes) values (counted, district, 1);
        else
            update version.counter c set changes = c.changes + 1
            where c.table_number = counted and c.district_id = district and c.stripe = free_stripe;
        end if;
        counted_now := counted_now || mark;
    end loop;
    if counted_now <> counted_before then
        perform set_config('homeroom.counted', counted_now, true);
    end if;
end
$$;

-- The districts come from the rows themselves: a statement may touch several, and an update may move a row.
create function version.count_change() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    districts integer[];
begin
    case tg_op
        when 'INSERT' then districts := array(select distinct district_id from new_rows);
        when 'DELETE' then districts := array(select distinct district_id from old_rows);
        when 'UPDATE' then districts := array(select district_id from old_rows union select district_id from new_rows);
    end case;
    perform version.add(tg_argv[0]::smallint, districts);
    return null;
end
$$;

-- For tables whose rows belong to no district, or are read from other districts than their own; and for what has no rows to look at.
create function version.count_change_for_all() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform version.add(tg_argv[0]::smallint, '{0}');
    return null;
end
$$;

-- Puts a table under it. The triggers fire whoever writes and however, for replication too.
create procedure version.watch(watched regclass, by_district boolean default true) language plpgsql as $$
declare
    of_table constant text := (select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = watched);
    number   smallint;
    change   record;
begin
    insert into version.counted_table (table_name) values (of_table) returning table_number into number;
    by_district := by_district and exists (
        select from pg_attribute where attrelid = watched and attname = 'district_id' and not attisdropped);
    for change in
        select * from (values
            ('count_insert', 'insert', 'referencing new table as new_rows', by_district),
            ('count_update', 'update', 'referencing old table as old_rows new table as new_rows', by_district),
            ('count_delete', 'delete', 'referencing old table as old_rows', by_district),
            ('count_truncate', 'truncate', '', false)) as changes (name, event, referencing, by_district)
    loop
        execute format('create trigger %I after %s on %s %s for each statement execute function version.%I(%L)',
            change.name, change.event, watched, case when change.by_district then change.referencing else '' end,
            case when change.by_district then 'count_change' else 'count_change_for_all' end, number);
        execute format('alter table %s enable always trigger %I', watched, change.name);
    end loop;
end
$$;

-- From here on every table that is guarded is counted too; one of which nobody reads a row is not.
create or replace procedure reach.guard(guarded regclass, reads text) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('create policy reader_reach on %s for select to homeroom_reader using (%s)', guarded, reads);
    execute format('create policy writer_reach on %s for all to homeroom_writer using (true) with check (true)', guarded);
    if reads <> 'false' then
        call version.watch(guarded);
    end if;
end
$$;

-- What is guarded already; the audit log is not counted, for it changes with every other table.
do $$
declare
    guarded regclass;
begin
    for guarded in
        select p.polrelid from pg_policy p
        where p.polname = 'reader_reach' and pg_get_expr(p.polqual, p.polrelid) <> 'false' and p.polrelid <> 'history.audit_log'::regclass
        order by p.polrelid::regclass::text collate "C"
    loop
        call version.watch(guarded);
    end loop;
end
$$;

-- Accounts are read through views, and from other districts than the one they belong to.
call version.watch('access.account', by_district => false);
call version.watch('access."grant"', by_district => false);
call version.watch('access.client_secret', by_district => false);
call version.watch('access.external_identity', by_district => false);

-- A migration may change what functions and views answer: it counts as a change of everything.
call version.watch('public.homeroom_migration');

-- The look-up: makes sure of the account as reach.enter does, and tells how often what it may read of the tables was changed. With the second
-- number, two databases that were one are told apart: a restored copy and a promoted standby may have lost commits, and count them anew.
create function reach.changes(viewer_account_id uuid, viewer_access_version integer, tables smallint[], out changes bigint, out lineage bigint)
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
    districts integer[];
begin
    select v.districts || v.school_districts || v.audited_districts || v.seen_districts || 0 into districts
    from access.viewer_reach v where v.account_id = viewer_account_id and v.access_version = viewer_access_version;
    if not found then
        raise exception 'the access of this account has changed' using errcode = 'HG001', hint = 'Sign in again.';
    end if;
    select coalesce(sum(c.changes), 0) into changes from version.counter c
    where c.table_number = any (tables) and c.district_id = any (districts);
    lineage := (extract(epoch from pg_postmaster_start_time()) * 1000000)::bigint # ('version.counter'::regclass::oid::bigint << 32);
end
$$;

-- The same, and the reach for the statement that follows: the number is read before the data, so an answer is never labelled with a later
-- one than what it holds.
create function reach.enter_counted(viewer_account_id uuid, viewer_access_version integer, tables smallint[], out changes bigint, out lineage bigint)
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform reach.enter(viewer_account_id, viewer_access_version);
    select c.changes, c.lineage into changes, lineage from reach.changes(viewer_account_id, viewer_access_version, tables) c;
end
$$;

revoke execute on all functions in schema version from public;
revoke execute on all procedures in schema version from public;
revoke execute on function reach.changes, reach.enter_counted from public;
grant execute on function reach.changes, reach.enter_counted to homeroom_reader;
grant usage on schema version to homeroom_reader;
grant select on version.counted_table to homeroom_reader;
