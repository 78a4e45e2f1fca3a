-- Links: an agency that decides for itself is asked over its own channel, and its answers come back the same way.
create schema links;

create table links.dispatch (
  sender text not null,
  -- The message's evidence in the exchange; in capitals it is the CopMsgId of every try.
  message_id uuid not null,
  agency text not null,
  root text not null,
  guid text not null,
  made_at timestamptz not null,
  state text not null check (state in ('waiting', 'sent', 'answered', 'lost', 'failed')),
  -- Times it is known to have been handed over.
  tries integer not null default 0,
  -- When it is next looked at: to be handed over, or handed over again where no answer has come.
  due_at timestamptz not null,
  -- Before its first handing over; an answer can only be to one that has been taken in hand.
  first_taken_at timestamptz,
  sent_at timestamptz,
  answered_at timestamptz,
  -- Faults of the channel in a row, and the last one in words.
  faults integer not null default 0,
  fault text,
  -- Messages that hold earlier versions of its documents and must go first.
  after uuid[] not null default '{}',
  -- The message as the platform signed it for its sender (zstd); null where it goes as it came.
  signed bytea,
  primary key (sender, message_id, agency)
);
alter table links.dispatch alter column signed set storage external;
alter table links.dispatch set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 10000);
comment on table links.dispatch is 'messages to be handed to an agency and what became of each; distribution key sender';
create index dispatch_due on links.dispatch (agency, due_at) where state in ('waiting', 'sent');
create index dispatch_by_state on links.dispatch (agency, state, made_at);
create index dispatch_by_message on links.dispatch (message_id);

create table links.document (
  sender text not null,
  message_id uuid not null,
  agency text not null,
  place integer not null,
  root text not null,
  order_no text not null,
  business_key text not null,
  -- The fields of its head that receipts repeat: what a receipt says of them must agree.
  named json not null,
  -- A list that has not been advised on yet: its message waits for it.
  unadvised boolean not null,
  -- The newest answer of the agency, by the agency's clock.
  return_status text,
  return_time text,
  primary key (sender, message_id, agency, place)
);
comment on table links.document is 'documents of the messages handed to an agency; distribution key sender';
create index document_by_order on links.document (order_no);

create table links.reference (
  value text not null,
  root text not null,
  field text not null,
  sender text not null,
  message_id uuid not null,
  agency text not null,
  place integer not null,
  primary key (value, root, field, sender, message_id, agency, place)
);
comment on table links.reference is 'numbers by which receipts name documents handed to an agency; distribution key value';

create table links.arrival (
  digest bytea not null,
  agency text not null,
  name text not null,
  arrived_at timestamptz not null,
  kind text not null check (kind in ('receipts', 'response', 'unreadable')),
  findings json,
  content bytea not null,
  primary key (digest, agency)
);
alter table links.arrival alter column content set storage external;
comment on table links.arrival is 'append-only: every piece that came from an agency (zstd), evidence; distribution key digest';

create table links.answer (
  digest bytea not null,
  agency text not null,
  arrival bytea not null,
  place integer not null,
  arrived_at timestamptz not null,
  type text not null,
  return_status text not null,
  return_time text not null,
  return_info text not null,
  body json not null,
  -- What became of it: it moved what it speaks of, it was overtaken by a newer one, or nobody knows what it speaks of.
  standing text not null check (standing in ('taken', 'late', 'unmatched')),
  findings json,
  sender text,
  message_id uuid,
  primary key (digest, agency)
);
comment on table links.answer is 'append-only: every receipt of an agency, once however often it came; distribution key digest';
create index arrival_by_kind on links.arrival (agency, kind, arrived_at);
create index answer_by_standing on links.answer (agency, standing, arrived_at);
create index answer_by_message on links.answer (message_id);

-- What an agency decides of a list comes step by step: held, then released. The first step of an attempt is ours.
alter table clearance.decision add column step smallint not null default 0;
alter table clearance.decision drop constraint decision_pkey;
alter table clearance.decision add primary key (order_no, ebp_code, attempt, step);
alter table clearance.decision drop constraint decision_outcome_check;
alter table clearance.decision add constraint decision_outcome_check
  check (outcome in ('forwarded', 'released', 'held', 'refused', 'withdrawn'));

create table clearance.progress (
  order_no text not null,
  ebp_code text not null,
  attempt integer not null,
  -- By the clock of who decides, YYYYMMDDhhmmssSSS.
  return_time text not null,
  return_status text not null,
  return_info text not null,
  at timestamptz not null,
  primary key (order_no, ebp_code, attempt, return_time, return_status)
);
comment on table clearance.progress is 'append-only: what who decides on a list has said of it on the way; distribution key order_no';
