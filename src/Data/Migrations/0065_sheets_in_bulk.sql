-- E2. Check sheets in bulk. What a new sheet must fulfil is looked up once for all sheets of a statement; and a sheet that comes with its lines,
-- in one statement, has its total from the start. Before, the lines moved it in the transaction that had inserted it, which wrote each sheet
-- twice, had its foreign keys checked twice and summed it up twice for dashboards.

-- Whoever says that a new sheet is written in this transaction says the rest too: total, what is lost, the year. check_new_sheets and
-- follow_check_lines hold that against the round, the semester and the lines. For everybody else a new sheet has full marks.
create or replace function homeroom.begin_check_sheet() returns trigger language plpgsql as $$
begin
    -- What is not there is refused by the foreign keys.
    new.total := coalesce((select r.full_marks from homeroom.check_round r
                           where r.district_id = new.district_id and r.check_round_id = new.check_round_id), 0);
    new.lost := '{0,0,0,0,0,0,0,0}';
    new.starting_year := coalesce((select extract(year from y.starts_on) from homeroom.semester m
                                   join homeroom.school_year y on y.district_id = m.district_id and y.school_year_id = m.school_year_id
                                   where m.district_id = new.district_id and m.semester_id = new.semester_id), 0);
    new.written_in := pg_current_xact_id();
    return new;
end
$$;
create or replace trigger begin_check_sheet before insert on homeroom.check_sheet
    for each row when (new.written_in is distinct from pg_current_xact_id()) execute function homeroom.begin_check_sheet();
drop trigger keep_lost_points_on_insert on homeroom.check_sheet;

create or replace function homeroom.keep_lost_points() returns trigger language plpgsql as $$
begin
    new.lost := old.lost;
    return new;
end
$$;

-- Deeper down are the triggers that set what these keep.
create or replace function homeroom.keep_check_sheet() returns trigger language plpgsql as $$
begin
    if old.written_in <> pg_current_xact_id() then
        perform homeroom.refuse_by('e2_a_correction_keeps_what_it_replaces', tg_table_name,
            format('the sheet %s is entered: record a correction first, in the same transaction', old.check_sheet_id));
    end if;
    if tg_op = 'DELETE' then return old; end if;
    if (new.check_sheet_id, new.school_id, new.semester_id, new.evaluation_scheme_id, new.check_round_id)
       <> (old.check_sheet_id, old.school_id, old.semester_id, old.evaluation_scheme_id, old.check_round_id) then
        perform homeroom.refuse_by('e2_a_sheet_keeps_its_round', tg_table_name,
            'a sheet keeps its school, semester, scheme and round: make it void and enter another');
    end if;
    if (new.day <> old.day or new.class_id <> old.class_id)
       and not exists (select from homeroom.semester m, homeroom.class c
                       where m.district_id = new.district_id and m.semester_id = new.semester_id
                         and m.starts_on <= new.day and new.day < m.ends_on
                         and c.district_id = new.district_id and c.class_id = new.class_id
                         and c.school_year_id = m.school_year_id) then
        perform homeroom.refuse_by('e2_a_sheet_lies_in_its_semester', tg_table_name, 'the day and the class are of the semester');
    end if;
    new.total := old.total;
    new.starting_year := old.starting_year;
    new.written_in := old.written_in;
    return new;
end
$$;
create or replace trigger keep_check_sheet before update or delete on homeroom.check_sheet
    for each row when (pg_trigger_depth() = 0) execute function homeroom.keep_check_sheet();

-- E2. A new sheet's semester contains the day and is of the class's and the scheme's school year; the scheme is in use, the school's or the
-- district's; a post checks the classes it is assigned to, in its semester; and a sheet loses nothing without lines. The schemes are held "for
-- share" first: who brings one out of use waits for the sheets, and what is read here is read after who was before us.
create function homeroom.check_new_sheets() returns trigger language plpgsql as $$
declare
    wrong record;
