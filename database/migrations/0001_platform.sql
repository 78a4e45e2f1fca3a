-- What the house itself needs before any business: its own history and its secrets.

create schema platform;
comment on schema platform is 'the house itself: migrations, secrets';

create table platform.migration (
  name text primary key,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  applied_at timestamptz not null default now()
);
comment on table platform.migration is 'read-only: the files of database/migrations applied here, with the digest of their text';

create table platform.secret (
  key text primary key,
  value text not null,
  made_at timestamptz not null default now()
);
comment on table platform.secret is 'keys made by this installation for itself, e.g. to sign cursors and sessions';
