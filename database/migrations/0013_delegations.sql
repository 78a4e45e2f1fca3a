-- An enterprise lets another act for it, for named kinds of document and a time (module delegations).
create schema delegations;
comment on schema delegations is 'who may hand in documents for whom';

create table delegations.delegation (
  -- Customs codes of the enterprise that delegates and of the one that acts.
  principal text not null,
  delegation_id uuid not null,
  agent text not null,
  kinds text[] not null check (cardinality(kinds) > 0),
  from_day date not null,
  -- Inclusive.
  to_day date not null,
  -- The contract or power of attorney, and where it or its scan is kept.
  paper_no text not null,
  paper_place text not null,
  state text not null check (state in ('proposed', 'accepted', 'declined', 'withdrawn', 'ended')),
  proposed_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (principal, delegation_id),
  check (agent <> principal),
  check (to_day >= from_day)
);
create index delegation_by_agent on delegations.delegation (agent, proposed_at);
create index delegation_by_id on delegations.delegation (delegation_id);
create index delegation_by_time on delegations.delegation (proposed_at, delegation_id);
comment on table delegations.delegation is 'what an enterprise has delegated to another; distribution key principal';

create table delegations.step (
  principal text not null,
  delegation_id uuid not null,
  number integer not null,
  at timestamptz not null,
  act text not null,
  enterprise text not null,
  -- The key or account it was done with.
  by_whom text not null,
  reason text not null,
  primary key (principal, delegation_id, number)
);
comment on table delegations.step is 'append-only: what was done with each delegation, by whom and why; distribution key principal';

-- The enterprise a document was sent for, where its sender is that enterprise's delegate.
alter table orders.import_order add column sent_for text;
alter table payments.import_payment add column sent_for text;
alter table waybills.import_waybill add column sent_for text;
alter table declarations.import_list add column sent_for text;
