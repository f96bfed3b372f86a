-- Keys that sign access tokens follow each other. A new one is published before it signs (signs_from), so that whoever checks tokens
-- has it by then; the one before it is believed until the last token it can have signed has expired (believed_until), and then
-- removed. Deleting a row withdraws all tokens it signed, at once: every gateway listens.
alter table access.signing_key
    add column signs_from timestamptz,
    add column believed_until timestamptz,
    add column is_encrypted boolean not null default false;
update access.signing_key set signs_from = created_at;
update access.signing_key k set believed_until = (
    select min(n.created_at) + interval '25 hours' from access.signing_key n where (n.created_at, n.key_id) > (k.created_at, k.key_id));
alter table access.signing_key
    alter column signs_from set not null,
    add constraint a_key_signs_before_it_retires check (believed_until > signs_from);

create function access.tell_of_keys() returns trigger language plpgsql as $$
begin
    perform pg_notify('homeroom_signing_key', '');
    return null;
end
$$;
create trigger tell_of_keys after insert or update or delete on access.signing_key
    for each statement execute function access.tell_of_keys();

grant update on access.signing_key to homeroom_access;
call history.watch('access.signing_key', '{private_key}');
