-- What consumers ask about what is held of them: to have it corrected, deleted or explained, by a day (R-10.1).
create table persons.correction (
  request_id uuid not null,
  -- Digest of the person, as in papers.
  person text not null,
  account_id uuid not null,
  wish text not null check (wish in ('correct', 'delete', 'explain')),
  -- What it is about: a field of a paper, or null for what the platform itself holds.
  paper text check (paper in ('order', 'payment', 'waybill', 'declaration')),
  order_no text,
  ebp_code text,
  field text,
  -- Customs code of whoever holds it, or operator.
  holder text not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  -- What the person says, and the value they want: in their own words, which may say anything.
  words bytea not null,
  -- Keyed digest of the value as it stood when it was asked about: a correction shows against it.
  value_digest text,
  state text not null check (state in ('open', 'answered', 'withdrawn')),
  outcome text check (outcome in ('corrected', 'noted', 'kept', 'explained', 'refused')),
  reason text,
  answer bytea,
  ended_at timestamptz,
  -- Who answered: customs code, or operator; and the account or key.
  answered_as text,
  answered_by uuid,
  primary key (request_id),
  constraint paper_has_field check (num_nonnulls(paper, order_no, field) in (0, 3)),
  constraint answered_has_answer check ((state = 'answered') = (num_nonnulls(outcome, answer, answered_as, answered_by) = 4)),
  constraint open_has_no_end check ((state = 'open') = (ended_at is null))
);
create index correction_of_person on persons.correction (person, asked_at);
create index correction_of_holder on persons.correction (holder, due_at) where state = 'open';
create index correction_queue on persons.correction (due_at, request_id) where state = 'open';
create index correction_ended on persons.correction (ended_at, request_id) where state <> 'open';
create index correction_noted on persons.correction (order_no) where outcome = 'noted';
comment on table persons.correction is 'what persons ask to have corrected, deleted or explained, and what was answered; small, copied to every node';

-- Who opens what a person has written reads of that person: it stands on the same record.
alter table persons.showing drop constraint showing_kind_check,
  add constraint showing_kind_check check (kind in ('list', 'payment-record', 'own-data', 'correction'));
