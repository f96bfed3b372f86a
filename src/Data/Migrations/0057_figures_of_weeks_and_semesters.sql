-- D7, D9. Papers for each homeroom teacher; weekly check averages and habit trends.

-- The bands of grades (学段) by which dashboards compare; none for 0, which stands for all grades.
create function figures.grade_band(grade integer) returns text language sql immutable parallel safe
return case when grade between 1 and 2 then 'lower_primary' when grade between 3 and 4 then 'middle_primary'
            when grade between 5 and 6 then 'upper_primary' when grade between 7 and 9 then 'junior' when grade between 10 and 12 then 'senior' end;

-- D9, E2. What a check item is about: its kind, or its group of habits. A sheet keeps what its lines take off by these.
create function figures.aspect_of(kind text, habit_group text) returns integer language sql immutable parallel safe
return array_position('{attendance, hygiene, discipline, activities, etiquette, study, daily_life, thrift}'::text[], coalesce(habit_group, kind));
create function figures.aspect(number integer) returns text language sql immutable parallel safe
return ('{attendance, hygiene, discipline, activities, etiquette, study, daily_life, thrift}'::text[])[number];
grant execute on function figures.grade_band, figures.aspect_of, figures.aspect to homeroom_reader, homeroom_writer;

-- E2. lost is what the lines take off, by figures.aspect_of: with total kept by the statements on lines. So all that dashboards sum up of checks
-- stands in the sheet, and moves with it when it is corrected or void; of the lines, the many, nothing is ever read for it.
alter table homeroom.check_sheet add column lost numeric(7, 2)[] not null default '{0,0,0,0,0,0,0,0}';

create or replace function homeroom.follow_check_lines() returns trigger language plpgsql as $$
declare
    removed constant text := 'select o.district_id, o.check_sheet_id, o.check_item_id, o.points, -1 as sign from old_rows o';
    added   constant text := 'select n.district_id, n.check_sheet_id, n.check_item_id, n.points, 1 as sign from new_rows n';
    wrong   record;
begin
    execute format('
        with line as (
            select l.*, s.written_in, i.code, i.full_marks, figures.aspect_of(i.kind, i.habit_group) as aspect,
                   i.evaluation_scheme_id <> s.evaluation_scheme_id or i.check_round_id <> s.check_round_id as is_foreign
            from (%s) l
            join homeroom.check_sheet s on s.district_id = l.district_id and s.check_sheet_id = l.check_sheet_id
            join homeroom.check_item i on i.district_id = l.district_id and i.check_item_id = l.check_item_id),
        lost as (
            select district_id, check_sheet_id, aspect, sum(sign * (full_marks - points)) as points from line group by 1, 2, 3),
        kept as (
            update homeroom.check_sheet s
            set total = s.total - t.points,
                lost = array[s.lost[1] + t.a1, s.lost[2] + t.a2, s.lost[3] + t.a3, s.lost[4] + t.a4,
                             s.lost[5] + t.a5, s.lost[6] + t.a6, s.lost[7] + t.a7, s.lost[8] + t.a8]
            from (select district_id, check_sheet_id, sum(points) as points,
                         coalesce(sum(points) filter (where aspect = 1), 0) as a1, coalesce(sum(points) filter (where aspect = 2), 0) as a2,
                         coalesce(sum(points) filter (where aspect = 3), 0) as a3, coalesce(sum(points) filter (where aspect = 4), 0) as a4,
                         coalesce(sum(points) filter (where aspect = 5), 0) as a5, coalesce(sum(points) filter (where aspect = 6), 0) as a6,
                         coalesce(sum(points) filter (where aspect = 7), 0) as a7, coalesce(sum(points) filter (where aspect = 8), 0) as a8
                  from lost where points <> 0 group by 1, 2) t
            where s.district_id = t.district_id and s.check_sheet_id = t.check_sheet_id)
        select l.*, case when written_in <> pg_current_xact_id() then ''e2_a_correction_keeps_what_it_replaces''
                         when is_foreign then ''e2_a_line_is_of_the_sheet_s_round''
                         else ''e2_a_line_differs_from_full_marks'' end as rule
        from line l
        where written_in <> pg_current_xact_id() or sign = 1 and (is_foreign or points >= full_marks) limit 1',
        case tg_op when 'INSERT' then added when 'DELETE' then removed else added || ' union all ' || removed end)
    into wrong;
    if wrong.rule is not null then
        perform homeroom.refuse_by(wrong.rule, tg_table_name,
            case wrong.rule when 'e2_a_correction_keeps_what_it_replaces'
                then format('the sheet %s is entered: record a correction first, in the same transaction', wrong.check_sheet_id)
                else format('item %s with %s of %s points on sheet %s', wrong.code, wrong.points, wrong.full_marks, wrong.check_sheet_id) end);
    end if;
    return null;
