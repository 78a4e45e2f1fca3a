-- What people write by hand, and the versions of a document that others have taken the place of.
create table exchange.superseded (
  order_no text not null,
  seq bigint generated always as identity,
  -- Root element of its message, e.g. CEB621Message.
  root text not null,
  -- The fields of the business key after the order number, as a JSON array.
  key text not null,
  guid text not null,
  -- 1 new, 2 change, 3 deletion.
  app_type text not null,
  sender text not null,
  -- Customs code of the enterprise it was sent for by delegation.
  sent_for text,
  -- The message it came in, which keeps its content.
  message_id uuid not null,
  received_at timestamptz not null,
  primary key (order_no, seq)
);
comment on table exchange.superseded is 'append-only: versions of documents in whose place others have come, their content is in their messages; distribution key order_no';

create schema entry;
comment on schema entry is 'what people write by hand';

create table entry.hand_in (
  order_no text not null,
  -- Of the document: its version in the history, and its message, bear the same.
  guid text not null,
  root text not null,
  -- The enterprise that sends it.
  customs_code text not null,
  -- Account, or key behind a session: who had it handed in.
  handed_in_by uuid not null,
  handed_in_at timestamptz not null,
  -- Why, where that is asked: of a list that is withdrawn.
  reason text,
  primary key (order_no, guid)
);
comment on table entry.hand_in is 'append-only: who had a document handed in by hand, written down before it goes; distribution key order_no';

create table entry.draft (
  -- Account, or key behind a session: whose draft it is.
  owner uuid not null,
  draft_id uuid not null,
  -- The owner's enterprise; the draft of somebody who has left is shown to nobody.
  customs_code text not null,
  kind text not null check (kind in ('order', 'payment', 'waybill', 'declaration')),
  -- As written so far; a draft is found by it.
  order_no text not null,
  -- 1 new, 2 change.
  app_type text not null check (app_type in ('1', '2')),
  -- Grows with every saving: who saves names the one it has seen.
  revision integer not null,
  made_at timestamptz not null,
  saved_at timestamptz not null,
  -- Head, goods lines and what is kept; JSON, sealed.
  content bytea not null,
  primary key (owner, draft_id)
);
comment on table entry.draft is 'documents people have begun to write, until they hand them in or throw them away; distribution key owner';
