-- Accounts and what they may reach. Behind a connection and a role of its own (homeroom_access); the reading role has no
-- grant here and learns its reach only through reach.enter.

create schema access;

-- The columns of ASP.NET Core Identity that we use, and ours. access_version goes up whenever what a session may rest on
-- changes (grants, password, disabling): an access token of an older version is refused at once, see reach.enter.
create table access.account (
    account_id           uuid primary key default uuidv7(),
    user_name            text collate "C" not null check (user_name <> ''),
    normalized_user_name text collate "C" not null,
    display_name         text not null check (display_name <> ''),
    locale               text not null default 'zh-CN' check (locale in ('zh-CN', 'en')),
    password_hash        text,
    security_stamp       text,
    concurrency_stamp    text,
    lockout_enabled      boolean not null default true,
    lockout_end          timestamptz,
    access_failed_count  integer not null default 0,
    must_change_password boolean not null default false,
    is_disabled          boolean not null default false,
    is_demo              boolean not null default false,
    access_version       integer not null default 1,
    constraint one_account_a_user_name unique (normalized_user_name)
);

create table access."grant" (
    grant_id    uuid primary key default uuidv7(),
    account_id  uuid not null references access.account on delete cascade,
    role        text not null check (role in (
                    'district_analyst', 'district_research_officer', 'district_moral_education_officer',
                    'principal', 'leading_group', 'research_office', 'academic_affairs', 'moral_education_office',
                    'grade_head', 'teacher', 'auditor', 'platform_admin', 'integrator', 'inspector')),
    district_id integer not null references homeroom.district on delete cascade,
    school_id   bigint,
    grade       smallint check (grade between 1 and 12),
    teacher_id  bigint,
    foreign key (district_id, school_id) references homeroom.school on delete cascade,
    foreign key (district_id, teacher_id) references homeroom.teacher on delete cascade,
    constraint one_grant_a_role_and_reach unique nulls not distinct (account_id, role, district_id, school_id, grade, teacher_id),
    constraint a_role_names_its_school check (case
        when role in ('district_analyst', 'district_research_officer', 'district_moral_education_officer', 'auditor', 'platform_admin')
            then school_id is null
        when role = 'integrator' then true
        else school_id is not null end),
    constraint a_grade_head_names_the_grade check ((role = 'grade_head') = (grade is not null)),
    constraint a_teacher_names_the_person check ((role = 'teacher') = (teacher_id is not null))
);
create index grant_by_district on access."grant" (district_id, school_id);
create index grant_by_teacher on access."grant" (district_id, teacher_id);

-- What an account reads, ready for one look-up by primary key; kept by the triggers below and by nothing else.
-- districts: read whole. school_districts: only their row, calendar and subjects, and in them the schools of the last column.
create table access.viewer_reach (
    account_id       uuid primary key references access.account on delete cascade,
    access_version   integer not null,
    districts        integer[] not null,
    school_districts integer[] not null,
    schools          bigint[] not null
);

create function access.refresh_reach(accounts uuid[]) returns void language plpgsql as $$
begin
    delete from access.viewer_reach v using access.account a
        where v.account_id = any (accounts) and a.account_id = v.account_id and a.is_disabled;

    insert into access.viewer_reach as v (account_id, access_version, districts, school_districts, schools)
    select a.account_id, a.access_version,
           coalesce(array_agg(distinct g.district_id) filter (where g.role in
               ('district_analyst', 'district_research_officer', 'district_moral_education_officer')), '{}'),
           coalesce(array_agg(distinct g.district_id) filter (where g.role not in
               ('district_analyst', 'district_research_officer', 'district_moral_education_officer')), '{}'),
           coalesce(array_agg(distinct g.school_id) filter (where g.role in
               ('principal', 'leading_group', 'research_office', 'academic_affairs', 'moral_education_office',
                'grade_head', 'teacher')), '{}')
    from access.account a left join access."grant" g using (account_id)
    where a.account_id = any (accounts) and not a.is_disabled
    group by a.account_id
    on conflict (account_id) do update set access_version = excluded.access_version, districts = excluded.districts,
        school_districts = excluded.school_districts, schools = excluded.schools;
end
$$;

create function access.bump_version() returns trigger language plpgsql as $$
begin
    if new.security_stamp is distinct from old.security_stamp or new.is_disabled <> old.is_disabled then
        new.access_version := old.access_version + 1;
    end if;
    return new;
end
$$;
create trigger bump_version before update on access.account for each row execute function access.bump_version();

create function access.keep_reach() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform access.refresh_reach(array(select account_id from new_rows));
    return null;
end
$$;
create trigger keep_reach_on_insert after insert on access.account
    referencing new table as new_rows for each statement execute function access.keep_reach();
create trigger keep_reach_on_update after update on access.account
    referencing new table as new_rows for each statement execute function access.keep_reach();

-- A changed grant raises the version of its account, which in turn refreshes the reach.
create function access.follow_grant() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    accounts uuid[];
begin
    case tg_op
        when 'INSERT' then accounts := array(select distinct account_id from new_rows);
        when 'DELETE' then accounts := array(select distinct account_id from old_rows);
        when 'UPDATE' then accounts := array(select account_id from old_rows union select account_id from new_rows);
    end case;
    update access.account set access_version = access_version + 1 where account_id = any (accounts);
    return null;
end
$$;
create trigger follow_grant_on_insert after insert on access."grant"
    referencing new table as new_rows for each statement execute function access.follow_grant();
create trigger follow_grant_on_update after update on access."grant"
    referencing old table as old_rows new table as new_rows for each statement execute function access.follow_grant();
create trigger follow_grant_on_delete after delete on access."grant"
    referencing old table as old_rows for each statement execute function access.follow_grant();
