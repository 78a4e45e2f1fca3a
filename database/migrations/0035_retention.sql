-- How long what is kept is kept (R-10.5): when the persons of a paper were erased, what must be kept longer, and every run.
alter table orders.import_order add column erased_at timestamptz;
alter table payments.import_payment add column erased_at timestamptz;
alter table waybills.import_waybill add column erased_at timestamptz;
alter table declarations.import_list add column erased_at timestamptz;
alter table exchange.message add column erased_at timestamptz;

create table persons.legal_hold (
  hold_id uuid not null,
  -- Null: everything.
  order_no text,
  reason text not null,
  -- Number of the paper that asks for it.
  paper_no text not null,
  set_by uuid not null,
  set_at timestamptz not null,
  lifted_by uuid,
  lifted_at timestamptz,
  lift_reason text,
  primary key (hold_id),
  constraint lifted_has_reason check (num_nonnulls(lifted_by, lifted_at, lift_reason) in (0, 3))
);
create index legal_hold_of_order on persons.legal_hold (order_no) where lifted_at is null;
comment on table persons.legal_hold is 'what is kept past its time because a court or an authority asks for it; small, copied to every node';

create table persons.retention_run (
  run_id uuid not null,
  began_at timestamptz not null,
  ended_at timestamptz not null,
  -- How many were erased of each kind, and how many a hold kept.
  erased json not null,
  held json not null,
  primary key (run_id)
);
create index retention_run_by_time on persons.retention_run (began_at);
comment on table persons.retention_run is 'append-only: what each run of chama retention has erased; small, copied to every node';
