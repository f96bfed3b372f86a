-- What a person is told (P5 to P14): steps, reviews, requests, inspections, and reminders before a deadline and on being late. A row is written in
-- the transaction of what it tells of, so none is lost and none is told of what did not happen; reminders are told once by their key.

-- How long before a deadline one is reminded.
insert into homeroom.policy_kind (key, rule, value_kind, unit, default_figure, least_figure, greatest_figure, description_zh, description_en) values
    ('p5_reminder_days', 'P5', 'figure', 'days', 3, 0, 60, '评审到期前提醒的天数', 'Days before a review is due on which its reviewer is reminded'),
    ('p8_reminder_days', 'P8', 'figure', 'days', 7, 0, 90, '任务、阶段、整改到期前提醒的天数', 'Days before a task, a stage or a mending is due on which one is reminded'),
    ('p10_reminder_days', 'P10', 'figure', 'days', 30, 0, 365, '课题到期前提醒的天数', 'Days before a project is due on which its leader is reminded');

create schema inbox;
grant usage on schema inbox to homeroom_reader, homeroom_access;

create function reach.account_number() returns bigint language sql stable security definer set search_path = pg_catalog, pg_temp
return (select a.account_number from access.account a where a.account_id = reach.account());
grant execute on function reach.account_number to homeroom_reader;

-- record_*: the row that it is about. occasion: what of that row is told, so that nothing is told twice. title and by_name are what they were. The texts
-- are kept in both languages, so pages, mails and messages say the same.
create table inbox.notification (
    district_id         integer not null references homeroom.district on delete cascade,
    notification_id     bigint generated always as identity unique,
    account_id          bigint not null references access.account (account_number) on delete cascade,
    kind                text not null check (kind in (
                            'step_taken', 'member_named', 'task_assigned', 'review_assigned', 'review_released', 'review_given', 'request_made',
                            'request_decided', 'inspected', 'inspection_mended', 'due_soon', 'overdue')),
    school_id           bigint not null,
    research_project_id bigint not null,
    record_table        text collate "C" not null,
    record_key          text collate "C" not null,
    occasion            text collate "C" not null,
    state               text check (state in (
                            'draft', 'submitted', 'in_review', 'revision_requested', 'recommended', 'approved', 'running', 'closed',
                            'refused', 'rejected', 'withdrawn', 'terminated')),
    item_kind           text check (item_kind in (
                            'draft_to_submit', 'opinions_to_answer', 'revision_to_submit', 'reviewers_to_assign', 'review_to_give', 'outcome_to_decide',
                            'decision_to_record', 'opening_to_report', 'midterm_to_report', 'closing_to_report', 'milestone_to_decide',
                            'extension_to_decide', 'change_to_decide', 'task_to_finish', 'stage_to_finish', 'inspection_to_mend', 'inspection_to_confirm')),
    decision            text check (decision in ('granted', 'refused')),
    due_on              date,
    told_on             date not null,
    by_name             text,
    title               text collate "C" not null,
    text_zh             text not null,
    text_en             text not null,
    created_at          timestamptz not null default now(),
    is_read             boolean not null default false,
    read_at             timestamptz,
    primary key (district_id, notification_id),
    foreign key (district_id, school_id) references homeroom.school on delete cascade,
    foreign key (district_id, research_project_id) references homeroom.research_project on delete cascade,
    constraint told_once unique (account_id, kind, record_table, record_key, occasion),
    constraint what_is_read_has_its_time check (is_read = (read_at is not null))
);
create index notification_by_account on inbox.notification (account_id, is_read, created_at, district_id, notification_id);
create index notification_by_project on inbox.notification (district_id, research_project_id, account_id, is_read);
create index notification_by_school on inbox.notification (district_id, school_id);

-- Wall two: whose session it is, and nobody else, whatever else they read or manage. It is no record of its own, but tells what the audit log has already;
-- what somebody has read is nobody's business. So it is in neither log.
call reach.guard('inbox.notification', 'account_id = (select reach.account_number())');
grant select on inbox.notification to homeroom_reader;
grant select on inbox.notification to homeroom_access;
create policy access_reach on inbox.notification for select to homeroom_access using (true);

