-- Provinces, cities and counties of China by their codes of GB/T 2260: reference data of no district, read by everybody who is
-- signed in. Codes change: one that a later list no longer has ends, and is never deleted.

create schema reference;

create table reference.region (
    -- The code as a number: 370000 a province, 371700 a city, 371723 a county.
    region_id integer primary key check (region_id between 110000 and 999999),
    code      text collate "C" not null unique,
    name      text collate "C" not null check (name <> ''),
    level     text not null check (level in ('province', 'city', 'county')),
    parent_id integer references reference.region,
    -- The days on which a list first had the code, and first lacked it.
    since     date not null,
    until     date,
    constraint region_code_is_its_id check (code = region_id::text),
    constraint region_level_is_that_of_its_code check (level = case
        when region_id % 10000 = 0 then 'province' when region_id % 100 = 0 then 'city' else 'county' end),
    constraint region_below_a_province_has_a_parent check ((level = 'province') = (parent_id is null)),
    constraint region_ends_after_it_began check (since <= until)
);
create index region_by_parent on reference.region (parent_id, region_id);
create index region_by_name on reference.region (name, region_id);

call history.watch('reference.region');

grant usage on schema reference to homeroom_reader, homeroom_writer;
grant select on reference.region to homeroom_reader;
grant select, insert, update on reference.region to homeroom_writer;

alter table reference.region enable row level security;
create policy reader_reach on reference.region for select to homeroom_reader using (true);
create policy writer_reach on reference.region for all to homeroom_writer using (true) with check (true);

alter table import.run_count drop constraint run_count_kind_check, add constraint run_count_kind_check check (kind in (
    'school_year', 'semester', 'school', 'teacher', 'employment', 'cohort', 'class', 'appointment',
    'roll_entry', 'subject', 'taught_subject', 'title', 'paper', 'author', 'keyword', 'region'));
