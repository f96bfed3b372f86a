-- A connection that goes on with the viewer it had before has no need to take on the reach again: it is there, and what is left to find out is whether the
-- account's rights are still those. That takes PostgreSQL 12 µs a query, where taking on the reach takes 27, and more for a hundred districts.

-- Whether a reach changes with the account's access version only: that of a teacher changes with assignments too.
create function access.is_fixed(viewer access.viewer_reach) returns boolean language sql immutable
    return access.only_district(viewer) is not null or viewer.teachers = '{}';
grant execute on function access.is_fixed to homeroom_access;

-- As before, or until another viewer's is taken on. Whatever another session may have left is overwritten, all of it.
drop function reach.enter(uuid, integer);
create function reach.enter(viewer_account_id uuid, viewer_access_version integer, is_kept boolean default false) returns void language plpgsql
    security definer set search_path = pg_catalog, pg_temp as $$
declare
    viewer        access.viewer_reach;
    only_district integer;
    is_passing    constant boolean := not is_kept;
begin
    select * into viewer from access.viewer_reach where account_id = viewer_account_id;
    if not found or viewer.access_version <> viewer_access_version then
        raise exception 'the access of this account has changed' using errcode = 'HG001', hint = 'Sign in again.';
    end if;
    only_district := access.only_district(viewer);
    if only_district is null and viewer.teachers <> '{}' then
        if is_kept then
            raise exception 'the reach of this account may change with each query, so it is not kept';
        end if;
        viewer.schools := viewer.schools || reach.assigned_schools(viewer.teachers);
    end if;
    perform set_config('homeroom.account', viewer_account_id::text, is_passing),
            set_config('homeroom.access_version', viewer_access_version::text, is_passing),
            set_config('homeroom.district', coalesce(only_district::text, ''), is_passing),
            set_config('homeroom.districts', viewer.districts::text, is_passing),
            set_config('homeroom.school_districts', viewer.school_districts::text, is_passing),
            set_config('homeroom.schools', viewer.schools::text, is_passing),
            set_config('homeroom.audited_districts', viewer.audited_districts::text, is_passing),
            set_config('homeroom.seen_districts', viewer.seen_districts::text, is_passing);
end
$$;
revoke execute on function reach.enter from public;
grant execute on function reach.enter to homeroom_reader;

-- The account whose reach the session has taken on, while that is still what the account may read.
create view reach.entered with (security_barrier) as
select account_id, access_version from access.viewer_reach
where account_id::text = current_setting('homeroom.account', true) and access_version::text = current_setting('homeroom.access_version', true);
grant select on reach.entered to homeroom_reader;