-- Who wants messages beside, and where. The robot's address is its key and the secret signs: neither is shown again, nor in the audit log.
create table inbox.preference (
    account_id     bigint primary key references access.account (account_number) on delete cascade,
    district_id    integer references homeroom.district on delete set null,
    mails          boolean not null default false,
    mail_address   text,
    posts          boolean not null default false,
    webhook_url    text,
    webhook_format text check (webhook_format in ('wecom', 'dingtalk')),
    webhook_secret text,
    silent_kinds   text[] not null default '{}',
    constraint who_wants_mail_has_an_address check (not mails or mail_address is not null),
    constraint who_wants_messages_has_a_robot check (not posts or (webhook_url is not null and webhook_format is not null))
);
create index preference_by_district on inbox.preference (district_id);
grant select, insert, update, delete on inbox.preference to homeroom_access;
call history.watch('inbox.preference', '{mail_address, webhook_url, webhook_secret}');
call version.watch('inbox.preference', by_district => false);

-- What is sent: a message of one or more notifications to one person by one way. next_attempt_at null: there is nothing more to do.
create table inbox.message (
    message_id      uuid primary key default uuidv7(),
    account_id      bigint not null references access.account (account_number) on delete cascade,
    channel         text not null check (channel in ('mail', 'webhook')),
    attempts        integer not null default 0,
    next_attempt_at timestamptz,
    last_attempt_at timestamptz,
    last_error      text,
    sent_at         timestamptz
);
create index message_due on inbox.message (next_attempt_at) where next_attempt_at is not null;
create index message_by_account on inbox.message (account_id, channel, message_id);

create table inbox.delivery (
    district_id     integer not null,
    notification_id bigint not null,
    channel         text not null check (channel in ('mail', 'webhook')),
    account_id      bigint not null,
    message_id      uuid references inbox.message on delete cascade,
    primary key (district_id, notification_id, channel),
    foreign key (district_id, notification_id) references inbox.notification on delete cascade
);
create index delivery_waiting on inbox.delivery (account_id, channel) where message_id is null;
create index delivery_by_message on inbox.delivery (message_id);
grant select, insert, update, delete on inbox.message, inbox.delivery to homeroom_access;

-- The inbox of an account as its holder reads it: how much is unread, and where messages go.
create view reach.mailbox with (security_barrier) as
select a.district_id, a.account_number as account_id,
       (select count(*)::integer from inbox.notification n where n.account_id = a.account_number and not n.is_read) as unread_count,
       coalesce(f.mails, false) as mails, f.mail_address,
       coalesce(f.posts, false) as posts, substring(f.webhook_url from '^[a-z]+://([^/?#]+)') as webhook_host, f.webhook_format,
       coalesce(f.webhook_secret is not null, false) as has_webhook_secret,
       (select coalesce(jsonb_agg(upper(k) order by k), '[]') from unnest(f.silent_kinds) k) as silent_kinds,
       mail.last_error as mail_error, mail.last_attempt_at as mail_tried_at,
       webhook.last_error as webhook_error, webhook.last_attempt_at as webhook_tried_at
from access.account a
left join inbox.preference f on f.account_id = a.account_number
left join lateral (
    select m.last_error, m.last_attempt_at from inbox.message m where m.account_id = a.account_number and m.channel = 'mail'
    order by m.message_id desc limit 1) mail on true
left join lateral (
    select m.last_error, m.last_attempt_at from inbox.message m where m.account_id = a.account_number and m.channel = 'webhook'
    order by m.message_id desc limit 1) webhook on true
where a.kind = 'person' and a.district_id is not null and a.account_id = (select reach.account());
grant select on reach.mailbox to homeroom_reader;

-- What is to be told: to whom (a teacher, a school's research office, a district's research officer) and of what.
create type inbox.news as (
    district_id integer, school_id bigint, research_project_id bigint,
    teacher_id bigint, office_school_id bigint, officer_district_id integer,
    kind text, record_table text, record_key text, occasion text,
    state text, item_kind text, decision text, due_on date, told_on date, by_name text);

