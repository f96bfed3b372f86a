-- Imports, second part: more kinds, runs that are asked for over HTTP (queued, rehearsed), progress that a reader outside can
-- see, and the report as rows. A dry run of the command line still leaves no row.

alter table import.run drop constraint run_kind_check, drop constraint run_state_check;
alter table import.run
    add constraint run_kind_check check (kind in ('oneroster', 'roll', 'papers')),
    add constraint run_state_check check (state in
        ('queued', 'checking', 'storing', 'applied', 'refused', 'rehearsed', 'failed', 'interrupted')),
    add column dry_run         boolean not null default false,
    add column accept_good     boolean not null default false,
    -- The school whose own file it is; null for one of the whole district.
    add column school_id       bigint,
    add foreign key (district_id, school_id) references homeroom.school on delete cascade,
    -- Who asked for it: an account's id, or the program's part that acted by itself.
    add column requested_by    text not null default 'import',
    -- What it is at: one of the program's steps, the file or kind of record of that step, and how many rows of it are done.
    add column step            text check (step in ('reading', 'checking', 'staging', 'storing', 'rehearsing', 'done')),
    add column step_detail     text,
    add column rows_done       integer not null default 0,
    add column steps_done      integer not null default 0,
    add column steps_total     integer not null default 0,
    -- Why it failed: the stable code and the text of both languages.
    add column failure_code    text,
    add column failure_chinese text,
    add column failure_english text;

create index run_by_school on import.run (district_id, school_id, run_id);

-- What a run read, took and stored of each kind of record.
create table import.run_count (
    district_id integer not null,
    run_id      bigint not null,
    place       integer not null,
    kind        text not null check (kind in (
                    'school_year', 'semester', 'school', 'teacher', 'employment', 'cohort', 'class', 'appointment',
                    'roll_entry', 'subject', 'taught_subject', 'title', 'paper', 'author', 'keyword')),
    read        integer not null,
    accepted    integer not null,
    created     integer not null,
    changed     integer not null,
    unchanged   integer not null,
    withdrawn   integer not null,
    not_in_file integer not null,
    primary key (district_id, run_id, place),
    foreign key (district_id, run_id) references import.run on delete cascade
);

-- The wrong rows that the report names; import.run.errors and warnings count all of them.
create table import.run_finding (
    district_id          integer not null,
    run_id               bigint not null,
    place                integer not null,
    severity             text not null check (severity in ('warning', 'error')),
    code                 text not null,
    file                 text not null,
    line                 integer not null,
    "column"             text not null,
    value                text not null,
    chinese              text not null,
    english              text not null,
    -- What is left out because it hangs on the row, as text; empty when nothing is.
    consequences_chinese text not null,
    consequences_english text not null,
    primary key (district_id, run_id, place),
    foreign key (district_id, run_id) references import.run on delete cascade
);

-- What was left aside without being wrong: pupils, hidden sheets, rows that hang on a mistake of an earlier file.
create table import.run_aside (
    district_id integer not null,
    run_id      bigint not null,
    place       integer not null,
    file        text not null,
    count       integer not null,
    chinese     text not null,
    english     text not null,
    primary key (district_id, run_id, place),
    foreign key (district_id, run_id) references import.run on delete cascade
);

-- Schools and teachers of a bundle that were left out, with the mistake they hang on: a later file of the same district that
-- speaks of them is not wrong once more.
create table import.left_out (
    district_id integer not null,
    run_id      bigint not null,
    kind        text not null check (kind in ('school', 'teacher')),
    -- A teacher's staff number, a school's name.
    key         text collate "C" not null,
    file        text not null,
    line        integer not null,
    chinese     text not null,
    english     text not null,
    primary key (district_id, run_id, kind, key),
    foreign key (district_id, run_id) references import.run on delete cascade
);

grant select, insert, update, delete on all tables in schema import to homeroom_writer;

-- A report names teachers, so a school sees only the runs of its own files. Who in a district administers it is wall one.
grant usage on schema import to homeroom_reader;
grant select on import.run, import.run_count, import.run_finding, import.run_aside to homeroom_reader;
do $$
declare
    of_run text := 'exists (select from import.run r where r.district_id = %1$I.district_id and r.run_id = %1$I.run_id)';
begin
    call reach.guard('import.run',
        'case when district_id = any ((select reach.districts())::integer[]) then true
              when school_id is null then district_id = any ((select reach.school_districts())::integer[])
              else school_id = any ((select reach.schools())::bigint[]) end');
    call reach.guard('import.run_count', format(of_run, 'run_count'));
    call reach.guard('import.run_finding', format(of_run, 'run_finding'));
    call reach.guard('import.run_aside', format(of_run, 'run_aside'));
end
$$;