end
$$;

-- Whatever a writer says, a new sheet has lost nothing, and only its lines change that.
create function homeroom.keep_lost_points() returns trigger language plpgsql as $$
begin
    new.lost := case when tg_op = 'UPDATE' then old.lost else '{0,0,0,0,0,0,0,0}' end;
    return new;
end
$$;
create trigger keep_lost_points_on_insert before insert on homeroom.check_sheet
    for each row when (new.lost <> '{0,0,0,0,0,0,0,0}') execute function homeroom.keep_lost_points();
create trigger keep_lost_points_on_update before update on homeroom.check_sheet
    for each row when (pg_trigger_depth() = 0 and new.lost <> old.lost) execute function homeroom.keep_lost_points();

-- What a correction keeps and what the logs say is as before: what is lost follows from the lines, which both have.
create or replace function homeroom.begin_correction() returns trigger language plpgsql as $$
declare
    sheet homeroom.check_sheet;
begin
    select * into sheet from homeroom.check_sheet s
        where s.district_id = new.district_id and s.check_sheet_id = new.check_sheet_id for update;
    if not found then
        raise foreign_key_violation using message = 'there is no such sheet', schema = 'homeroom', table = tg_table_name,
            constraint = 'check_correction_district_id_check_sheet_id_fkey';
    end if;
    new.school_id := sheet.school_id;
    new.number := 1 + (select count(*) from homeroom.check_correction c
                       where c.district_id = new.district_id and c.check_sheet_id = new.check_sheet_id);
    new.replaced_total := sheet.total;
    new.replaced_sheet := to_jsonb(sheet) - '{starting_year, written_in, lost}'::text[];
    new.replaced_lines := coalesce(
        (select jsonb_agg(jsonb_build_object('check_item_id', l.check_item_id, 'points', l.points, 'note', l.note) order by l.check_item_id)
         from homeroom.check_line l
         where l.district_id = sheet.district_id and l.check_sheet_id = sheet.check_sheet_id and l.starting_year = sheet.starting_year),
        '[]');
    update homeroom.check_sheet s set written_in = pg_current_xact_id()
        where s.district_id = new.district_id and s.check_sheet_id = new.check_sheet_id;
    return new;
end
$$;
create or replace trigger record_insert after insert on homeroom.check_sheet referencing new table as new_rows
    for each statement execute function history.record_change('{district_id, check_sheet_id}', '{starting_year, written_in, lost}');
create or replace trigger record_update after update on homeroom.check_sheet referencing old table as old_rows new table as new_rows
    for each statement when (pg_trigger_depth() = 0)
    execute function history.record_change('{district_id, check_sheet_id}', '{starting_year, written_in, lost}');
create or replace trigger record_delete after delete on homeroom.check_sheet referencing old table as old_rows
    for each statement execute function history.record_change('{district_id, check_sheet_id}', '{starting_year, written_in, lost}');

-- The sheets that are there already. (The triggers are for writers; this changes what they keep.)
alter table homeroom.check_sheet disable trigger user;
update homeroom.check_sheet s
set lost = array[t.a1, t.a2, t.a3, t.a4, t.a5, t.a6, t.a7, t.a8]
from (select l.district_id, l.check_sheet_id,
             coalesce(sum(i.full_marks - l.points) filter (where a.number = 1), 0) as a1, coalesce(sum(i.full_marks - l.points) filter (where a.number = 2), 0) as a2,
             coalesce(sum(i.full_marks - l.points) filter (where a.number = 3), 0) as a3, coalesce(sum(i.full_marks - l.points) filter (where a.number = 4), 0) as a4,
             coalesce(sum(i.full_marks - l.points) filter (where a.number = 5), 0) as a5, coalesce(sum(i.full_marks - l.points) filter (where a.number = 6), 0) as a6,
             coalesce(sum(i.full_marks - l.points) filter (where a.number = 7), 0) as a7, coalesce(sum(i.full_marks - l.points) filter (where a.number = 8), 0) as a8
      from homeroom.check_line l
      join homeroom.check_item i on i.district_id = l.district_id and i.check_item_id = l.check_item_id
      cross join lateral figures.aspect_of(i.kind, i.habit_group) a (number)
      group by l.district_id, l.check_sheet_id) t