-- What is to be done, as a text goes on: 待办事项的名称.
create table inbox.item_name (
    item_kind text collate "C" primary key,
    zh text not null,
    en text not null
);
insert into inbox.item_name values
    ('draft_to_submit', '提交申报书', 'the draft is to be submitted'),
    ('opinions_to_answer', '答复评审意见', 'the opinions are to be answered'),
    ('revision_to_submit', '提交修改稿', 'the revision is to be submitted'),
    ('reviewers_to_assign', '安排评审人', 'reviewers are to be assigned'),
    ('review_to_give', '完成评审', 'the review is to be given'),
    ('outcome_to_decide', '作出初审结论', 'the preliminary review is to be decided'),
    ('decision_to_record', '登记批复', 'the decision is to be recorded'),
    ('opening_to_report', '开题', 'the opening report is to be held'),
    ('midterm_to_report', '中期检查', 'the mid-term check is to be held'),
    ('closing_to_report', '结题', 'the project is to be closed'),
    ('milestone_to_decide', '阶段事项', 'a milestone'),
    ('extension_to_decide', '延期', 'an extension'),
    ('change_to_decide', '变更', 'a change'),
    ('task_to_finish', '完成任务', 'a task is to be finished'),
    ('stage_to_finish', '完成阶段目标', 'a stage is to be finished'),
    ('inspection_to_mend', '完成整改', 'what an inspection found is to be mended'),
    ('inspection_to_confirm', '确认整改', 'a mending is to be confirmed');

create function inbox.wording(news inbox.news, title text, out zh text, out en text) language plpgsql stable
    set search_path = pg_catalog, pg_temp as $$
declare
    item  inbox.item_name;
    until constant text := to_char(news.due_on, 'YYYY-MM-DD');
begin
    select * into item from inbox.item_name n where n.item_kind = news.item_kind;
    zh := concat('课题《', title, '》', case news.kind
        when 'step_taken' then case news.state
            when 'submitted' then '已提交申报' when 'in_review' then '进入初审' when 'revision_requested' then '需修改：请逐条答复评审意见后重新提交'
            when 'recommended' then '已推荐上级' when 'approved' then '已立项' when 'running' then '已开题' when 'closed' then '已结题'
            when 'refused' then '未获立项' when 'rejected' then '初审未通过' when 'withdrawn' then '已撤回' else '已撤项' end
        when 'member_named' then '将您列为课题组成员'
        when 'task_assigned' then concat('给您分配了任务，请于', until, '前完成')
        when 'review_assigned' then concat('请您评审，请于', until, '前完成')
        when 'review_released' then '已不再需要您评审'
        when 'review_given' then '收到一份评审意见'
        when 'request_made' then concat('申请', item.zh, '，请审批')
        when 'request_decided' then concat('的', item.zh, '申请', case news.decision when 'granted' then '已获同意' else '未获同意' end)
        when 'inspected' then case when news.due_on is null then '接受了过程检查' else concat('的过程检查有问题，请于', until, '前整改') end
        when 'inspection_mended' then '的整改已确认'
        when 'due_soon' then concat('：', item.zh, '，', until, '到期')
        else concat('：', item.zh, '已逾期（', until, '到期）') end, '。');
    en := concat('“', title, '”: ', case news.kind
        when 'step_taken' then case news.state
            when 'submitted' then 'the application was submitted' when 'in_review' then 'the preliminary review has begun'
            when 'revision_requested' then 'a revision is asked for; answer each opinion and submit it again'
            when 'recommended' then 'it was recommended to the superior body' when 'approved' then 'it was approved'
            when 'running' then 'the opening report was held' when 'closed' then 'it was closed' when 'refused' then 'it was refused'
            when 'rejected' then 'it was rejected in the preliminary review' when 'withdrawn' then 'it was withdrawn' else 'it was terminated' end
        when 'member_named' then 'you were named as a member'
        when 'task_assigned' then concat('a task is yours, due on ', until)
        when 'review_assigned' then concat('you are asked for a review, due on ', until)
        when 'review_released' then 'your review is no longer needed'
        when 'review_given' then 'a review was given'
        when 'request_made' then concat(item.en, ' is asked for; it waits for your decision')
        when 'request_decided' then concat(item.en, ' was ', news.decision)
        when 'inspected' then case when news.due_on is null then 'it was inspected' else concat('an inspection found something to mend by ', until) end
        when 'inspection_mended' then 'what an inspection found is mended'
        when 'due_soon' then concat(item.en, ', due on ', until)
        else concat(item.en, ', overdue since ', until) end, '.');
end
$$;

-- The one writer of notifications: to all accounts that stand for whom they are for, but whoever did it. Each wakes the person's other windows (V4's log
-- names the mailbox and nothing in it), and waits to be sent where the person wants that.
create function inbox.tell(news inbox.news[]) returns integer language plpgsql
    security definer set search_path = pg_catalog, pg_temp as $$
