-- The yearly allowance of a buyer: movements are only ever added, the allowance row holds their sum and its bound.
create schema quotas;

create table quotas.allowance (
  buyer_key text not null,
  year smallint not null,
  used numeric not null,
  yearly_limit numeric not null,
  primary key (buyer_key, year),
  constraint within_yearly_limit check (used >= 0 and used <= yearly_limit)
);
comment on table quotas.allowance is 'sum of a buyer''s movements in a calendar year; distribution key buyer_key';

create table quotas.movement (
  buyer_key text not null,
  year smallint not null,
  order_no text not null,
  ebp_code text not null,
  attempt integer not null,
  kind text not null check (kind in ('reserve', 'give-back')),
  amount numeric not null,
  moved_on date not null,
  primary key (buyer_key, year, order_no, ebp_code, attempt, kind)
);
comment on table quotas.movement is 'append-only: ledger of the yearly allowance; distribution key buyer_key';

-- Kilograms of goods that a person may buy only so much of in a year (R-2.14: sugar, rice); few lists have any.
create table quotas.weight_movement (
  buyer_key text not null,
  year smallint not null,
  -- Four digits of the tariff heading.
  heading text not null,
  order_no text not null,
  ebp_code text not null,
  attempt integer not null,
  kind text not null check (kind in ('reserve', 'give-back')),
  kg numeric not null,
  primary key (buyer_key, year, heading, order_no, ebp_code, attempt, kind)
);
comment on table quotas.weight_movement is 'append-only: ledger of yearly weights; distribution key buyer_key';

-- The conductor: which lists wait to be judged, and what was decided of each.
create schema clearance;

create table clearance.waiting (
  order_no text not null,
  ebp_code text not null,
  recipient text not null,
  trade_mode text not null,
  attempt integer not null,
  accepted_at timestamptz not null,
  deadline timestamptz not null,
  primary key (order_no, ebp_code)
);
comment on table clearance.waiting is 'accepted lists not yet judged; distribution key order_no';
-- Rows come and go at the pace of the lists themselves: clean up early or every sweep reads the dead ones.
alter table clearance.waiting set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);

create table clearance.decision (
  order_no text not null,
  ebp_code text not null,
  attempt integer not null,
  accepted_at timestamptz not null,
  decided_at timestamptz not null,
  judge text not null,
  outcome text not null check (outcome in ('released', 'held', 'refused', 'withdrawn')),
  return_status text not null,
  return_info text not null,
  pre_no text not null,
  invt_no text,
  trade_mode text not null,
  customs_code text not null,
  recipient text not null,
  -- Of any size: a list may name amounts of nineteen digits, and is refused, not stopped, for it.
  dutiable_value numeric,
  tax_total numeric,
  buyer_key text,
  rulebook text not null,
  assessment json not null,
  primary key (order_no, ebp_code, attempt)
);
alter table clearance.decision alter column assessment set storage external;
comment on table clearance.decision is 'append-only: every decision on a list with what led to it; distribution key order_no';
create index decision_by_outcome on clearance.decision (outcome, decided_at);
create index decision_by_invt_no on clearance.decision (invt_no);

create sequence clearance.invt_no cycle maxvalue 999999999;

-- Counts for the screens, kept with each batch of decisions: nobody scans the documents to draw a picture.
create table clearance.tally (
  -- Start of the ten seconds counted.
  slot timestamptz not null,
  recipient text not null,
  outcome text not null,
  trade_mode text not null,
  lists bigint not null,
  dutiable_value numeric not null,
  tax_total numeric not null,
  primary key (slot, recipient, outcome, trade_mode)
);
comment on table clearance.tally is 'decisions per ten seconds and sender; small, copied to every node';

create table clearance.standing_count (
  recipient text not null,
  outcome text not null,
  trade_mode text not null,
  lists bigint not null,
  primary key (recipient, outcome, trade_mode)
);
comment on table clearance.standing_count is 'how many lists of a sender stand how, each counted once by its latest decision; small, copied to every node';
