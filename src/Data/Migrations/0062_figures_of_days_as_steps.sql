-- D1, D5, D6. Figures of a day, read in a few rows: what holds from day to day is kept as steps, packed by 1,024 days. And what follows from several
-- tables (a teacher's semesters and terms, a subject's) is worked out when a transaction commits, once, and not with every statement.

-- What was in blocks of single days and more.
drop function figures.mentor_coverage, figures.research_coverage, figures.overdue, figures.terms_on;
drop function figures.keep_term_sum_by_teacher_term, figures.keep_due_sum_by_research_project cascade;
delete from figures.contribution where summary in ('term_sum', 'due_sum');
drop table figures.term_sum, figures.due_sum;
drop function figures.fold_term_sum, figures.fold_due_sum, figures.blocks_of, figures.from_block, figures.until_block;

-- Days are counted from 2025-08-01, and a node is 1,024 of them: 1 to 32 from that day on, -32 to -1 before. Node 0 carries what all days before come
-- to, so a day's figure is the sum of one range of nodes: from that day on one every three years, and of at most 33 on any day. What lies before
-- 1935 or after 2115 counts on the first or the last of these days.
create function figures.day_number(day date) returns integer language sql immutable parallel safe
return greatest(least(day, date '2115-04-19'), date '1935-11-14') - date '2025-08-01';
create function figures.node(day date) returns integer language sql immutable parallel safe
return (figures.day_number(day) >> 10) + (figures.day_number(day) >= 0)::integer;
create function figures.first_node(day date) returns integer language sql immutable parallel safe
return case when figures.day_number(day) >= 0 then 0 else -32 end;
-- Which of the node's days it is.
create function figures.day_in_node(day date) returns smallint language sql immutable parallel safe
return (figures.day_number(day) & 1023)::smallint;
-- Where a change on a day is written.
create function figures.marks_of(day date) returns table (node integer, at smallint) language sql immutable parallel safe as $$
    select figures.node(day), figures.day_in_node(day) where day is not null
    union all
    select 0, 0::smallint where figures.day_number(day) < 0 and day is not null
$$;
-- What a node adds to a day's figure: all of it, or on the day's own node as much as stands on the day.
create function figures.total_on(day_node integer, day_in_node smallint, node integer, at smallint[], totals integer[], total integer) returns integer
language sql immutable parallel safe
return case when node = day_node then coalesce(totals[width_bucket(day_in_node, at)], 0) else total end;

-- The steps after changes of some of their days: totals[i] is what the changes up to at[i] come to.
create function figures.moved_steps(old_at smallint[], old_totals integer[], change_at smallint[], changes integer[], out at smallint[], out totals integer[])
language plpgsql immutable as $$
begin
    if change_at is null then
        at := coalesce(old_at, '{}');
        totals := coalesce(old_totals, '{}');
        return;
    end if;
    select coalesce(array_agg(s.day order by s.day), '{}'), coalesce(array_agg(s.total order by s.day), '{}') into at, totals
    from (select c.day, (sum(sum(c.change)) over (order by c.day))::integer as total
          from (select o.day, o.total - lag(o.total, 1, 0) over (order by o.day) as change from unnest(old_at, old_totals) o (day, total)
                union all
                select n.day, n.change from unnest(change_at, changes) n (day, change)) c
          group by c.day having sum(c.change) <> 0) s;
end
$$;

-- Where a summary's sums are kept as steps; null for one whose sums are numbers.
create function figures.steps_of(summary text) returns text language sql stable
return (select relname from pg_class where relnamespace = 'figures'::regnamespace and relkind = 'r' and relname = replace(summary, '_sum', '_step') and summary ~ '_sum$');

-- Keeps a summary of days as steps. Its table, whose key ends with node and at, then holds only what a transaction has added, until it commits; the steps
-- have three columns for each sum: at, totals and total. A key may stand in several stripes, whose sum counts. A row has up to 1,024 steps a
-- sum, 6 KB, and stays on its page.
-- (Texts have no collation of their own: a function gives none on, and a condition on what it gives would not find the index.)
create procedure figures.keep_steps(summary text, by_key text) language plpgsql as $$
declare
    steps text := replace(summary, '_sum', '_step');
    keys  text[] := array_remove(figures.key_of(summary), 'at');
    sums  text[] := figures.sums_of(summary);
    key   text := (select string_agg(quote_ident(k), ', ') from unnest(keys) k);
    cols  text := (select string_agg(format('%1$I, %2$I', s || '_at', s || '_totals'), ', ') from unnest(sums) s);
    types text := (select string_agg(format('%I %s not null', attname, atttypid::regtype), ', ' order by attnum) from pg_attribute
                   where attrelid = ('figures.' || summary)::regclass and attname = any (keys));
