-- D. Figures for dashboards: what each one is, and summaries that are kept by deltas in the writer's own transaction.
--
-- A summary is a table of sums under a key. What a row of a source adds to it is said once, in figures.contribution: the triggers, the first
-- filling and the verification are all made of that one query, so they can't come apart. Each key is kept for the school and, under school 0,
-- for the whole district, so a question for many districts reads a row for each of them and not for each of their schools.
--
-- A key may stand in several rows, stripes, whose sum counts. A statement only adds rows of what it changed, which count as they are; what a
-- transaction has added is folded when it commits, each key once, into a stripe that nobody holds (skip locked), or a new one. So two writers never
-- wait for each other's transactions on a sum, there are as many stripes as ever committed in one moment, and a transaction of ten thousand
-- statements moves a sum once.

create schema figures;
grant usage on schema figures to homeroom_reader, homeroom_writer;

-- The one place that says what a figure is, in both languages. Read by everyone, written by migrations only.
create table figures.definition (
    definition_id integer generated always as identity primary key,
    key           text collate "C" not null unique check (key ~ '^[A-Z][0-9]+[a-z]?$'),
    rules         text[] not null check (cardinality(rules) > 0),
    name_zh       text not null check (name_zh <> ''),
    name_en       text not null check (name_en <> ''),
    text_zh       text not null check (text_zh <> ''),
    text_en       text not null check (text_en <> '')
);
call reach.guard('figures.definition', 'true');
grant select on figures.definition to homeroom_reader;

-- A share in percent, in hundredths; null where there is nothing to have a share of. The one definition.
create function figures.share(part numeric, whole numeric) returns numeric language sql immutable parallel safe
return round(part * 100 / nullif(whole, 0), 2);
-- So many for each one, in hundredths; null where there is none.
create function figures.for_each(part numeric, whole numeric) returns numeric language sql immutable parallel safe
return round(part / nullif(whole, 0), 2);
grant execute on function figures.share, figures.for_each to homeroom_reader, homeroom_writer;

-- What a row of a source adds. In the query, {rows} stands for the rows with the columns named here: the whole table, or those that a
-- statement wrote or took away. Rows that it left as they were in these columns are not looked at.
create table figures.contribution (
    summary text not null,
    source  regclass not null,
    columns text[] not null,
    -- Which of the summary's sums the query gives; null: all. The others it leaves as they are.
    sums    text[],
    query   text not null,
    primary key (summary, source)
);

-- Who changes what is summed up holds the district's lock with others; who sums a district up anew holds it alone, so no change is lost
-- between the two. It is held to the end of the transaction, and nobody waits for it but those who change the calendar (rule O4) or mend.
create function figures.hold(districts integer[]) returns void language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared(711056, d) from (select distinct unnest(districts) as d order by 1) held;
end
$$;
create function figures.hold_alone(districts integer[]) returns void language plpgsql as $$
begin
    perform pg_advisory_xact_lock(711056, d) from (select distinct unnest(districts) as d order by 1) held;
end
$$;

-- A summary's columns: its key, and its sums.
create function figures.key_of(summary text) returns text[] language sql stable
return (select array_agg(attname::text order by attnum) from pg_attribute
        where attrelid = ('figures.' || summary)::regclass and attnum > 0 and attname not in ('stripe_id', 'written_in') and not attisdropped and not atthasdef);
create function figures.sums_of(summary text) returns text[] language sql stable
return (select array_agg(attname::text order by attnum) from pg_attribute
        where attrelid = ('figures.' || summary)::regclass and attnum > 0 and attname not in ('stripe_id', 'written_in') and not attisdropped and atthasdef);

-- What the rows of a relation (a table's, or a statement's) add to a summary, as a query of its key and its sums.
create function figures.added(c figures.contribution, rows text, sign integer default 1) returns text language sql stable
return format('select %s, %s from (%s) c',
    (select string_agg(format('c.%I', k), ', ') from unnest(figures.key_of(c.summary)) k),
    (select string_agg(format(case when s <> all (c.sums) then '0 as %1$I' when sign < 0 then '-c.%1$I as %1$I' else 'c.%1$I' end, s), ', ')
     from unnest(figures.sums_of(c.summary)) s),
    replace(c.query, '{rows}', rows));