where s.district_id = t.district_id and s.check_sheet_id = t.check_sheet_id;
alter table homeroom.check_sheet enable trigger user, enable always trigger count_insert, enable always trigger count_update,
    enable always trigger count_delete, enable always trigger count_truncate;

-- E3. The average of checks: what was kept of the full marks, in percent (得分率). One definition with the dashboards', figures.share.
create or replace function homeroom.check_figures(the_district integer, the_school bigint, the_grade smallint, from_day date, until_day date)
returns table (class_id bigint, sheet_count integer, total numeric, full_marks numeric, average numeric, rank integer)
language sql stable as $$
    select f.class_id, f.sheet_count, f.total, f.full_marks, f.average, (rank() over (order by f.average desc))::integer
    from (select s.class_id, count(*)::integer as sheet_count, sum(s.total) as total, sum(r.full_marks) as full_marks,
                 figures.share(sum(s.total), sum(r.full_marks)) as average
          from homeroom.check_sheet s
          join homeroom.class c on c.district_id = s.district_id and c.class_id = s.class_id
          join homeroom.check_round r on r.district_id = s.district_id and r.check_round_id = s.check_round_id
          where s.district_id = the_district and s.school_id = the_school and s.day >= from_day and s.day < until_day
            and not s.is_void and c.grade = the_grade
          group by s.class_id
          having sum(r.full_marks) > 0) f
$$;

