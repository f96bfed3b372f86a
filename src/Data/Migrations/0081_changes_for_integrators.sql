-- V4. The log of changes for who keeps a copy of some types of rows elsewhere: beside the key of a changed row it has what the row was called outside
-- and who saw it, before and after. So a row that left somebody's reach can be told to who had it, and to nobody else, when it is gone or elsewhere.
--
-- Who sees a row is told by circles: a school's number for the readers of its records, the same number negative for everybody with a role at
-- the school, 0 for everybody with a role in the district. Null is nobody outside: a draft, or a row that was not there. Readers of a whole
-- district see every row that has circles. The Gateway's policies say the same of rows; a test holds both against each other.

alter table history.change_log
    add column key_before     text collate "C",
    add column key_after      text collate "C",
    add column circles_before bigint[],
    add column circles_after  bigint[],
    -- Written for a row because of another one that belongs to it: an author of a paper. What was before stands in the row's own entries.
    add column of_part        boolean not null default false;

-- What is followed, by district and type, in the order of reading. Other entries stay out of it, and cost nothing here.
create index change_to_follow on history.change_log (district_id, entity, txid, seq)
    where circles_before is not null or circles_after is not null;

-- As before; of a type that is followed (two arguments more: the column of the natural key, and an expression over the row r as jsonb that gives its
-- circles) the keys and circles before and after stand with it.
create or replace function history.record_change() returns trigger language plpgsql
    security definer set search_path = pg_catalog, pg_temp set datestyle = 'ISO, YMD' as $$
declare
    key_columns text[] := tg_argv[0];
    hidden      text[] := tg_argv[1];
    keys        text := (select string_agg(format('%I', c), ', ') from unnest(key_columns) c);
    row_key     text := (select format('jsonb_build_object(%s)', string_agg(format('%L, %I', c, c), ', ')) from unnest(key_columns) c);
    row_id      text := (select format('concat_ws(''/'', %s)', string_agg(format('%I', c), ', '))
                         from unnest(case when cardinality(key_columns) > 1 then key_columns[2:] else key_columns end) c);
    changed     text;
    columns     text := '';
    facts       text := '';
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
    if tg_nargs = 4 then
        columns := ', key_before, key_after, circles_before, circles_after';
        facts := format(', before ->> %1$L, after ->> %1$L,
            (select %2$s from (values (before)) v (r) where r is not null), (select %2$s from (values (after)) v (r) where r is not null)',
            tg_argv[2], tg_argv[3]);
    end if;

    execute format('
        with changed as materialized (%s),
        audited as (
            insert into history.audit_log
                (district_id, school_id, table_name, row_key, row_id, operation, before, after, actor, origin, actor_name)
            select (coalesce(after, before) ->> ''district_id'')::integer, (coalesce(after, before) ->> ''school_id'')::bigint,
                   $1, %s, %s, operation, before - $2, after - $2, $3, $4, $7
            from changed)
        insert into history.change_log (district_id, entity, row_id, operation %4$s)
        select (coalesce(after, before) ->> ''district_id'')::integer, $5, %3$s, operation %5$s from changed where $6',
        changed, row_key, row_id, columns, facts)
    using tg_table_schema || '.' || tg_table_name, hidden,
          coalesce(nullif(current_setting('homeroom.actor', true), ''), 'database:' || session_user),
          nullif(current_setting('homeroom.origin', true), ''),
          tg_table_name, tg_table_schema = 'homeroom', history.actor_name(current_setting('homeroom.actor', true));

    -- Equal notifications of one transaction are delivered once. Readers wake up and read the log.
    if tg_table_schema = 'homeroom' then
        perform pg_notify('homeroom_change', '');
    end if;
    return null;
end
$$;

-- Lets a type be followed: its triggers are made anew with what stands beside each key.
create procedure history.follow(followed regclass, key_column text, circles text) language plpgsql as $$
declare
    key_columns text[] := array(
        select a.attname from pg_index i, unnest(i.indkey) with ordinality k (attnum, place), pg_attribute a
        where i.indrelid = followed and i.indisprimary and a.attrelid = followed and a.attnum = k.attnum order by k.place);
    change      record;
begin
    for change in select * from (values
        ('record_insert', 'insert', 'new table as new_rows'), ('record_update', 'update', 'old table as old_rows new table as new_rows'),
        ('record_delete', 'delete', 'old table as old_rows')) changes (name, event, tables)
    loop
        execute format('create or replace trigger %I after %s on %s referencing %s for each statement
                        execute function history.record_change(%L, ''{}'', %L, %L)',
            change.name, change.event, followed, change.tables, key_columns, key_column, circles);
    end loop;