-- Makes the triggers that keep a summary by the changes of one source. They are security definers: whoever may write the source need not
-- know the summary.
create procedure figures.keep(summary text, source regclass) language plpgsql as $$
declare
    c       figures.contribution;
    cols    text;
    keys    text := (select string_agg(quote_ident(k), ', ') from unnest(figures.key_of(summary)) k);
    sums    text := (select string_agg(quote_ident(s), ', ') from unnest(figures.sums_of(summary)) s);
    name    text := format('figures.%I', 'keep_' || summary || '_by_' || (select relname from pg_class where oid = source));
    stored  text := format(
        'insert into figures.%1$I (%2$s, %3$s, written_in) select %2$s, %4$s, pg_current_xact_id() from (%%s) c group by %2$s having %5$s',
        summary, keys, sums,
        (select string_agg(format('sum(%I)', s), ', ') from unnest(figures.sums_of(summary)) s),
        (select string_agg(format('sum(%I) <> 0', s), ' or ') from unnest(figures.sums_of(summary)) s));
    added   text;
    removed text;
    changed text;
begin
    select x.* into c from figures.contribution x where x.summary = keep.summary and x.source = keep.source;
    cols := (select string_agg(quote_ident(n), ', ') from unnest(c.columns) n);
    added := figures.added(c, format('(select %s from new_rows)', cols));
    removed := figures.added(c, format('(select %s from old_rows)', cols), -1);
    changed := figures.added(c, format('(select %1$s from new_rows except all select %1$s from old_rows)', cols)) || ' union all '
            || figures.added(c, format('(select %1$s from old_rows except all select %1$s from new_rows)', cols), -1);
    execute format($sql$
        create or replace function %s() returns trigger language plpgsql
            security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off set enable_mergejoin = off as $body$
        begin
            case tg_op
                when 'INSERT' then
                    perform figures.hold(array(select distinct district_id from new_rows));
                    %s;
                when 'DELETE' then
                    perform figures.hold(array(select distinct district_id from old_rows));
                    %s;
                when 'UPDATE' then
                    perform figures.hold(array(select district_id from new_rows union select district_id from old_rows));
                    %s;
            end case;
            return null;
        end
        $body$ $sql$, name, format(stored, added), format(stored, removed), format(stored, changed));
    execute format('revoke execute on function %s from public', name);
    execute format('create or replace trigger %I after insert on %s referencing new table as new_rows for each statement execute function %s()',
        'figures_' || summary || '_on_insert', source, name);
    execute format('create or replace trigger %I after update on %s referencing old table as old_rows new table as new_rows for each statement execute function %s()',
        'figures_' || summary || '_on_update', source, name);
    execute format('create or replace trigger %I after delete on %s referencing old table as old_rows for each statement execute function %s()',
        'figures_' || summary || '_on_delete', source, name);
end
$$;

-- Makes what folds a summary when a transaction commits. A setting of the transaction says up to which row it has folded.
create procedure figures.fold_at_commit(summary text) language plpgsql as $$
declare
    keys    text[] := figures.key_of(summary);
    sums    text[] := figures.sums_of(summary);
    name    text := format('figures.%I', 'fold_' || summary);
    setting text := 'homeroom.folded_' || summary;
