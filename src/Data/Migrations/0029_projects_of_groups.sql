-- P8, O2. The teaching-research group (教研组) that carries a project out; its head reads and inspects it.
alter table homeroom.research_project
    add column research_group_id bigint,
    add foreign key (district_id, school_id, research_group_id) references homeroom.research_group (district_id, school_id, research_group_id);
create index research_project_by_group on homeroom.research_project (district_id, research_group_id, created_on);
