-- Webhooks: an enterprise has what happens to it sent to an address of its own, in order, signed, at least once.
create schema notices;

create table notices.subscription (
  customs_code text not null,
  subscription_id uuid not null,
  address text not null,
  label text not null,
  -- Patterns of kinds: receipt.CEB622, list.*
  events text[] not null,
  state text not null check (state in ('active', 'paused', 'disabled')),
  disabled_for text check (disabled_for in ('failing', 'gone')),
  made_at timestamptz not null,
  changed_at timestamptz not null,
  -- Signs what is sent; it has to be at hand, so a digest would not do.
  secret text not null,
  -- Signs as well until then, after the secret was changed.
  former_secret text,
  former_until timestamptz,
  -- Up to where receipts and the journal have been put down for it.
  receipts_cursor text not null,
  journal_cursor text not null,
  -- When its next delivery is looked at; null where none waits.
  next_try_at timestamptz,
  -- Whoever sends for it at present, so that one that was thought dead moves nothing any more.
  taken_by uuid,
  failing_since timestamptz,
  last_delivered_at timestamptz,
  primary key (customs_code, subscription_id)
);
alter table notices.subscription set (fillfactor = 50);
create index subscription_due on notices.subscription (next_try_at) where state = 'active';
comment on table notices.subscription is 'webhooks of enterprises; distribution key customs_code';

create table notices.delivery (
  customs_code text not null,
  subscription_id uuid not null,
  seq bigint generated always as identity,
  -- webhook-id, the same on every try and on a replay.
  event_id text not null,
  kind text not null,
  happened_at timestamptz not null,
  made_at timestamptz not null,
  state text not null check (state in ('waiting', 'delivered', 'failed')),
  tries integer not null default 0,
  -- Tries since it was put down or replayed: these are bounded.
  tries_in_row integer not null default 0,
  settled_at timestamptz,
  -- What is signed and sent, byte for byte.
  body text not null,
  primary key (customs_code, subscription_id, seq),
  unique (customs_code, subscription_id, event_id)
);
create index delivery_waiting on notices.delivery (customs_code, subscription_id, seq) where state = 'waiting';
create index delivery_failed on notices.delivery (customs_code, subscription_id, seq) where state = 'failed';
create index delivery_settled on notices.delivery (settled_at) where state <> 'waiting';
comment on table notices.delivery is 'what is to be sent to webhooks and what was, for some weeks; distribution key customs_code';

create table notices.attempt (
  customs_code text not null,
  subscription_id uuid not null,
  seq bigint not null,
  number integer not null,
  began_at timestamptz not null,
  took_ms integer not null,
  address text not null,
  http_status integer,
  fault text,
  -- The beginning of what the receiver answered.
  answer text,
  primary key (customs_code, subscription_id, seq, number)
);
comment on table notices.attempt is 'every sending of a delivery and what came back; distribution key customs_code';
