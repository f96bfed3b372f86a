-- Figures of many districts in one question. What it reads lies together in an index: the district's rows of a period, one beside the other. So a figure has
-- a period that means the same in all districts, whose school years and semesters have ids of their own: the calendar year in which the school year
-- begins, and the semester's number. And each figure has a row of all its kinds together, so a question for many districts can be one row for each.
-- What a transaction adds counts when it commits: until then it is in none of the indexes by which sums are read.

-- D7, D12. With the period in a teacher's semester.
drop table figures.homeroom_sum, figures.project_sum, figures.award_sum cascade;
update version.counted_table set table_name = table_name || ' before' where table_name in ('figures.homeroom_sum', 'figures.project_sum', 'figures.award_sum');

drop function figures.work_out_homeroom_semester;
drop function figures.keep_homeroom_sum_by_homeroom_semester cascade;
truncate figures.homeroom_semester;
alter table figures.homeroom_semester
    drop constraint homeroom_semester_pkey,
    add column starting_year integer not null,
    add column semester_number integer not null,
    add primary key (district_id, teacher_id, semester_id, scope, school_id, grade, starting_year, semester_number);
update figures.contribution set query = $$
    with post as (
        select r.district_id, r.teacher_id, a.school_id, a.class_id, c.grade::integer as grade, m.semester_id, m.number as semester_number, m.starts_on, m.ends_on,
               extract(year from y.starts_on)::integer as starting_year
        from {rows} r
        join homeroom.appointment a on a.district_id = r.district_id and a.teacher_id = r.teacher_id
         and a.state = 'active' and a.kind in ('homeroom', 'acting')
        join homeroom.semester m on m.district_id = a.district_id and a.starts_on < m.ends_on and (a.ends_on is null or m.starts_on < a.ends_on)
        join homeroom.school_year y on y.district_id = m.district_id and y.school_year_id = m.school_year_id
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
        from (select district_id, teacher_id, semester_id, semester_number, starting_year, starts_on, ends_on, array_agg(school_id) as schools, array_agg(grade) as grades
              from post group by district_id, teacher_id, semester_id, semester_number, starting_year, starts_on, ends_on) t)
    select d.district_id, p.scope, p.school_id, d.semester_id, d.starting_year, d.semester_number, p.grade, d.teacher_id, 1 as teachers, d.papers,
           homeroom.policy_figure(d.district_id, nullif(p.school_id, 0), 'r2_papers_a_semester', d.starts_on) as owed,
           d.studies, d.trainings, d.assessments, d.results
    from record d
    cross join lateral (
        select distinct g.scope, g.school_id, g.grade
        from unnest(d.schools, d.grades) o (school_id, grade)
        cross join lateral (values ('school', o.school_id, o.grade), ('school', o.school_id, 0),
                                   ('district', 0, o.grade), ('district', 0, 0)) g (scope, school_id, grade)) p$$
where summary = 'homeroom_semester';

update figures.contribution set
    columns = '{district_id, scope, school_id, semester_id, starting_year, semester_number, grade, teacher_id, teachers, papers, owed, studies, trainings, assessments, results}',
    query = $$
    select r.district_id, r.scope, r.school_id, r.semester_id, r.starting_year, r.semester_number, r.grade, r.teachers as teacher_count, r.papers as paper_count,
           (r.papers >= r.owed)::integer as met_count, r.owed as owed_count,
           (r.papers > 0)::integer as paper_part, r.studies as study_part, r.trainings as training_part, r.assessments as assessment_part,
           r.results as result_part,
           (r.papers > 0 and r.studies + r.trainings + r.assessments + r.results = 4)::integer as complete_count
    from {rows} r$$
where summary = 'homeroom_sum';

