-- Cancellations and returns of import lists: the documents as they came, what became of each, and what was given back.
create schema returns;
comment on schema returns is 'cancellations and returns';

-- A return gives a part back: the ledgers of the yearly allowance tell the parts apart by the return they are for.
alter table quotas.movement add column reference text not null default '';
alter table quotas.movement drop constraint movement_pkey;
alter table quotas.movement add primary key (buyer_key, year, order_no, ebp_code, attempt, kind, reference);
alter table quotas.movement drop constraint movement_kind_check;
alter table quotas.movement add check (kind in ('reserve', 'give-back', 'returned'));
alter table quotas.weight_movement add column reference text not null default '';
alter table quotas.weight_movement drop constraint weight_movement_pkey;
alter table quotas.weight_movement
  add primary key (buyer_key, year, heading, order_no, ebp_code, attempt, kind, reference);
alter table quotas.weight_movement drop constraint weight_movement_kind_check;
alter table quotas.weight_movement add check (kind in ('reserve', 'give-back', 'returned'));

-- The nine digits of the number each is given: a pre-entry number of its own.
create sequence returns.pre_no cycle maxvalue 999999999;

create table returns.import_cancellation (
  official_pre_no text not null,
  sender text not null,
  message_id uuid not null,
  received_at timestamptz not null,
  content_hash uuid not null,
  deleted boolean not null default false,
  return_status text not null,
  return_info text not null,
  sent_for text,
  personal bytea,
  person text,
  erased_at timestamptz,
  guid text not null,
  app_type text not null,
  app_time text not null,
  app_status text not null,
  customs_code text not null,
  order_no text not null,
  ebp_code text not null,
  ebp_name text not null,
  ebc_code text not null,
  ebc_name text not null,
  logistics_no text not null,
  logistics_code text not null,
  logistics_name text not null,
  cop_no text,
  pre_no text,
  invt_no text not null,
  buyer_id_type text not null,
  agent_code text not null,
  agent_name text not null,
  reason text not null,
  primary key (order_no, ebp_code)
);
comment on table returns.import_cancellation is 'cancellations of import lists (CEB623); distribution key order_no';

create table returns.import_return (
  official_pre_no text not null,
  sender text not null,
  message_id uuid not null,
  received_at timestamptz not null,
  content_hash uuid not null,
  deleted boolean not null default false,
  return_status text not null,
  return_info text not null,
  sent_for text,
  personal bytea,
  person text,
  erased_at timestamptz,
  guid text not null,
  app_type text not null,
  app_time text not null,
  app_status text not null,
  customs_code text not null,
  order_no text not null,
  ebp_code text not null,
  ebp_name text not null,
  ebc_code text not null,
  ebc_name text not null,
  logistics_no text not null,
  logistics_code text not null,
  logistics_name text not null,
  cop_no text not null,
  pre_no text,
  invt_no text not null,
  buyer_id_type text not null,
  agent_code text not null,
  agent_name text not null,
  reason text not null,
  -- Several returns of one list are told apart by the enterprise's own number.
  primary key (order_no, ebp_code, cop_no)
);
comment on table returns.import_return is 'returns of import lists (CEB625); distribution key order_no';

create table returns.import_return_item (
  order_no text not null,
  ebp_code text not null,
  cop_no text not null,
  gnum integer not null,
  gcode text not null,
  gname text not null,
  qty numeric not null,
  unit text not null,
  note text,
  primary key (order_no, ebp_code, cop_no, gnum)
);
comment on table returns.import_return_item is 'goods lines of returns.import_return; distribution key order_no';

