-- V3, V4. The audit log (who changed what, before and after) and the change log (which keys changed, for feeds). Both are
-- written by statement-level triggers with transition tables, so a bulk import can't get round them and pays little.

create schema history;

create table history.audit_log (
    audit_id    bigint generated always as identity primary key,
    at          timestamptz not null default now(),
    txid        xid8 not null default pg_current_xact_id(),
    district_id integer,
    table_name  text not null,
    row_key     jsonb not null,
    operation   text not null check (operation in ('insert', 'update', 'delete')),
    before      jsonb,
    after       jsonb,
    actor       text not null,
    origin      text
);
create index audit_by_district on history.audit_log (district_id, audit_id);

-- Read in the order (txid, seq) and only below the oldest running transaction: the order by txid alone can end on an older
-- value, the order by seq alone skips late commits. A row's version is its greatest seq.
create table history.change_log (
    txid        xid8 not null default pg_current_xact_id(),
    seq         bigint generated always as identity,
    district_id integer not null,
    entity      text not null,
    row_id      text not null,
    operation   text not null check (operation in ('insert', 'update', 'delete')),
    primary key (txid, seq)
);
create index change_by_row on history.change_log (district_id, entity, row_id, seq);

-- Append-only, for the owner too: "always" holds even where triggers are off for replication.
create function history.refuse() returns trigger language plpgsql as $$
begin
    raise exception '% of %.% is refused', lower(tg_op), tg_table_schema, tg_table_name
        using errcode = 'HG002', hint = tg_argv[0];
end
$$;
create trigger append_only before update or delete or truncate on history.audit_log
    for each statement execute function history.refuse('The audit log is append-only (rule V3).');
create trigger append_only before update or delete or truncate on history.change_log
    for each statement execute function history.refuse('The change log is append-only (rule V4).');
alter table history.audit_log enable always trigger append_only;
alter table history.change_log enable always trigger append_only;

-- Records what a statement changed. Arguments: the columns of the primary key, the columns that stay out of the log.
-- An update that left a row as it was is no change; one that moved its key is a deletion and an insertion.
create function history.record_change() returns trigger language plpgsql
    security definer set search_path = pg_catalog, pg_temp set datestyle = 'ISO, YMD' as $$
declare
    key_columns text[] := tg_argv[0];
    hidden      text[] := tg_argv[1];
    keys        text := (select string_agg(format('%I', c), ', ') from unnest(key_columns) c);
    row_key     text := (select format('jsonb_build_object(%s)', string_agg(format('%L, %I', c, c), ', ')) from unnest(key_columns) c);
    row_id      text := (select format('concat_ws(''/'', %s)', string_agg(format('%I', c), ', '))
                         from unnest(case when cardinality(key_columns) > 1 then key_columns[2:] else key_columns end) c);
    changed     text;
begin
    changed := case tg_op
        when 'INSERT' then format('select %s, ''insert'' as operation, null::jsonb as before, to_jsonb(n) as after from new_rows n', keys)
        when 'DELETE' then format('select %s, ''delete'' as operation, to_jsonb(o) as before, null::jsonb as after from old_rows o', keys)
        when 'UPDATE' then format(
            'select %s, case when o is null then ''insert'' when n is null then ''delete'' else ''update'' end as operation,
                    to_jsonb(o) as before, to_jsonb(n) as after
             from old_rows o full join new_rows n using (%1$s)
             where to_jsonb(o) is distinct from to_jsonb(n)', keys)
    end;

    execute format('
        with changed as materialized (%s),
        audited as (
            insert into history.audit_log (district_id, table_name, row_key, operation, before, after, actor, origin)
            select (coalesce(after, before) ->> ''district_id'')::integer, $1, %s, operation, before - $2, after - $2, $3, $4
            from changed)
        insert into history.change_log (district_id, entity, row_id, operation)
        select (coalesce(after, before) ->> ''district_id'')::integer, $5, %s, operation from changed where $6',
        changed, row_key, row_id)
    using tg_table_schema || '.' || tg_table_name, hidden,
          coalesce(nullif(current_setting('homeroom.actor', true), ''), 'database:' || session_user),
          nullif(current_setting('homeroom.origin', true), ''),
          tg_table_name, tg_table_schema = 'homeroom';

    -- Equal notifications of one transaction are delivered once. Readers wake up and read the log.
    if tg_table_schema = 'homeroom' then
        perform pg_notify('homeroom_change', '');
    end if;
    return null;
end
$$;

-- Puts a table under the audit log and, in schema homeroom, under the change log.
create procedure history.watch(watched regclass, hidden text[] default '{}') language plpgsql as $$
declare
    key_columns text[] := array(
        select a.attname from pg_index i, unnest(i.indkey) with ordinality k (attnum, place), pg_attribute a
        where i.indrelid = watched and i.indisprimary and a.attrelid = watched and a.attnum = k.attnum order by k.place);
begin
    execute format('create trigger record_insert after insert on %s referencing new table as new_rows
                    for each statement execute function history.record_change(%L, %L)', watched, key_columns, hidden);
    execute format('create trigger record_update after update on %s referencing old table as old_rows new table as new_rows
                    for each statement execute function history.record_change(%L, %L)', watched, key_columns, hidden);
    execute format('create trigger record_delete after delete on %s referencing old table as old_rows
                    for each statement execute function history.record_change(%L, %L)', watched, key_columns, hidden);
    execute format('create trigger no_truncate before truncate on %s for each statement
                    execute function history.refuse(''Truncating would leave no history (rule V3): delete the rows.'')', watched);
end
$$;

call history.watch('homeroom.district');
call history.watch('homeroom.district_former_designation');
call history.watch('homeroom.school');
call history.watch('homeroom.subject');
call history.watch('homeroom.teacher');
call history.watch('homeroom.teacher_subject');
call history.watch('homeroom.teacher_title');
call history.watch('homeroom.employment');
call history.watch('homeroom.school_year');
call history.watch('homeroom.semester');
call history.watch('homeroom.calendar_day');
call history.watch('homeroom.cohort');
call history.watch('homeroom.class');
call history.watch('homeroom.appointment');
call history.watch('access.account', '{password_hash, security_stamp, concurrency_stamp}');
call history.watch('access."grant"');
