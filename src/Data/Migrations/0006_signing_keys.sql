-- The keys that sign access tokens (ES256). The newest signs; every key here is published and believed, so deleting a row
-- withdraws all tokens it signed, from the next start of each gateway.
create table access.signing_key (
    key_id      text primary key,          -- RFC 7638 thumbprint, the "kid" of a token
    private_key bytea not null,            -- PKCS #8
    created_at  timestamptz not null
);

grant select, insert, delete on access.signing_key to homeroom_access;
