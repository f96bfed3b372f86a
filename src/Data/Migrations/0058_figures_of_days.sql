-- D1, D5, D6. Figures that depend on a day: who needs a mentor and has one, who takes part in research, what is overdue. A sum for each day would
-- be moved for years by one change. So what begins or ends on a day is summed in blocks of 1, 32, 1,024 and 32,768 days, and what holds on
-- any day, past ones too, is the sum of a few dozen blocks before it.

create function figures.blocks_of(day date) returns table (size integer, block integer) language sql immutable parallel safe as $$
    select b.size, (day - date '1900-01-01') >> b.size from (values (0), (5), (10), (15)) b (size)
$$;
-- The blocks of a size that are a part of all days before a day: from, and before. Four sizes together are all of these days, each once.
create function figures.from_block(size integer, day date) returns integer language sql immutable parallel safe
return case size when 15 then -100 else ((day - date '1900-01-01') >> (size + 5)) << 5 end;
create function figures.until_block(size integer, day date) returns integer language sql immutable parallel safe
return (day - date '1900-01-01') >> size;
revoke execute on function figures.blocks_of, figures.from_block, figures.until_block from public;
grant execute on function figures.blocks_of, figures.from_block, figures.until_block to homeroom_reader;

-- D6, P10. A project is overdue from the day after its due date on, by the one definition, homeroom.project_is_overdue.
-- (Its texts have no collation of their own: a function gives none on, and a condition on what it gives would not find the index.)
create table figures.due_sum (
    stripe_id     bigint generated always as identity,
    district_id   integer not null,
    scope         text not null,
    school_id     bigint not null,
    level         text not null,
    size          integer not null,
    block         integer not null,
    project_count integer not null default 0,
    primary key (district_id, stripe_id)
) with (fillfactor = 70);
create index due_sum_by_key on figures.due_sum (district_id, scope, size, block, school_id, level);

insert into figures.contribution (summary, source, columns, query) values
('due_sum', 'homeroom.research_project', '{district_id, school_id, level, state, due_on}', $$
    select r.district_id, g.scope, g.school_id, r.level, b.size, b.block, 1 as project_count
    from {rows} r
    cross join lateral figures.blocks_of(r.due_on) b
    cross join lateral (values ('school', r.school_id), ('district', 0)) g (scope, school_id)
    where homeroom.project_is_overdue(r.state, r.due_on, r.due_on + 1)$$);

create function figures.overdue(on_day date) returns table (
    district_id integer, scope text, school_id bigint, level text, day date, overdue_count integer, project_count integer)
language sql stable parallel safe as $$
    select s.district_id, s.scope, s.school_id, s.level, on_day, coalesce(sum(s.overdue), 0)::integer, sum(s.projects)::integer
    from (
        select district_id, scope, school_id, level, project_count as projects, null as overdue from figures.due_sum where size = 15
        union all
        select district_id, scope, school_id, level, null, project_count from figures.due_sum
        where size = 0 and block >= figures.from_block(0, on_day) and block < figures.until_block(0, on_day)
        union all
        select district_id, scope, school_id, level, null, project_count from figures.due_sum
        where size = 5 and block >= figures.from_block(5, on_day) and block < figures.until_block(5, on_day)
        union all
        select district_id, scope, school_id, level, null, project_count from figures.due_sum
        where size = 10 and block >= figures.from_block(10, on_day) and block < figures.until_block(10, on_day)
        union all
        select district_id, scope, school_id, level, null, project_count from figures.due_sum
        where size = 15 and block >= figures.from_block(15, on_day) and block < figures.until_block(15, on_day)) s
    group by s.district_id, s.scope, s.school_id, s.level
    having sum(s.projects) <> 0
$$;
revoke execute on function figures.overdue from public;
grant execute on function figures.overdue to homeroom_reader;
call figures.start('due_sum');

