-- What waits for somebody in research (O2, P2 to P14). Nothing of it is stored: it follows from the rows, so it is never wrong, and a step taken
-- by whichever way takes its item off the desk.
--
-- A desk is a teacher's own, a school's research office, or a district's research officer. It has a number of its own in the district: a teacher's
-- is the teacher's, an office's 2^40 and the school's, the officer's 2^41.

-- P5. How long a reviewer has.
insert into homeroom.policy_kind (key, rule, value_kind, unit, default_figure, least_figure, greatest_figure, description_zh, description_en)
values ('p5_review_days', 'P5', 'figure', 'days', 14, 1, 180, '评审人完成评审的天数', 'Days that a reviewer has for a review');

create schema desk;
grant usage on schema desk to homeroom_reader, homeroom_writer;

-- Each column that says whose desk it is, is null on the others: a branch of a union that can't be the viewer's is so left out when the
-- statement is planned.
create view desk.desk with (security_invoker = true) as
select t.district_id, t.teacher_id as desk_id, 'teacher' as kind, t.teacher_id, null::bigint as office_school_id, null::integer as officer_district_id
from homeroom.teacher t where t.teacher_id > 0
union all
select s.district_id, 1099511627776 + s.school_id, 'research_office', null, s.school_id, null
from homeroom.school s where s.school_id > 0
union all
select d.district_id, 2199023255552, 'research_officer', null, null, d.district_id
from homeroom.district d where d.district_id > 0;

-- The day of a project's last step.
create function desk.since_step(of_district integer, of_project bigint, step_number integer) returns date language sql stable parallel safe
return (
    select (c.changed_at at time zone 'Asia/Shanghai')::date from homeroom.research_state_change c
    where c.district_id = of_district and c.research_project_id = of_project and c.number = step_number);

-- Whether the panel of a project in review is large enough: by the day of its last step or review (P5, P15).
create function desk.panel_is_whole(of_district integer, of_project bigint, step_number integer) returns boolean language sql stable parallel safe
return not exists (
    select from homeroom.missing_of_panel(of_district, of_project, greatest(
        desk.since_step(of_district, of_project, step_number),
        (select (max(r.submitted_at) at time zone 'Asia/Shanghai')::date from homeroom.research_review r
         where r.district_id = of_district and r.research_project_id = of_project))) m
    where m.code <> 'p15_panel_at_most');

grant execute on function desk.since_step, desk.panel_is_whole to homeroom_reader, homeroom_writer;

-- record_*: the row that waits. since: from when on it waits, which for tasks and stages may be a day to come. due_on: until when, where a rule says so.
create view desk.item with (security_invoker = true) as
-- P4. A draft that its leader has not submitted.
select p.district_id, p.leader_id as desk_id, p.leader_id as teacher_id, null::bigint as office_school_id, null::integer as officer_district_id,
       'draft_to_submit' as kind, p.school_id, p.research_project_id, 'homeroom.research_project' as record_table,
       p.research_project_id::text as record_key, p.created_on as since, null::date as due_on
from homeroom.research_project p where p.state = 'draft'
union all
-- P6. What comes back: each opinion is answered, then the new version submitted.
select p.district_id, p.leader_id, p.leader_id, null, null,
       case when exists (select from homeroom.research_opinion o
                         where o.district_id = p.district_id and o.research_project_id = p.research_project_id and o.answer is null)
            then 'opinions_to_answer' else 'revision_to_submit' end,
       p.school_id, p.research_project_id, 'homeroom.research_project', p.research_project_id::text,
       coalesce(desk.since_step(p.district_id, p.research_project_id, p.state_number), p.created_on), null
from homeroom.research_project p where p.state = 'revision_requested'
union all
-- P5. A panel to put together, or to fill up.
select p.district_id, 1099511627776 + p.school_id, null, p.school_id, null, 'reviewers_to_assign', p.school_id, p.research_project_id,
       'homeroom.research_project', p.research_project_id::text,
       coalesce(desk.since_step(p.district_id, p.research_project_id, p.state_number), p.created_on), null
from homeroom.research_project p
where p.state in ('submitted', 'in_review')
  and (p.state = 'submitted' or not desk.panel_is_whole(p.district_id, p.research_project_id, p.state_number))