create table figures.homeroom_sum (
    stripe_id        bigint generated always as identity,
    district_id      integer not null,
    scope            text collate "C" not null,
    school_id        bigint not null,
    semester_id      bigint not null,
    starting_year    integer not null,
    semester_number  integer not null,
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

-- D4. A level '' is all levels.
create table figures.project_sum (
    stripe_id                bigint generated always as identity,
    district_id              integer not null,
    scope                    text collate "C" not null,
    school_id                bigint not null,
    school_year_id           bigint not null,
    starting_year            integer not null,
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
update figures.contribution set query = $$
    select r.district_id, g.scope, g.school_id, y.school_year_id, extract(year from y.starts_on)::integer as starting_year, g.level,
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
    cross join lateral (values ('school', r.school_id, r.level), ('school', r.school_id, ''),
                               ('district', 0, r.level), ('district', 0, '')) g (scope, school_id, level)
    where r.state <> 'draft'$$
where summary = 'project_sum' and source = 'homeroom.research_project'::regclass;
update figures.contribution set query = $$
    select r.district_id, g.scope, g.school_id, r.school_year_id, extract(year from y.starts_on)::integer as starting_year, g.level,
           1 as target_count, r.minimum as target_minimum, (r.maximum is not null)::integer as limited_count,
           coalesce(r.maximum, 0) as target_maximum
    from {rows} r
    join homeroom.school_year y on y.district_id = r.district_id and y.school_year_id = r.school_year_id
    cross join lateral (values ('school', r.school_id, r.level), ('school', r.school_id, ''),
                               ('district', 0, r.level), ('district', 0, '')) g (scope, school_id, level)$$
where summary = 'project_sum' and source = 'homeroom.research_target'::regclass;

-- D8. A kind, level and grade '' are all of them; a starting year 0 is no school year that the district has.
create table figures.award_sum (
    stripe_id             bigint generated always as identity,
    district_id           integer not null,
    scope                 text collate "C" not null,
    school_id             bigint not null,
    school_year_id        bigint not null,
    starting_year         integer not null,
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
update figures.contribution set query = $$
    select r.district_id, g.scope, g.school_id, coalesce(y.school_year_id, 0) as school_year_id,
           coalesce(extract(year from y.starts_on)::integer, 0) as starting_year, g.kind, g.level, g.grade,
           (r.revoked_on is null)::integer as award_count,
           (r.revoked_on is null and coalesce(m.number = 1, false))::integer as first_semester_count,
           (r.revoked_on is null and coalesce(m.number = 2, false))::integer as second_semester_count,
           (r.revoked_on is null and r.source = 'granted')::integer as granted_count,
           (r.revoked_on is null and r.source = 'outside')::integer as outside_count,
           (r.revoked_on is not null)::integer as revoked_count
    from {rows} r
    left join homeroom.school_year y on y.district_id = r.district_id and y.starts_on <= r.granted_on and r.granted_on < y.ends_on
    left join homeroom.semester m on m.district_id = r.district_id and m.starts_on <= r.granted_on and r.granted_on < m.ends_on
    cross join lateral (values ('school', r.school_id, r.kind, r.level, r.grade), ('school', r.school_id, '', '', ''),
                               ('district', 0, r.kind, r.level, r.grade), ('district', 0, '', '', '')) g (scope, school_id, kind, level, grade)$$
where summary = 'award_sum';

do $$
begin
    execute format('insert into figures.homeroom_semester (%s) %s',
        (select string_agg(n, ', ') from unnest(figures.key_of('homeroom_semester') || figures.sums_of('homeroom_semester')) n),
        figures.counted('homeroom_semester', of_district => false));
end
$$;
call figures.work_out('homeroom_semester', 'homeroom.teacher', 'teacher_id');
call figures.start('homeroom_sum');
call figures.start('project_sum');
call figures.start('award_sum');
-- What was counted of the old ones is counted of the new ones: a version never goes back.
update version.counter c set table_number = now.table_number
from version.counted_table before join version.counted_table now on before.table_name = now.table_name || ' before'
where c.table_number = before.table_number;
delete from version.counted_table where table_name like '% before';
drop trigger figures_homeroom_semester_on_insert on homeroom.semester;
drop trigger figures_homeroom_semester_on_update on homeroom.semester;
drop trigger figures_homeroom_semester_on_delete on homeroom.semester;
call figures.follow('{homeroom_semester}', 'homeroom.semester', 'district_id, semester_id, school_year_id, number, starts_on, ends_on');
call figures.follow('{homeroom_semester}', 'homeroom.school_year', 'district_id, school_year_id, starts_on', only_updates => true);

-- By key for one district and for folding, by period for many.
drop index figures.check_sum_by_key, figures.habit_sum_by_key;
create index project_sum_by_key on figures.project_sum (district_id, scope, school_id, school_year_id, level) where written_in is null;
create index project_sum_by_period on figures.project_sum (scope, (nullif(level, '')), starting_year, district_id, school_id) where written_in is null;
create index award_sum_by_key on figures.award_sum (district_id, scope, school_id, school_year_id, kind, level, grade) where written_in is null;
create index award_sum_by_period on figures.award_sum (scope, (nullif(kind, '')), (nullif(starting_year, 0)), district_id, school_id) where written_in is null;
create index homeroom_sum_by_key on figures.homeroom_sum (district_id, scope, school_id, semester_id, grade) where written_in is null;
create index homeroom_sum_by_period on figures.homeroom_sum (scope, (nullif(grade, 0)), starting_year, semester_number, district_id, school_id) where written_in is null;
create index check_sum_by_key on figures.check_sum (district_id, scope, school_id, week_starts_on, grade, semester_id) where written_in is null;
create index check_sum_by_period on figures.check_sum (scope, (nullif(grade, 0)), week_starts_on, district_id, school_id) where written_in is null;
create index habit_sum_by_key on figures.habit_sum (district_id, scope, school_id, week_starts_on, grade, aspect, semester_id) where written_in is null;
create index habit_sum_by_period on figures.habit_sum (scope, (nullif(grade, 0)), aspect, week_starts_on, district_id, school_id) where written_in is null;

create view figures.project with (security_invoker = true) as
select district_id, scope, school_id, school_year_id, starting_year, nullif(level, '') as level,
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
where written_in is null
group by district_id, scope, school_id, school_year_id, starting_year, level
having sum(project_count) <> 0 or sum(target_count) <> 0;

create view figures.award with (security_invoker = true) as
select district_id, scope, school_id, school_year_id, nullif(starting_year, 0) as starting_year,
       nullif(kind, '') as kind, nullif(level, '') as level, nullif(grade, '') as grade,
       sum(award_count)::integer as award_count, sum(first_semester_count)::integer as first_semester_count,
       sum(second_semester_count)::integer as second_semester_count, sum(granted_count)::integer as granted_count,
       sum(outside_count)::integer as outside_count, sum(revoked_count)::integer as revoked_count
from figures.award_sum
where written_in is null
group by district_id, scope, school_id, school_year_id, starting_year, kind, level, grade
having sum(award_count) <> 0 or sum(revoked_count) <> 0;

create view figures.paper with (security_invoker = true) as
select district_id, scope, school_id, semester_id, starting_year, semester_number, grade, figures.grade_band(grade) as grade_band,
       sum(teacher_count)::integer as teacher_count, sum(paper_count)::integer as paper_count,
       sum(met_count)::integer as met_count, sum(owed_count)::integer as owed_count
from figures.homeroom_sum
where written_in is null
group by district_id, scope, school_id, semester_id, starting_year, semester_number, grade
having sum(teacher_count) <> 0;

-- D12, V1. Five parts of a semester are looked for; plan and summary have no records yet, and an award is nothing that one owes.
create view figures.archive with (security_invoker = true) as
select district_id, scope, school_id, semester_id, starting_year, semester_number, grade, figures.grade_band(grade) as grade_band,
       sum(teacher_count)::integer as teacher_count, sum(complete_count)::integer as complete_count,
       (5 * sum(teacher_count))::integer as expected_count,
       (sum(paper_part) + sum(study_part) + sum(training_part) + sum(assessment_part) + sum(result_part))::integer as present_count,
       sum(study_part)::integer as study_count, sum(paper_part)::integer as paper_count, sum(training_part)::integer as training_count,
       sum(assessment_part)::integer as assessment_count, sum(result_part)::integer as result_count
from figures.homeroom_sum
where written_in is null
group by district_id, scope, school_id, semester_id, starting_year, semester_number, grade
having sum(teacher_count) <> 0;

create or replace view figures.check_week with (security_invoker = true) as
select district_id, scope, school_id, semester_id, week, week_starts_on, week_ends_on, grade, figures.grade_band(grade) as grade_band,
       sum(sheet_count)::integer as sheet_count, sum(total) as total, sum(full_marks) as full_marks
from figures.check_sum
where written_in is null
group by district_id, scope, school_id, semester_id, week, week_starts_on, week_ends_on, grade
having sum(sheet_count) <> 0;

create or replace view figures.habit_week with (security_invoker = true) as
select district_id, scope, school_id, semester_id, week, week_starts_on, week_ends_on, grade, figures.grade_band(grade) as grade_band, aspect,
       sum(sheet_count)::integer as sheet_count, sum(full_marks) as full_marks, sum(lost) as lost, sum(full_marks) - sum(lost) as kept
from figures.habit_sum
where written_in is null
group by district_id, scope, school_id, semester_id, week, week_starts_on, week_ends_on, grade, aspect
having sum(sheet_count) <> 0;
grant select on figures.project, figures.award, figures.paper, figures.archive to homeroom_reader;

update figures.definition set
    text_zh = text_zh || 'level 为空者为各级别合计。',
    text_en = text_en || ' The row without a level is all levels together.'
where key = 'D4';
update figures.definition set
    text_zh = replace(text_zh, '；学年为空者不在任何学年之内。', '；学年为空者不在任何学年之内；类别、级别与等第皆空者为全部奖项合计。'),
    text_en = text_en || ' The row without kind, level and grade is all awards together.'
where key = 'D8';