-- D9, E3. The checks of a grade's classes in a week of the semester (O4); grade 0: of all grades.
create table figures.check_sum (
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
create index check_sum_by_key on figures.check_sum (district_id, scope, school_id, week_starts_on, grade, semester_id);

insert into figures.contribution (summary, source, columns, query) values
('check_sum', 'homeroom.check_sheet', '{district_id, school_id, semester_id, class_id, check_round_id, day, is_void, total}', $$
    select q.district_id, g.scope, g.school_id, q.semester_id, q.week,
           greatest(q.starts_on, q.first_week_starts_on + 7 * (q.week - 1)) as week_starts_on,
           least(q.ends_on, q.first_week_starts_on + 7 * q.week) as week_ends_on,
           g.grade, q.sheet_count, q.total, q.full_marks
    from (select r.district_id, r.school_id, r.semester_id, c.grade::integer as grade, m.starts_on, m.ends_on, m.first_week_starts_on,
                 homeroom.semester_week(m.starts_on, m.ends_on, m.first_week_starts_on, r.day) as week,
                 count(*) as sheet_count, sum(r.total) as total, sum(k.full_marks) as full_marks
          from {rows} r
          join homeroom.semester m on m.district_id = r.district_id and m.semester_id = r.semester_id
          join homeroom.class c on c.district_id = r.district_id and c.class_id = r.class_id
          join homeroom.check_round k on k.district_id = r.district_id and k.check_round_id = r.check_round_id
          where not r.is_void and m.starts_on <= r.day and r.day < m.ends_on
          group by 1, 2, 3, 4, 5, 6, 7, 8) q
    cross join lateral (values ('school', q.school_id, q.grade), ('school', q.school_id, 0),
                               ('district', 0, q.grade), ('district', 0, 0)) g (scope, school_id, grade)$$);

create view figures.check_week with (security_invoker = true) as
select district_id, scope, school_id, semester_id, week, week_starts_on, week_ends_on, grade, figures.grade_band(grade) as grade_band,
       sum(sheet_count)::integer as sheet_count, sum(total) as total, sum(full_marks) as full_marks
from figures.check_sum
group by district_id, scope, school_id, semester_id, week, week_starts_on, week_ends_on, grade
having sum(sheet_count) <> 0;

-- D9, E2. What a week's checks found in one aspect: full marks of its items, and what was lost of them.
create table figures.habit_sum (
    stripe_id      bigint generated always as identity,
    district_id    integer not null,
    scope          text collate "C" not null,
    school_id      bigint not null,
    semester_id    bigint not null,
    week           integer not null,
    week_starts_on date not null,
    week_ends_on   date not null,
    grade          integer not null,
    aspect         text collate "C" not null,
    sheet_count    integer not null default 0,
    full_marks     numeric not null default 0,
    lost           numeric not null default 0,
    primary key (district_id, stripe_id)
) with (fillfactor = 70);
create index habit_sum_by_key on figures.habit_sum (district_id, scope, school_id, week_starts_on, grade, aspect, semester_id);

insert into figures.contribution (summary, source, columns, query) values
('habit_sum', 'homeroom.check_sheet', '{district_id, school_id, semester_id, class_id, evaluation_scheme_id, check_round_id, day, is_void, lost}', $$
    select q.district_id, g.scope, g.school_id, q.semester_id, q.week,
           greatest(q.starts_on, q.first_week_starts_on + 7 * (q.week - 1)) as week_starts_on,
           least(q.ends_on, q.first_week_starts_on + 7 * q.week) as week_ends_on,
           g.grade, figures.aspect(i.aspect) as aspect, q.sheet_count, q.sheet_count * i.full_marks as full_marks, q.lost[i.aspect] as lost
    from (select r.district_id, r.school_id, r.semester_id, c.grade::integer as grade, m.starts_on, m.ends_on, m.first_week_starts_on,
                 homeroom.semester_week(m.starts_on, m.ends_on, m.first_week_starts_on, r.day) as week,
                 r.evaluation_scheme_id, r.check_round_id, count(*) as sheet_count,
                 array[sum(r.lost[1]), sum(r.lost[2]), sum(r.lost[3]), sum(r.lost[4]),
                       sum(r.lost[5]), sum(r.lost[6]), sum(r.lost[7]), sum(r.lost[8])] as lost
          from {rows} r
          join homeroom.semester m on m.district_id = r.district_id and m.semester_id = r.semester_id
          join homeroom.class c on c.district_id = r.district_id and c.class_id = r.class_id
          where not r.is_void and m.starts_on <= r.day and r.day < m.ends_on
          group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10) q
    cross join lateral (
        select figures.aspect_of(i.kind, i.habit_group) as aspect, sum(i.full_marks) as full_marks
        from homeroom.check_item i
        where i.district_id = q.district_id and i.evaluation_scheme_id = q.evaluation_scheme_id
          and (i.check_round_id is null or i.check_round_id = q.check_round_id)
        group by 1) i
    cross join lateral (values ('school', q.school_id, q.grade), ('school', q.school_id, 0),
                               ('district', 0, q.grade), ('district', 0, 0)) g (scope, school_id, grade)$$);

create view figures.habit_week with (security_invoker = true) as
select district_id, scope, school_id, semester_id, week, week_starts_on, week_ends_on, grade, figures.grade_band(grade) as grade_band, aspect,
       sum(sheet_count)::integer as sheet_count, sum(full_marks) as full_marks, sum(lost) as lost, sum(full_marks) - sum(lost) as kept
from figures.habit_sum
group by district_id, scope, school_id, semester_id, week, week_starts_on, week_ends_on, grade, aspect
having sum(sheet_count) <> 0;

grant select on figures.check_week, figures.habit_week to homeroom_reader;
call figures.start('check_sum');
call figures.start('habit_sum');
call figures.follow('{check_sum, habit_sum}', 'homeroom.semester', 'district_id, semester_id, starts_on, ends_on, first_week_starts_on', only_updates => true);
call figures.follow('{check_sum, habit_sum}', 'homeroom.class', 'district_id, class_id, grade', only_updates => true);

-- D7, R2. Whether a paper is dated in a period; a date that is known to the year only lies in no semester. The one definition.
create function homeroom.paper_is_dated_in(published_on date, published_precision text, from_day date, until_day date) returns boolean
language sql immutable parallel safe
return published_precision <> 'year' and from_day <= published_on and published_on < until_day;
grant execute on function homeroom.paper_is_dated_in to homeroom_reader, homeroom_writer;

-- Who was a homeroom teacher in a semester (an appointment as homeroom teacher or acting that overlaps it), in which grade (0: in any) of which
-- school; how many papers dated in it name the teacher, of how many that are owed (D7, R2: the policy of the school, or the district, at its start);
-- and which parts of the archive there are of it (D12, V1). Each row is worked out anew where something it rests on changed, with the teacher's
-- row locked: of two who write of the same teacher, one an appointment and the other a paper, the second sees what the first has written.
create table figures.homeroom_semester (
    district_id integer not null,
    scope       text collate "C" not null,
    school_id   bigint not null,
    semester_id bigint not null,
    grade       integer not null,
    teacher_id  bigint not null,
    teachers    integer not null default 0,
    papers      integer not null default 0,
    owed        integer not null default 0,
    studies     integer not null default 0,
    trainings   integer not null default 0,
    assessments integer not null default 0,
    results     integer not null default 0,
    primary key (district_id, teacher_id, semester_id, scope, school_id, grade)
);
create index homeroom_semester_by_semester on figures.homeroom_semester (district_id, semester_id);

insert into figures.contribution (summary, source, columns, query) values
('homeroom_semester', 'homeroom.teacher', '{district_id, teacher_id}', $$
    with post as (
        select r.district_id, r.teacher_id, a.school_id, a.class_id, c.grade::integer as grade, m.semester_id, m.starts_on, m.ends_on
        from {rows} r
        join homeroom.appointment a on a.district_id = r.district_id and a.teacher_id = r.teacher_id
         and a.state = 'active' and a.kind in ('homeroom', 'acting')
        join homeroom.semester m on m.district_id = a.district_id and a.starts_on < m.ends_on and (a.ends_on is null or m.starts_on < a.ends_on)
        join homeroom.class c on c.district_id = a.district_id and c.class_id = a.class_id),
    -- Once for each teacher and semester, and not for each place that they count in. (Nothing is joined to it, for the planner knows nothing
    -- of its size.)
    record as materialized (
        select t.*,
               (select count(*) from homeroom.paper_author w
                join homeroom.paper p on p.district_id = w.district_id and p.paper_id = w.paper_id
                where w.district_id = t.district_id and w.teacher_id = t.teacher_id
                  and homeroom.paper_is_dated_in(p.published_on, p.published_precision, t.starts_on, t.ends_on)) as papers,
               exists (select from homeroom.study_note n
                       where n.district_id = t.district_id and n.teacher_id = t.teacher_id
                         and t.starts_on <= n.written_on and n.written_on < t.ends_on)::integer as studies,
               exists (select from homeroom.training_attendance n
                       where n.district_id = t.district_id and n.teacher_id = t.teacher_id and n.status = 'present'
                         and t.starts_on <= n.held_on and n.held_on < t.ends_on)::integer as trainings,
               exists (select from homeroom.semester_assessment n
                       where n.district_id = t.district_id and n.teacher_id = t.teacher_id and n.semester_id = t.semester_id
                         and n.state = 'final')::integer as assessments,
               exists (select from homeroom.appointment a
                       join homeroom.check_result n on n.district_id = a.district_id and n.class_id = a.class_id
                       join homeroom.check_publication p on p.district_id = n.district_id and p.check_publication_id = n.check_publication_id
                       where a.district_id = t.district_id and a.teacher_id = t.teacher_id and a.state = 'active'
                         and a.kind in ('homeroom', 'acting') and a.starts_on < t.ends_on and (a.ends_on is null or t.starts_on < a.ends_on)
                         and p.semester_id = t.semester_id and p.state = 'published')::integer as results
        from (select district_id, teacher_id, semester_id, starts_on, ends_on, array_agg(school_id) as schools, array_agg(grade) as grades
              from post group by district_id, teacher_id, semester_id, starts_on, ends_on) t)
    select d.district_id, p.scope, p.school_id, d.semester_id, p.grade, d.teacher_id, 1 as teachers, d.papers,
           homeroom.policy_figure(d.district_id, nullif(p.school_id, 0), 'r2_papers_a_semester', d.starts_on) as owed,
           d.studies, d.trainings, d.assessments, d.results
    from record d
    cross join lateral (
        select distinct g.scope, g.school_id, g.grade
        from unnest(d.schools, d.grades) o (school_id, grade)
        cross join lateral (values ('school', o.school_id, o.grade), ('school', o.school_id, 0),
                                   ('district', 0, o.grade), ('district', 0, 0)) g (scope, school_id, grade)) p$$);

do $$
begin
    execute 'insert into figures.homeroom_semester (district_id, scope, school_id, semester_id, grade, teacher_id, teachers, papers, owed, studies, trainings, assessments, results) '
         || figures.counted('homeroom_semester', of_district => false);
    -- Works the rows of some teachers out anew; made of the same query. Planned once: planning takes longer than a teacher.
    execute format($sql$
        create function figures.follow_homeroom_semesters(of_districts integer[], of_teachers bigint[]) returns void language plpgsql
            security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $body$
        begin
            perform figures.hold(of_districts);
            perform from homeroom.teacher t where t.district_id = any (of_districts) and t.teacher_id = any (of_teachers)
                order by t.district_id, t.teacher_id for no key update;
            with present as materialized (%s),
            gone as (
                delete from figures.homeroom_semester s
                where s.district_id = any (of_districts) and s.teacher_id = any (of_teachers)
                  and not exists (select from present n
                                  where (n.district_id, n.teacher_id, n.semester_id, n.scope, n.school_id, n.grade)
                                      = (s.district_id, s.teacher_id, s.semester_id, s.scope, s.school_id, s.grade)))
            insert into figures.homeroom_semester as s (district_id, scope, school_id, semester_id, grade, teacher_id, teachers, papers, owed, studies, trainings, assessments, results)
            select district_id, scope, school_id, semester_id, grade, teacher_id, teachers, papers, owed, studies, trainings, assessments, results from present
            on conflict (district_id, teacher_id, semester_id, scope, school_id, grade) do update
                set papers = excluded.papers, owed = excluded.owed, studies = excluded.studies, trainings = excluded.trainings,
                    assessments = excluded.assessments, results = excluded.results
                where (s.papers, s.owed, s.studies, s.trainings, s.assessments, s.results)
                   <> (excluded.papers, excluded.owed, excluded.studies, excluded.trainings, excluded.assessments, excluded.results);
        end
        $body$ $sql$,
        (select figures.added(c, '(select t.district_id, t.teacher_id from homeroom.teacher t where t.district_id = any (of_districts) and t.teacher_id = any (of_teachers))')
         from figures.contribution c where c.summary = 'homeroom_semester'));
end
$$;
revoke execute on function figures.follow_homeroom_semesters from public;

-- Works out anew what rests on the teachers of the rows that a statement changed. Its arguments: the function that does; the column of the teacher;
-- the columns that matter: a row that kept them is left alone.
create function figures.follow_rows_of_teachers() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    changed constant text := case tg_op
        when 'INSERT' then 'select district_id, %1$I as teacher_id from new_rows'
        when 'DELETE' then 'select district_id, %1$I as teacher_id from old_rows'
        else 'select district_id, %1$I as teacher_id from (
                  (select district_id, %1$I, %2$s from new_rows except select district_id, %1$I, %2$s from old_rows) union all
                  (select district_id, %1$I, %2$s from old_rows except select district_id, %1$I, %2$s from new_rows)) c' end;
    districts integer[];
    teachers  bigint[];