-- D1, M1. The first day of a period on which a teacher's homeroom service reaches so many months; its end where it doesn't. (Service never
-- goes back from one day to the next, so it can be searched for.)
create function figures.served_on(earlier integer, service datemultirange, months numeric, from_day date, until_day date) returns date
language plpgsql immutable parallel safe as $$
declare
    served date := from_day - 1;
    last_day constant date := least(until_day, from_day + (months * 31)::integer + 62);
    step integer := 65536;
begin
    if from_day >= until_day or homeroom.service_months(earlier, service, from_day) >= months then return from_day; end if;
    while step > 0 loop
        if served + step < last_day and homeroom.service_months(earlier, service, served + step) < months then served := served + step; end if;
        step := step / 2;
    end loop;
    return case when served + 1 >= last_day then until_day else served + 1 end;
end
$$;
revoke execute on function figures.served_on from public;

-- What holds of a teacher at a school from one day until before another ('infinity': open): employed there (O5, the primary employment), taking
-- part in a running project of it (P13), heading a class of a grade with too little service to be without a mentor (M1), and having one. Worked out
-- anew where something it rests on changed, with the teacher's row locked, as figures.homeroom_semester is.
create table figures.teacher_term (
    district_id integer not null,
    teacher_id  bigint not null,
    kind        text collate "C" not null,
    school_id   bigint not null,
    grade       integer not null,
    starts_on   date not null,
    ends_on     date not null,
    terms       integer not null default 0,
    primary key (district_id, teacher_id, kind, school_id, grade, starts_on, ends_on)
);

insert into figures.contribution (summary, source, columns, query) values
('teacher_term', 'homeroom.teacher', '{district_id, teacher_id, earlier_homeroom_months, homeroom_service}', $$
    with post as (
        select r.district_id, r.teacher_id, r.earlier_homeroom_months, r.homeroom_service, a.school_id, c.grade::integer as grade,
               a.starts_on, coalesce(a.ends_on, 'infinity') as ends_on
        from {rows} r
        join homeroom.appointment a on a.district_id = r.district_id and a.teacher_id = r.teacher_id
         and a.state = 'active' and a.kind in ('homeroom', 'acting')
        join homeroom.class c on c.district_id = a.district_id and c.class_id = a.class_id),
    -- The policy is that of the day: a post is taken apart where it changes.
    part as (
        select p.*, d.from_day, d.until_day
        from post p cross join lateral (
            select day as from_day, coalesce(lead(day) over (order by day), p.ends_on) as until_day
            from (select p.starts_on as day
                  union
                  select e.day from homeroom.policy x cross join lateral (values (x.starts_on), (x.ends_on)) e (day)
                  where x.district_id = p.district_id and x.policy_key = 'm1_service_years_with_mentor'
                    and (x.school_id is null or x.school_id = p.school_id) and e.day > p.starts_on and e.day < p.ends_on) days) d),
    need as materialized (
        select p.district_id, p.teacher_id, p.school_id, p.grade, p.from_day,
               figures.served_on(p.earlier_homeroom_months, p.homeroom_service,
                   12 * homeroom.policy_figure(p.district_id, p.school_id, 'm1_service_years_with_mentor', p.from_day),
                   p.from_day, p.until_day) as until_day
        from part p),
    employed as (
        select r.district_id, r.teacher_id, e.school_id, e.starts_on, coalesce(e.ends_on, 'infinity') as ends_on
        from {rows} r
        join homeroom.employment e on e.district_id = r.district_id and e.teacher_id = r.teacher_id and e.is_primary)
    select district_id, teacher_id, 'needs_mentor' as kind, school_id, grade, from_day as starts_on, until_day as ends_on, 1 as terms
    from need where from_day < until_day
    union all
    select n.district_id, n.teacher_id, 'has_mentor', n.school_id, n.grade, greatest(n.from_day, m.starts_on), least(n.until_day, m.ended_on), 1
    from need n
    join homeroom.mentorship m on m.district_id = n.district_id and m.mentee_id = n.teacher_id
     and m.starts_on < n.until_day and (m.ended_on is null or n.from_day < m.ended_on)
    where n.from_day < n.until_day
    union all
    select district_id, teacher_id, 'employed', school_id, 0, starts_on, ends_on, 1 from employed
    union all
    select e.district_id, e.teacher_id, 'researches', e.school_id, 0, lower(t.term), coalesce(upper(t.term), 'infinity'), 1
    from employed e
    cross join lateral (
        select range_agg(daterange(p.approved_on, nullif(least(m.left_on, p.ended_on + 1, e.ends_on), 'infinity'))
                         * daterange(e.starts_on, nullif(e.ends_on, 'infinity'))) as terms
        from homeroom.research_member m
        join homeroom.research_project p on p.district_id = m.district_id and p.research_project_id = m.research_project_id
        where m.district_id = e.district_id and m.teacher_id = e.teacher_id and p.school_id = e.school_id
          and p.approved_on < least(m.left_on, p.ended_on + 1, e.ends_on)) r
    cross join lateral unnest(r.terms) t (term)$$);