union all
-- P6. The panel is whole and all of its reviews are in.
select p.district_id, 1099511627776 + p.school_id, null, p.school_id, null, 'outcome_to_decide', p.school_id, p.research_project_id,
       'homeroom.research_project', p.research_project_id::text,
       coalesce((select (max(r.submitted_at) at time zone 'Asia/Shanghai')::date from homeroom.research_review r
                 where r.district_id = p.district_id and r.research_project_id = p.research_project_id), p.created_on), null
from homeroom.research_project p
where p.state = 'in_review' and homeroom.reviews_to_wait_for(p.district_id, p.research_project_id) = 0
  and desk.panel_is_whole(p.district_id, p.research_project_id, p.state_number)
union all
-- P5. A review to give.
select r.district_id, r.reviewer_id, r.reviewer_id, null, null, 'review_to_give', r.school_id, r.research_project_id,
       'homeroom.research_review', r.research_review_id::text, given.on_day,
       given.on_day + homeroom.policy_figure(r.district_id, r.school_id, 'p5_review_days', given.on_day)::integer
from homeroom.research_review r cross join lateral (select (r.assigned_at at time zone 'Asia/Shanghai')::date as on_day) given
join homeroom.research_project p on p.district_id = r.district_id and p.research_project_id = r.research_project_id
join homeroom.research_application a on a.district_id = r.district_id and a.research_application_id = r.research_application_id
where r.state = 'assigned' and p.state = 'in_review' and a.outcome is null
union all
-- P7. What was recommended.
select p.district_id, 2199023255552, null, null, p.district_id, 'decision_to_record', p.school_id, p.research_project_id,
       'homeroom.research_project', p.research_project_id::text,
       coalesce(desk.since_step(p.district_id, p.research_project_id, p.state_number), p.created_on), null
from homeroom.research_project p where p.state = 'recommended'
union all
-- P11. The next milestone, unless the leader has asked for it, or for the termination; at the latest by the project's due date (P10).
select p.district_id, p.leader_id, p.leader_id, null, null,
       case when p.state = 'approved' then 'opening_to_report' when taken.has_midterm then 'closing_to_report' else 'midterm_to_report' end,
       p.school_id, p.research_project_id, 'homeroom.research_project', p.research_project_id::text, coalesce(taken.last_on, p.approved_on, p.created_on), p.due_on
from homeroom.research_project p cross join lateral (
    select max(m.held_on) as last_on, coalesce(bool_or(m.kind = 'midterm'), false) as has_midterm from homeroom.research_milestone m
    where m.district_id = p.district_id and m.research_project_id = p.research_project_id) taken
where p.state in ('approved', 'running') and not exists (
    select from homeroom.research_milestone_request r
    where r.district_id = p.district_id and r.research_project_id = p.research_project_id and r.decision is null)
union all
-- P11. The school's own part of the requests for milestones, and that of the body that approves.
select r.district_id, 1099511627776 + r.school_id, null, r.school_id, null, 'milestone_to_decide', r.school_id, r.research_project_id,
       'homeroom.research_milestone_request', r.research_milestone_request_id::text, r.requested_on, null
from homeroom.research_milestone_request r
join homeroom.research_project p on p.district_id = r.district_id and p.research_project_id = r.research_project_id
where r.decision is null and (p.level = 'school' or r.kind in ('opening', 'midterm'))
union all
select r.district_id, 2199023255552, null, null, r.district_id, 'milestone_to_decide', r.school_id, r.research_project_id,
       'homeroom.research_milestone_request', r.research_milestone_request_id::text, r.requested_on, null
from homeroom.research_milestone_request r
join homeroom.research_project p on p.district_id = r.district_id and p.research_project_id = r.research_project_id
where r.decision is null and p.level <> 'school' and r.kind in ('closing', 'termination')
union all
-- P10. A request to finish later is decided before the date it wants moved.
select r.district_id, 1099511627776 + r.school_id, null, r.school_id, null, 'extension_to_decide', r.school_id, r.research_project_id,
       'homeroom.research_extension_request', r.research_extension_request_id::text, r.requested_on, r.due_on
from homeroom.research_extension_request r
join homeroom.research_project p on p.district_id = r.district_id and p.research_project_id = r.research_project_id
where r.decision is null and p.level = 'school' and p.state in ('approved', 'running')
union all
select r.district_id, 2199023255552, null, null, r.district_id, 'extension_to_decide', r.school_id, r.research_project_id,
       'homeroom.research_extension_request', r.research_extension_request_id::text, r.requested_on, r.due_on