begin
    execute format('select array_agg(distinct district_id), array_agg(distinct teacher_id) from (' || changed || ') rows where teacher_id is not null',
                   tg_argv[1], tg_argv[2]) into districts, teachers;
    if teachers is not null then execute format('select figures.%I($1, $2)', tg_argv[0]) using districts, teachers; end if;
    return null;
end
$$;
create procedure figures.follow_teachers_of(follows text, followed regclass, teacher text, looked_at text, only_updates boolean default false) language plpgsql as $$
begin
    execute format('create trigger %I after update on %s referencing old table as old_rows new table as new_rows
                    for each statement execute function figures.follow_rows_of_teachers(%L, %L, %L)',
        'figures_' || follows || '_on_update', followed, follows, teacher, looked_at);
    if only_updates then return; end if;
    execute format('create trigger %I after insert on %s referencing new table as new_rows
                    for each statement execute function figures.follow_rows_of_teachers(%L, %L, %L)',
        'figures_' || follows || '_on_insert', followed, follows, teacher, looked_at);
    execute format('create trigger %I after delete on %s referencing old table as old_rows
                    for each statement execute function figures.follow_rows_of_teachers(%L, %L, %L)',
        'figures_' || follows || '_on_delete', followed, follows, teacher, looked_at);
end
$$;
call figures.follow_teachers_of('follow_homeroom_semesters', 'homeroom.appointment', 'teacher_id', 'appointment_id, school_id, class_id, kind, state, starts_on, ends_on');
call figures.follow_teachers_of('follow_homeroom_semesters', 'homeroom.paper_author', 'teacher_id', 'paper_author_id, paper_id');
call figures.follow_teachers_of('follow_homeroom_semesters', 'homeroom.study_note', 'teacher_id', 'study_note_id, written_on');
call figures.follow_teachers_of('follow_homeroom_semesters', 'homeroom.training_attendance', 'teacher_id', 'training_attendance_id, status, held_on');
call figures.follow_teachers_of('follow_homeroom_semesters', 'homeroom.semester_assessment', 'teacher_id', 'semester_assessment_id, semester_id, state');

