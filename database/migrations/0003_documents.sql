-- The four documents of a retail import, one row per document plus one per goods line.
-- Columns carry the standard's own element names (edition 202205) in snake_case.
-- Amounts are plain numeric: the decoder has proved 19 digits with 5 decimals, and the text sent comes back unchanged.
-- order_no is the distribution key of all of them: the four papers of one purchase lie together.

create schema orders;

create table orders.import_order (
  sender text not null,
  message_id uuid not null,
  received_at timestamptz not null,
  content_hash uuid not null,
  deleted boolean not null default false,
  return_status text not null,
  return_info text not null,
  guid text not null,
  app_type text not null,
  app_time text not null,
  app_status text not null,
  order_type text not null,
  order_no text not null,
  ebp_code text not null,
  ebp_name text not null,
  ebc_code text not null,
  ebc_name text not null,
  goods_value numeric not null,
  freight numeric not null,
  discount numeric not null,
  tax_total numeric not null,
  actural_paid numeric not null,
  currency text not null,
  buyer_reg_no text not null,
  buyer_name text not null,
  buyer_telephone text not null,
  buyer_id_type text not null,
  buyer_id_number text not null,
  pay_code text,
  pay_name text,
  pay_transaction_id text,
  batch_numbers text,
  consignee text not null,
  consignee_telephone text not null,
  consignee_address text not null,
  consignee_district text,
  note text,
  primary key (order_no, ebp_code)
);
comment on table orders.import_order is 'orders of retail imports (CEB311); distribution key order_no';

create table orders.import_order_item (
  order_no text not null,
  ebp_code text not null,
  gnum integer not null,
  item_no text,
  item_name text not null,
  gmodel text not null,
  item_describe text,
  bar_code text,
  unit text not null,
  qty numeric not null,
  price numeric not null,
  total_price numeric not null,
  currency text not null,
  country text not null,
  note text,
  primary key (order_no, ebp_code, gnum)
);
comment on table orders.import_order_item is 'goods lines of orders.import_order; distribution key order_no';

create schema payments;

create table payments.import_payment (
  sender text not null,
  message_id uuid not null,
  received_at timestamptz not null,
  content_hash uuid not null,
  deleted boolean not null default false,
  return_status text not null,
  return_info text not null,
  guid text not null,
  app_type text not null,
  app_time text not null,
  app_status text not null,
  pay_code text not null,
  pay_name text not null,
  pay_transaction_id text not null,
  order_no text not null,
  ebp_code text not null,
  ebp_name text not null,
  payer_id_type text not null,
  payer_id_number text not null,
  payer_name text not null,
  telephone text,
  amount_paid numeric not null,
  currency text not null,
  pay_time text not null,
  note text,
  primary key (order_no, pay_code, pay_transaction_id)
);
comment on table payments.import_payment is 'payments for retail imports (CEB411); distribution key order_no';

create schema waybills;

create table waybills.import_waybill (
  sender text not null,
  message_id uuid not null,
  received_at timestamptz not null,
  content_hash uuid not null,
  deleted boolean not null default false,
  return_status text not null,
  return_info text not null,
  guid text not null,
  app_type text not null,
  app_time text not null,
  app_status text not null,
  logistics_code text not null,
  logistics_name text not null,
  logistics_no text not null,
  bill_no text,
  order_no text not null,
  freight numeric,
  insured_fee numeric,
  currency text not null,
  weight numeric not null,
  pack_no integer not null,
  goods_info text,
  consignee text not null,
  consignee_address text not null,
  consignee_telephone text not null,
  note text,
  primary key (order_no, logistics_code, logistics_no)
);
comment on table waybills.import_waybill is 'waybills of retail imports (CEB511); distribution key order_no';

create schema declarations;

-- The nine digits of a pre-entry number.
create sequence declarations.pre_no cycle maxvalue 999999999;

create table declarations.import_list (
  official_pre_no text not null,
  sender text not null,
  message_id uuid not null,
  received_at timestamptz not null,
  content_hash uuid not null,
  deleted boolean not null default false,
  return_status text not null,
  return_info text not null,
  guid text not null,
  app_type text not null,
  app_time text not null,
  app_status text not null,
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
  assure_code text not null,
  ems_no text,
  invt_no text,
  ie_flag text not null,
  decl_time text not null,
  customs_code text not null,
  port_code text not null,
  ie_date text,
  buyer_id_type text not null,
  buyer_id_number text not null,
  buyer_name text not null,
  buyer_telephone text not null,
  consignee_address text not null,
  agent_code text not null,
  agent_name text not null,
  area_code text,
  area_name text,
  trade_mode text not null,
  traf_mode text not null,
  traf_no text,
  voyage_no text,
  bill_no text,
  loct_no text,
  license_no text,
  country text not null,
  freight numeric not null,
  insured_fee numeric not null,
  currency text not null,
  wrap_type text,
  pack_no integer not null,
  gross_weight numeric not null,
  net_weight numeric not null,
  note text,
  primary key (order_no, ebp_code)
);
comment on table declarations.import_list is 'declaration lists of retail imports (CEB621); distribution key order_no';

create table declarations.import_list_item (
  order_no text not null,
  ebp_code text not null,
  gnum integer not null,
  item_record_no text,
  item_no text,
  item_name text,
  gcode text not null,
  gname text not null,
  gmodel text not null,
  bar_code text,
  country text not null,
  trade_country text,
  currency text not null,
  qty numeric not null,
  unit text not null,
  qty1 numeric not null,
  unit1 text not null,
  qty2 numeric,
  unit2 text,
  price numeric not null,
  total_price numeric not null,
  note text,
  primary key (order_no, ebp_code, gnum)
);
comment on table declarations.import_list_item is 'goods lines of declarations.import_list; distribution key order_no';

-- A carrier's number must not come back on another order within six months (R-1.17); also how a parcel is found.
create index import_waybill_number on waybills.import_waybill (logistics_no, logistics_code);
-- The newest lists first is what every screen asks for, page after page.
create index import_list_received on declarations.import_list (received_at, order_no, ebp_code);
