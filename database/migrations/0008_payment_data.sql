-- Raw payment data (notices 2018 No. 165 and No. 179): what platforms hand in, what customs asks, what was answered.
create schema payment_data;

create table payment_data.payment (
  ebp_code text not null,
  pay_transaction_id text not null,
  recorded_at timestamptz not null,
  handed_in_by uuid not null,
  trading_time text not null,
  -- Of the head without its number: a second hand-in may have made itself another one.
  digest bytea not null,
  -- The JSON of the head as it was handed in, zstd.
  head bytea not null,
  keep_until date not null,
  primary key (ebp_code, pay_transaction_id)
);
alter table payment_data.payment alter column head set storage external;
create index on payment_data.payment (recorded_at);
create index on payment_data.payment (ebp_code, recorded_at);
comment on table payment_data.payment is 'append-only: raw payment records as handed in, evidence; distribution key ebp_code';

create table payment_data.paid_order (
  ebp_code text not null,
  order_no text not null,
  pay_transaction_id text not null,
  recorded_at timestamptz not null,
  place bigint generated always as identity,
  digest bytea not null,
  -- The JSON of the order as it was handed in, zstd.
  content bytea not null,
  keep_until date not null,
  primary key (ebp_code, order_no, pay_transaction_id)
);
alter table payment_data.paid_order alter column content set storage external;
create index on payment_data.paid_order (order_no);
create index on payment_data.paid_order (ebp_code, pay_transaction_id);
comment on table payment_data.paid_order is 'append-only: orders a payment paid for, as handed in, evidence; distribution key ebp_code';

create table payment_data.request (
  session_id text not null,
  order_no text not null,
  -- Null until it is known which platform had the order.
  ebp_code text,
  service_time text not null,
  clock_off_ms bigint not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  state text not null check (state in ('asked', 'answered', 'refused', 'overdue')),
  next_try_at timestamptz not null,
  tries integer not null default 0,
  settled_at timestamptz,
  pay_transaction_id text,
  last_code text,
  last_message text,
  last_fault text,
  keep_until date not null,
  primary key (session_id)
);
create index on payment_data.request (next_try_at) where state = 'asked';
create index on payment_data.request (order_no);
create index on payment_data.request (asked_at, session_id);
create index on payment_data.request (ebp_code, asked_at, session_id);
comment on table payment_data.request is 'what customs asked for, and how far the answer is; distribution key session_id';

create table payment_data.attempt (
  session_id text not null,
  number integer not null,
  began_at timestamptz not null,
  ended_at timestamptz not null,
  pay_transaction_id text not null,
  certificate_number text not null,
  http_status integer,
  code text,
  message text,
  fault text,
  -- The JSON that was signed and sent, zstd.
  sent bytea not null,
  keep_until date not null,
  primary key (session_id, number)
);
alter table payment_data.attempt alter column sent set storage external;
comment on table payment_data.attempt is 'append-only: every realTimeDataUp sent and what came back; distribution key session_id';

create table payment_data.reading (
  ebp_code text not null,
  pay_transaction_id text not null,
  read_at timestamptz not null,
  seq bigint generated always as identity,
  key_id uuid not null,
  reader text not null,
  reason text not null,
  primary key (ebp_code, pay_transaction_id, seq)
);
comment on table payment_data.reading is 'append-only: who read a raw payment record in full, and why; distribution key ebp_code';

-- The only way by which the running platform, which may add rows and never take one away, removes what is past its
-- time: never before keep_until, and never before today whatever day is asked for.
create function payment_data.remove_expired(until date) returns bigint
language plpgsql security definer set search_path = '' as $$
declare
  last_day date := least(until, (now() at time zone 'Asia/Shanghai')::date - 1);
  removed bigint := 0;
  count_of_table bigint;
begin
  delete from payment_data.attempt where keep_until <= last_day;
  get diagnostics count_of_table = row_count;
  removed := removed + count_of_table;
  delete from payment_data.request where keep_until <= last_day and state <> 'asked';
  get diagnostics count_of_table = row_count;
  removed := removed + count_of_table;
  delete from payment_data.paid_order where keep_until <= last_day;
  get diagnostics count_of_table = row_count;
  removed := removed + count_of_table;
  delete from payment_data.payment p where keep_until <= last_day and not exists (
    select from payment_data.paid_order o
    where o.ebp_code = p.ebp_code and o.pay_transaction_id = p.pay_transaction_id);
  get diagnostics count_of_table = row_count;
  return removed + count_of_table;
end $$;
comment on function payment_data.remove_expired(date) is 'removes raw payment data whose time to be kept is over; answers how many rows';
