-- The papers of exports by list, as they were sent.
-- Columns of papers carry the standard's own element names (edition 202205) in snake_case; no paper of export tells who
-- the buyer is, so nothing of them is sealed. A platform abroad has no code and is written 无: only with the seller
-- beside it does an order number name one order.
create schema exports;

-- The nine digits of a pre-entry number, and of a number of customs.
create sequence exports.pre_no cycle maxvalue 999999999;
create sequence exports.invt_no cycle maxvalue 999999999;

create table exports.export_order (
  sender text not null,
  sent_for text,
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
  currency text not null,
  note text,
  primary key (order_no, ebp_code, ebc_code)
);
comment on table exports.export_order is 'orders of exports, retail, between firms and bookings of warehouses (CEB303); distribution key order_no';

create table exports.export_order_item (
  order_no text not null,
  ebp_code text not null,
  ebc_code text not null,
  gnum integer not null,
  item_no text not null,
  item_name text not null,
  item_describe text,
  bar_code text,
  unit text not null,
  currency text not null,
  qty numeric not null,
  price numeric not null,
  total_price numeric not null,
  note text,
  primary key (order_no, ebp_code, ebc_code, gnum)
);
comment on table exports.export_order_item is 'lines of exports.export_order; distribution key order_no';

create table exports.export_payment (
  sender text not null,
  sent_for text,
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
  ebp_code text not null,
  ebp_name text not null,
  ebc_code text not null,
  ebc_name text not null,
  order_no text not null,
  pay_code text,
  pay_name text not null,
  pay_no text,
  charge numeric not null,
  currency text not null,
  accounting_date text not null,
  note text,
  primary key (order_no, ebp_code, ebc_code)
);
comment on table exports.export_payment is 'payments received for exports (CEB403); distribution key order_no';

create table exports.export_waybill (
  sender text not null,
  sent_for text,
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
  freight numeric not null,
  insured_fee numeric not null,
  currency text not null,
  gross_weight numeric not null,
  pack_no integer not null,
  goods_info text not null,
  ebc_code text,
  ebc_name text,
  ebc_telephone text,
  note text,
  primary key (logistics_no, logistics_code)
);
comment on table exports.export_waybill is 'waybills of exports, which name no order (CEB505); distribution key logistics_no';

create table exports.export_list (
  official_pre_no text not null,
  sender text not null,
  sent_for text,
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
  customs_code text not null,
  ebp_code text not null,
  ebp_name text not null,
  order_no text not null,
  logistics_code text not null,
  logistics_name text not null,
  logistics_no text not null,
  cop_no text not null,
  pre_no text,
  invt_no text,
  ie_flag text not null,
  port_code text not null,
  ie_date text not null,
  statistics_flag text not null,
  agent_code text not null,
  agent_name text not null,
  ebc_code text not null,
  ebc_name text not null,
  owner_code text not null,
  owner_name text not null,
  iac_code text,
  iac_name text,
  ems_no text,
  trade_mode text not null,
  traf_mode text not null,
  traf_name text,
  voyage_no text,
  bill_no text,
  total_package_no text,
  loct_no text,
  license_no text,
  country text not null,
  pod text not null,
  freight numeric not null,
  f_currency text not null,
  f_flag text not null,
  insured_fee numeric not null,
  i_currency text not null,
  i_flag text not null,
  wrap_type text not null,
  pack_no integer not null,
  gross_weight numeric not null,
  net_weight numeric not null,
  note text,
  primary key (order_no, ebp_code, ebc_code)
);
comment on table exports.export_list is 'declaration lists of exports (CEB603); distribution key order_no';

create table exports.export_list_item (
  order_no text not null,
  ebp_code text not null,
  ebc_code text not null,
  gnum integer not null,
  item_no text not null,
  item_record_no text,
  item_name text,
  gcode text not null,
  gname text not null,
  gmodel text not null,
  bar_code text not null,
  country text not null,
  currency text not null,
  qty numeric not null,
  qty1 numeric not null,
  qty2 numeric,
  unit text not null,
  unit1 text not null,
  unit2 text,
  price numeric not null,
  total_price numeric not null,
  note text,
  primary key (order_no, ebp_code, ebc_code, gnum)
);
comment on table exports.export_list_item is 'lines of exports.export_list; distribution key order_no';

-- The newest lists first is what every screen asks for, page after page.
create index export_list_received on exports.export_list (received_at, order_no, ebp_code, ebc_code);
