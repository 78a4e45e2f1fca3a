-- The one access point: keys of the senders, evidence of every message, receipts to be fetched.
create schema exchange;

create table exchange.api_key (
  key_id uuid not null,
  customs_code text not null,
  scope text not null check (scope in ('enterprise', 'operator')),
  secret_hash bytea not null,
  label text not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (key_id)
);
comment on table exchange.api_key is 'API keys by SHA-256 of the secret (256 random bits need no slow hash); small, copied to every node';

create table exchange.message (
  sender text not null,
  message_id uuid not null,
  received_at timestamptz not null,
  root text,
  guid text,
  size_bytes integer not null,
  verdict text not null check (verdict in ('taken', 'refused')),
  document_count integer not null,
  findings json,
  content bytea not null,
  primary key (sender, message_id)
);
-- The content is compressed before it comes here; a second try by the database costs and gains nothing.
alter table exchange.message alter column content set storage external;
comment on table exchange.message is 'append-only: every message as received (zstd), evidence; distribution key sender';

create table exchange.receipt (
  recipient text not null,
  tx xid8 not null default pg_current_xact_id(),
  seq bigint generated always as identity,
  type text not null,
  order_no text,
  return_status text not null,
  return_time text not null,
  return_info text not null,
  body json not null,
  primary key (recipient, tx, seq)
);
comment on table exchange.receipt is 'append-only: receipts waiting to be fetched by cursor (tx, seq); distribution key recipient';


create table exchange.secret (
  key text not null,
  value text not null,
  made_at timestamptz not null default now(),
  primary key (key)
);
comment on table exchange.secret is 'keys this installation has made for itself, e.g. to sign sessions; small, copied to every node';