-- A paper that gets another date: its authors. (A new one has none yet, and one that is deleted takes them along.)
create function figures.follow_paper_dates() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    districts integer[];
    teachers  bigint[];
begin
    select array_agg(distinct a.district_id), array_agg(distinct a.teacher_id) into districts, teachers
    from new_rows n
    join old_rows o on o.district_id = n.district_id and o.paper_id = n.paper_id
    join homeroom.paper_author a on a.district_id = n.district_id and a.paper_id = n.paper_id
    where a.teacher_id is not null and (o.published_on, o.published_precision) is distinct from (n.published_on, n.published_precision);
    if teachers is not null then perform figures.follow_homeroom_semesters(districts, teachers); end if;
    return null;
end
$$;
create trigger figures_homeroom_semester_on_update after update on homeroom.paper
    referencing old table as old_rows new table as new_rows for each statement execute function figures.follow_paper_dates();

-- A ranking that is published: who heads its classes. (Its results are there before, and stay.)
create function figures.follow_publications() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    districts integer[];
    teachers  bigint[];
begin
    select array_agg(distinct a.district_id), array_agg(distinct a.teacher_id) into districts, teachers
    from new_rows n
    join homeroom.check_result r on r.district_id = n.district_id and r.check_publication_id = n.check_publication_id
    join homeroom.appointment a on a.district_id = r.district_id and a.class_id = r.class_id
    where n.state = 'published';
    if teachers is not null then perform figures.follow_homeroom_semesters(districts, teachers); end if;
    return null;