begin
    perform from homeroom.evaluation_scheme s
        where (s.district_id, s.evaluation_scheme_id) in (select district_id, evaluation_scheme_id from new_rows)
        order by s.district_id, s.evaluation_scheme_id for share;
    select * into wrong from (
        select n.class_id, n.day, array_remove(array[
                   case when not (m.starts_on <= n.day and n.day < m.ends_on) then 'e2_a_sheet_lies_in_its_semester' end,
                   case when c.school_year_id <> m.school_year_id or n.starting_year <> extract(year from y.starts_on)
                        then 'e2_a_sheet_is_of_the_class_s_year' end,
                   case when s.state <> 'in_use' or s.school_year_id <> m.school_year_id or s.school_id <> n.school_id
                        then 'e2_a_sheet_has_a_scheme_in_use' end,
                   case when n.inspector_post_id is not null
                             and not exists (select from homeroom.inspector_post_class a join homeroom.inspector_post p
                                                 on p.district_id = a.district_id and p.inspector_post_id = a.inspector_post_id
                                             where a.district_id = n.district_id and a.inspector_post_id = n.inspector_post_id
                                               and a.class_id = n.class_id and p.semester_id = n.semester_id)
                        then 'e2_a_post_checks_its_classes' end,
                   case when (n.total = r.full_marks - (n.lost[1] + n.lost[2] + n.lost[3] + n.lost[4] + n.lost[5] + n.lost[6] + n.lost[7] + n.lost[8])) is not true
                             or n.lost <> '{0,0,0,0,0,0,0,0}'
                                and not exists (select from homeroom.check_line l
                                                where l.district_id = n.district_id and l.check_sheet_id = n.check_sheet_id
                                                  and l.starting_year = n.starting_year)
                        then 'e2_a_sheet_loses_what_its_lines_take' end], null) as broken
        from new_rows n
        join homeroom.semester m on m.district_id = n.district_id and m.semester_id = n.semester_id
        join homeroom.school_year y on y.district_id = m.district_id and y.school_year_id = m.school_year_id
        join homeroom.class c on c.district_id = n.district_id and c.class_id = n.class_id
        join homeroom.check_round r on r.district_id = n.district_id and r.check_round_id = n.check_round_id
        join homeroom.evaluation_scheme s on s.district_id = n.district_id and s.evaluation_scheme_id = n.evaluation_scheme_id) checked
    where cardinality(broken) > 0 limit 1;
    if found then
        perform homeroom.refuse_by(wrong.broken[1], tg_table_name,
            format('the sheet of class %s on %s breaks %s', wrong.class_id, wrong.day, array_to_string(wrong.broken, ', ')));
    end if;
    return null;
end
$$;
create trigger check_new_sheets after insert on homeroom.check_sheet
    referencing new table as new_rows for each statement execute function homeroom.check_new_sheets();

-- What lines take off by aspect (figures.aspect_of), as the text of an aggregate over hundredths of points, for whole numbers are summed up in a
-- tenth of the time: eight sums, in a list as check_sheet.lost is.
create function homeroom.lost_by_aspect(hundredths text, aspect text) returns text language sql immutable
return format('array[%s]::numeric(7, 2)[]', (
    select string_agg(format('coalesce(sum(%s) filter (where %s = %s), 0) * 0.01', hundredths, aspect, n), ', ' order by n) from generate_series(1, 8) n));

-- What has inserted a row: the transaction (or the part of one since a savepoint) and its command.
create type homeroom.writing as (by_transaction xid, by_command cid);

-- E2. Lines change only while their sheet is being written; an item is of the sheet's scheme and round, and below its full marks. Keeps the sheets'
-- totals by what the statement added and took away. A sheet that was inserted by the same command as its lines, and says what it lost, is held
-- against them and left alone. Which line is wrong is asked only where one is.
create or replace function homeroom.follow_check_lines() returns trigger language plpgsql as $$
declare
    removed constant text := 'select o.district_id, o.check_sheet_id, o.check_item_id, o.points, -1 as sign from old_rows o';
    added   constant text := 'select n.district_id, n.check_sheet_id, n.check_item_id, n.points, 1 as sign from new_rows n';
    changed constant text := case tg_op when 'INSERT' then added when 'DELETE' then removed else added || ' union all ' || removed end;
    written  homeroom.writing;
    is_wrong boolean;
    wrong    record;
