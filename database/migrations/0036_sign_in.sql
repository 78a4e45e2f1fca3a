-- Who answers for a key: the account that made it, or that owns the key it was made with; null where nobody was named.
alter table exchange.api_key add column owner_id uuid;
update exchange.api_key k set owner_id = a.account_id from access.account a where a.account_id::text = k.made_by;

-- Agencies that sign their own people in (OpenID Connect).
create table access.provider (
  provider_id uuid not null,
  -- Stands in the logins of the accounts it asks for.
  short_name text not null,
  issuer text not null,
  client_id text not null,
  -- Sealed: it is shown to the provider with every code.
  client_secret bytea not null,
  -- Names for people, scopes, which claim says what, what counts as two factors.
  settings json not null,
  state text not null check (state in ('proposed', 'active', 'stopped')),
  changed_by text not null,
  changed_at timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  primary key (provider_id),
  unique (short_name),
  unique (issuer),
  -- Whoever says which claims make whom does not let it count.
  constraint provider_four_eyes check (state <> 'active' or (confirmed_by is not null and confirmed_by <> changed_by))
);
comment on table access.provider is 'agencies that sign their own people in; small, copied to every node';

create table access.agency_identity (
  identity_id uuid not null,
  provider_id uuid not null,
  -- The provider's own word for the person (sub).
  subject text not null,
  account_id uuid not null,
  state text not null check (state in ('proposed', 'active')),
  made_by text not null,
  made_at timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  last_used_at timestamptz,
  primary key (identity_id),
  unique (provider_id, subject),
  unique (account_id),
  constraint agency_identity_four_eyes
    check (state <> 'active' or (confirmed_by is not null and confirmed_by <> made_by))
);
create index agency_identity_made on access.agency_identity (made_at, identity_id);
comment on table access.agency_identity is 'whom an agency means by whom; small, copied to every node';

-- Somebody on the way through the provider and back. What is to come back is reckoned from the browser's own secret, so
-- that none lies here.
create table access.agency_visit (
  state_hash bytea not null,
  browser_hash bytea not null,
  provider_id uuid not null,
  ends_at timestamptz not null,
  -- Once the code has been taken, which is done once.
  taken_at timestamptz,
  -- Once the provider has vouched and only our own second factor is missing.
  account_id uuid,
  subject text,
  sid text,
  primary key (state_hash)
);
create index agency_visit_end on access.agency_visit (ends_at);
comment on table access.agency_visit is 'sign-ins on their way, for minutes; small, copied to every node';

create table access.agency_logout (
  provider_id uuid not null,
  -- SHA-256 of jti.
  token_hash bytea not null,
  ends_at timestamptz not null,
  primary key (provider_id, token_hash)
);
create index agency_logout_end on access.agency_logout (ends_at);
comment on table access.agency_logout is 'tokens that have ended sessions, each once; small, copied to every node';

alter table access.session
  -- Who signed them in, and by which of its own sessions.
  add column provider_id uuid,
  add column subject text,
  add column sid text;
create index session_of_provider on access.session (provider_id, subject) where provider_id is not null;
