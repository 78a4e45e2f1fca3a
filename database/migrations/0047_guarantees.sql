-- Guarantees for the tax of released lists as double-entry ledgers (module guarantees).
create schema guarantees;
comment on schema guarantees is 'guarantees for tax: accounts of guarantor enterprises and every movement of them';

create table guarantees.account (
  -- Customs code of the enterprise that answers for the tax.
  guarantor text primary key,
  -- What its guarantees in force come to, what of that is free, and what answers for tax that is open.
  cover numeric(19, 5) not null default 0,
  available numeric(19, 5) not null default 0 constraint never_below_zero check (available >= 0),
  reserved numeric(19, 5) not null default 0 check (reserved >= 0),
  -- Tax that is open beyond the cover: customs released where we would not have.
  beyond numeric(19, 5) not null default 0 check (beyond >= 0),
  -- Guarantees whose time is up, as far as open tax still stands on them; taken out as soon as it does not.
  lapsing numeric(19, 5) not null default 0 check (lapsing >= 0),
  -- The enterprise is warned when less than this is free.
  warn_below numeric(19, 5) not null default 0 check (warn_below >= 0),
  -- When it was warned; null once there is enough again.
  warned_at timestamptz,
  opened_at timestamptz not null,
  constraint both_sides_equal check (available + reserved = cover + beyond)
);
alter table guarantees.account set (fillfactor = 50);
comment on table guarantees.account is 'one row a guarantor, the sum of its movements; distribution key guarantor';

create table guarantees.movement (
  guarantor text not null,
  movement_no bigint generated always as identity,
  at timestamptz not null,
  day date not null,
  kind text not null check (kind in ('TOPUP', 'LAPSE', 'RESERVE', 'VOID', 'POST')),
  -- What it was written for: a thing is written once.
  cause text not null,
  reference text not null,
  -- The legs; whatever program writes here, they come to nothing together.
  available_by numeric(19, 5) not null,
  reserved_by numeric(19, 5) not null,
  outside_by numeric(19, 5) not null,
  beyond_by numeric(19, 5) not null,
  available_after numeric(19, 5) not null,
  reserved_after numeric(19, 5) not null,
  by_whom text not null,
  primary key (guarantor, movement_no),
  constraint written_once unique (guarantor, cause, reference),
  constraint balanced check (available_by + reserved_by + outside_by + beyond_by = 0),
  constraint moves_something check (available_by <> 0 or reserved_by <> 0 or beyond_by <> 0)
);
create index movement_by_day on guarantees.movement (guarantor, day, movement_no);
comment on table guarantees.movement is 'append-only: every movement of a guarantee account and what it was for; distribution key guarantor';

create table guarantees.instrument (
  guarantor text not null,
  instrument_id uuid not null,
  kind text not null check (kind in ('cash', 'letter', 'insurance')),
  -- Number of the paper: receipt of the deposit, letter, or policy.
  paper_no text not null,
  issuer text not null,
  amount numeric(19, 5) not null check (amount > 0),
  valid_from date not null,
  -- Last day; null where it has none, as cash.
  valid_to date,
  state text not null check (state in ('proposed', 'in-force', 'rejected', 'lapsed')),
  proposed_by text not null,
  proposed_at timestamptz not null,
  settled_by text,
  settled_at timestamptz,
  reason text not null default '',
  primary key (guarantor, instrument_id),
  constraint four_eyes check (settled_by <> proposed_by),
  check ((state = 'proposed') = (settled_at is null)),
  check (valid_to >= valid_from)
);
create index instrument_by_id on guarantees.instrument (instrument_id);
create index instrument_by_time on guarantees.instrument (proposed_at, instrument_id);
create index instrument_ending on guarantees.instrument (valid_to) where state = 'in-force';
create unique index instrument_by_paper on guarantees.instrument (guarantor, paper_no) where state <> 'rejected';
comment on table guarantees.instrument is 'cash, letters and policies a guarantor gives, proposed by one and confirmed by another; distribution key guarantor';
