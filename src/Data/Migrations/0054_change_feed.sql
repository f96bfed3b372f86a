-- The feed of changes (V4): a role of its own that reads the change log and nothing else, so a gateway that watches for its subscribers
-- has no way to a row.
do $$
begin
    begin
        create role homeroom_feed nologin;
    exception when duplicate_object or unique_violation then null;
    end;
    if not pg_has_role(current_user, 'homeroom_feed', 'set') then
        execute format('grant homeroom_feed to %I with inherit false, set true', current_user);
    end if;
end
$$;
grant usage on schema history to homeroom_feed;
grant select on history.change_log to homeroom_feed;

-- Tells gateways that rights have changed: what rests on the old ones, such as a subscription, ends. Equal notifications of one
-- transaction are delivered once.
create function access.tell_of_reach() returns trigger language plpgsql as $$
begin
    perform pg_notify('homeroom_reach', '');
    return null;
end
$$;
create trigger tell_of_reach after insert or update or delete on access.viewer_reach
    for each statement execute function access.tell_of_reach();