end
$$;
create trigger figures_homeroom_semester_on_update after update on homeroom.check_publication
    referencing new table as new_rows for each statement execute function figures.follow_publications();
revoke execute on function figures.follow_rows_of_teachers, figures.follow_paper_dates, figures.follow_publications from public;
revoke execute on procedure figures.follow_teachers_of from public;

create table figures.homeroom_sum (
    stripe_id        bigint generated always as identity,
    district_id      integer not null,
    scope            text collate "C" not null,
    school_id        bigint not null,
    semester_id      bigint not null,
    grade            integer not null,
    teacher_count    integer not null default 0,
    paper_count      integer not null default 0,
    met_count        integer not null default 0,
    owed_count       integer not null default 0,
    paper_part       integer not null default 0,
    study_part       integer not null default 0,
    training_part    integer not null default 0,
    assessment_part  integer not null default 0,
    result_part      integer not null default 0,
    complete_count   integer not null default 0,
    primary key (district_id, stripe_id)
) with (fillfactor = 70);
create index homeroom_sum_by_key on figures.homeroom_sum (district_id, scope, school_id, semester_id, grade);

insert into figures.contribution (summary, source, columns, query) values
('homeroom_sum', 'figures.homeroom_semester',
 '{district_id, scope, school_id, semester_id, grade, teacher_id, teachers, papers, owed, studies, trainings, assessments, results}', $$
    select r.district_id, r.scope, r.school_id, r.semester_id, r.grade, r.teachers as teacher_count, r.papers as paper_count,
           (r.papers >= r.owed)::integer as met_count, r.owed as owed_count,
           (r.papers > 0)::integer as paper_part, r.studies as study_part, r.trainings as training_part, r.assessments as assessment_part,
           r.results as result_part,
           (r.papers > 0 and r.studies + r.trainings + r.assessments + r.results = 4)::integer as complete_count
    from {rows} r$$);