do $$
begin
    execute 'insert into figures.teacher_term (district_id, teacher_id, kind, school_id, grade, starts_on, ends_on, terms) '
         || figures.counted('teacher_term', of_district => false);
    execute format($sql$
        create function figures.follow_teacher_terms(of_districts integer[], of_teachers bigint[]) returns void language plpgsql
            security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $body$
        begin
            perform figures.hold(of_districts);
            perform from homeroom.teacher t where t.district_id = any (of_districts) and t.teacher_id = any (of_teachers)
                order by t.district_id, t.teacher_id for no key update;
            with present as materialized (%s),
            gone as (
                delete from figures.teacher_term s
                where s.district_id = any (of_districts) and s.teacher_id = any (of_teachers)
                  and not exists (select from present n
                                  where (n.district_id, n.teacher_id, n.kind, n.school_id, n.grade, n.starts_on, n.ends_on)
                                      = (s.district_id, s.teacher_id, s.kind, s.school_id, s.grade, s.starts_on, s.ends_on)))
            insert into figures.teacher_term (district_id, teacher_id, kind, school_id, grade, starts_on, ends_on, terms)
            select district_id, teacher_id, kind, school_id, grade, starts_on, ends_on, terms from present
            on conflict do nothing;
        end
        $body$ $sql$,
        (select figures.added(c, '(select t.district_id, t.teacher_id, t.earlier_homeroom_months, t.homeroom_service from homeroom.teacher t
                                   where t.district_id = any (of_districts) and t.teacher_id = any (of_teachers))')
         from figures.contribution c where c.summary = 'teacher_term'));
end
$$;
revoke execute on function figures.follow_teacher_terms from public;
call figures.follow_teachers_of('follow_teacher_terms', 'homeroom.teacher', 'teacher_id', 'earlier_homeroom_months, homeroom_service', only_updates => true);
call figures.follow_teachers_of('follow_teacher_terms', 'homeroom.appointment', 'teacher_id', 'appointment_id, school_id, class_id, kind, state, starts_on, ends_on');
call figures.follow_teachers_of('follow_teacher_terms', 'homeroom.mentorship', 'mentee_id', 'mentorship_id, starts_on, ended_on');
call figures.follow_teachers_of('follow_teacher_terms', 'homeroom.employment', 'teacher_id', 'employment_id, school_id, starts_on, ends_on, is_primary');
call figures.follow_teachers_of('follow_teacher_terms', 'homeroom.research_member', 'teacher_id', 'research_member_id, research_project_id, left_on');

-- A project that is approved, ends or moves: its members.
create function figures.follow_projects() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    districts integer[];
    teachers  bigint[];