begin
    execute format('alter table figures.%I add column written_in xid8', summary);
    execute format('create index %I on figures.%I (written_in, stripe_id)', summary || '_to_fold', summary);
    execute format('
        create table figures.%I (stripe_id bigint generated always as identity, %s, %s, primary key (district_id, stripe_id))
        with (fillfactor = 60, toast_tuple_target = 8160)', steps, types,
        (select string_agg(format('%1$I smallint[] not null, %2$I integer[] not null,
                                   %3$I integer not null generated always as (coalesce(%2$I[cardinality(%2$I)], 0)) stored', s || '_at', s || '_totals', s || '_total'), ', ')
         from unnest(sums) s));
    execute format('create index %I on figures.%I (%s)', steps || '_by_key', steps, by_key);
    execute format($sql$
        create function figures.%1$I() returns trigger language plpgsql
            security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off set enable_mergejoin = off as $body$
        declare
            folded bigint := coalesce(nullif(current_setting(%2$L, true), '')::bigint, 0);
        begin
            if new.stripe_id <= folded then return null; end if;
            with gone as (
                delete from figures.%3$I s where s.written_in = pg_current_xact_id() and s.stripe_id > folded returning s.*),
            change as (
                select %4$s, at, %5$s from gone group by %4$s, at having %6$s),
            delta as materialized (
                select %4$s, %7$s from change group by %4$s),
            free as materialized (
                select d.*, s.stripe_id, %8$s from delta d left join lateral (
                    select * from figures.%9$I f where %10$s limit 1 for no key update skip locked) s on true),
            moved as materialized (
                select %4$s, stripe_id, %11$s from free d %12$s),
            kept as (
                update figures.%9$I s set %13$s from moved m where s.district_id = m.district_id and s.stripe_id = m.stripe_id)
            insert into figures.%9$I (%4$s, %14$s) select %4$s, %14$s from moved where stripe_id is null;
            perform set_config(%2$L, (select last_value from figures.%15$I)::text, true);
            return null;
        end
        $body$ $sql$, 'fold_' || summary, 'homeroom.folded_' || summary, summary, key,
        (select string_agg(format('sum(%1$I)::integer as %1$I', s), ', ') from unnest(sums) s),
        (select string_agg(format('sum(%I) <> 0', s), ' or ') from unnest(sums) s),
        (select string_agg(format('array_agg(at) filter (where %1$I <> 0) as %2$I, array_agg(%1$I) filter (where %1$I <> 0) as %1$I', s, s || '_at'), ', ') from unnest(sums) s),
        (select string_agg(format('s.%1$I as %2$I, s.%3$I as %4$I', s || '_at', 'old_' || s || '_at', s || '_totals', 'old_' || s || '_totals'), ', ') from unnest(sums) s),
        steps,
        (select string_agg(format('f.%1$I = d.%1$I', k), ' and ') from unnest(keys) k),
        (select string_agg(format('%1$I.at as %2$I, %1$I.totals as %3$I', 'new_' || s, s || '_at', s || '_totals'), ', ') from unnest(sums) s),
        (select string_agg(format('cross join lateral figures.moved_steps(d.%1$I, d.%2$I, d.%3$I, d.%4$I) %5$I',
            'old_' || s || '_at', 'old_' || s || '_totals', s || '_at', s, 'new_' || s), ' ') from unnest(sums) s),
        (select string_agg(format('%1$I = m.%1$I, %2$I = m.%2$I', s || '_at', s || '_totals'), ', ') from unnest(sums) s),
        cols, summary || '_stripe_id_seq');
    execute format('create constraint trigger fold after insert on figures.%I deferrable initially deferred
                    for each row execute function figures.%I()', summary, 'fold_' || summary);
    execute format('revoke execute on function figures.%I from public', 'fold_' || summary);
end
$$;

-- What a summary holds, as a query of its key and its sums: of steps, the changes that they were made of.
create function figures.kept(summary text) returns text language sql stable
return coalesce(
    (select string_agg(format('select %s, c.at, %s from figures.%I s cross join lateral unnest(s.%I, s.%I) c (at, total)',
         (select string_agg('s.' || quote_ident(k), ', ') from unnest(array_remove(figures.key_of(summary), 'at')) k),
         (select string_agg(case when x = of_sum
              then format('c.total - lag(c.total, 1, 0) over (partition by s.district_id, s.stripe_id order by c.at) as %I', x)
              else format('0 as %I', x) end, ', ') from unnest(figures.sums_of(summary)) x),
         steps, of_sum || '_at', of_sum || '_totals'), ' union all ')
     from figures.steps_of(summary) steps cross join unnest(figures.sums_of(summary)) of_sum where steps is not null),
    format('table figures.%I', summary));

-- Sums steps up from the rows: of one district, or of all.
create function figures.count_steps(summary text, of_district integer default null) returns void language plpgsql as $$
declare
    keys text := (select string_agg(quote_ident(k), ', ') from unnest(array_remove(figures.key_of(summary), 'at')) k);
    sums text[] := figures.sums_of(summary);
begin
    execute format('
        insert into figures.%1$I (%2$s, %3$s) select %2$s, %4$s
        from (select c.*, %5$s from (%6$s) c window days as (partition by %2$s order by at)) s
        group by %2$s', figures.steps_of(summary), keys,
        (select string_agg(format('%I, %I', s || '_at', s || '_totals'), ', ') from unnest(sums) s),
        (select string_agg(format('coalesce(array_agg(at order by at) filter (where %1$I <> 0), %3$L), coalesce(array_agg(%2$I order by at) filter (where %1$I <> 0), %3$L)',
            s, s || '_total', '{}'), ', ') from unnest(sums) s),
        (select string_agg(format('(sum(%1$I) over days)::integer as %2$I', s, s || '_total'), ', ') from unnest(sums) s),
        figures.counted(summary, of_district is not null)) using of_district;
end
$$;

-- D1, D5, D6: what has begun and not ended, from the terms of teachers and of subjects, and from projects. Of these, those open today stand from the first
-- day on, and are overdue from the day after their due date on, by the one definition, homeroom.project_is_overdue.
create table figures.subject_term (
    district_id       integer not null,
    research_group_id bigint not null,
    kind              text not null,
    school_id         bigint not null,
    starts_on         date not null,
    ends_on           date not null,
    terms             integer not null default 0,
    primary key (district_id, research_group_id, kind, school_id, starts_on, ends_on)
);

insert into figures.contribution (summary, source, columns, query) values
('subject_term', 'homeroom.research_group', '{district_id, school_id, research_group_id, subject_id, kind, closed_on}', $$
    select r.district_id, r.research_group_id, 'has_group' as kind, r.school_id, '-infinity'::date as starts_on, coalesce(r.closed_on, 'infinity') as ends_on, 1 as terms
    from {rows} r where r.kind = 'subject'
    union all
    select r.district_id, r.research_group_id, 'covered_group', r.school_id, lower(t.term), coalesce(upper(t.term), 'infinity'), 1
    from {rows} r
    cross join lateral (
        select range_agg(daterange(p.approved_on, least(p.ended_on + 1, r.closed_on))) as terms
        from homeroom.research_project p
        where p.district_id = r.district_id and p.school_id = r.school_id and p.subject_id = r.subject_id
          and p.approved_on < coalesce(least(p.ended_on + 1, r.closed_on), 'infinity')) p
    cross join lateral unnest(p.terms) t (term)
    where r.kind = 'subject'$$);

create table figures.mentor_sum (
    stripe_id     bigint generated always as identity primary key,
    district_id   integer not null,
    scope         text not null,
    school_id     bigint not null,
    grade         integer not null,
    node          integer not null,
    at            smallint not null,
    need_count    integer not null default 0,
    covered_count integer not null default 0
);
create table figures.research_sum (
    stripe_id             bigint generated always as identity primary key,
    district_id           integer not null,
    scope                 text not null,
    school_id             bigint not null,
    node                  integer not null,
    at                    smallint not null,
    teacher_count         integer not null default 0,
    participant_count     integer not null default 0,
    subject_count         integer not null default 0,
    covered_subject_count integer not null default 0
);
create table figures.overdue_sum (
    stripe_id     bigint generated always as identity primary key,
    district_id   integer not null,
    scope         text not null,
    school_id     bigint not null,
    level         text not null,
    node          integer not null,
    at            smallint not null,
    project_count integer not null default 0,
    overdue_count integer not null default 0
);

insert into figures.contribution (summary, source, columns, sums, query) values
('mentor_sum', 'figures.teacher_term', '{district_id, teacher_id, kind, school_id, grade, starts_on, ends_on, terms}', null, $$
    select r.district_id, g.scope, g.school_id, g.grade, m.node, m.at,
           (r.kind = 'needs_mentor')::integer * e.change * r.terms as need_count, (r.kind = 'has_mentor')::integer * e.change * r.terms as covered_count
    from {rows} r
    cross join lateral (values (r.starts_on, 1), (nullif(r.ends_on, 'infinity'), -1)) e (day, change)
    cross join lateral figures.marks_of(e.day) m
    cross join lateral (values ('school', r.school_id, r.grade), ('school', r.school_id, 0), ('district', 0, r.grade), ('district', 0, 0)) g (scope, school_id, grade)
    where r.kind in ('needs_mentor', 'has_mentor')$$),
('research_sum', 'figures.teacher_term', '{district_id, teacher_id, kind, school_id, grade, starts_on, ends_on, terms}', '{teacher_count, participant_count}', $$
    select r.district_id, g.scope, g.school_id, m.node, m.at,
           (r.kind = 'employed')::integer * e.change * r.terms as teacher_count, (r.kind = 'researches')::integer * e.change * r.terms as participant_count
    from {rows} r
    cross join lateral (values (r.starts_on, 1), (nullif(r.ends_on, 'infinity'), -1)) e (day, change)
    cross join lateral figures.marks_of(e.day) m
    cross join lateral (values ('school', r.school_id), ('district', 0)) g (scope, school_id)
    where r.kind in ('employed', 'researches')$$),
('research_sum', 'figures.subject_term', '{district_id, kind, school_id, starts_on, ends_on, terms}', '{subject_count, covered_subject_count}', $$
    select r.district_id, g.scope, g.school_id, m.node, m.at,
           (r.kind = 'has_group')::integer * e.change * r.terms as subject_count, (r.kind = 'covered_group')::integer * e.change * r.terms as covered_subject_count
    from {rows} r
    cross join lateral (values (r.starts_on, 1), (nullif(r.ends_on, 'infinity'), -1)) e (day, change)
    cross join lateral figures.marks_of(e.day) m
    cross join lateral (values ('school', r.school_id), ('district', 0)) g (scope, school_id)$$),
('overdue_sum', 'homeroom.research_project', '{district_id, school_id, level, state, due_on}', null, $$
    select r.district_id, g.scope, g.school_id, g.level, m.node, m.at, e.open as project_count, 1 - e.open as overdue_count
    from {rows} r
    cross join lateral (values ('-infinity'::date, 1), (r.due_on + 1, 0)) e (day, open)
    cross join lateral figures.marks_of(e.day) m
    cross join lateral (values ('school', r.school_id, r.level), ('school', r.school_id, ''), ('district', 0, r.level), ('district', 0, '')) g (scope, school_id, level)
    where homeroom.project_is_overdue(r.state, r.due_on, r.due_on + 1)$$);

-- The rows of many districts lie together in the index, so all of them are found in one go. level '' and grade 0: of all.
call figures.keep_steps('mentor_sum', 'scope, (nullif(grade, 0)), district_id, school_id, node');
call figures.keep_steps('research_sum', 'scope, district_id, school_id, node');
call figures.keep_steps('overdue_sum', 'scope, (nullif(level, '''')), district_id, school_id, node');

revoke execute on all functions in schema figures from public;
grant execute on function figures.day_number, figures.node, figures.first_node, figures.day_in_node, figures.total_on to homeroom_reader;

create or replace function figures.recount(summary text, of_district integer) returns void language plpgsql
    security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform figures.hold_alone(array[of_district]);
    execute format('delete from figures.%I where district_id = $1', summary) using of_district;
    if figures.steps_of(summary) is not null then
        execute format('delete from figures.%I where district_id = $1', figures.steps_of(summary)) using of_district;
        perform figures.count_steps(summary, of_district);
        return;
    end if;
    execute format('insert into figures.%I (%s) %s', summary,
        (select string_agg(quote_ident(n), ', ') from unnest(figures.key_of(summary) || figures.sums_of(summary)) n),
        figures.counted(summary, of_district => true)) using of_district;
end
$$;

create or replace function figures.differences(summary text) returns table (district_id integer, key jsonb, kept jsonb, counted jsonb)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    return query execute format($sql$
        with counted as (%1$s),
        kept as (select %2$s, %3$s from (%4$s) s group by %2$s having %5$s)
        select district_id, jsonb_build_object(%6$s), to_jsonb(k) - %7$L::text[], to_jsonb(c) - %7$L::text[]
        from kept k full join counted c using (%2$s)
        where to_jsonb(k) is distinct from to_jsonb(c)$sql$,
        figures.counted(summary, of_district => false),
        (select string_agg(quote_ident(k), ', ') from unnest(figures.key_of(summary)) k),
        (select string_agg(format('sum(%1$I) as %1$I', s), ', ') from unnest(figures.sums_of(summary)) s),
        figures.kept(summary),
        (select string_agg(format('sum(%I) <> 0', s), ' or ') from unnest(figures.sums_of(summary)) s),
        (select string_agg(format('%L, %I', k, k), ', ') from unnest(figures.key_of(summary)) k),
        figures.key_of(summary));
end
$$;

-- What a transaction has touched: it is worked out anew when it commits. (Two that write about one teacher so wait for each other no longer than a
-- commit takes, however long they are.) what: the summary whose rows with this id are worked out; or project, paper, publication, or the subject of a
-- school, whose teachers and groups are looked up at commit, too: others may have added some meanwhile.
create table figures.touched (
    written_in  xid8 not null default pg_current_xact_id(),
    what        text not null,
    district_id integer not null,
    id          bigint not null,
    school_id   bigint not null,
    primary key (written_in, what, district_id, id, school_id)
);
create function figures.touch(what text, districts integer[], ids bigint[], schools bigint[] default null) returns void language sql
    security definer set search_path = pg_catalog, pg_temp as $$
    insert into figures.touched (what, district_id, id, school_id)
    select distinct touch.what, t.district_id, t.id, coalesce(t.school_id, 0) from unnest(districts, ids, schools) t (district_id, id, school_id) where t.id is not null
    on conflict do nothing
$$;

-- All of it is done at the first row, a district's transactions one after the other: of two that commit at once, the second sees what the first has written.
create function figures.work_out_touched() returns trigger language plpgsql
    security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off set enable_mergejoin = off as $$
declare
    touched figures.touched[];
    worked  record;
begin
    with gone as (delete from figures.touched t where t.written_in = pg_current_xact_id() returning t.*)
    select array_agg(g) into touched from gone g;
    if touched is null then return null; end if;
    perform figures.hold(array(select t.district_id from unnest(touched) t));
    perform pg_advisory_xact_lock(711057, d) from (select distinct t.district_id as d from unnest(touched) t order by 1) turns;
    for worked in
        select w.out, array_agg(distinct w.district_id) as districts, array_agg(distinct w.id) as ids
        from (select t.what as out, t.district_id, t.id from unnest(touched) t where t.what in ('homeroom_semester', 'teacher_term', 'subject_term')
              union all
              select 'homeroom_semester', a.district_id, a.teacher_id
              from unnest(touched) t join homeroom.paper_author a on a.district_id = t.district_id and a.paper_id = t.id
              where t.what = 'paper' and a.teacher_id is not null
              union all
              select 'homeroom_semester', a.district_id, a.teacher_id
              from unnest(touched) t
              join homeroom.check_result r on r.district_id = t.district_id and r.check_publication_id = t.id
              join homeroom.appointment a on a.district_id = r.district_id and a.class_id = r.class_id
              where t.what = 'publication'
              union all
              select 'teacher_term', m.district_id, m.teacher_id
              from unnest(touched) t join homeroom.research_member m on m.district_id = t.district_id and m.research_project_id = t.id
              where t.what = 'project'
              union all
              select 'subject_term', g.district_id, g.research_group_id
              from unnest(touched) t join homeroom.research_group g on g.district_id = t.district_id and g.subject_id = t.id and g.school_id = t.school_id
              where t.what = 'subject') w
        group by w.out order by w.out
    loop
        execute format('select figures.%I($1, $2)', 'work_out_' || worked.out) using worked.districts, worked.ids;
    end loop;
    return null;
end
$$;
create constraint trigger work_out after insert on figures.touched deferrable initially deferred
    for each row execute function figures.work_out_touched();

-- D1, M1. The homeroom service in months below which a teacher needs a mentor: by the policy of the school, or the district, on a day. The one definition.
create function homeroom.months_with_mentor(of_district integer, of_school bigint, on_day date) returns numeric language sql stable parallel safe
return 12 * homeroom.policy_figure(of_district, of_school, 'm1_service_years_with_mentor', on_day);
revoke execute on function homeroom.months_with_mentor from public;
grant execute on function homeroom.months_with_mentor to homeroom_reader, homeroom_writer;
update figures.contribution set
    query = replace(query, '12 * homeroom.policy_figure(p.district_id, p.school_id, ''m1_service_years_with_mentor'', p.from_day)',
                    'homeroom.months_with_mentor(p.district_id, p.school_id, p.from_day)')
where summary = 'teacher_term';

-- Makes the function that works the rows of some of a source's rows out anew, from the one query that says what they are. Planned once: planning takes
-- longer than a teacher.
create procedure figures.work_out(summary text, source regclass, id text) language plpgsql as $$
declare
    keys    text[] := figures.key_of(summary);
    sums    text[] := figures.sums_of(summary);
    columns text := (select string_agg(quote_ident(n), ', ') from unnest(keys || sums) n);
    key     text := (select string_agg(quote_ident(k), ', ') from unnest(keys) k);
    of_rows text := format('district_id = any (of_districts) and %I = any (of_ids)', id);
begin
    execute format($sql$
        create function figures.%1$I(of_districts integer[], of_ids bigint[]) returns void language plpgsql
            security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $body$
        begin
            with present as materialized (%2$s),
            gone as (
                delete from figures.%3$I s where s.%4$s
                  and not exists (select from present n where %5$s))
            insert into figures.%3$I as s (%6$s) select %6$s from present
            on conflict (%7$s) do update set %8$s where %9$s;
        end
        $body$ $sql$,
        'work_out_' || summary,
        (select figures.added(c, format('(select %s from %s where %s)', (select string_agg(quote_ident(n), ', ') from unnest(c.columns) n), c.source, of_rows))
         from figures.contribution c where c.summary = work_out.summary and c.source = work_out.source),
        summary, replace(of_rows, ' and ', ' and s.'),
        (select string_agg(format('n.%1$I = s.%1$I', k), ' and ') from unnest(keys) k),
        columns, key,
        (select string_agg(format('%1$I = excluded.%1$I', s), ', ') from unnest(sums) s),
        (select string_agg(format('s.%1$I <> excluded.%1$I', s), ' or ') from unnest(sums) s));
    execute format('revoke execute on function figures.%I from public', 'work_out_' || summary);
end
$$;
call figures.work_out('homeroom_semester', 'homeroom.teacher', 'teacher_id');
call figures.work_out('teacher_term', 'homeroom.teacher', 'teacher_id');
call figures.work_out('subject_term', 'homeroom.research_group', 'research_group_id');

-- The arguments of a trigger: what is worked out; the column of whom; the columns that matter: a row that kept them is left alone.
create function figures.touch_of_rows() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    changed constant text := case tg_op
        when 'INSERT' then 'select district_id, %1$I as id from new_rows'
        when 'DELETE' then 'select district_id, %1$I as id from old_rows'
        else 'select district_id, %1$I as id from (
                  (select district_id, %1$I, %2$s from new_rows except select district_id, %1$I, %2$s from old_rows) union all
                  (select district_id, %1$I, %2$s from old_rows except select district_id, %1$I, %2$s from new_rows)) c' end;
begin
    execute format('select figures.touch($1, array_agg(district_id), array_agg(id)) from (' || changed || ') rows', tg_argv[1], tg_argv[2]) using tg_argv[0];
    return null;
end
$$;
create procedure figures.work_out_by(worked_out text, followed regclass, id text, looked_at text, only_updates boolean default false) language plpgsql as $$
begin
    execute format('create trigger %I after update on %s referencing old table as old_rows new table as new_rows
                    for each statement execute function figures.touch_of_rows(%L, %L, %L)', 'figures_' || worked_out || '_by_update', followed, worked_out, id, looked_at);
    if only_updates then return; end if;
    execute format('create trigger %I after insert on %s referencing new table as new_rows
                    for each statement execute function figures.touch_of_rows(%L, %L, %L)', 'figures_' || worked_out || '_by_insert', followed, worked_out, id, looked_at);
    execute format('create trigger %I after delete on %s referencing old table as old_rows
                    for each statement execute function figures.touch_of_rows(%L, %L, %L)', 'figures_' || worked_out || '_by_delete', followed, worked_out, id, looked_at);
end
$$;

drop function figures.follow_rows_of_teachers, figures.follow_paper_dates, figures.follow_publications, figures.follow_projects cascade;
drop procedure figures.follow_teachers_of;
drop function figures.follow_homeroom_semesters, figures.follow_teacher_terms;

call figures.work_out_by('homeroom_semester', 'homeroom.appointment', 'teacher_id', 'appointment_id, school_id, class_id, kind, state, starts_on, ends_on');
call figures.work_out_by('homeroom_semester', 'homeroom.paper_author', 'teacher_id', 'paper_author_id, paper_id');
call figures.work_out_by('homeroom_semester', 'homeroom.study_note', 'teacher_id', 'study_note_id, written_on');
call figures.work_out_by('homeroom_semester', 'homeroom.training_attendance', 'teacher_id', 'training_attendance_id, status, held_on');
call figures.work_out_by('homeroom_semester', 'homeroom.semester_assessment', 'teacher_id', 'semester_assessment_id, semester_id, state');
call figures.work_out_by('teacher_term', 'homeroom.teacher', 'teacher_id', 'earlier_homeroom_months, homeroom_service', only_updates => true);
call figures.work_out_by('teacher_term', 'homeroom.appointment', 'teacher_id', 'appointment_id, school_id, class_id, kind, state, starts_on, ends_on');
call figures.work_out_by('teacher_term', 'homeroom.mentorship', 'mentee_id', 'mentorship_id, starts_on, ended_on');
call figures.work_out_by('teacher_term', 'homeroom.employment', 'teacher_id', 'employment_id, school_id, starts_on, ends_on, is_primary');
call figures.work_out_by('teacher_term', 'homeroom.research_member', 'teacher_id', 'research_member_id, research_project_id, left_on');
call figures.work_out_by('subject_term', 'homeroom.research_group', 'research_group_id', 'school_id, subject_id, kind, closed_on');

-- A paper that gets another date: its authors. (A new one has none yet, and one that is deleted takes them along.)
call figures.work_out_by('paper', 'homeroom.paper', 'paper_id', 'published_on, published_precision', only_updates => true);
-- A ranking that is published: who heads its classes. (Its results are there before, and stay.)
call figures.work_out_by('publication', 'homeroom.check_publication', 'check_publication_id', 'state', only_updates => true);
-- A project that is approved, ends or moves: its members, and its subject's group.
call figures.work_out_by('project', 'homeroom.research_project', 'research_project_id', 'school_id, approved_on, ended_on', only_updates => true);

create function figures.touch_subjects() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    case tg_op
        when 'INSERT' then
            perform figures.touch('subject', array_agg(district_id), array_agg(subject_id), array_agg(school_id)) from new_rows where approved_on is not null;
        when 'DELETE' then
            perform figures.touch('subject', array_agg(district_id), array_agg(subject_id), array_agg(school_id)) from old_rows where approved_on is not null;
        when 'UPDATE' then
            perform figures.touch('subject', array_agg(district_id), array_agg(subject_id), array_agg(school_id))
            from ((select district_id, research_project_id, school_id, subject_id, approved_on, ended_on from new_rows
                   except select district_id, research_project_id, school_id, subject_id, approved_on, ended_on from old_rows)
                  union all
                  (select district_id, research_project_id, school_id, subject_id, approved_on, ended_on from old_rows
                   except select district_id, research_project_id, school_id, subject_id, approved_on, ended_on from new_rows)) p
            where approved_on is not null;
    end case;
    return null;
end
$$;
create trigger figures_subject_by_update after update on homeroom.research_project
    referencing old table as old_rows new table as new_rows for each statement execute function figures.touch_subjects();
create trigger figures_subject_by_insert after insert on homeroom.research_project
    referencing new table as new_rows for each statement execute function figures.touch_subjects();
create trigger figures_subject_by_delete after delete on homeroom.research_project
    referencing old table as old_rows for each statement execute function figures.touch_subjects();
revoke execute on function figures.touch, figures.touch_of_rows, figures.touch_subjects, figures.work_out_touched from public;
revoke execute on procedure figures.work_out, figures.work_out_by from public;

-- What is there already, and from then on by deltas.
do $$
begin
    execute 'insert into figures.subject_term (district_id, research_group_id, kind, school_id, starts_on, ends_on, terms) '
         || figures.counted('subject_term', of_district => false);
    perform figures.count_steps(s) from unnest('{mentor_sum, research_sum, overdue_sum}'::text[]) s;
end
$$;
call figures.keep('mentor_sum', 'figures.teacher_term');
call figures.keep('research_sum', 'figures.teacher_term');
call figures.keep('research_sum', 'figures.subject_term');
call figures.keep('overdue_sum', 'homeroom.research_project');
call figures.open_to_readers('figures.mentor_step');
call figures.open_to_readers('figures.research_step');
call figures.open_to_readers('figures.overdue_step');

-- What was counted of the old ones is counted of the new ones: a version never goes back.
insert into version.counter (table_number, district_id, changes)
select now.table_number, c.district_id, sum(c.changes)
from version.counter c
join version.counted_table before on before.table_number = c.table_number and before.table_name in ('figures.term_sum', 'figures.due_sum')
cross join version.counted_table now
where now.table_name in ('figures.mentor_step', 'figures.research_step', 'figures.overdue_step')
group by now.table_number, c.district_id;
delete from version.counter c using version.counted_table t where t.table_number = c.table_number and t.table_name in ('figures.term_sum', 'figures.due_sum');
delete from version.counted_table where table_name in ('figures.term_sum', 'figures.due_sum');

-- D1, M1. On a day: homeroom teachers with so little service that they need a mentor, and those of them who have one.
create function figures.mentor_coverage(on_day date) returns table (
    district_id integer, scope text, school_id bigint, grade integer, grade_band text, day date, need_count integer, covered_count integer)
language sql stable parallel safe as $$
    select s.district_id, s.scope, s.school_id, s.grade, figures.grade_band(s.grade), on_day,
           sum(figures.total_on((select figures.node(on_day)), (select figures.day_in_node(on_day)), s.node, s.need_count_at, s.need_count_totals, s.need_count_total))::integer,
           sum(figures.total_on((select figures.node(on_day)), (select figures.day_in_node(on_day)), s.node, s.covered_count_at, s.covered_count_totals, s.covered_count_total))::integer
    from figures.mentor_step s
    where s.node >= figures.first_node(on_day) and s.node <= figures.node(on_day)
    group by s.district_id, s.scope, s.school_id, s.grade
    having sum(figures.total_on((select figures.node(on_day)), (select figures.day_in_node(on_day)), s.node, s.need_count_at, s.need_count_totals, s.need_count_total)) <> 0
$$;

-- D5, P13. On a day: the teachers employed, those of them who take part in a running project of their school; the subjects that the school has a
-- research group for, and those of them with a running project. A district's are the sums of its schools'.
create function figures.research_coverage(on_day date) returns table (
    district_id integer, scope text, school_id bigint, day date,
    teacher_count integer, participant_count integer, subject_count integer, covered_subject_count integer)
language sql stable parallel safe as $$
    select s.district_id, s.scope, s.school_id, on_day,
           sum(figures.total_on((select figures.node(on_day)), (select figures.day_in_node(on_day)), s.node, s.teacher_count_at, s.teacher_count_totals, s.teacher_count_total))::integer,
           sum(figures.total_on((select figures.node(on_day)), (select figures.day_in_node(on_day)), s.node, s.participant_count_at, s.participant_count_totals, s.participant_count_total))::integer,
           sum(figures.total_on((select figures.node(on_day)), (select figures.day_in_node(on_day)), s.node, s.subject_count_at, s.subject_count_totals, s.subject_count_total))::integer,
           sum(figures.total_on((select figures.node(on_day)), (select figures.day_in_node(on_day)), s.node, s.covered_subject_count_at, s.covered_subject_count_totals, s.covered_subject_count_total))::integer
    from figures.research_step s
    where s.node >= figures.first_node(on_day) and s.node <= figures.node(on_day)
    group by s.district_id, s.scope, s.school_id
    having sum(figures.total_on((select figures.node(on_day)), (select figures.day_in_node(on_day)), s.node, s.teacher_count_at, s.teacher_count_totals, s.teacher_count_total)) <> 0
$$;

-- D6, P10. On a day: the projects that are open today, and those of them whose due date is past.
create function figures.overdue(on_day date) returns table (
    district_id integer, scope text, school_id bigint, level text, day date, overdue_count integer, project_count integer)
language sql stable parallel safe as $$
    select s.district_id, s.scope, s.school_id, nullif(s.level, ''), on_day,
           sum(figures.total_on((select figures.node(on_day)), (select figures.day_in_node(on_day)), s.node, s.overdue_count_at, s.overdue_count_totals, s.overdue_count_total))::integer,
           sum(figures.total_on((select figures.node(on_day)), (select figures.day_in_node(on_day)), s.node, s.project_count_at, s.project_count_totals, s.project_count_total))::integer
    from figures.overdue_step s
    where s.node >= figures.first_node(on_day) and s.node <= figures.node(on_day)
    group by s.district_id, s.scope, s.school_id, s.level
    having sum(figures.total_on((select figures.node(on_day)), (select figures.day_in_node(on_day)), s.node, s.project_count_at, s.project_count_totals, s.project_count_total)) <> 0
$$;
revoke execute on function figures.mentor_coverage, figures.research_coverage, figures.overdue from public;
grant execute on function figures.mentor_coverage, figures.research_coverage, figures.overdue to homeroom_reader;

update figures.definition set
    text_zh = '已立项或研究中的课题（projectCount，今日状态）中，到某日已超过完成时间且无获准延期者（overdueCount）的百分比，按学校与课题级别。区级一行为全区合计（school 为空），level 为空者为各级别合计。',
    text_en = 'Of the projects that are approved or running today (projectCount), those beyond their due date on a day without a granted extension (overdueCount), in percent, by school and level. The row without a school is the whole district, the one without a level all levels.'
where key = 'D6';