begin
    if tg_op = 'INSERT' then
        select l.xmin, l.cmin into written from (select * from new_rows limit 1) n join homeroom.check_line l
            on l.district_id = n.district_id and l.check_line_id = n.check_line_id and l.starting_year = n.starting_year;
    end if;
    execute format('
        with sheet as materialized (
            select l.district_id, l.check_sheet_id, sum(l.hundredths) * 0.01 as points, %2$s as lost, bool_or(l.is_wrong) as is_wrong,
                   min(l.scheme) as first_scheme, max(l.scheme) as last_scheme, min(l.round) as first_round, max(l.round) as last_round
            from (select l.district_id, l.check_sheet_id, l.sign * (100 * (i.full_marks - l.points))::integer as hundredths,
                         figures.aspect_of(i.kind, i.habit_group) as aspect, l.sign = 1 and l.points >= i.full_marks as is_wrong,
                         case when l.sign = 1 then i.evaluation_scheme_id end as scheme, case when l.sign = 1 then i.check_round_id end as round
                  from (%1$s) l
                  join homeroom.check_item i on i.district_id = l.district_id and i.check_item_id = l.check_item_id offset 0) l
            group by 1, 2),
        checked as materialized (
            select t.*, s.lost as said, s.lost = ''{0,0,0,0,0,0,0,0}'' or not coalesce(s.xmin = $1 and s.cmin = $2, false) as moves,
                   t.is_wrong or s.written_in <> pg_current_xact_id()
                   or coalesce(t.first_scheme <> s.evaluation_scheme_id or t.last_scheme <> s.evaluation_scheme_id, false)
                   or coalesce(t.first_round <> s.check_round_id or t.last_round <> s.check_round_id, false) as breaks_a_rule
            from sheet t join homeroom.check_sheet s on s.district_id = t.district_id and s.check_sheet_id = t.check_sheet_id),
        kept as (
            update homeroom.check_sheet s
            set total = s.total - t.points,
                lost = array[s.lost[1] + t.lost[1], s.lost[2] + t.lost[2], s.lost[3] + t.lost[3], s.lost[4] + t.lost[4],
                             s.lost[5] + t.lost[5], s.lost[6] + t.lost[6], s.lost[7] + t.lost[7], s.lost[8] + t.lost[8]]
            from checked t
            where s.district_id = t.district_id and s.check_sheet_id = t.check_sheet_id and t.moves and t.lost <> ''{0,0,0,0,0,0,0,0}'')
        select bool_or(breaks_a_rule or not moves and lost <> said) from checked',
        changed, homeroom.lost_by_aspect('l.hundredths', 'l.aspect'))
    into is_wrong using written.by_transaction, written.by_command;
    if not coalesce(is_wrong, false) then return null; end if;

    execute format('
        select l.check_sheet_id, l.points, i.code, i.full_marks,
               case when s.written_in <> pg_current_xact_id() then ''e2_a_correction_keeps_what_it_replaces''
                    when i.evaluation_scheme_id <> s.evaluation_scheme_id or i.check_round_id <> s.check_round_id then ''e2_a_line_is_of_the_sheet_s_round''
                    else ''e2_a_line_differs_from_full_marks'' end as rule
        from (%s) l
        join homeroom.check_sheet s on s.district_id = l.district_id and s.check_sheet_id = l.check_sheet_id
        join homeroom.check_item i on i.district_id = l.district_id and i.check_item_id = l.check_item_id
        where s.written_in <> pg_current_xact_id()
           or l.sign = 1 and (i.evaluation_scheme_id <> s.evaluation_scheme_id or i.check_round_id <> s.check_round_id or l.points >= i.full_marks)
        limit 1', changed)
    into wrong;
    if wrong.rule is null then
        perform homeroom.refuse_by('e2_a_sheet_loses_what_its_lines_take', tg_table_name, 'a sheet says that it lost something else than its lines take');
    end if;
    perform homeroom.refuse_by(wrong.rule, tg_table_name,
        case wrong.rule when 'e2_a_correction_keeps_what_it_replaces'
            then format('the sheet %s is entered: record a correction first, in the same transaction', wrong.check_sheet_id)
            else format('item %s with %s of %s points on sheet %s', wrong.code, wrong.points, wrong.full_marks, wrong.check_sheet_id) end);
    return null;
end
$$;

-- E2. Enters sheets with their lines from two tables (temporary ones, as a rule) in one statement, as an import does. Their columns are those of
-- homeroom.check_sheet (district_id, check_sheet_id, school_id, semester_id, class_id, evaluation_scheme_id, check_round_id, day, is_void,
-- inspector_post_id, entered_by, entered_at) and of homeroom.check_line (district_id, check_sheet_id, check_item_id, points, note); those that may be
-- missing are is_void, inspector_post_id and note. Every line is of a sheet that is entered with it; the sheets' ids are drawn beforehand. Rules, rights and logs are those of whoever calls it.
create procedure homeroom.enter_check_sheets(sheets regclass, lines regclass) language plpgsql set work_mem = '64MB' as $$
declare
    there   bigint;
    entered bigint;
    given   text := (select string_agg(format(', %I', attname), '') from pg_attribute
                      where attrelid = sheets and attname in ('is_void', 'inspector_post_id') and not attisdropped);
    note    text := (select ', note' from pg_attribute where attrelid = lines and attname = 'note' and not attisdropped);
begin
    execute format('
        with entered as materialized (
            select s.district_id, s.check_sheet_id, s.school_id, s.semester_id, s.class_id, s.evaluation_scheme_id, s.check_round_id, s.day, s.entered_by, s.entered_at%3$s,
                   coalesce(r.full_marks, 0) as full_marks, coalesce(extract(year from y.starts_on), 0) as starting_year
            from %1$s s
            left join homeroom.check_round r on r.district_id = s.district_id and r.check_round_id = s.check_round_id
            left join homeroom.semester m on m.district_id = s.district_id and m.semester_id = s.semester_id
            left join homeroom.school_year y on y.district_id = m.district_id and y.school_year_id = m.school_year_id),
        taken as (
            select l.district_id, l.check_sheet_id, sum(l.hundredths) * 0.01 as points, %5$s as lost
            from (select l.district_id, l.check_sheet_id, (100 * (i.full_marks - l.points))::integer as hundredths,
                         figures.aspect_of(i.kind, i.habit_group) as aspect
                  from %2$s l join homeroom.check_item i on i.district_id = l.district_id and i.check_item_id = l.check_item_id offset 0) l
            group by 1, 2),
        sheet as (
            insert into homeroom.check_sheet (
                district_id, check_sheet_id, school_id, semester_id, class_id, evaluation_scheme_id, check_round_id, day, entered_by, entered_at%3$s,
                total, lost, starting_year, written_in)
            select district_id, check_sheet_id, school_id, semester_id, class_id, evaluation_scheme_id, check_round_id, day, entered_by, entered_at%3$s,
                   full_marks - coalesce(t.points, 0), coalesce(t.lost, ''{0,0,0,0,0,0,0,0}''), starting_year, pg_current_xact_id()
            from entered left join taken t using (district_id, check_sheet_id))
        insert into homeroom.check_line (district_id, starting_year, school_id, check_sheet_id, check_item_id, points%4$s)
        select l.district_id, s.starting_year, s.school_id, l.check_sheet_id, l.check_item_id, l.points%4$s
        from %2$s l join entered s on s.district_id = l.district_id and s.check_sheet_id = l.check_sheet_id',
        sheets, lines, coalesce(given, ''), coalesce(note, ''), homeroom.lost_by_aspect('l.hundredths', 'l.aspect'));
    get diagnostics entered = row_count;
    execute format('select count(*) from %s', lines) into there;
    if entered < there then
        raise foreign_key_violation using message = 'a line is of no sheet that is entered with it', schema = 'homeroom', table = 'check_line',
            constraint = 'check_line_district_id_school_id_starting_year_check_sheet_fkey';
    end if;
end
$$;
revoke execute on function homeroom.lost_by_aspect from public;
revoke execute on procedure homeroom.enter_check_sheets from public;
grant execute on function homeroom.lost_by_aspect to homeroom_writer;
grant execute on procedure homeroom.enter_check_sheets to homeroom_writer;
grant usage on sequence homeroom.check_sheet_check_sheet_id_seq to homeroom_writer;

-- V3, V4. A sheet is one record with its lines: one that comes with them is logged as one change.
create function history.record_new_check_sheets() returns trigger language plpgsql
    security definer set search_path = pg_catalog, pg_temp set datestyle = 'ISO, YMD' as $$
declare
    writer         constant text := coalesce(nullif(current_setting('homeroom.actor', true), ''), 'database:' || session_user);
    name_of_writer constant text := history.actor_name(current_setting('homeroom.actor', true));
begin
    with audited as (
        insert into history.audit_log (district_id, school_id, table_name, row_key, row_id, operation, after, actor, origin, actor_name)
        select r.district_id, r.school_id, 'homeroom.check_sheet',
               jsonb_build_object('district_id', r.district_id, 'check_sheet_id', r.check_sheet_id), r.check_sheet_id::text, 'insert',
               to_jsonb(r) - case when r.lines is null then '{starting_year, written_in, lost, lines}' else '{starting_year, written_in, lost}' end::text[],
               writer, nullif(current_setting('homeroom.origin', true), ''), name_of_writer
        from (select n.*, l.lines
              from new_rows n
              left join lateral (
                  select jsonb_agg(jsonb_build_object('check_item_id', l.check_item_id, 'points', l.points, 'note', l.note)) as lines
                  from homeroom.check_line l
                  where l.district_id = n.district_id and l.check_sheet_id = n.check_sheet_id and l.starting_year = n.starting_year) l
                  on n.lost <> '{0,0,0,0,0,0,0,0}') r)
    insert into history.change_log (district_id, entity, row_id, operation)
    select district_id, 'check_sheet', check_sheet_id::text, 'insert' from new_rows;
    perform pg_notify('homeroom_change', '');
    return null;
end
$$;
create or replace trigger record_insert after insert on homeroom.check_sheet referencing new table as new_rows
    for each statement execute function history.record_new_check_sheets();

-- As before, but for the lines that came with their sheet, which follow_check_lines has left as the same command inserted it. Lines are read as
-- columns and not as rows, and what was not there before needs no comparing.
create or replace function history.record_check_lines() returns trigger language plpgsql
    security definer set search_path = pg_catalog, pg_temp set datestyle = 'ISO, YMD' as $$
declare
    removed constant text := 'select district_id, school_id, check_sheet_id, check_item_id, points, note, false as is_after from old_rows';
    added   constant text := 'select district_id, school_id, check_sheet_id, check_item_id, points, note, true as is_after from new_rows';
    alone   constant text := added || ' n join (
        select t.district_id, t.check_sheet_id from (select distinct district_id, check_sheet_id from new_rows) t
        left join lateral (select s.xmin, s.cmin from homeroom.check_sheet s
                           where s.district_id = t.district_id and s.check_sheet_id = t.check_sheet_id offset 0) s on true
        where (s.xmin = $4 and s.cmin = $5) is not true) s using (district_id, check_sheet_id)';
    list    constant text := 'jsonb_agg(jsonb_build_object(''check_item_id'', check_item_id, ''points'', points, ''note'', note))';
    none    constant text := '''[]''::jsonb';
    written homeroom.writing;
begin
    if tg_op = 'INSERT' then
        select l.xmin, l.cmin into written from (select * from new_rows limit 1) n join homeroom.check_line l
            on l.district_id = n.district_id and l.check_line_id = n.check_line_id and l.starting_year = n.starting_year;
    end if;
    execute format('
        with logged as materialized (
            select district_id, school_id, check_sheet_id, %s as before, %s as after from (%s) l group by 1, 2, 3),
        audited as (
            insert into history.audit_log
                (district_id, school_id, table_name, row_key, row_id, operation, before, after, actor, origin, actor_name)
            select district_id, school_id, ''homeroom.check_sheet'',
                   jsonb_build_object(''district_id'', district_id, ''check_sheet_id'', check_sheet_id), check_sheet_id::text, ''update'',
                   jsonb_build_object(''lines'', before), jsonb_build_object(''lines'', after), $1, $2, $3
            from logged where %4$s)
        insert into history.change_log (district_id, entity, row_id, operation)
        select district_id, ''check_sheet'', check_sheet_id::text, ''update'' from logged where %4$s',
        case tg_op when 'INSERT' then none when 'DELETE' then list else format('coalesce(%s filter (where not is_after), %s)', list, none) end,
        case tg_op when 'INSERT' then list when 'DELETE' then none else format('coalesce(%s filter (where is_after), %s)', list, none) end,
        case tg_op when 'INSERT' then alone when 'DELETE' then removed else added || ' union all ' || removed end,
        case tg_op when 'UPDATE' then 'before <> after' else 'true' end)
    using coalesce(nullif(current_setting('homeroom.actor', true), ''), 'database:' || session_user),
          nullif(current_setting('homeroom.origin', true), ''),
          history.actor_name(current_setting('homeroom.actor', true)), written.by_transaction, written.by_command;
    perform pg_notify('homeroom_change', '');
    return null;
end
$$;

-- D9. What dashboards sum up of sheets stands in one row for a grade's week (O4; grade 0: of all grades), with what was lost in each aspect beside it,
-- and not in one row for each of eight aspects: of bulk entry these had been the larger part.
create table figures.week_sum (
    stripe_id      bigint generated always as identity,
    district_id    integer not null,
    scope          text collate "C" not null,
    school_id      bigint not null,
    semester_id    bigint not null,
    week           integer not null,
    week_starts_on date not null,
    week_ends_on   date not null,
    grade          integer not null,
    sheet_count    integer not null default 0,
    total          numeric not null default 0,
    full_marks     numeric not null default 0,
    primary key (district_id, stripe_id)
) with (fillfactor = 70);

drop view figures.check_week, figures.habit_week;
drop trigger figures_check_sum_habit_sum_on_update on homeroom.semester;
drop trigger figures_check_sum_habit_sum_on_update on homeroom.class;
drop function figures.keep_check_sum_by_check_sheet, figures.keep_habit_sum_by_check_sheet cascade;
delete from figures.contribution where summary in ('check_sum', 'habit_sum');
drop table figures.check_sum, figures.habit_sum;
drop function figures.fold_check_sum, figures.fold_habit_sum;

do $$
declare
    aspects constant text[] := array(select figures.aspect(n) from generate_series(1, 8) n);
begin
    execute (select 'alter table figures.week_sum ' || string_agg(format(
        'add column %1$s_sheets integer not null default 0, add column %1$s_marks numeric not null default 0, add column %1$s_lost numeric not null default 0', a), ', ')
        from unnest(aspects) a);

    insert into figures.contribution (summary, source, columns, query) values
    ('week_sum', 'homeroom.check_sheet', '{district_id, school_id, semester_id, class_id, evaluation_scheme_id, check_round_id, day, is_void, total, lost}', format($query$
    with week as materialized (
        select r.district_id, r.school_id, r.semester_id, c.grade::integer as grade, m.starts_on, m.ends_on, m.first_week_starts_on,
               homeroom.semester_week(m.starts_on, m.ends_on, m.first_week_starts_on, r.day) as week,
               r.evaluation_scheme_id, r.check_round_id, count(*) as sheet_count, sum(r.total) as total, %1$s
        from {rows} r
        join homeroom.semester m on m.district_id = r.district_id and m.semester_id = r.semester_id
        join homeroom.class c on c.district_id = r.district_id and c.class_id = r.class_id
        where not r.is_void and m.starts_on <= r.day and r.day < m.ends_on
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
    -- What a sheet of a round can get at most, in all and in each aspect: asked once, and not for each week.
    round as materialized (
        select k.district_id, k.evaluation_scheme_id, k.check_round_id, k.full_marks, i.*
        from (select distinct district_id, evaluation_scheme_id, check_round_id from week) w
        join homeroom.check_round k on k.district_id = w.district_id and k.evaluation_scheme_id = w.evaluation_scheme_id and k.check_round_id = w.check_round_id
        cross join lateral (
            select %2$s
            from (select i.full_marks, figures.aspect_of(i.kind, i.habit_group) as aspect
                  from homeroom.check_item i
                  where i.district_id = k.district_id and i.evaluation_scheme_id = k.evaluation_scheme_id
                    and (i.check_round_id is null or i.check_round_id = k.check_round_id)) i) i)
    select w.district_id, g.scope, g.school_id, w.semester_id, w.week,
           greatest(w.starts_on, w.first_week_starts_on + 7 * (w.week - 1)) as week_starts_on,
           least(w.ends_on, w.first_week_starts_on + 7 * w.week) as week_ends_on,
           g.grade, w.sheet_count, w.total, w.sheet_count * k.full_marks as full_marks, %3$s
    from week w
    join round k on k.district_id = w.district_id and k.evaluation_scheme_id = w.evaluation_scheme_id and k.check_round_id = w.check_round_id
    cross join lateral (values ('school', w.school_id, w.grade), ('school', w.school_id, 0),
                               ('district', 0, w.grade), ('district', 0, 0)) g (scope, school_id, grade)$query$,
        (select string_agg(format('sum(r.lost[%s]) as %s_lost', n, a), ', ') from unnest(aspects) with ordinality x (a, n)),
        (select string_agg(format('coalesce(sum(i.full_marks) filter (where i.aspect = %s), 0) as %s_marks', n, a), ', ') from unnest(aspects) with ordinality x (a, n)),
        (select string_agg(format('case when k.%1$s_marks > 0 then w.sheet_count else 0 end as %1$s_sheets, w.sheet_count * k.%1$s_marks as %1$s_marks, w.%1$s_lost', a), ', ')
         from unnest(aspects) a)));
end
$$;
call figures.start('week_sum');
call figures.follow('{week_sum}', 'homeroom.semester', 'district_id, semester_id, starts_on, ends_on, first_week_starts_on', only_updates => true);
call figures.follow('{week_sum}', 'homeroom.class', 'district_id, class_id, grade', only_updates => true);
-- By key for one district and for folding, by period for many.
create index week_sum_by_key on figures.week_sum (district_id, scope, school_id, week_starts_on, grade, semester_id) where written_in is null;
create index week_sum_by_period on figures.week_sum (scope, (nullif(grade, 0)), week_starts_on, district_id, school_id) where written_in is null;

do $$
declare
    aspects constant text[] := array(select figures.aspect(n) from generate_series(1, 8) n);
begin
    execute format($view$
        create view figures.habit_week with (security_invoker = true) as
        select s.district_id, s.scope, s.school_id, s.semester_id, s.week, s.week_starts_on, s.week_ends_on, s.grade, figures.grade_band(s.grade) as grade_band,
               a.aspect, sum(a.sheets)::integer as sheet_count, sum(a.marks) as full_marks, sum(a.lost) as lost, sum(a.marks) - sum(a.lost) as kept
        from figures.week_sum s
        cross join lateral (values %s) a (aspect, sheets, marks, lost)
        where s.written_in is null
        group by s.district_id, s.scope, s.school_id, s.semester_id, s.week, s.week_starts_on, s.week_ends_on, s.grade, a.aspect
        having sum(a.sheets) <> 0$view$,
        (select string_agg(format('(%1$L collate "C", s.%1$s_sheets, s.%1$s_marks, s.%1$s_lost)', a), ', ') from unnest(aspects) a));
end
$$;
create view figures.check_week with (security_invoker = true) as
select district_id, scope, school_id, semester_id, week, week_starts_on, week_ends_on, grade, figures.grade_band(grade) as grade_band,
       sum(sheet_count)::integer as sheet_count, sum(total) as total, sum(full_marks) as full_marks
from figures.week_sum
where written_in is null
group by district_id, scope, school_id, semester_id, week, week_starts_on, week_ends_on, grade
having sum(sheet_count) <> 0;
grant select on figures.check_week, figures.habit_week to homeroom_reader;

-- What was counted of both is counted of the new one: a version never goes back.
update version.counter c set table_number = now.table_number
from version.counted_table before, version.counted_table now
where before.table_name in ('figures.check_sum', 'figures.habit_sum') and now.table_name = 'figures.week_sum' and c.table_number = before.table_number;
delete from version.counted_table where table_name in ('figures.check_sum', 'figures.habit_sum');