begin
    select array_agg(distinct m.district_id), array_agg(distinct m.teacher_id) into districts, teachers
    from new_rows n
    join old_rows o on o.district_id = n.district_id and o.research_project_id = n.research_project_id
    join homeroom.research_member m on m.district_id = n.district_id and m.research_project_id = n.research_project_id
    where (o.school_id, o.approved_on, o.ended_on) is distinct from (n.school_id, n.approved_on, n.ended_on);
    if teachers is not null then perform figures.follow_teacher_terms(districts, teachers); end if;
    return null;
end
$$;
revoke execute on function figures.follow_projects from public;
create trigger figures_follow_teacher_terms_on_update after update on homeroom.research_project
    referencing old table as old_rows new table as new_rows for each statement execute function figures.follow_projects();

create table figures.term_sum (
    stripe_id   bigint generated always as identity,
    district_id integer not null,
    scope       text not null,
    school_id   bigint not null,
    grade       integer not null,
    kind        text not null,
    size        integer not null,
    block       integer not null,
    change      integer not null default 0,
    primary key (district_id, stripe_id)
) with (fillfactor = 70);
create index term_sum_by_key on figures.term_sum (district_id, scope, size, block, kind, school_id, grade);

insert into figures.contribution (summary, source, columns, query) values
('term_sum', 'figures.teacher_term', '{district_id, teacher_id, kind, school_id, grade, starts_on, ends_on, terms}', $$
    select r.district_id, g.scope, g.school_id, g.grade, r.kind, b.size, b.block, e.change * r.terms as change
    from {rows} r
    cross join lateral (values (r.starts_on, 1), (r.ends_on, -1)) e (day, change)
    cross join lateral figures.blocks_of(nullif(e.day, 'infinity')) b
    cross join lateral (
        select 'school' as scope, r.school_id, r.grade union select 'school', r.school_id, 0
        union select 'district', 0, r.grade union select 'district', 0, 0) g
    where b.block is not null$$);
call figures.start('term_sum');
call figures.follow('{teacher_term}', 'homeroom.class', 'district_id, class_id, grade', only_updates => true);
call figures.follow('{teacher_term}', 'homeroom.policy', 'district_id, school_id, policy_key, figure, starts_on, ends_on');

-- What has begun and not ended on a day, by kind.
create function figures.terms_on(on_day date) returns table (
    district_id integer, scope text, school_id bigint, grade integer, kind text, change integer)
language sql stable parallel safe as $$
    select district_id, scope, school_id, grade, kind, change from figures.term_sum
    where size = 0 and block >= figures.from_block(0, on_day + 1) and block < figures.until_block(0, on_day + 1)
    union all
    select district_id, scope, school_id, grade, kind, change from figures.term_sum
    where size = 5 and block >= figures.from_block(5, on_day + 1) and block < figures.until_block(5, on_day + 1)
    union all
    select district_id, scope, school_id, grade, kind, change from figures.term_sum
    where size = 10 and block >= figures.from_block(10, on_day + 1) and block < figures.until_block(10, on_day + 1)
    union all
    select district_id, scope, school_id, grade, kind, change from figures.term_sum
    where size = 15 and block >= figures.from_block(15, on_day + 1) and block < figures.until_block(15, on_day + 1)
$$;
revoke execute on function figures.terms_on from public;
grant execute on function figures.terms_on to homeroom_reader;

-- D1, M1. On a day: homeroom teachers with so little service that they need a mentor, and those of them who have one.
create function figures.mentor_coverage(on_day date) returns table (
    district_id integer, scope text, school_id bigint, grade integer, grade_band text, day date, need_count integer, covered_count integer)
language sql stable parallel safe as $$
    select s.district_id, s.scope, s.school_id, s.grade, figures.grade_band(s.grade), on_day,
           sum(s.change) filter (where s.kind = 'needs_mentor')::integer,
           coalesce(sum(s.change) filter (where s.kind = 'has_mentor'), 0)::integer
    from figures.terms_on(on_day) s
    where s.kind in ('needs_mentor', 'has_mentor')
    group by s.district_id, s.scope, s.school_id, s.grade
    having sum(s.change) filter (where s.kind = 'needs_mentor') <> 0
