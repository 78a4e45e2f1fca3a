-- What the house knows of itself before any business: its own history.

create schema postgres;

create table postgres.migration (
  name text primary key,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  applied_at timestamptz not null default now()
);
comment on table postgres.migration is 'read-only: the files of database/migrations applied here, with the digest of their text; kept on one node';