create view figures.paper with (security_invoker = true) as
select district_id, scope, school_id, semester_id, grade, figures.grade_band(grade) as grade_band,
       sum(teacher_count)::integer as teacher_count, sum(paper_count)::integer as paper_count,
       sum(met_count)::integer as met_count, sum(owed_count)::integer as owed_count
from figures.homeroom_sum
group by district_id, scope, school_id, semester_id, grade
having sum(teacher_count) <> 0;

-- D12, V1. Five parts of a semester are looked for; plan and summary have no records yet, and an award is nothing that one owes.
create view figures.archive with (security_invoker = true) as
select district_id, scope, school_id, semester_id, grade, figures.grade_band(grade) as grade_band,
       sum(teacher_count)::integer as teacher_count, sum(complete_count)::integer as complete_count,
       (5 * sum(teacher_count))::integer as expected_count,
       (sum(paper_part) + sum(study_part) + sum(training_part) + sum(assessment_part) + sum(result_part))::integer as present_count,
       sum(study_part)::integer as study_count, sum(paper_part)::integer as paper_count, sum(training_part)::integer as training_count,
       sum(assessment_part)::integer as assessment_count, sum(result_part)::integer as result_count
from figures.homeroom_sum
group by district_id, scope, school_id, semester_id, grade
having sum(teacher_count) <> 0;
grant select on figures.paper, figures.archive to homeroom_reader;

call figures.start('homeroom_sum');
call figures.follow('{homeroom_semester}', 'homeroom.semester', 'district_id, semester_id, starts_on, ends_on');
call figures.follow('{homeroom_semester}', 'homeroom.class', 'district_id, class_id, grade', only_updates => true);
call figures.follow('{homeroom_semester}', 'homeroom.policy', 'district_id, school_id, policy_key, figure, starts_on, ends_on');

insert into figures.definition (key, rules, name_zh, name_en, text_zh, text_en) values
('D7', '{D7, R2, A1}', '班主任人均论文数', 'Papers for each homeroom teacher',
 '某学期内（日期精确到月或日）署名含某班主任的论文数之和（paperCount）除以该学期班主任人数（teacherCount：任期与学期相交的班主任与代理班主任），按学校与年级；metCount 为达到学期应写篇数（政策 r2_papers_a_semester）的人数。区级一行为全区合计（school 为空），grade 为空者为各年级合计，每人只计一次。',
 'Papers dated in a semester (to the month or the day) that name a homeroom teacher, summed over the homeroom teachers (paperCount), for each of them (teacherCount: an appointment as homeroom teacher or acting that overlaps the semester), by school and grade; metCount wrote as many as the policy r2_papers_a_semester asks for. The row without a school is the whole district, the one without a grade all grades, where everybody counts once.'),
('D9', '{D9, E2, E3, O4}', '周检查平均得分率与习惯趋势', 'Weekly check averages and habit trends',
 '某学期某周未作废日检查表的得分之和（total）占满分之和（fullMarks）的百分比，按学校与年级；习惯趋势按检查方面（出勤、卫生、纪律、活动与四类习惯）以同法计算。周按学期第一周起算，首尾周以学期为界。区级一行为全区合计（school 为空），grade 为空者为各年级合计。',
 'What the daily check sheets of a week that are not void kept (total) of their full marks (fullMarks), in percent, by school and grade; habit trends are the same by what is checked: attendance, hygiene, discipline, activities and the four groups of habits. Weeks count from the semester''s first and are cut off where it begins and ends. The row without a school is the whole district, the one without a grade all grades.'),
('D12', '{D12, V1, O4}', '班主任档案完整率', 'Archive completeness',
 '某学期班主任档案已有部分数（presentCount）占应有部分数（expectedCount：每人五项——理论学习笔记、论文、培训出勤、学期考核定稿、所带班级公布的检查结果）的百分比，按学校与年级。计划、总结尚无记录，奖项不属必备，均不计入。区级一行为全区合计（school 为空），grade 为空者为各年级合计，每人只计一次。',
 'The parts of the semester''s archive that homeroom teachers have (presentCount) of those looked for (expectedCount: five each, a study note, a paper, an attended training, a final assessment, a published check result of the class), in percent, by school and grade. Plan and summary have no records yet, and an award is nothing that one owes: neither counts. The row without a school is the whole district, the one without a grade all grades, where everybody counts once.');