from homeroom.research_extension_request r
join homeroom.research_project p on p.district_id = r.district_id and p.research_project_id = r.research_project_id
where r.decision is null and p.level <> 'school' and p.state in ('approved', 'running')
union all
-- P14.
select r.district_id, 1099511627776 + r.school_id, null, r.school_id, null, 'change_to_decide', r.school_id, r.research_project_id,
       'homeroom.research_change_request', r.research_change_request_id::text, r.requested_on, null
from homeroom.research_change_request r
join homeroom.research_project p on p.district_id = r.district_id and p.research_project_id = r.research_project_id
where r.decision is null and p.level = 'school' and p.state in ('approved', 'running')
union all
select r.district_id, 2199023255552, null, null, r.district_id, 'change_to_decide', r.school_id, r.research_project_id,
       'homeroom.research_change_request', r.research_change_request_id::text, r.requested_on, null
from homeroom.research_change_request r
join homeroom.research_project p on p.district_id = r.district_id and p.research_project_id = r.research_project_id
where r.decision is null and p.level <> 'school' and p.state in ('approved', 'running')
union all
-- P8. Tasks of who is a member still, and stages, once they have begun.
select t.district_id, m.teacher_id, m.teacher_id, null, null, 'task_to_finish', t.school_id, t.research_project_id,
       'homeroom.research_task', t.research_task_id::text, s.starts_on, t.due_on
from homeroom.research_member m
join homeroom.research_task t on t.district_id = m.district_id and t.research_member_id = m.research_member_id
join homeroom.research_stage s on s.district_id = t.district_id and s.research_stage_id = t.research_stage_id
join homeroom.research_project p on p.district_id = t.district_id and p.research_project_id = t.research_project_id
where m.left_on is null and t.done_on is null and p.state in ('approved', 'running')
union all
select p.district_id, p.leader_id, p.leader_id, null, null, 'stage_to_finish', s.school_id, s.research_project_id,
       'homeroom.research_stage', s.research_stage_id::text, s.starts_on, s.due_on
from homeroom.research_project p
join homeroom.research_stage s on s.district_id = p.district_id and s.research_project_id = p.research_project_id
where s.done_on is null and p.state in ('approved', 'running')
union all
-- P8. What an inspection found: to mend by the leader, to confirm by the inspector, or by the office where the inspector is no teacher.
select p.district_id, p.leader_id, p.leader_id, null, null, 'inspection_to_mend', i.school_id, i.research_project_id,
       'homeroom.research_inspection', i.research_inspection_id::text, i.inspected_on, i.mend_by
from homeroom.research_project p
join homeroom.research_inspection i on i.district_id = p.district_id and i.research_project_id = p.research_project_id
where i.mend_by is not null and i.mended_on is null and p.state in ('approved', 'running')
union all
select i.district_id, i.inspector_id, i.inspector_id, null, null, 'inspection_to_confirm', i.school_id, i.research_project_id,
       'homeroom.research_inspection', i.research_inspection_id::text, i.inspected_on, i.mend_by
from homeroom.research_inspection i
join homeroom.research_project p on p.district_id = i.district_id and p.research_project_id = i.research_project_id
where i.inspector_id is not null and i.mend_by is not null and i.mended_on is null and p.state in ('approved', 'running')
union all
select i.district_id, 1099511627776 + i.school_id, null, i.school_id, null, 'inspection_to_confirm', i.school_id, i.research_project_id,
       'homeroom.research_inspection', i.research_inspection_id::text, i.inspected_on, i.mend_by
from homeroom.research_inspection i
join homeroom.research_project p on p.district_id = i.district_id and p.research_project_id = i.research_project_id
where i.inspector_id is null and i.mend_by is not null and i.mended_on is null and p.state in ('approved', 'running');

grant select on desk.desk, desk.item to homeroom_reader, homeroom_writer;