declare
    actor constant text := coalesce(current_setting('homeroom.actor', true), '');
    told  integer;
begin
    if cardinality(news) = 0 then
        return 0;
    end if;
    with recipient as materialized (
        select distinct on (a.account_number, n.kind, n.record_table, n.record_key, n.occasion) a.account_number, n as item, p.title
        from unnest(news) n
        join homeroom.research_project p on p.district_id = n.district_id and p.research_project_id = n.research_project_id
        cross join lateral (
            select g.account_id from access."grant" g where g.district_id = n.district_id and g.teacher_id = n.teacher_id and g.role = 'teacher'
            union all
            select g.account_id from access."grant" g where g.district_id = n.district_id and g.school_id = n.office_school_id and g.role = 'research_office'
            union all
            select g.account_id from access."grant" g
            where g.district_id = n.officer_district_id and g.school_id is null and g.role = 'district_research_officer') g
        join access.account a on a.account_id = g.account_id and not a.is_disabled and a.account_id::text <> actor
        where not exists (
            select from inbox.notification x
            where x.account_id = a.account_number and x.kind = n.kind and x.record_table = n.record_table and x.record_key = n.record_key
              and x.occasion = n.occasion)),
    inserted as (
        insert into inbox.notification (
            district_id, account_id, kind, school_id, research_project_id, record_table, record_key, occasion, state, item_kind, decision, due_on,
            told_on, by_name, title, text_zh, text_en)
        select (r.item).district_id, r.account_number, (r.item).kind, (r.item).school_id, (r.item).research_project_id, (r.item).record_table,
               (r.item).record_key, (r.item).occasion, (r.item).state, (r.item).item_kind, (r.item).decision, (r.item).due_on,
               (r.item).told_on, (r.item).by_name, r.title, w.zh, w.en
        from recipient r cross join lateral inbox.wording(r.item, r.title) w
        on conflict on constraint told_once do nothing
        returning district_id, notification_id, account_id, kind),
    wanted as (
        insert into inbox.delivery (district_id, notification_id, channel, account_id)
        select i.district_id, i.notification_id, c.channel, i.account_id
        from inserted i join inbox.preference f on f.account_id = i.account_id
        cross join lateral (select 'mail' where f.mails union all select 'webhook' where f.posts) c (channel)
        where i.kind <> all (f.silent_kinds)),
    logged as (
        insert into history.change_log (district_id, entity, row_id, operation)
        select distinct a.district_id, 'mailbox', a.account_number::text, 'update'
        from inserted i join access.account a on a.account_number = i.account_id where a.district_id is not null)
    select count(*) into told from inserted;
    if told > 0 then
        perform pg_notify('homeroom_change', '');
    end if;
    return told;
end
$$;

create index grant_of_research on access."grant" (district_id, school_id, role) where role in ('research_office', 'district_research_officer');

-- Steps: the members, the office, and the officer where the superior body is concerned.
create function inbox.tell_of_steps() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform inbox.tell(array(
        select row(s.district_id, s.school_id, s.research_project_id, w.teacher_id, w.office, w.officer, 'step_taken', 'homeroom.research_project',
                   s.research_project_id::text, concat('step ', s.number), s.to_state, null, null, null,
                   (s.changed_at at time zone 'Asia/Shanghai')::date, s.changed_by)::inbox.news
        from new_rows s cross join lateral (
            select m.teacher_id, null::bigint as office, null::integer as officer from homeroom.research_member m
            where m.district_id = s.district_id and m.research_project_id = s.research_project_id and m.left_on is null
            union all select null, s.school_id, null
            union all select null, null, s.district_id where 'recommended' in (s.from_state, s.to_state)) w));
    return null;
end
$$;
create trigger tell_of_steps after insert on homeroom.research_state_change referencing new table as new_rows
    for each statement execute function inbox.tell_of_steps();

create function inbox.tell_of_members() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform inbox.tell(array(
        select row(m.district_id, m.school_id, m.research_project_id, m.teacher_id, null, null, 'member_named', 'homeroom.research_member',
                   m.research_member_id::text, '', null, null, null, null, p.created_on, null)::inbox.news
        from new_rows m join homeroom.research_project p using (district_id, research_project_id) where m.left_on is null));
    return null;
end
$$;
create trigger tell_of_members after insert on homeroom.research_member referencing new table as new_rows
    for each statement execute function inbox.tell_of_members();

