-- Return centres inside the zone (announcement 2021 No. 70): parcels of returns, received and sorted before they are declared.
create schema return_centre;
comment on schema return_centre is 'return centres: parcels of returns, sorted in the zone before they are declared';

-- The nine digits of the number each parcel is given.
create sequence return_centre.parcel_no cycle maxvalue 999999999;

create table return_centre.centre (
  centre_code text primary key,
  name_zh text not null,
  name_en text not null,
  -- Office of customs the zone belongs to.
  customs_code text not null,
  -- Customs code of the warehouse enterprise that keeps it.
  owner text not null,
  address text not null,
  opened_on date not null,
  -- Last day, inclusive; open where null.
  valid_to date,
  filed_by text not null,
  filed_at timestamptz not null,
  check (valid_to >= opened_on)
);
comment on table return_centre.centre is 'return centres filed by the park; distribution key centre_code';

create table return_centre.announcement (
  centre_code text not null,
  -- What the label of the parcel will say.
  scanned text not null,
  order_no text not null,
  ebp_code text not null,
  announced_by text not null,
  announced_at timestamptz not null,
  primary key (centre_code, scanned)
);
comment on table return_centre.announcement is 'parcels on their way, told beforehand by the enterprises of their lists; distribution key centre_code';

create table return_centre.parcel (
  centre_code text not null,
  parcel_no text not null,
  -- What the scanner read.
  scanned text not null,
  state text not null check (state in ('unidentified', 'identified', 'sorted', 'set-apart', 'listed', 'sent-back', 'destroyed')),
  -- Grows with every step: what somebody says is of what they have seen.
  revision integer not null default 1,
  received_at timestamptz not null,
  received_on date not null,
  order_no text,
  ebp_code text,
  ebc_code text,
  agent_code text,
  invt_no text,
  apply_by date,
  arrive_by date,
  -- Codes of what speaks against a return of it.
  bars text[] not null default '{}',
  -- The parcel it was in, of goods that were set apart when that one was sorted.
  split_of text,
  return_no text,
  -- Number of the paper that proves how it left.
  paper text,
  -- Sorted since returns were last asked whether one waits for it.
  to_tell boolean not null default false,
  moved_at timestamptz not null,
  primary key (centre_code, parcel_no),
  constraint known_has_list check (state in ('unidentified', 'sent-back', 'destroyed') or num_nonnulls(order_no, ebp_code, ebc_code, agent_code) = 4),
  constraint listed_has_return check (state <> 'listed' or return_no is not null),
  constraint left_has_paper check ((state in ('sent-back', 'destroyed')) = (paper is not null))
);
alter table return_centre.parcel set (fillfactor = 70);
comment on table return_centre.parcel is 'parcels of returns and where each stands; distribution key centre_code';
-- A parcel that is scanned twice is one parcel, whatever program writes here; what was sent out may come again.
create unique index parcel_scanned on return_centre.parcel (centre_code, scanned) where state <> 'sent-back' and split_of is null;
create index parcel_by_no on return_centre.parcel (parcel_no);
create index parcel_by_time on return_centre.parcel (received_at, parcel_no);
create index parcel_by_state on return_centre.parcel (state, received_at);
create index parcel_of_order on return_centre.parcel (order_no, ebp_code);
create index parcel_to_tell on return_centre.parcel (moved_at) where to_tell;

create table return_centre.goods (
  centre_code text not null,
  parcel_no text not null,
  gnum integer not null,
  gcode text not null,
  gname text not null,
  unit text not null,
  -- Of the whole line of the list.
  bought numeric not null,
  -- What lies in this parcel; null while it is not sorted.
  quantity numeric,
  primary key (centre_code, parcel_no, gnum),
  constraint within_what_was_bought check (quantity >= 0 and quantity <= bought)
);
comment on table return_centre.goods is 'goods of the list of a parcel, and how much of each lies in it; distribution key centre_code';

create table return_centre.step (
  centre_code text not null,
  parcel_no text not null,
  seq integer not null,
  at timestamptz not null,
  to_state text not null,
  by_whom text not null,
  note text not null default '',
  primary key (centre_code, parcel_no, seq)
);
comment on table return_centre.step is 'append-only: the steps of each parcel, and by whom; distribution key centre_code';