-- What is open is little beside what was: an office's and an officer's branches find it by these, a teacher's by the indexes of persons.
create index research_project_in_review on homeroom.research_project (district_id, school_id, state) where state in ('submitted', 'in_review');
create index research_milestone_request_open on homeroom.research_milestone_request (district_id, school_id, requested_on) where decision is null;
create index research_extension_request_open on homeroom.research_extension_request (district_id, school_id, requested_on) where decision is null;
create index research_change_request_open on homeroom.research_change_request (district_id, school_id, requested_on) where decision is null;
create index research_inspection_open on homeroom.research_inspection (district_id, school_id, mend_by)
    where mend_by is not null and mended_on is null;

-- Whose desks changed rows of research concern, by the keys that the change log has: for who follows a desk. It tells numbers of desks and no row.
create function desk.concerned(districts integer[], tables text[], keys text[]) returns table (district_id integer, desk_id bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    with changed as materialized (
        select c.district_id, c.table_name, c.key from unnest(districts, tables, keys) c (district_id, table_name, key)
        where c.key ~ '^[0-9]+$'),
    project as materialized (
        select c.district_id, c.key::bigint as research_project_id from changed c where c.table_name = 'research_project'
        union select c.district_id, x.research_project_id from changed c join homeroom.research_application x
            on c.table_name = 'research_application' and x.district_id = c.district_id and x.research_application_id = c.key::bigint
        union select c.district_id, x.research_project_id from changed c join homeroom.research_member x
            on c.table_name = 'research_member' and x.district_id = c.district_id and x.research_member_id = c.key::bigint
        union select c.district_id, x.research_project_id from changed c join homeroom.research_stage x
            on c.table_name = 'research_stage' and x.district_id = c.district_id and x.research_stage_id = c.key::bigint
        union select c.district_id, x.research_project_id from changed c join homeroom.research_task x
            on c.table_name = 'research_task' and x.district_id = c.district_id and x.research_task_id = c.key::bigint
        union select c.district_id, x.research_project_id from changed c join homeroom.research_review x
            on c.table_name = 'research_review' and x.district_id = c.district_id and x.research_review_id = c.key::bigint
        union select c.district_id, x.research_project_id from changed c join homeroom.research_opinion x
            on c.table_name = 'research_opinion' and x.district_id = c.district_id and x.research_opinion_id = c.key::bigint
        union select c.district_id, x.research_project_id from changed c join homeroom.research_milestone x
            on c.table_name = 'research_milestone' and x.district_id = c.district_id and x.research_milestone_id = c.key::bigint
        union select c.district_id, x.research_project_id from changed c join homeroom.research_milestone_request x
            on c.table_name = 'research_milestone_request' and x.district_id = c.district_id and x.research_milestone_request_id = c.key::bigint
        union select c.district_id, x.research_project_id from changed c join homeroom.research_extension_request x
            on c.table_name = 'research_extension_request' and x.district_id = c.district_id and x.research_extension_request_id = c.key::bigint
        union select c.district_id, x.research_project_id from changed c join homeroom.research_change_request x
            on c.table_name = 'research_change_request' and x.district_id = c.district_id and x.research_change_request_id = c.key::bigint
        union select c.district_id, x.research_project_id from changed c join homeroom.research_inspection x
            on c.table_name = 'research_inspection' and x.district_id = c.district_id and x.research_inspection_id = c.key::bigint)
    select p.district_id, p.leader_id from project join homeroom.research_project p using (district_id, research_project_id)
    union select p.district_id, 1099511627776 + p.school_id from project join homeroom.research_project p using (district_id, research_project_id) where p.state <> 'draft'
    union select p.district_id, 2199023255552 from project join homeroom.research_project p using (district_id, research_project_id)
        where p.state <> 'draft' and p.level <> 'school'
    union select m.district_id, m.teacher_id from project join homeroom.research_member m using (district_id, research_project_id)
    union select r.district_id, r.reviewer_id from project join homeroom.research_review r using (district_id, research_project_id)
    union select i.district_id, i.inspector_id from project join homeroom.research_inspection i using (district_id, research_project_id)
        where i.inspector_id is not null
    -- A draft that is gone was its leader's: the audit log knows whose.
    union select l.district_id, (l.before ->> 'leader_id')::bigint
        from project join history.audit_log l on l.district_id = project.district_id and l.table_name = 'homeroom.research_project'
             and l.row_id = project.research_project_id::text and l.operation = 'delete'
$$;
grant usage on schema desk to homeroom_feed;
grant execute on function desk.concerned to homeroom_feed;
