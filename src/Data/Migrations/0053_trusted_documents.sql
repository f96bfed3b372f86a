-- Machine clients that may send registered documents only: what they ask is then known beforehand, whoever gets hold of their secret.

alter table access.account
    add column trusted_documents_only boolean not null default false,
    add constraint only_a_client_is_kept_to_documents check (kind = 'client' or not trusted_documents_only);

-- It holds with the next request: a viewer that a gateway remembers has the version before, and is refused.
create or replace function access.bump_version() returns trigger language plpgsql as $$
begin
    if new.security_stamp is distinct from old.security_stamp or new.is_disabled <> old.is_disabled then
        new.access_version := old.access_version + 1;
        new.session_version := old.session_version + 1;
        new.sessions_ended_at := clock_timestamp();
    elsif new.must_change_password <> old.must_change_password or new.trusted_documents_only <> old.trusted_documents_only then
        new.access_version := old.access_version + 1;
    end if;
    return new;
end
$$;

create or replace view reach.client with (security_barrier) as
    select a.district_id, a.account_number as client_number, a.user_name as client_id, a.display_name as name, a.is_disabled as is_revoked,
           a.trusted_documents_only
    from access.account a
    where a.kind = 'client' and a.district_id = any ((select reach.administered_districts())::integer[]);
