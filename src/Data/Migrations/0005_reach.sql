-- Wall two: row-level security for the reading role. It carries reach in districts and schools only; the finer rules of a role
-- are wall one, compiled into each statement. Without wall one no row outside this reach comes; without wall two answers are
-- the same.

create schema reach;

-- Roles are of the whole cluster and may be there already, made by another database or by an administrator.
do $$
declare
    needed text;
begin
    foreach needed in array array['homeroom_reader', 'homeroom_writer', 'homeroom_access'] loop
        begin
            execute format('create role %I nologin', needed);
        exception when duplicate_object or unique_violation then null;
        end;
        if not pg_has_role(current_user, needed, 'set') then
            execute format('grant %I to %I with inherit false, set true', needed, current_user);
        end if;
    end loop;
end
$$;

-- The session's reach. Policies read it as (select …), so it is evaluated once a statement and not for each row.
create function reach.districts() returns integer[] language sql stable parallel safe
    return coalesce(nullif(current_setting('homeroom.districts', true), '')::integer[], '{}');
create function reach.school_districts() returns integer[] language sql stable parallel safe
    return coalesce(nullif(current_setting('homeroom.school_districts', true), '')::integer[], '{}');
create function reach.schools() returns bigint[] language sql stable parallel safe
    return coalesce(nullif(current_setting('homeroom.schools', true), '')::bigint[], '{}');

-- The first statement of every reading transaction: takes on the reach of an account, for this transaction only. Grants that
-- changed, a changed password or a disabled account refuse it at once, whatever the access token says.
create function reach.enter(viewer_account_id uuid, viewer_access_version integer) returns void language plpgsql
    security definer set search_path = pg_catalog, pg_temp as $$
declare
    viewer access.viewer_reach;
begin
    select * into viewer from access.viewer_reach where account_id = viewer_account_id;
    if not found or viewer.access_version <> viewer_access_version then
        raise exception 'the access of this account has changed' using errcode = 'HG001', hint = 'Sign in again.';
    end if;
    perform set_config('homeroom.districts', viewer.districts::text, true),
            set_config('homeroom.school_districts', viewer.school_districts::text, true),
            set_config('homeroom.schools', viewer.schools::text, true);
end
$$;

-- Grants. Nobody but the owner calls the other functions or writes history.
revoke execute on all functions in schema homeroom, access, history, reach from public;
revoke execute on all procedures in schema history from public;

grant usage on schema homeroom, reach to homeroom_reader;
grant select on all tables in schema homeroom to homeroom_reader;
grant execute on function homeroom.service_months to homeroom_reader;
grant execute on all functions in schema reach to homeroom_reader;

grant usage on schema homeroom to homeroom_writer;
grant select, insert, update, delete on all tables in schema homeroom to homeroom_writer;
grant usage, select on all sequences in schema homeroom to homeroom_writer;
grant execute on all functions in schema homeroom to homeroom_writer;

grant usage on schema access to homeroom_access;
grant select, insert, update, delete on access.account, access."grant" to homeroom_access;
grant select on access.viewer_reach to homeroom_access;

-- Policies. What belongs to a district is read by whoever reads anything in it; what belongs to a school, by its readers; a
-- teacher and what hangs on one, by the readers of a school that employs or employed the person.
-- They are written as CASE and not as OR, so that the planner takes them for a filter and leaves the choice of the index to
-- the conditions of wall one.
create procedure reach.guard(guarded regclass, reads text) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('create policy reader_reach on %s for select to homeroom_reader using (%s)', guarded, reads);
    execute format('create policy writer_reach on %s for all to homeroom_writer using (true) with check (true)', guarded);
end
$$;
revoke execute on procedure reach.guard from public;

do $$
declare
    any_district text := 'case when district_id = any ((select reach.districts())::integer[]) then true
                               else district_id = any ((select reach.school_districts())::integer[]) end';
    of_school    text := 'case when district_id = any ((select reach.districts())::integer[]) then true
                               else school_id = any ((select reach.schools())::bigint[]) end';
    of_teacher   text := 'case when district_id = any ((select reach.districts())::integer[]) then true
                               else exists (select from homeroom.employment e
                                            where e.district_id = %1$I.district_id and e.teacher_id = %1$I.teacher_id
                                              and e.school_id = any ((select reach.schools())::bigint[])) end';
begin
    call reach.guard('homeroom.district', any_district);
    call reach.guard('homeroom.district_former_designation', any_district);
    call reach.guard('homeroom.subject', any_district);
    call reach.guard('homeroom.school_year', any_district);
    call reach.guard('homeroom.semester', any_district);
    call reach.guard('homeroom.calendar_day', any_district);
    call reach.guard('homeroom.school', of_school);
    call reach.guard('homeroom.employment', of_school);
    call reach.guard('homeroom.cohort', of_school);
    call reach.guard('homeroom.class', of_school);
    call reach.guard('homeroom.appointment', of_school);
    call reach.guard('homeroom.teacher', format(of_teacher, 'teacher'));
    call reach.guard('homeroom.teacher_subject', format(of_teacher, 'teacher_subject'));
    call reach.guard('homeroom.teacher_title', format(of_teacher, 'teacher_title'));
end
$$;