$$;

-- D5, P13. On a day: the teachers employed, those of them who take part in a running project of their school; the subjects that the school has a
-- research group for, and those of them with a running project. A district's are the sums of its schools'.
create function figures.research_coverage(on_day date) returns table (
    district_id integer, scope text, school_id bigint, day date,
    teacher_count integer, participant_count integer, subject_count integer, covered_subject_count integer)
language sql stable parallel safe as $$
    select t.district_id, t.scope, t.school_id, on_day, t.teacher_count, t.participant_count,
           coalesce(s.subject_count, 0)::integer, coalesce(s.covered_subject_count, 0)::integer
    from (select s.district_id, s.scope, s.school_id,
                 sum(s.change) filter (where s.kind = 'employed')::integer as teacher_count,
                 coalesce(sum(s.change) filter (where s.kind = 'researches'), 0)::integer as participant_count
          from figures.terms_on(on_day) s
          where s.kind in ('employed', 'researches')
          group by s.district_id, s.scope, s.school_id
          having sum(s.change) filter (where s.kind = 'employed') <> 0) t
    left join (
        select g.district_id, p.scope, p.school_id, count(*) as subject_count, count(*) filter (where g.is_covered) as covered_subject_count
        from (select g.district_id, g.school_id,
                     exists (select from homeroom.research_project p
                             where p.district_id = g.district_id and p.school_id = g.school_id and p.subject_id = g.subject_id
                               and homeroom.project_runs_in(p.approved_on, p.ended_on, on_day, on_day + 1)) as is_covered
              from homeroom.research_group g
              where g.kind = 'subject' and (g.closed_on is null or on_day < g.closed_on)) g
        cross join lateral (values ('school', g.school_id), ('district', 0)) p (scope, school_id)
        group by g.district_id, p.scope, p.school_id) s
      on s.district_id = t.district_id and s.scope = t.scope and s.school_id = t.school_id
$$;
revoke execute on function figures.mentor_coverage, figures.research_coverage from public;
grant execute on function figures.mentor_coverage, figures.research_coverage to homeroom_reader;

insert into figures.definition (key, rules, name_zh, name_en, text_zh, text_en) values
('D1', '{D1, M1, O5}', '师徒结对覆盖率', 'Mentor coverage',
 '某日担任班主任（含代理）且班主任工作年限不满政策 m1_service_years_with_mentor 所定年数者（needCount）中，当日有师傅者（coveredCount）的百分比，按学校与年级。区级一行为全区合计（school 为空），grade 为空者为各年级合计。',
 'Of those who head a class on a day, as homeroom teacher or acting, with less homeroom service than the policy m1_service_years_with_mentor asks for (needCount), those who have a mentor on that day (coveredCount), in percent, by school and grade. The row without a school is the whole district, the one without a grade all grades.'),
('D5', '{D5, P13, O1, O5}', '课题研究的学科与教师覆盖率', 'Subject and teacher coverage of research',
 '某日参加本校在研课题的教师（participantCount）占在编教师（teacherCount：主任职在该校）的百分比；设有教研组的学科（subjectCount）中有在研课题者（coveredSubjectCount）的百分比，按学校。区级一行为各校之和（school 为空）。',
 'Of the teachers employed on a day (teacherCount: the primary employment), those who take part in a running project of their school (participantCount), in percent; and of the subjects that a school has a research group for (subjectCount), those with a running project of it (coveredSubjectCount), by school. The row without a school is the sum of the district''s schools.'),
('D6', '{D6, P10}', '课题超期率', 'Overdue share',
 '已立项或研究中的课题（projectCount，今日状态）中，到某日已超过完成时间且无获准延期者（overdueCount）的百分比，按学校与课题级别。区级一行为全区合计（school 为空）。',
 'Of the projects that are approved or running today (projectCount), those beyond their due date on a day without a granted extension (overdueCount), in percent, by school and level. The row without a school is the whole district.');
