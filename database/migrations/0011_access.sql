-- Accounts of people, their factors and sessions, and the evidence of both.
create schema access;

create table access.account (
  account_id uuid not null,
  -- As it is typed to sign in, in small letters.
  login text not null,
  display_name text not null,
  role text not null check (role in ('enterprise', 'operator', 'officer', 'consumer', 'systemAdministrator',
    'securityAdministrator', 'auditAdministrator')),
  -- Enterprise of its staff, and what it lets them do.
  customs_code text,
  member text check (member in ('reader', 'clerk', 'administrator')),
  -- Agency and office of an officer.
  agency text,
  office text,
  -- Who the person is in the books of its employer: no one holds two accounts that check each other.
  staff_number text,
  state text not null check (state in ('proposed', 'active', 'locked', 'closed')),
  made_by text not null,
  made_at timestamptz not null,
  -- The second pair of eyes; the account itself for one that needed none.
  approved_by text,
  approved_at timestamptz,
  changed_at timestamptz not null,
  primary key (account_id),
  unique (login),
  check ((role = 'enterprise') = (customs_code is not null)),
  check ((role = 'enterprise') = (member is not null)),
  check ((role = 'officer') = (agency is not null and office is not null)),
  check (role in ('enterprise', 'consumer') or staff_number is not null)
);
create index account_of_enterprise on access.account (customs_code) where customs_code is not null;
create index account_of_staff on access.account (staff_number) where staff_number is not null;
comment on table access.account is 'people who sign in, one role each; small, copied to every node';

create table access.password (
  account_id uuid not null,
  -- argon2id with its parameters, in the form of PHC strings.
  phc text not null,
  changed_at timestamptz not null,
  -- One that was given by another: good until then, and to be replaced at the first sign-in.
  one_time_until timestamptz,
  primary key (account_id)
);
comment on table access.password is 'passwords by argon2id; small, copied to every node';

-- The half of a first password its maker knows, sealed, until whoever approves the account adds the other half.
create table access.first_half (
  account_id uuid not null,
  sealed bytea not null,
  primary key (account_id)
);
comment on table access.first_half is 'halves of first passwords until the account is approved; small, copied to every node';

create table access.totp (
  account_id uuid not null,
  -- Sealed: a code can only be checked with the secret at hand.
  sealed bytea,
  confirmed_at timestamptz,
  -- One that counts from its first code on; the one before counts until then.
  proposed bytea,
  -- The time step of the last code that was taken, so that none is taken twice.
  last_step bigint not null,
  primary key (account_id)
);
comment on table access.totp is 'secrets of one-time codes (RFC 6238); small, copied to every node';

create table access.recovery_code (
  account_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);
comment on table access.recovery_code is 'recovery codes by SHA-256 (80 random bits); small, copied to every node';

create table access.session (
  token_hash bytea not null,
  session_id uuid not null,
  account_id uuid,
  -- Of a program's key that a person signed in with.
  key_id uuid,
  -- Still a newcomer: may only make the account its own.
  newcomer boolean not null,
  factors text[] not null,
  opened_at timestamptz not null,
  last_seen_at timestamptz not null,
  ends_at timestamptz not null,
  address text not null,
  browser text not null,
  primary key (token_hash),
  unique (session_id),
  check (num_nonnulls(account_id, key_id) = 1)
);
create index session_of_account on access.session (account_id);
create index session_end on access.session (ends_at);
comment on table access.session is 'open sessions by SHA-256 of their token (256 random bits); small, copied to every node';

create table access.attempt (
  -- account:LOGIN or address:IP, whether there is such an account or not.
  subject text not null,
  failures integer not null,
  last_at timestamptz not null,
  barred_until timestamptz,
  primary key (subject)
);
create index attempt_last on access.attempt (last_at);
comment on table access.attempt is 'sign-ins that failed, to slow down who guesses; small, copied to every node';

create table access.event (
  seq bigint generated always as identity,
  at timestamptz not null,
  kind text not null,
  -- The account it happened to, and who did it.
  account_id uuid,
  login text,
  actor text,
  address text,
  detail json,
  primary key (seq)
);
create index event_at on access.event (at);
create index event_of_account on access.event (account_id, seq) where account_id is not null;
comment on table access.event is 'append-only: evidence of accounts and sign-ins; kept on one node';

-- Whoever reads a payment in full: an account as well as a key.
alter table payment_data.reading rename column key_id to caller_id;
