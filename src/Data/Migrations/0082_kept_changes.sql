-- V4. How long the log of changes is kept. It grows with every change, and who follows it is told when a position is older than what is left.

-- From which transaction on every change that is followed can be read. What was logged before the columns of the migration before is not told.
create table history.change_feed (
    only_one  boolean primary key default true check (only_one),
    kept_from xid8 not null
);
insert into history.change_feed (kept_from) select pg_snapshot_xmin(pg_current_snapshot());

-- When which transactions had ended, so that the log needs no time of its own: an entry below the mark is older than the mark.
create table history.change_mark (
    at   timestamptz primary key,
    txid xid8 not null
);

-- Old entries are removed by a role of its own, which nobody signs in as and which owns the one function that does it. To everybody else,
-- the owner too, the log is append-only as before.
do $$
begin
    begin
        create role homeroom_pruner nologin;
    exception when duplicate_object or unique_violation then null;
    end;
    if not pg_has_role(current_user, 'homeroom_pruner', 'set') then
        execute format('grant homeroom_pruner to %I with inherit false, set true', current_user);
    end if;
end
$$;
grant usage on schema history to homeroom_pruner;
grant select, delete on history.change_log to homeroom_pruner;
grant select, update on history.change_feed to homeroom_pruner;
grant select, insert, delete on history.change_mark to homeroom_pruner;

create function history.refuse_but_pruning() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_user = 'homeroom_pruner' then
        return null;
    end if;
    raise exception '% of %.% is refused', lower(tg_op), tg_table_schema, tg_table_name
        using errcode = 'HG002', hint = tg_argv[0];
end
$$;
create or replace trigger append_only before update or delete or truncate on history.change_log
    for each statement execute function history.refuse_but_pruning('The change log is append-only (rule V4).');
alter table history.change_log enable always trigger append_only;

-- Removes entries that are older than so many days, not more than so many at once, and says how many; 0: none is left. Who calls it again and again
-- holds no lock for long, and says what time it is. What is kept begins later in the same transaction in which the first entry before it goes. At most one does it at a time.
create function history.prune_changes(at timestamptz, days integer, most integer) returns integer language plpgsql
    security definer set search_path = pg_catalog, pg_temp as $$
declare
    before  xid8;
    removed integer;
begin
    if days < 1 or most < 1 then
        raise exception 'changes are kept for a day at least' using errcode = 'invalid_parameter_value';
    end if;
    if not pg_try_advisory_xact_lock('history.change_log'::regclass::oid::bigint) then
        return 0;
    end if;
    insert into history.change_mark (at, txid)
    select prune_changes.at, pg_snapshot_xmin(pg_current_snapshot())
    where not exists (select from history.change_mark m where m.at > prune_changes.at - interval '50 minutes');

    select m.txid into before from history.change_mark m where m.at <= prune_changes.at - make_interval(days => prune_changes.days) order by m.at desc limit 1;
    if before is null then
        return 0;
    end if;
    update history.change_feed set kept_from = before where kept_from < before;
    with old as (select l.txid, l.seq from history.change_log l where l.txid < before order by l.txid, l.seq limit most)
    delete from history.change_log l using old where l.txid = old.txid and l.seq = old.seq;
    get diagnostics removed = row_count;
    if removed < most then
        delete from history.change_mark m where m.txid < before;
    end if;
    return removed;
end
$$;
revoke execute on function history.prune_changes, history.refuse_but_pruning from public;
grant create on schema history to homeroom_pruner;
alter function history.prune_changes owner to homeroom_pruner;
revoke create on schema history from homeroom_pruner;
grant usage on schema history to homeroom_writer;
grant execute on function history.prune_changes to homeroom_writer;

grant select on history.change_feed to homeroom_feed;
