-- B2B e-commerce export: overseas warehouses and the stock in them, principals of agents, contracts of bulk goods (module b2b).
create schema b2b;
comment on schema b2b is 'B2B e-commerce export: overseas warehouses, principals, bulk contracts';

create table b2b.warehouse (
  -- Customs code of the exporter whose goods lie there.
  enterprise text not null,
  warehouse_no text not null,
  name text not null,
  -- Who runs it abroad.
  operator text not null,
  tenure text not null check (tenure in ('own', 'leased', 'third-party', 'platform')),
  -- Customs code of the country, three digits.
  country text not null,
  city text not null,
  address text not null,
  area_m2 numeric(12, 2) not null check (area_m2 > 0),
  contract_no text not null,
  contract_from date not null,
  contract_to date not null,
  -- Of the registration with customs, asked for until 2024-12-14.
  registration_no text,
  filed_at timestamptz not null,
  filed_by text not null,
  closed_on date,
  revision integer not null default 1,
  primary key (enterprise, warehouse_no),
  check (contract_to >= contract_from)
);
comment on table b2b.warehouse is 'overseas warehouses by exporter; distribution key enterprise';

create table b2b.batch (
  enterprise text not null,
  -- The exporter's booking number.
  batch_no text not null,
  warehouse_no text not null,
  consignee text not null,
  packages integer not null check (packages > 0),
  gross_weight numeric(19, 5) not null check (gross_weight > 0),
  planned_on date not null,
  -- A trading firm's refund follows its purchases, a factory's its exports.
  seller_kind text not null check (seller_kind in ('trader', 'factory')),
  state text not null check (state in ('booked', 'departed', 'cancelled')),
  booked_at timestamptz not null,
  booked_by text not null,
  -- Number of the export list or declaration it left under.
  export_no text,
  departed_on date,
  -- Day of the refund claim that told what was sold from what was not (R-3.5).
  claimed_on date,
  primary key (enterprise, batch_no),
  check ((state = 'departed') = (departed_on is not null)),
  check (claimed_on is null or state = 'departed')
);
create index batch_by_time on b2b.batch (booked_at, enterprise, batch_no);
create unique index batch_by_export on b2b.batch (enterprise, export_no);
comment on table b2b.batch is 'goods booked into an overseas warehouse (9810); distribution key enterprise';

create table b2b.batch_line (
  enterprise text not null,
  batch_no text not null,
  line integer not null check (line > 0),
  goods_no text not null,
  gcode text not null,
  gname text not null,
  unit text not null,
  quantity numeric(19, 5) not null check (quantity > 0),
  -- CNY without VAT, of the whole line.
  net_purchase numeric(19, 2) not null check (net_purchase >= 0),
  -- Share of the refund on the day of departure.
  refund_rate numeric(7, 5),
  -- What had been sold by the day of the claim; the rest is pre-refunded.
  sold_at_claim numeric(19, 5),
  primary key (enterprise, batch_no, line),
  check (sold_at_claim is null or sold_at_claim between 0 and quantity)
);
comment on table b2b.batch_line is 'goods of a batch; distribution key enterprise';

create table b2b.stock (
  enterprise text not null,
  batch_no text not null,
  line integer not null,
  place text not null check (place in ('transit', 'warehouse', 'sold', 'returned', 'lost')),
  -- The database keeps the promise that there is never less than nothing, whatever program writes here.
  quantity numeric(19, 5) not null constraint never_less_than_nothing check (quantity >= 0),
  primary key (enterprise, batch_no, line, place)
);
alter table b2b.stock set (fillfactor = 50);
comment on table b2b.stock is 'how much of a line lies where; the sum of its movements; distribution key enterprise';

create table b2b.stock_movement (
  enterprise text not null,
  batch_no text not null,
  line integer not null,
  movement_no bigint generated always as identity,
  at timestamptz not null,
  day date not null,
  kind text not null check (kind in ('depart', 'receive', 'sell', 'return', 'lose', 'lose-in-transit')),
  quantity numeric(19, 5) not null check (quantity > 0),
  -- Number of the paper it is written for: a thing is written once.
  reference text not null,
  -- Of a sale: where its proof is found, and what it brought.
  proof text,
  amount numeric(19, 2),
  currency text,
  by_whom text not null,
  primary key (enterprise, batch_no, line, movement_no),
  constraint told_once unique (enterprise, batch_no, line, kind, reference),
  check (kind <> 'sell' or (proof is not null and amount is not null and currency is not null))
);
comment on table b2b.stock_movement is 'append-only: what became of goods abroad; distribution key enterprise';

create table b2b.agency_contract (
  -- Customs code of the comprehensive-service enterprise that exports for others.
  agent text not null,
  contract_no text not null,
  principal_uscc text not null,
  principal_name text not null,
  -- Customs code of the principal where it is registered here; then it confirms.
  principal text,
  goods text not null,
  valid_from date not null,
  valid_to date not null,
  state text not null check (state in ('proposed', 'in-force', 'ended', 'declined')),
  proposed_at timestamptz not null,
  proposed_by text not null,
  settled_at timestamptz,
  settled_by text,
  primary key (agent, contract_no),
  check (valid_to >= valid_from),
  check (agent is distinct from principal)
);
create index agency_contract_by_principal on b2b.agency_contract (principal, agent, contract_no);
comment on table b2b.agency_contract is 'contracts of agents with their principals (R-3.6); distribution key agent';

create table b2b.agency_export (
  agent text not null,
  -- Number of the export list or declaration: its principal is told once.
  export_no text not null,
  contract_no text not null,
  principal_uscc text not null,
  principal_name text not null,
  amount_cny numeric(19, 2) not null check (amount_cny > 0),
  exported_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (agent, export_no)
);
create index agency_export_by_day on b2b.agency_export (exported_on, agent, export_no);
comment on table b2b.agency_export is 'append-only: the real principal and amount of each export by an agent; distribution key agent';

create table b2b.bulk_contract (
  seller text not null,
  contract_no text not null,
  buyer text not null,
  country text not null,
  gcode text not null,
  gname text not null,
  unit text not null,
  quantity numeric(19, 5) not null check (quantity > 0),
  -- More or less by so many percent is still what was agreed (溢短装).
  tolerance_percent numeric(5, 2) not null check (tolerance_percent between 0 and 100),
  unit_price numeric(19, 5) not null check (unit_price >= 0),
  currency text not null,
  deliver_from date not null,
  deliver_to date not null,
  state text not null check (state in ('open', 'fulfilled', 'ended-short')),
  delivered numeric(19, 5) not null default 0 check (delivered >= 0),
  made_at timestamptz not null,
  made_by text not null,
  closed_at timestamptz,
  primary key (seller, contract_no),
  check (deliver_to >= deliver_from),
  -- Deliveries at the same moment cannot pass it together either.
  constraint within_tolerance check (delivered <= quantity * (1 + tolerance_percent / 100)),
  constraint fulfilled_is_enough check (state <> 'fulfilled' or delivered >= quantity * (1 - tolerance_percent / 100))
);
comment on table b2b.bulk_contract is 'contracts of bulk goods and what was delivered on them; distribution key seller';

create table b2b.bulk_delivery (
  seller text not null,
  contract_no text not null,
  -- Number of the export list or declaration.
  export_no text not null,
  quantity numeric(19, 5) not null check (quantity > 0),
  delivered_on date not null,
  -- What had been delivered with it.
  total numeric(19, 5) not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (seller, contract_no, export_no)
);
comment on table b2b.bulk_delivery is 'append-only: deliveries on contracts of bulk goods; distribution key seller';
