-- Agencies besides customs: who has to decide about which list, what each said, what each got of it (module agencies).
create schema agencies;
comment on schema agencies is 'what agencies decide about lists, and what they get of them';

create table agencies.question (
  order_no text not null,
  ebp_code text not null,
  attempt integer not null,
  agency text not null,
  -- Rows of the table of requirements it answers, by their ids.
  requirements text[] not null,
  -- void: the list was sent back, withdrawn or declared anew before the agency had spoken.
  state text not null check (state in ('waiting', 'positive', 'negative', 'void')),
  -- Who speaks for the agency: the platform's table, the agency itself over its link, an officer of it here.
  judge text not null check (judge in ('engine', 'live', 'officer')),
  since timestamptz not null,
  decided_at timestamptz,
  -- Who declared the list, and hears of it.
  recipient text not null,
  primary key (order_no, ebp_code, attempt, agency),
  constraint waiting_has_no_time check ((state = 'waiting') = (decided_at is null))
);
alter table agencies.question set (fillfactor = 70);
create index question_waiting on agencies.question (agency, since, order_no, ebp_code) where state = 'waiting';
create index question_decided on agencies.question (agency, decided_at desc, order_no, ebp_code) where state <> 'waiting';
comment on table agencies.question is 'which agency has to decide about which list, and how it stands; distribution key order_no';

create table agencies.decision (
  order_no text not null,
  ebp_code text not null,
  seq bigint generated always as identity,
  attempt integer not null,
  agency text not null,
  word text not null check (word in ('positive', 'negative')),
  judge text not null check (judge in ('engine', 'live', 'officer')),
  reason text not null,
  -- Account of an officer, id of an answer over the link, or the row of the table.
  by_whom text not null,
  at timestamptz not null,
  primary key (order_no, seq)
);
create index decision_of_list on agencies.decision (order_no, ebp_code, attempt, agency);
comment on table agencies.decision is 'append-only: what agencies said of lists, word by word; distribution key order_no';

create table agencies.delivery (
  order_no text not null,
  ebp_code text not null,
  attempt integer not null,
  agency text not null,
  -- The same on every try: by it the agency knows a repeat, and names what it answers.
  delivery_id uuid not null,
  state text not null check (state in ('waiting', 'delivered', 'failed')),
  tries integer not null default 0,
  made_at timestamptz not null,
  next_try_at timestamptz not null,
  delivered_at timestamptz,
  fault text,
  -- Digest of what went last; a repeat of the same is no further sending.
  digest text,
  primary key (order_no, ebp_code, attempt, agency),
  unique (order_no, delivery_id)
);
alter table agencies.delivery set (fillfactor = 70);
create index delivery_due on agencies.delivery (agency, next_try_at) where state = 'waiting';
create index delivery_by_state on agencies.delivery (agency, state, made_at desc, delivery_id);
create index delivery_by_id on agencies.delivery (delivery_id);
comment on table agencies.delivery is 'questions on their way to agencies over their links; distribution key order_no';

create table agencies.sending (
  order_no text not null,
  ebp_code text not null,
  seq bigint generated always as identity,
  agency text not null,
  -- Over its link, or shown to an officer of it at the desk here.
  way text not null check (way in ('link', 'desk')),
  -- Requirements it answers, or the reason the officer gave.
  why text not null,
  fields text[] not null,
  -- SHA-256 of what went, keyed; whoever has it can show that this was it.
  digest text not null,
  at timestamptz not null,
  by_whom text not null,
  primary key (order_no, ebp_code, seq)
);
create index sending_by_time on agencies.sending (agency, at desc);
comment on table agencies.sending is 'append-only: which fields of which list which agency got, when and why; distribution key order_no';

create table agencies.link (
  agency text primary key,
  address text not null,
  -- Signs what goes, sealed.
  secret text not null,
  -- live: the agency decides over the link; engine: the table decides for it, and nothing is asked over the link.
  judge text not null check (judge in ('engine', 'live')),
  -- Where its answers are read on from; empty from the beginning.
  cursor text not null default '',
  revision integer not null default 1,
  changed_by text not null,
  changed_at timestamptz not null,
  last_good_at timestamptz,
  failing_since timestamptz,
  fault text,
  next_look_at timestamptz not null
);
comment on table agencies.link is 'where agencies are reached and how the link is; kept on one node';

create table agencies.answer (
  agency text not null,
  answer_id text not null,
  delivery_id text not null,
  word text not null,
  reason text not null,
  said_at timestamptz not null,
  arrived_at timestamptz not null,
  -- taken: it decided; late: the list or the agency was further by then; unmatched: it answers nothing that was asked.
  standing text not null check (standing in ('taken', 'late', 'unmatched')),
  primary key (agency, answer_id)
);
create index answer_by_time on agencies.answer (agency, arrived_at desc, answer_id);
comment on table agencies.answer is 'append-only: what agencies answered over their links; distribution key agency';
