-- Documents as their enterprises look at them (module paperwork): found by who sent them or is named in them, newest
-- first. A party's index leaves out what the party sent itself, which the first one holds.
create index import_order_of_sender on orders.import_order (sender, received_at, order_no, ebp_code);
create index import_order_of_principal on orders.import_order (sent_for, received_at, order_no, ebp_code)
  where sent_for is not null;
create index import_order_of_platform on orders.import_order (ebp_code, received_at, order_no)
  where ebp_code <> sender;
create index import_order_of_seller on orders.import_order (ebc_code, received_at, order_no, ebp_code)
  where ebc_code <> sender;
create index import_payment_of_sender on payments.import_payment
  (sender, received_at, order_no, pay_code, pay_transaction_id);
create index import_payment_of_principal on payments.import_payment
  (sent_for, received_at, order_no, pay_code, pay_transaction_id) where sent_for is not null;
create index import_waybill_of_sender on waybills.import_waybill
  (sender, received_at, order_no, logistics_code, logistics_no);
create index import_waybill_of_principal on waybills.import_waybill
  (sent_for, received_at, order_no, logistics_code, logistics_no) where sent_for is not null;

create schema paperwork;
comment on schema paperwork is 'how enterprises look at their documents';

create table paperwork.saved_filter (
  -- Account, or key behind a session: whose filter it is.
  owner uuid not null,
  filter_id uuid not null,
  -- The owner's enterprise; the filter of somebody who has left is shown to nobody.
  customs_code text not null,
  -- Address of the page without its search part, e.g. /orders.
  page text not null,
  name text not null,
  -- Search part of the address, e.g. state=held&mode=9610.
  search text not null,
  -- Colleagues of the same enterprise see it too.
  shared boolean not null,
  saved_at timestamptz not null,
  primary key (owner, filter_id),
  unique (owner, page, name)
);
create index saved_filter_shared on paperwork.saved_filter (customs_code, page) where shared;
comment on table paperwork.saved_filter is 'filters people have saved, by account; distribution key owner';
