-- A task whose member left waited on nobody's desk (P8): it waits on the leader's, and its reminders go there. The view is 0074's with one branch more.
create or replace view desk.item with (security_invoker = true) as
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
-- P8, P14. The tasks of who left: the leader finishes them, or gives them to another.
select p.district_id, p.leader_id, p.leader_id, null, null, 'task_to_finish', t.school_id, t.research_project_id,
       'homeroom.research_task', t.research_task_id::text, s.starts_on, t.due_on
from homeroom.research_project p
join homeroom.research_member m on m.district_id = p.district_id and m.research_project_id = p.research_project_id
join homeroom.research_task t on t.district_id = m.district_id and t.research_member_id = m.research_member_id
join homeroom.research_stage s on s.district_id = t.district_id and s.research_stage_id = t.research_stage_id
where m.left_on is not null and t.done_on is null and p.state in ('approved', 'running')
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