begin
    execute format('alter table figures.%I add column written_in xid8', summary);
    execute format('create index %I on figures.%I (written_in, stripe_id) where written_in is not null', summary || '_to_fold', summary);
    execute format($sql$
        create or replace function %1$s() returns trigger language plpgsql
            security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off set enable_mergejoin = off as $body$
        declare
            folded bigint := coalesce(nullif(current_setting(%2$L, true), '')::bigint, 0);
        begin
            if new.stripe_id <= folded then return null; end if;
            with gone as (
                delete from figures.%3$I s where s.written_in = pg_current_xact_id() and s.stripe_id > folded returning s.*),
            delta as materialized (
                select %4$s, %5$s from gone group by %4$s having %6$s),
            free as materialized (
                select d.*, s.stripe_id from delta d left join lateral (
                    select f.stripe_id from figures.%3$I f where %7$s and f.written_in is null
                    limit 1 for no key update skip locked) s on true),
            moved as (
                update figures.%3$I s set %8$s from free where s.district_id = free.district_id and s.stripe_id = free.stripe_id)
            insert into figures.%3$I (%4$s, %9$s) select %4$s, %9$s from free where stripe_id is null;
            perform set_config(%2$L, (select last_value from figures.%10$I)::text, true);
            return null;
        end
        $body$ $sql$, name, setting, summary,
        (select string_agg(quote_ident(k), ', ') from unnest(keys) k),
        (select string_agg(format('sum(%1$I) as %1$I', s), ', ') from unnest(sums) s),
        (select string_agg(format('sum(%I) <> 0', s), ' or ') from unnest(sums) s),
        (select string_agg(format('f.%1$I = d.%1$I', k), ' and ') from unnest(keys) k),
        (select string_agg(format('%1$I = s.%1$I + free.%1$I', s), ', ') from unnest(sums) s),
        (select string_agg(quote_ident(s), ', ') from unnest(sums) s),
        summary || '_stripe_id_seq');
    execute format('revoke execute on function %s from public', name);
    execute format('create constraint trigger fold after insert on figures.%I deferrable initially deferred
                    for each row when (new.written_in is not null) execute function %s()', summary, name);
end
$$;
-- What a summary should hold for a district, as a query over the rows: of one district ($1), or of all.
create function figures.counted(summary text, of_district boolean) returns text language sql stable
return (
    select format('select %1$s, %2$s from (%3$s) c group by %1$s having %4$s',
        (select string_agg(quote_ident(k), ', ') from unnest(figures.key_of(counted.summary)) k),
        (select string_agg(format('sum(%1$I) as %1$I', s), ', ') from unnest(figures.sums_of(counted.summary)) s),
        string_agg(figures.added(c,
            format('(select %s from %s%s)', (select string_agg(quote_ident(n), ', ') from unnest(c.columns) n), c.source,
                   case when of_district then ' where district_id = $1' else '' end)), ' union all '),
        (select string_agg(format('sum(%I) <> 0', s), ' or ') from unnest(figures.sums_of(counted.summary)) s))
    from figures.contribution c where c.summary = counted.summary);

-- Sums a district up anew.
create function figures.recount(summary text, of_district integer) returns void language plpgsql
    security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform figures.hold_alone(array[of_district]);
    execute format('delete from figures.%I where district_id = $1', summary) using of_district;
    execute format('insert into figures.%I (%s) %s', summary,
        (select string_agg(quote_ident(n), ', ') from unnest(figures.key_of(summary) || figures.sums_of(summary)) n),
        figures.counted(summary, of_district => true)) using of_district;
end
$$;

-- Where a summary differs from its rows: nothing, always. One statement, so it is of one moment.
create function figures.differences(summary text) returns table (district_id integer, key jsonb, kept jsonb, counted jsonb)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    return query execute format($sql$
        with counted as (%1$s),
        kept as (select %2$s, %3$s from figures.%4$I group by %2$s having %5$s)
        select district_id, jsonb_build_object(%6$s), to_jsonb(k) - %7$L::text[], to_jsonb(c) - %7$L::text[]
        from kept k full join counted c using (%2$s)
        where to_jsonb(k) is distinct from to_jsonb(c)$sql$,
        figures.counted(summary, of_district => false),
        (select string_agg(quote_ident(k), ', ') from unnest(figures.key_of(summary)) k),
        (select string_agg(format('sum(%1$I) as %1$I', s), ', ') from unnest(figures.sums_of(summary)) s),
        summary,
        (select string_agg(format('sum(%I) <> 0', s), ' or ') from unnest(figures.sums_of(summary)) s),
        (select string_agg(format('%L, %I', k, k), ', ') from unnest(figures.key_of(summary)) k),
        figures.key_of(summary));
end
$$;

-- The summaries there are.
create function figures.summaries() returns setof text language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select distinct summary from figures.contribution order by 1
$$;

-- Opens a summary: who reads the district reads all of it, who reads a school that school's; the rest of a role's rules is wall one's.
create procedure figures.open_to_readers(opened regclass) language plpgsql as $$
begin
    call reach.guard(opened, 'case when district_id = any ((select reach.districts())::integer[]) then true
                                   else school_id = any ((select reach.schools())::bigint[]) end');
    execute format('grant select on %s to homeroom_reader', opened);
end
$$;

-- Takes a summary into service: fills it from the rows that are there, and keeps it by deltas from then on, unless it is kept in another way.
create procedure figures.start(summary text, by_deltas boolean default true) language plpgsql as $$
declare
    c record;
begin
    execute format('insert into figures.%I (%s) %s', summary,
        (select string_agg(quote_ident(n), ', ') from unnest(figures.key_of(summary) || figures.sums_of(summary)) n),
        figures.counted(summary, of_district => false));
    if by_deltas then call figures.fold_at_commit(summary); end if;
    for c in select * from figures.contribution x where x.summary = start.summary and by_deltas loop
        call figures.keep(summary, c.source);
    end loop;
    call figures.open_to_readers(('figures.' || summary)::regclass);
end
$$;

-- O4. Summaries are by school year, semester and week: when the calendar changes, the district is summed up anew. The columns of a trigger's
-- arguments are those that matter.
create function figures.follow_change() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    changed integer[];
    looked_at constant text := coalesce(tg_argv[1], '*');
begin
    case tg_op
        when 'INSERT' then changed := array(select distinct district_id from new_rows);
        when 'DELETE' then changed := array(select distinct district_id from old_rows);
        when 'UPDATE' then
            execute format('select array(select district_id from (select %1$s from new_rows except select %1$s from old_rows) n union
                                         select district_id from (select %1$s from old_rows except select %1$s from new_rows) o)', looked_at) into changed;
    end case;
    perform figures.recount(s, d) from unnest(changed) d, unnest(tg_argv[0]::text[]) s order by d, s;
    return null;
end
$$;
create procedure figures.follow(summaries text[], followed regclass, looked_at text, only_updates boolean default false) language plpgsql as $$
declare
    made text := array_to_string(summaries, '_');
begin
    execute format('create trigger %I after update on %s referencing old table as old_rows new table as new_rows for each statement execute function figures.follow_change(%L, %L)',
        'figures_' || made || '_on_update', followed, summaries, looked_at);
    if only_updates then return; end if;
    execute format('create trigger %I after insert on %s referencing new table as new_rows for each statement execute function figures.follow_change(%L, %L)',
        'figures_' || made || '_on_insert', followed, summaries, looked_at);
    execute format('create trigger %I after delete on %s referencing old table as old_rows for each statement execute function figures.follow_change(%L, %L)',
        'figures_' || made || '_on_delete', followed, summaries, looked_at);
end
$$;
revoke execute on all functions in schema figures from public;
revoke execute on all procedures in schema figures from public;
grant execute on function figures.share, figures.for_each to homeroom_reader, homeroom_writer;

-- D4, P12. Whether a project was running in a period: approved before its end, and not ended before its start. The one definition.
create function homeroom.project_runs_in(approved_on date, ended_on date, from_day date, until_day date) returns boolean
language sql immutable parallel safe
return coalesce(approved_on < until_day and (ended_on is null or ended_on >= from_day), false);
grant execute on function homeroom.project_runs_in to homeroom_reader, homeroom_writer;

create or replace function homeroom.running_project_count(of_district integer, of_school bigint, of_level text, of_school_year bigint) returns integer
language sql stable parallel safe
return (
    select count(*)::integer
    from homeroom.research_project p
    join homeroom.school_year y on y.district_id = p.district_id and y.school_year_id = of_school_year
    where p.district_id = of_district and p.school_id = of_school and p.level = of_level
      and homeroom.project_runs_in(p.approved_on, p.ended_on, y.starts_on, y.ends_on));

-- D4. A project belongs to every school year that it was alive in, from its draft or approval to its end; drafts don't count. How many of them are
-- in which state is of today. Targets are summed beside them, so a level without a project shows too.
create table figures.project_sum (
    stripe_id                bigint generated always as identity,
    district_id              integer not null,
    scope                    text collate "C" not null,
    school_id                bigint not null,
    school_year_id           bigint not null,
    level                    text collate "C" not null,
    project_count            integer not null default 0,
    running_in_year_count    integer not null default 0,
    submitted_count          integer not null default 0,
    in_review_count          integer not null default 0,
    revision_requested_count integer not null default 0,
    recommended_count        integer not null default 0,
    approved_count           integer not null default 0,
    running_count            integer not null default 0,
    closed_count             integer not null default 0,
    refused_count            integer not null default 0,
    rejected_count           integer not null default 0,
    withdrawn_count          integer not null default 0,
    terminated_count         integer not null default 0,
    target_count             integer not null default 0,
    target_minimum           integer not null default 0,
    limited_count            integer not null default 0,
    target_maximum           integer not null default 0,
    primary key (district_id, stripe_id)
) with (fillfactor = 70);
create index project_sum_by_key on figures.project_sum (district_id, scope, school_id, school_year_id, level);

insert into figures.contribution (summary, source, columns, sums, query) values
('project_sum', 'homeroom.research_project', '{district_id, school_id, level, state, created_on, approved_on, ended_on}',
 '{project_count, running_in_year_count, submitted_count, in_review_count, revision_requested_count, recommended_count, approved_count, running_count,
   closed_count, refused_count, rejected_count, withdrawn_count, terminated_count}', $$
    select r.district_id, g.scope, g.school_id, y.school_year_id, r.level,
           1 as project_count,
           homeroom.project_runs_in(r.approved_on, r.ended_on, y.starts_on, y.ends_on)::integer as running_in_year_count,
           (r.state = 'submitted')::integer as submitted_count, (r.state = 'in_review')::integer as in_review_count,
           (r.state = 'revision_requested')::integer as revision_requested_count, (r.state = 'recommended')::integer as recommended_count,
           (r.state = 'approved')::integer as approved_count, (r.state = 'running')::integer as running_count,
           (r.state = 'closed')::integer as closed_count, (r.state = 'refused')::integer as refused_count,
           (r.state = 'rejected')::integer as rejected_count, (r.state = 'withdrawn')::integer as withdrawn_count,
           (r.state = 'terminated')::integer as terminated_count
    from {rows} r
    join homeroom.school_year y on y.district_id = r.district_id
     and least(r.created_on, r.approved_on) < y.ends_on and (r.ended_on is null or r.ended_on >= y.starts_on)
    cross join lateral (values ('school', r.school_id), ('district', 0)) g (scope, school_id)
    where r.state <> 'draft'$$),
('project_sum', 'homeroom.research_target', '{district_id, school_id, school_year_id, level, minimum, maximum}',
 '{target_count, target_minimum, limited_count, target_maximum}', $$
    select r.district_id, g.scope, g.school_id, r.school_year_id, r.level,
           1 as target_count, r.minimum as target_minimum, (r.maximum is not null)::integer as limited_count,
           coalesce(r.maximum, 0) as target_maximum
    from {rows} r cross join lateral (values ('school', r.school_id), ('district', 0)) g (scope, school_id)$$);

create view figures.project with (security_invoker = true) as
select district_id, scope, school_id, school_year_id, level,
       sum(project_count)::integer as project_count, sum(running_in_year_count)::integer as running_in_year_count,
       sum(submitted_count)::integer as submitted_count, sum(in_review_count)::integer as in_review_count,
       sum(revision_requested_count)::integer as revision_requested_count, sum(recommended_count)::integer as recommended_count,
       sum(approved_count)::integer as approved_count, sum(running_count)::integer as running_count,
       sum(closed_count)::integer as closed_count, sum(refused_count)::integer as refused_count,
       sum(rejected_count)::integer as rejected_count, sum(withdrawn_count)::integer as withdrawn_count,
       sum(terminated_count)::integer as terminated_count,
       sum(target_count)::integer as target_count,
       case when sum(target_count) > 0 then sum(target_minimum)::integer end as target_minimum,
       case when sum(target_count) > 0 and sum(limited_count) = sum(target_count) then sum(target_maximum)::integer end as target_maximum
from figures.project_sum
group by district_id, scope, school_id, school_year_id, level
having sum(project_count) <> 0 or sum(target_count) <> 0;
grant select on figures.project to homeroom_reader;

-- D8, W1. The awards granted in a school year (0: in none that the district has), those revoked since beside them.
create table figures.award_sum (
    stripe_id             bigint generated always as identity,
    district_id           integer not null,
    scope                 text collate "C" not null,
    school_id             bigint not null,
    school_year_id        bigint not null,
    kind                  text collate "C" not null,
    level                 text collate "C" not null,
    grade                 text collate "C" not null,
    award_count           integer not null default 0,
    first_semester_count  integer not null default 0,
    second_semester_count integer not null default 0,
    granted_count         integer not null default 0,
    outside_count         integer not null default 0,
    revoked_count         integer not null default 0,
    primary key (district_id, stripe_id)
) with (fillfactor = 70);
create index award_sum_by_key on figures.award_sum (district_id, scope, school_id, school_year_id, kind, level, grade);

insert into figures.contribution (summary, source, columns, query) values
('award_sum', 'homeroom.award', '{district_id, school_id, kind, level, grade, source, granted_on, revoked_on}', $$
    select r.district_id, g.scope, g.school_id, coalesce(y.school_year_id, 0) as school_year_id, r.kind, r.level, r.grade,
           (r.revoked_on is null)::integer as award_count,
           (r.revoked_on is null and coalesce(m.number = 1, false))::integer as first_semester_count,
           (r.revoked_on is null and coalesce(m.number = 2, false))::integer as second_semester_count,
           (r.revoked_on is null and r.source = 'granted')::integer as granted_count,
           (r.revoked_on is null and r.source = 'outside')::integer as outside_count,
           (r.revoked_on is not null)::integer as revoked_count
    from {rows} r
    left join homeroom.school_year y on y.district_id = r.district_id and y.starts_on <= r.granted_on and r.granted_on < y.ends_on
    left join homeroom.semester m on m.district_id = r.district_id and m.starts_on <= r.granted_on and r.granted_on < m.ends_on
    cross join lateral (values ('school', r.school_id), ('district', 0)) g (scope, school_id)$$);

create view figures.award with (security_invoker = true) as
select district_id, scope, school_id, school_year_id, kind, level, grade,
       sum(award_count)::integer as award_count, sum(first_semester_count)::integer as first_semester_count,
       sum(second_semester_count)::integer as second_semester_count, sum(granted_count)::integer as granted_count,
       sum(outside_count)::integer as outside_count, sum(revoked_count)::integer as revoked_count
from figures.award_sum
group by district_id, scope, school_id, school_year_id, kind, level, grade
having sum(award_count) <> 0 or sum(revoked_count) <> 0;
grant select on figures.award to homeroom_reader;

call figures.start('project_sum');
call figures.start('award_sum');
call figures.follow('{project_sum, award_sum}', 'homeroom.school_year', 'district_id, school_year_id, starts_on, ends_on');
call figures.follow('{award_sum}', 'homeroom.semester', 'district_id, semester_id, number, starts_on, ends_on');

insert into figures.definition (key, rules, name_zh, name_en, text_zh, text_en) values
('D4', '{D4, P1, P12}', '各级各状态课题与立项指标', 'Projects by level and state against target',
 '某学年在研课题数（学年结束前已立项且学年开始前未结束，runningInYearCount）占指标下限（targetMinimum，各校之和）的百分比，按学校与课题级别；另列该学年存续的全部课题（草稿除外）及其今日状态。区级一行为全区合计（school 为空）。',
 'Projects running in a school year (approved before its end, not ended before its start: runningInYearCount) as a percentage of the target''s minimum (targetMinimum, summed over schools), by school and level; beside it all projects alive in the year, without drafts, by their state of today. The row without a school is the whole district.'),
('D8', '{D8, W1, W3}', '各类各级各等第获奖', 'Awards by kind, level and grade',
 '某学年内授予且未被撤销的奖项数（awardCount），按学校、类别、级别与等第；按学期与来源（本校评选、校外证书）细分，已撤销的另计。区级一行为全区合计（school 为空）；学年为空者不在任何学年之内。',
 'Awards granted in a school year and not revoked (awardCount), by school, kind, level and grade; split by semester and by source (granted here, recorded from outside), revoked ones apart. The row without a school is the whole district; without a school year it lies in none.');