-- Only in a running project: in an application tasks are a plan.
create function inbox.tell_of_tasks() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform inbox.tell(array(
        select row(t.district_id, t.school_id, t.research_project_id, m.teacher_id, null, null, 'task_assigned', 'homeroom.research_task',
                   t.research_task_id::text, concat('member ', t.research_member_id), null, null, null, t.due_on, s.starts_on, null)::inbox.news
        from new_rows t
        join homeroom.research_project p using (district_id, research_project_id)
        join homeroom.research_member m using (district_id, research_member_id)
        join homeroom.research_stage s on s.district_id = t.district_id and s.research_stage_id = t.research_stage_id
        where p.state in ('approved', 'running') and m.left_on is null and t.done_on is null));
    return null;
end
$$;
create trigger tell_of_tasks after insert on homeroom.research_task referencing new table as new_rows
    for each statement execute function inbox.tell_of_tasks();
create trigger tell_of_other_tasks after update on homeroom.research_task referencing new table as new_rows
    for each statement execute function inbox.tell_of_tasks();

create function inbox.tell_of_reviews() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform inbox.tell(array(
        select row(r.district_id, r.school_id, r.research_project_id, case when r.state <> 'submitted' then r.reviewer_id end,
                   case when r.state = 'submitted' then r.school_id end, null,
                   case r.state when 'assigned' then 'review_assigned' when 'submitted' then 'review_given' else 'review_released' end,
                   'homeroom.research_review', r.research_review_id::text, r.state, null, null, null,
                   case when r.state = 'assigned' then d.on_day + homeroom.policy_figure(r.district_id, r.school_id, 'p5_review_days', d.on_day)::integer end,
                   coalesce((r.submitted_at at time zone 'Asia/Shanghai')::date, d.on_day), case when r.state = 'submitted' then r.name end)::inbox.news
        from new_rows r cross join lateral (select (r.assigned_at at time zone 'Asia/Shanghai')::date as on_day) d));
    return null;
end
$$;
create trigger tell_of_reviews after insert on homeroom.research_review referencing new table as new_rows
    for each statement execute function inbox.tell_of_reviews();
create trigger tell_of_given_reviews after update on homeroom.research_review referencing new table as new_rows
    for each statement execute function inbox.tell_of_reviews();

-- A request waits on one desk; what became of it is told to the members, and to the office where the district decided. Arguments: the table, its key,
-- what the request is called, and whether the school decides it whatever the level.
create procedure inbox.tell_of_requests(requests regclass, key_column text, item_kind text, of_school text) language plpgsql as $body$
declare
    name constant text := (select relname from pg_class where oid = requests);
begin
    execute format($sql$
        create function inbox.tell_of_%1$s() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
        begin
            perform inbox.tell(array(
                select row(r.district_id, r.school_id, r.research_project_id, w.teacher_id, w.office, w.officer,
                           case when r.decision is null then 'request_made' else 'request_decided' end, 'homeroom.%1$s', r.%2$I::text,
                           coalesce(r.decision, ''), null, %3$L, r.decision, null, coalesce(r.decided_on, r.requested_on),
                           coalesce(r.decided_by, r.requested_by))::inbox.news
                from new_rows r
                join homeroom.research_project p using (district_id, research_project_id)
                cross join lateral (select p.level = 'school' or %4$s as is_of_school) decided
                cross join lateral (
                    select null::bigint as teacher_id, case when decided.is_of_school then r.school_id end as office,
                           case when not decided.is_of_school then r.district_id end as officer where r.decision is null
                    union all
                    select m.teacher_id, null, null from homeroom.research_member m
                    where r.decision is not null and m.district_id = r.district_id and m.research_project_id = r.research_project_id and m.left_on is null
                    union all
                    select null, r.school_id, null where r.decision is not null and not decided.is_of_school) w));
            return null;
        end
        $$;
        create trigger tell_of_requests after insert on %5$s referencing new table as new_rows
            for each statement execute function inbox.tell_of_%1$s();
        create trigger tell_of_decisions after update on %5$s referencing new table as new_rows
            for each statement execute function inbox.tell_of_%1$s()$sql$, name, key_column, item_kind, of_school, requests);
