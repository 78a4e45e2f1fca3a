-- Where the goods of exports are, as papers of sites and carriers tell it, and what was decided of each list.

create table exports.arrival (
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
  operator_code text not null,
  operator_name text not null,
  loct_no text,
  ie_flag text not null,
  traf_mode text not null,
  bill_no text,
  domestic_traf_no text not null,
  logistics_code text not null,
  logistics_name text not null,
  msg_count integer not null,
  msg_seq_no integer not null,
  note text,
  primary key (cop_no, operator_code, msg_seq_no)
);
comment on table exports.arrival is 'arrivals of export parcels at a site, part by part (CEB507); distribution key cop_no';

create table exports.arrival_item (
  cop_no text not null,
  operator_code text not null,
  msg_seq_no integer not null,
  gnum integer not null,
  logistics_no text not null,
  total_package_no text,
  note text,
  primary key (cop_no, operator_code, msg_seq_no, gnum)
);
comment on table exports.arrival_item is 'lines of exports.arrival; distribution key cop_no';

create table exports.departure (
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
  logistics_code text not null,
  logistics_name text not null,
  traf_mode text not null,
  traf_name text,
  voyage_no text,
  bill_no text,
  leave_time text not null,
  msg_count integer not null,
  msg_seq_no integer not null,
  note text,
  primary key (cop_no, logistics_code, msg_seq_no)
);
comment on table exports.departure is 'departures of export parcels, part by part (CEB509); distribution key cop_no';

create table exports.departure_item (
  cop_no text not null,
  logistics_code text not null,
  msg_seq_no integer not null,
  gnum integer not null,
  total_package_no text,
  logistics_no text not null,
  note text,
  primary key (cop_no, logistics_code, msg_seq_no, gnum)
);
comment on table exports.departure_item is 'lines of exports.departure; distribution key cop_no';

create table exports.master_list (
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
  agent_code text not null,
  agent_name text not null,
  loct_no text,
  traf_mode text not null,
  traf_name text not null,
  voyage_no text not null,
  bill_no text not null,
  domestic_traf_no text,
  gross_weight numeric not null,
  logistics_code text not null,
  logistics_name text not null,
  msg_count integer not null,
  msg_seq_no integer not null,
  note text,
  primary key (cop_no, agent_code, msg_seq_no)
);
comment on table exports.master_list is 'master lists: which waybills go under one master bill, part by part (CEB607); distribution key cop_no';

create table exports.master_list_item (
  cop_no text not null,
  agent_code text not null,
  msg_seq_no integer not null,
  gnum integer not null,
  total_package_no text,
  logistics_no text not null,
  invt_no text,
  note text,
  primary key (cop_no, agent_code, msg_seq_no, gnum)
);
comment on table exports.master_list_item is 'lines of exports.master_list; distribution key cop_no';

-- A parcel is found by its waybill: papers of the site and of the carrier name nothing else.
create index arrival_item_waybill on exports.arrival_item (logistics_no);
create index departure_item_waybill on exports.departure_item (logistics_no);
create index master_list_item_waybill on exports.master_list_item (logistics_no);

create table exports.waiting (
  order_no text not null,
  ebp_code text not null,
  ebc_code text not null,
  recipient text not null,
  trade_mode text not null,
  logistics_code text not null,
  logistics_no text not null,
  attempt integer not null,
  accepted_at timestamptz not null,
  deadline timestamptz not null,
  primary key (order_no, ebp_code, ebc_code)
);
create index waiting_waybill on exports.waiting (logistics_no);
comment on table exports.waiting is 'accepted export lists not yet judged; distribution key order_no';
-- Rows come and go at the pace of the lists themselves: clean up early or every sweep reads the dead ones.
alter table exports.waiting set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);

create table exports.decision (
  order_no text not null,
  ebp_code text not null,
  ebc_code text not null,
  attempt integer not null,
  -- 0 is the rules'; what officers, customs and the goods themselves bring about are further steps of the attempt.
  step integer not null,
  accepted_at timestamptz not null,
  decided_at timestamptz not null,
  judge text not null check (judge in ('engine', 'advice', 'officer', 'customs', 'sender')),
  outcome text not null check (outcome in
    ('forwarded', 'concluded', 'released', 'held', 'refused', 'withdrawn', 'cancelled', 'closed')),
  return_status text not null,
  return_info text not null,
  rulebook text not null,
  assessment json not null,
  primary key (order_no, ebp_code, ebc_code, attempt, step)
);
alter table exports.decision alter column assessment set storage external;
comment on table exports.decision is 'append-only: every decision on an export list with what led to it; distribution key order_no';

-- How each list stands now, by its latest decision and by the papers of its goods.
create table exports.standing (
  order_no text not null,
  ebp_code text not null,
  ebc_code text not null,
  attempt integer not null,
  step integer not null,
  outcome text not null,
  return_status text not null,
  goods text not null default 'awaited' check (goods in ('awaited', 'arrived', 'departed')),
  -- In one live summary only (R-1.25): who sums it up moves this from none.
  summary text not null default 'none' check (summary in ('none', 'applied', 'summed-up')),
  pre_no text not null,
  invt_no text,
  trade_mode text not null,
  -- A simplified, B to be summed up.
  statistics_flag text not null,
  -- The way it is finished (R-1.22, R-1.28), once it has been judged by the rules.
  finish text,
  customs_code text not null,
  port_code text not null,
  agent_code text not null,
  -- Who sent it and gets its receipts.
  recipient text not null,
  logistics_code text not null,
  logistics_no text not null,
  -- Value of the goods, CNY; null where their currency is another.
  value_cny numeric,
  accepted_at timestamptz not null,
  decided_at timestamptz not null,
  -- The arrival and the departure that brought the goods there: firm and number of the paper.
  arrival text,
  arrived_at timestamptz,
  departure text,
  departed_at timestamptz,
  closed_at timestamptz,
  primary key (order_no, ebp_code, ebc_code),
  constraint goods_have_papers check ((goods = 'awaited') = (arrival is null) and (goods = 'departed') = (departure is not null))
);
create index standing_waybill on exports.standing (logistics_no, logistics_code);
create index standing_arrival on exports.standing (arrival) where arrival is not null;
create index standing_departure on exports.standing (departure) where departure is not null;
create index standing_number on exports.standing (invt_no);
create index standing_recipient on exports.standing (recipient, decided_at);
create index standing_outcome on exports.standing (outcome, decided_at);
create index standing_closed on exports.standing (ebc_code, closed_at) where outcome = 'closed' and summary = 'none';
comment on table exports.standing is 'how each export list stands, by its latest decision and the papers of its goods; distribution key order_no';

create table exports.standing_count (
  recipient text not null,
  outcome text not null,
  trade_mode text not null,
  lists bigint not null,
  primary key (recipient, outcome, trade_mode)
);
comment on table exports.standing_count is 'how many export lists of a sender stand how; small, copied to every node';
