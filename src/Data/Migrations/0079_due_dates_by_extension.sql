-- P10, P14. A granted change moves the due date of a running project forward only: a later one is an extension, with the conditions of one. The use
-- case said so before; now whoever writes by another way is told it too.
create or replace function homeroom.check_change_of_project() returns trigger language plpgsql as $$
begin
    if new.title <> old.title and not homeroom.change_is_granted(new.research_project_id, 'title')
       or new.leader_id <> old.leader_id and not homeroom.change_is_granted(new.research_project_id, 'leader')
       or new.due_on is distinct from old.due_on and pg_trigger_depth() < 2 and not homeroom.change_is_granted(new.research_project_id, 'due_date') then
        perform homeroom.refuse_by('p14_a_running_project_changes_by_request', tg_table_name, 'no request for that change was granted');
    elsif new.due_on > old.due_on and pg_trigger_depth() < 2 then
        perform homeroom.refuse_by('p10_a_later_date_is_an_extension', tg_table_name, 'a later due date is an extension');
    end if;
    return new;
end
$$;
