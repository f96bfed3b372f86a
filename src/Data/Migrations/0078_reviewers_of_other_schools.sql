-- P5, P15. Who may be named as a reviewer beside the school's own teachers: any teacher at work in the district, but never who is or was a member of
-- the project. A research office reads the teachers of its own school only, so of the others it is told here what a choice needs (name, school,
-- title), of those it looks for by name, twenty at most and while reviewers are assigned. Without words: who has reviewed for the school before.
-- It asks as its owner, so it says itself that the project is within the session's reach.
create function reach.reviewer_candidates(of_district integer, of_project bigint, words text, on_day date) returns jsonb language sql stable
    security definer set search_path = pg_catalog, pg_temp as $$
    with project as (
        select p.district_id, p.school_id, p.research_project_id, (
                   select a.research_application_id from homeroom.research_application a
                   where a.district_id = p.district_id and a.research_project_id = p.research_project_id order by a.version desc limit 1) as newest
        from homeroom.research_project p
        where p.district_id = of_district and p.research_project_id = of_project and p.state in ('submitted', 'in_review')
          and (p.school_id = any (reach.schools()) or p.district_id = any (reach.districts()))),
    sought as (select search.plain(nullif(btrim(words), '')) as plain),
    found as (
        -- The names' tokens have the first places, the staff numbers' others. One letter would find a tenth of the district.
        select distinct k.teacher_id
        from "sought" s join "search"."teacher_token" k on k.district_id = of_district and k.place < 1024
         and (k.written >= left(s.plain, 6) and k.written < left(s.plain, 6) || U&'\+10FFFF'
              or k.spoken >= left(s.plain, 20) and k.spoken < left(s.plain, 20) || U&'\+10FFFF'
              or k.initials >= left(s.plain, 8) and k.initials < left(s.plain, 8) || U&'\+10FFFF')
        where char_length(s.plain) >= 2 or s.plain ~ '[^a-z0-9]'
        union
        select r.reviewer_id from "sought" s, "project" p
        join homeroom.research_project o on o.district_id = p.district_id and o.school_id = p.school_id
        join homeroom.research_review r on r.district_id = o.district_id and r.research_project_id = o.research_project_id
        where s.plain is null),
    candidate as (
        select t.teacher_id, t.name, t.pinyin, e.school_id
        from "project" p cross join "found" f
        join homeroom.teacher t on t.district_id = p.district_id and t.teacher_id = f.teacher_id and t.status = 'active'
        join homeroom.employment e on e.district_id = p.district_id and e.teacher_id = t.teacher_id and e.is_primary and e.school_id <> p.school_id
         and e.starts_on <= on_day and (e.ends_on is null or on_day < e.ends_on)
        order by t.pinyin, t.teacher_id limit 20)
    select coalesce(jsonb_agg(jsonb_build_object(
               'id', translate(encode(convert_to(concat('Teacher:', p.district_id, ':', c.teacher_id), 'UTF8'), 'base64'), E'+/=\n', '-_'),
               'name', c.name, 'school', s.name,
               'title', (select upper(t.title) from homeroom.teacher_title t
                         where t.district_id = p.district_id and t.teacher_id = c.teacher_id and t.starts_on <= on_day and (t.ends_on is null or on_day < t.ends_on)),
               'why', array(
                   select 'P5_A_REVIEWER_IS_NO_MEMBER' where exists (
                       select from homeroom.research_member m
                       where m.district_id = p.district_id and m.research_project_id = p.research_project_id and m.teacher_id = c.teacher_id)
                   union all
                   select 'P5_ONE_REVIEW_A_REVIEWER_AND_VERSION' where exists (
                       select from homeroom.research_review r
                       where r.district_id = p.district_id and r.research_application_id = p.newest and r.reviewer_id = c.teacher_id and r.state <> 'released')))
               order by c.pinyin, c.teacher_id), '[]')
    from "candidate" c cross join "project" p join homeroom.school s on s.district_id = p.district_id and s.school_id = c.school_id
$$;
revoke execute on function reach.reviewer_candidates from public;
grant execute on function reach.reviewer_candidates to homeroom_reader;