end
$$;

-- A change of what belongs to a row is a change of the row, for it is read with it: authors of a paper, members of a project. Arguments: the
-- row's table, the column of its key, the column of its natural key, the expression of its circles.
--
-- The row is locked first, so that of two transactions that change its parts, or the row, the one that ends last has the greater entry: else a
-- row's version would not tell which is newer. A transaction that has told of the row already holds that lock, and says no more.
create function history.record_change_of_part() returns trigger language plpgsql
    security definer set search_path = pg_catalog, pg_temp as $$
declare
    entity  constant text := (select relname from pg_class where oid = tg_argv[0]::regclass);
    changed constant text := case tg_op
        when 'INSERT' then 'table new_rows'
        when 'DELETE' then 'table old_rows'
        when 'UPDATE' then '(table old_rows except all table new_rows) union all (table new_rows except all table old_rows)' end;
    owners  bigint[];
begin
    execute format('
        select array_agg(row_id) from (select distinct district_id, %I as row_id from (%s) changed) c
        where (select l.txid from history.change_log l
               where l.district_id = c.district_id and l.entity = $1 and l.row_id = c.row_id::text order by l.seq desc limit 1)
              is distinct from pg_current_xact_id()', tg_argv[1], changed)
    into owners using entity;
    if owners is null then
        return null;
    end if;
    execute format('select 1 from %s where %I = any ($1) order by %2$I for no key update', tg_argv[0], tg_argv[1]) using owners;
    execute format('
        insert into history.change_log (district_id, entity, row_id, operation, key_before, key_after, circles_before, circles_after, of_part)
        select district_id, $1, %2$I::text, ''update'', key, key, circles, circles, true
        from %1$s o cross join lateral (select r ->> %3$L as key, %4$s as circles from (values (to_jsonb(o))) v (r)) facts
        where %2$I = any ($2)', tg_argv[0], tg_argv[1], tg_argv[2], tg_argv[3])
    using entity, owners;
    return null;
end
$$;

-- O5. Where a teacher is or was employed decides which schools read the teacher, so an employment is told with the schools before and after. Of a
-- teacher who is deleted the employments go before anything is told of either, so that is told before them.
create function homeroom.schools_of_teacher(in_district integer, of_teacher bigint) returns bigint[] language sql stable parallel safe
    return array(select distinct e.school_id from homeroom.employment e where e.district_id = in_district and e.teacher_id = of_teacher order by 1);

create function history.record_change_of_employment() returns trigger language plpgsql
    security definer set search_path = pg_catalog, pg_temp as $$
declare
    teachers bigint[];
begin
    case tg_op
        when 'INSERT' then teachers := array(select distinct teacher_id from new_rows);
        when 'DELETE' then teachers := array(select distinct teacher_id from old_rows);
        when 'UPDATE' then teachers := array(
            select teacher_id from ((table old_rows except all table new_rows) union (table new_rows except all table old_rows)) changed);
    end case;
    perform from homeroom.teacher where teacher_id = any (teachers) order by teacher_id for no key update;

    case tg_op
        when 'INSERT' then
            insert into history.change_log (district_id, entity, row_id, operation, key_before, key_after, circles_before, circles_after)
            select t.district_id, 'teacher', t.teacher_id::text, 'update', t.staff_number, t.staff_number,
                   array(select distinct e.school_id from homeroom.employment e
                         where e.district_id = t.district_id and e.teacher_id = t.teacher_id
                           and not exists (select from new_rows n where n.employment_id = e.employment_id) order by 1),
                   homeroom.schools_of_teacher(t.district_id, t.teacher_id)
            from homeroom.teacher t where t.teacher_id = any (teachers);
        when 'DELETE' then
            insert into history.change_log (district_id, entity, row_id, operation, key_before, key_after, circles_before, circles_after)
            select t.district_id, 'teacher', t.teacher_id::text, 'update', t.staff_number, t.staff_number,
                   array(select school_id from unnest(homeroom.schools_of_teacher(t.district_id, t.teacher_id)) school_id
                         union select o.school_id from old_rows o where o.teacher_id = t.teacher_id order by 1),
                   homeroom.schools_of_teacher(t.district_id, t.teacher_id)
            from homeroom.teacher t where t.teacher_id = any (teachers);
        when 'UPDATE' then
            insert into history.change_log (district_id, entity, row_id, operation, key_before, key_after, circles_before, circles_after)
            select t.district_id, 'teacher', t.teacher_id::text, 'update', t.staff_number, t.staff_number,
                   array(select e.school_id from homeroom.employment e
                         where e.district_id = t.district_id and e.teacher_id = t.teacher_id
                           and not exists (select from new_rows n where n.employment_id = e.employment_id)
                         union select o.school_id from old_rows o where o.teacher_id = t.teacher_id order by 1),
                   homeroom.schools_of_teacher(t.district_id, t.teacher_id)
            from homeroom.teacher t where t.teacher_id = any (teachers);
    end case;
    return null;
end
$$;

create function history.record_end_of_employments() returns trigger language plpgsql
    security definer set search_path = pg_catalog, pg_temp as $$
begin
    insert into history.change_log (district_id, entity, row_id, operation, key_before, key_after, circles_before, circles_after)
    values (old.district_id, 'teacher', old.teacher_id::text, 'update', old.staff_number, old.staff_number,
            homeroom.schools_of_teacher(old.district_id, old.teacher_id), '{}');
    return old;
end
$$;
revoke execute on function history.record_change_of_part, history.record_change_of_employment, history.record_end_of_employments, homeroom.schools_of_teacher from public;
revoke execute on procedure history.follow from public;

-- What is followed, and what belongs to it.
do $$
declare
    paper   constant text := 'array[coalesce((r ->> ''school_id'')::bigint, 0)]';
    project constant text := 'case when r ->> ''state'' <> ''draft'' then array[(r ->> ''school_id'')::bigint] end';
    teacher constant text := 'homeroom.schools_of_teacher((r ->> ''district_id'')::integer, (r ->> ''teacher_id'')::bigint)';
    part    record;
begin
    call history.follow('homeroom.paper', 'doi', paper);
    call history.follow('homeroom.research_project', 'number', project);
    call history.follow('homeroom.teacher', 'staff_number', teacher);
    call history.follow('homeroom.school', 'code', 'array[-(r ->> ''school_id'')::bigint]');
    call history.follow('homeroom.class', '', 'array[(r ->> ''school_id'')::bigint]');
    -- What is granted here is public at the school.
    call history.follow('homeroom.award', 'number',
        'case when r ->> ''source'' = ''granted'' then array[(r ->> ''school_id'')::bigint, -(r ->> ''school_id'')::bigint]
              else array[(r ->> ''school_id'')::bigint] end');

    for part in
        select 'homeroom.paper' as owner, 'paper_id' as owner_key, 'doi' as natural_key, paper as circles, p as name
        from unnest(array['paper_author', 'paper_keyword']) p
        union all
        select 'homeroom.research_project', 'research_project_id', 'number', project, p
        from unnest(array['research_theme', 'research_application', 'research_member', 'research_stage', 'research_task', 'research_milestone',
                          'research_inspection', 'research_portfolio_item', 'research_decision', 'research_extension_request',
                          'research_change_request']) p
        union all
        select 'homeroom.teacher', 'teacher_id', 'staff_number', teacher, p from unnest(array['teacher_title', 'teacher_subject']) p
    loop
        execute format('create trigger tell_of_insert after insert on homeroom.%I referencing new table as new_rows
                        for each statement execute function history.record_change_of_part(%L, %L, %L, %L)',
            part.name, part.owner, part.owner_key, part.natural_key, part.circles);
        execute format('create trigger tell_of_update after update on homeroom.%I referencing old table as old_rows new table as new_rows
                        for each statement execute function history.record_change_of_part(%L, %L, %L, %L)',
            part.name, part.owner, part.owner_key, part.natural_key, part.circles);
        execute format('create trigger tell_of_delete after delete on homeroom.%I referencing old table as old_rows
                        for each statement execute function history.record_change_of_part(%L, %L, %L, %L)',
            part.name, part.owner, part.owner_key, part.natural_key, part.circles);
    end loop;
end
$$;
create trigger tell_of_insert after insert on homeroom.employment referencing new table as new_rows
    for each statement execute function history.record_change_of_employment();
create trigger tell_of_update after update on homeroom.employment referencing old table as old_rows new table as new_rows
    for each statement execute function history.record_change_of_employment();
create trigger tell_of_delete after delete on homeroom.employment referencing old table as old_rows
    for each statement execute function history.record_change_of_employment();
create trigger tell_of_end before delete on homeroom.teacher for each row execute function history.record_end_of_employments();
