-- R. What the use cases of papers need beside the tables of 0017: a version to compare with.

-- R1. Each change of a paper, or of its authors and keywords, by a use case or an import is a new version.
alter table homeroom.paper
    add column version integer not null default 1,
    add constraint a_paper_has_a_version check (version >= 1);