create table returns.case_file (
  order_no text not null,
  -- The number it was given when it came in.
  return_no text not null,
  kind text not null check (kind in ('cancellation', 'return')),
  ebp_code text not null,
  -- Own number of the enterprise; empty where a cancellation has none.
  cop_no text not null,
  invt_no text not null,
  message_id uuid not null,
  state text not null check (state in ('received', 'applied', 'accepted', 'arrived', 'inspected', 'closed', 'refused', 'withdrawn')),
  -- Grows with every step: what somebody decides on is what they have seen.
  revision integer not null default 1,
  customs_code text not null,
  trade_mode text not null,
  ems_no text,
  ebc_code text not null,
  agent_code text not null,
  -- Who sent it and gets the receipts.
  sender text not null,
  reason text not null,
  logistics_no text not null,
  -- Of the list it is about: attempt of its decision, day of release, last days to apply and to be back (R-1.40).
  attempt integer,
  released_on date,
  apply_by date,
  arrive_by date,
  applied_at timestamptz not null,
  arrived_on date,
  -- Code of the reasons it was refused for.
  refused_for text[] not null default '{}',
  moved_at timestamptz not null,
  primary key (order_no, return_no),
  constraint return_has_window check (kind = 'cancellation' or state in ('received', 'refused', 'withdrawn')
    or num_nonnulls(attempt, released_on, apply_by, arrive_by) = 4),
  constraint arrived_has_day check (state not in ('arrived', 'inspected') or arrived_on is not null)
);
alter table returns.case_file set (fillfactor = 70);
comment on table returns.case_file is 'what became of each cancellation and return; distribution key order_no';
create index case_file_number on returns.case_file (return_no);
create index case_file_by_time on returns.case_file (applied_at, return_no);
create index case_file_received on returns.case_file (applied_at) where state = 'received';
create index case_file_open on returns.case_file (state, applied_at) where state in ('applied', 'accepted', 'arrived');
create index case_file_parcel on returns.case_file (logistics_no) where state = 'accepted';

-- What has come back of a line of a list: never more than was bought, whatever program writes here.
create table returns.list_line (
  order_no text not null,
  ebp_code text not null,
  gnum integer not null,
  bought numeric not null,
  -- By returns that live: applied for, on their way, or back.
  claimed numeric not null default 0,
  -- Of these, what has been given back.
  given numeric not null default 0,
  primary key (order_no, ebp_code, gnum),
  constraint within_what_was_bought check (given >= 0 and claimed >= given and claimed <= bought)
);
comment on table returns.list_line is 'how much of each line of a list is coming back or has come back; distribution key order_no';

create table returns.line (
  order_no text not null,
  return_no text not null,
  gnum integer not null,
  gcode text not null,
  gname text not null,
  unit text not null,
  item_record_no text,
  quantity numeric not null check (quantity > 0),
  -- Of the whole line of the list, as it was released. CNY.
  bought numeric not null,
  line_tax numeric not null,
  line_value numeric not null,
  -- Kilograms of the whole line where a yearly weight limits the goods.
  line_kg numeric,
  -- Found at the inspection; null while nobody has looked.
  original boolean,
  saleable boolean,
  -- How much of it has gone where it was to go.
  disposed numeric not null default 0,
  primary key (order_no, return_no, gnum),
  constraint disposed_of_what_came check (disposed >= 0 and disposed <= quantity)
);
comment on table returns.line is 'goods of a return, as the list had them and as they were found; distribution key order_no';

create table returns.given_back (
  order_no text not null,
  return_no text not null,
  gnum integer not null,
  kind text not null check (kind in ('tax', 'allowance', 'weight', 'stock')),
  -- CNY; kilograms of a weight; the unit of the book for stock.
  amount numeric not null check (amount >= 0),
  -- The ledger it went to: year of the allowance, heading, book and item.
  ledger text not null,
  given_at timestamptz not null,
  -- One return gives one thing back of one line once, whatever program writes here.
  primary key (order_no, return_no, gnum, kind)
);
comment on table returns.given_back is 'append-only: what each return gave back; distribution key order_no';

create table returns.step (
  order_no text not null,
  return_no text not null,
  seq integer not null,
  at timestamptz not null,
  from_state text,
  to_state text not null,
  -- rules, sender, centre, officer.
  by_what text not null,
  by_whom text not null,
  note text not null default '',
  findings json not null default '[]',
  primary key (order_no, return_no, seq)
);
comment on table returns.step is 'append-only: the steps of each cancellation and return, by whom and why; distribution key order_no';

create table returns.disposition (
  order_no text not null,
  return_no text not null,
  disposition_id uuid not null,
  seq bigint generated always as identity,
  gnum integer not null,
  kind text not null check (kind in ('resale', 'ship-back', 'destruction')),
  quantity numeric not null check (quantity > 0),
  -- Number of the paper it is proved by: record of the destruction, declaration of the goods sent back.
  paper text not null,
  note text not null default '',
  at timestamptz not null,
  by_whom text not null,
  primary key (order_no, return_no, disposition_id)
);
comment on table returns.disposition is 'append-only: what became of goods that came back; distribution key order_no';
