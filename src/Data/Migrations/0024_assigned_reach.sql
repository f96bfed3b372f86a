-- Wall two for who is assigned to records of other schools: mentors, members and reviewers of research projects, authors of papers,
-- members of award committees. Their reach includes those schools for as long as the rows are there; which records of them they see is wall one's.

create function reach.assigned_schools(persons bigint[]) returns bigint[] language sql stable
    security definer set search_path = pg_catalog, pg_temp as $$
    select coalesce(array_agg(distinct assigned.school_id), '{}')
    from homeroom.teacher t cross join lateral (
        select m.school_id from homeroom.mentorship m where m.district_id = t.district_id and m.mentor_id = t.teacher_id
        union all
        select m.school_id from homeroom.mentorship m where m.district_id = t.district_id and m.mentee_id = t.teacher_id
        union all
        select m.school_id from homeroom.research_member m where m.district_id = t.district_id and m.teacher_id = t.teacher_id
        union all
        select r.school_id from homeroom.research_review r where r.district_id = t.district_id and r.reviewer_id = t.teacher_id
        union all
        select a.school_id from homeroom.paper_author a where a.district_id = t.district_id and a.teacher_id = t.teacher_id and a.school_id is not null
        union all
        select n.school_id
        from homeroom.award_committee_member c
        join homeroom.award_nomination n on n.district_id = c.district_id and n.award_round_id = c.award_round_id
        where c.district_id = t.district_id and c.teacher_id = t.teacher_id) assigned
    where t.teacher_id = any (persons)
$$;

-- The first statement of every reading transaction takes on the reach of an account: whose session it is, what the grants give, and
-- the schools of the assignments.
create or replace function reach.enter(viewer_account_id uuid, viewer_access_version integer) returns void language plpgsql
    security definer set search_path = pg_catalog, pg_temp as $$
declare
    viewer access.viewer_reach;
begin
    select * into viewer from access.viewer_reach where account_id = viewer_account_id;
    if not found or viewer.access_version <> viewer_access_version then
        raise exception 'the access of this account has changed' using errcode = 'HG001', hint = 'Sign in again.';
    end if;
    if viewer.teachers <> '{}' then
        viewer.schools := viewer.schools || reach.assigned_schools(viewer.teachers);
    end if;
    perform set_config('homeroom.account', viewer_account_id::text, true),
            set_config('homeroom.districts', viewer.districts::text, true),
            set_config('homeroom.school_districts', viewer.school_districts::text, true),
            set_config('homeroom.schools', viewer.schools::text, true),
            set_config('homeroom.audited_districts', viewer.audited_districts::text, true),
            set_config('homeroom.seen_districts', viewer.seen_districts::text, true);
end
$$;
