-- Cancellations and returns of export lists, beside those of imports: the same files, steps and claims. Their papers name
-- no order but the list by the number customs gave it (invtNo): by it they lie, and by it their cases stand in order_no.

create table returns.export_cancellation (
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
  cop_no text not null,
  pre_no text,
  invt_no text not null,
  reason text not null,
  agent_code text not null,
  agent_name text not null,
  ebc_code text not null,
  ebc_name text not null,
  note text,
  primary key (invt_no, ebc_code)
);
comment on table returns.export_cancellation is 'cancellations of export lists (CEB605); distribution key invt_no';

create table returns.export_return (
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
  loct_no text,
  ebp_code text not null,
  ebp_name text not null,
  ebc_code text not null,
  ebc_name text not null,
  logistics_no text not null,
  logistics_code text not null,
  logistics_name text not null,
  co_el_no text not null,
  pre_no text,
  invt_no text not null,
  trade_mode text,
  agent_code text not null,
  agent_name text not null,
  bill_no text not null,
  ie_flag text not null,
  traf_mode text not null,
  traf_name text not null,
  port_code text not null,
  reason text not null,
  country text not null,
  voyage_no text not null,
  note text,
  -- Several returns of one list are told apart by the enterprise's own number.
  primary key (invt_no, ebc_code, co_el_no)
);
comment on table returns.export_return is 'returns of export lists (CEB213); distribution key invt_no';

create table returns.export_return_item (
  invt_no text not null,
  ebc_code text not null,
  co_el_no text not null,
  gnum integer not null,
  gcode text not null,
  gname text not null,
  gmodel text not null,
  qty numeric not null,
  qty1 numeric not null,
  unit text not null,
  unit1 text not null,
  qty2 numeric,
  unit2 text,
  note text,
  primary key (invt_no, ebc_code, co_el_no, gnum)
);
comment on table returns.export_return_item is 'goods lines of returns.export_return; distribution key invt_no';

create table returns.return_tally (
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
  operator_code text not null,
  operator_name text not null,
  logistics_code text not null,
  logistics_name text not null,
  logistics_no text not null,
  invt_no text,
  co_el_no text not null,
  pre_no text,
  bill_no text not null,
  ie_flag text not null,
  traf_mode text not null,
  traf_name text not null,
  voyage_no text not null,
  location text,
  note text,
  primary key (logistics_no, operator_code, co_el_no)
);
comment on table returns.return_tally is 'tallies of exported goods that are back at a site (CEB215); distribution key logistics_no';
-- A tally waits (2) until the return it is about is accepted.
create index return_tally_waiting on returns.return_tally (logistics_no) where return_status = '2' and not deleted;

alter table returns.case_file add column direction text not null default 'import' check (direction in ('import', 'export'));
comment on column returns.case_file.order_no is 'of an export, whose papers name no order: the number of its list (invtNo)';
-- Of an export: the order of its list, null where no such list is on file.
alter table returns.case_file add column export_order_no text;
-- Of a return of exported goods: last day to come back free of tax, why they are back, what proves that no refund is kept,
-- and whether all of them came in free of tax (R-1.42).
alter table returns.case_file add column tax_free_by date;
alter table returns.case_file add column cause text check (cause in ('unsold', 'sent-back', 'other'));
alter table returns.case_file add column proof_kind text check (proof_kind in ('repaid', 'not-refunded'));
alter table returns.case_file add column proof_no text;
alter table returns.case_file add column tax_free boolean;
create index case_file_export_order on returns.case_file (export_order_no) where export_order_no is not null;

-- Of goods that come back from abroad: the currency of their value, whether they came in free of tax, and why not.
alter table returns.line add column currency text not null default '142';
alter table returns.line add column tax_free boolean;
alter table returns.line add column taxed_because text[] not null default '{}';

alter table returns.given_back drop constraint given_back_kind_check;
-- Value: of exported goods, in the currency that stands as the ledger; by so much less of the export counts.
alter table returns.given_back add check (kind in ('tax', 'allowance', 'weight', 'stock', 'value'));