end
$body$;
call inbox.tell_of_requests('homeroom.research_milestone_request', 'research_milestone_request_id', 'milestone_to_decide', 'r.kind in (''opening'', ''midterm'')');
call inbox.tell_of_requests('homeroom.research_extension_request', 'research_extension_request_id', 'extension_to_decide', 'false');
call inbox.tell_of_requests('homeroom.research_change_request', 'research_change_request_id', 'change_to_decide', 'false');
drop procedure inbox.tell_of_requests;

create function inbox.tell_of_inspections() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform inbox.tell(array(
        select row(i.district_id, i.school_id, i.research_project_id, p.leader_id, null, null,
                   case when i.mended_on is null then 'inspected' else 'inspection_mended' end, 'homeroom.research_inspection',
                   i.research_inspection_id::text, '', null, null, null, case when i.mended_on is null then i.mend_by end,
                   coalesce(i.mended_on, i.inspected_on), i.inspected_by)::inbox.news
        from new_rows i join homeroom.research_project p using (district_id, research_project_id)));
    return null;
end
$$;
create trigger tell_of_inspections after insert on homeroom.research_inspection referencing new table as new_rows
    for each statement execute function inbox.tell_of_inspections();
create trigger tell_of_mendings after update on homeroom.research_inspection referencing new table as new_rows
    for each statement execute function inbox.tell_of_inspections();

-- Reminders of a district for a business day: of what waits on the desks and is due soon, or late. The row makes gateways that run at once wait for each
-- other, and the second finds it done; were it not there, told_once would still tell each once. A date that moved is another occasion.
create table inbox.reminder_run (
    district_id integer primary key references homeroom.district on delete cascade,
    ran_for     date not null,
    ran_at      timestamptz not null
);

create function inbox.districts() returns setof integer language sql stable security definer set search_path = pg_catalog, pg_temp
    as 'select district_id from homeroom.district order by 1';

create function inbox.remind(of_district integer, today date, again_after interval) returns integer language plpgsql
    security definer set search_path = pg_catalog, pg_temp as $$
begin
    insert into inbox.reminder_run as run (district_id, ran_for, ran_at) values (of_district, today, clock_timestamp())
    on conflict (district_id) do update set ran_for = excluded.ran_for, ran_at = excluded.ran_at
    where run.ran_for <> excluded.ran_for or run.ran_at <= excluded.ran_at - again_after;
    if not found then
        return 0;
    end if;
    return inbox.tell(array(
        select row(i.district_id, i.school_id, i.research_project_id, w.teacher_id, w.office, w.officer,
                   case when i.due_on < today then 'overdue' else 'due_soon' end, i.record_table, i.record_key, concat(i.kind, ' ', i.due_on),
                   null, i.kind, null, i.due_on, today, null)::inbox.news
        from desk.item i cross join lateral (
            select i.teacher_id, i.office_school_id as office, i.officer_district_id as officer
            union all
            -- P10: a project beyond its due date is its school's concern too.
            select null, i.school_id, null where i.due_on < today and i.kind in ('opening_to_report', 'midterm_to_report', 'closing_to_report')) w
        where i.district_id = of_district and i.since <= today and i.due_on <= today + 365
          and (i.due_on < today or i.due_on <= today + homeroom.policy_figure(i.district_id, i.school_id, case
                  when i.kind = 'review_to_give' then 'p5_reminder_days'
                  when i.kind in ('opening_to_report', 'midterm_to_report', 'closing_to_report', 'extension_to_decide') then 'p10_reminder_days'
                  else 'p8_reminder_days' end, today)::integer)));
end
$$;

-- Marks as read what an account names, or all of a project, or all; how many were unread.
create function inbox.mark_read(of_account bigint, districts integer[], notifications bigint[], project_district integer, project bigint, everything boolean)
returns integer language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    marked integer;
begin
    update inbox.notification n set is_read = true, read_at = clock_timestamp()
    where n.account_id = of_account and not n.is_read and (
        everything or n.district_id = project_district and n.research_project_id = project
        or (n.district_id, n.notification_id) in (select * from unnest(districts, notifications)));
    get diagnostics marked = row_count;
    if marked > 0 then
        insert into history.change_log (district_id, entity, row_id, operation)
        select a.district_id, 'mailbox', a.account_number::text, 'update' from access.account a
        where a.account_number = of_account and a.district_id is not null;
        perform pg_notify('homeroom_change', '');
    end if;
    return marked;
end
$$;
grant execute on function inbox.districts, inbox.remind, inbox.mark_read to homeroom_access;
