-- Requests that carry a key of their caller's (Idempotency-Key), and what they were answered.
create schema http;

create table http.repeat (
  caller text not null,
  -- Of route and key; the key itself, which opens the answer, stays with its caller.
  key bytea not null check (octet_length(key) = 32),
  fingerprint bytea not null check (octet_length(fingerprint) = 32),
  begun_at timestamptz not null,
  expires_at timestamptz not null,
  -- Sealed with the key; null until there is one.
  answer bytea,
  primary key (caller, key)
);
comment on table http.repeat is 'requests with a key of the last hours and their sealed answers; distribution key caller';
create index repeat_expires_at on http.repeat (expires_at);
