-- Goods on the way between two customs offices under customs control (module transit).
create schema transit;
comment on schema transit is 'transfers of goods between customs offices under customs control';

-- Numbers of transits.
create sequence transit.number;

create table transit.transit (
  transit_no text primary key,
  direction text not null check (direction in ('import', 'export')),
  corridor text not null,
  -- The day whose corridor it takes: a table that changes later changes nothing for it.
  applied_on date not null,
  departure_office text not null,
  -- Another one's, once it has been taken in elsewhere.
  destination_office text not null,
  -- Customs codes.
  applicant text not null,
  carrier text not null,
  bill_no text not null,
  goods_name text not null,
  lists integer not null check (lists > 0),
  packages integer not null check (packages > 0),
  gross_weight numeric(14, 3) not null check (gross_weight > 0),
  vehicle_no text not null,
  note text not null,
  state text not null check (state in ('applied', 'approved', 'sealed', 'on-the-road', 'arrived', 'unsealed', 'written-off',
    'refused', 'cancelled')),
  -- Counts what was done with it.
  revision integer not null default 0,
  applied_at timestamptz not null,
  departed_at timestamptz,
  -- When it is late, and when its time limit is over.
  late_at timestamptz,
  due_at timestamptz,
  arrived_at timestamptz,
  closed_at timestamptz,
  -- Packages counted on arrival.
  counted integer check (counted >= 0),
  -- Where it was last, by the time of the position.
  last_at timestamptz,
  last_lon numeric(9, 6),
  last_lat numeric(8, 6),
  last_speed_kmh numeric(6, 1),
  last_off_km numeric(7, 1),
  constraint went_before_it_came check ((departed_at is null) = (due_at is null) and (arrived_at is null or departed_at is not null)),
  constraint on_the_road check ((state in ('on-the-road', 'arrived', 'unsealed', 'written-off')) = (departed_at is not null)),
  constraint closed check ((state in ('written-off', 'refused', 'cancelled')) = (closed_at is not null))
);
create index transit_by_time on transit.transit (applied_at, transit_no);
create index transit_live on transit.transit (state, applied_at) where closed_at is null;
create index transit_by_applicant on transit.transit (applicant, applied_at);
create index transit_by_carrier on transit.transit (carrier, applied_at);
comment on table transit.transit is 'transfers under customs control as they stand; distribution key transit_no';

create table transit.cargo (
  order_no text not null,
  ebp_code text not null,
  transit_no text not null,
  direction text not null check (direction in ('import', 'export')),
  -- Customs codes of those the list is of: they may know where it is.
  parties text[] not null,
  -- Until its transit is closed.
  live boolean not null default true,
  primary key (order_no, ebp_code, transit_no)
);
-- A list is in one transit at a time, whatever program writes here.
create unique index one_live_transit on transit.cargo (order_no, ebp_code, direction) where live;
create index cargo_by_transit on transit.cargo (transit_no, order_no, ebp_code);
comment on table transit.cargo is 'which lists go with which transit; distribution key order_no';

create table transit.event (
  transit_no text not null,
  revision integer not null check (revision > 0),
  at timestamptz not null,
  act text not null,
  from_state text,
  to_state text not null,
  -- What the one who did it was to the transit, and of which office or enterprise.
  party text not null check (party in ('applicant', 'carrier', 'departure', 'destination', 'elsewhere')),
  of_whom text not null,
  by_whom text not null,
  note text not null,
  -- Two who act on the same state collide here.
  primary key (transit_no, revision)
);
comment on table transit.event is 'append-only: what was done with a transit, step by step; distribution key transit_no';

create table transit.seal (
  transit_no text not null,
  seal_no text not null,
  put_on_at timestamptz not null,
  put_on_by text not null,
  state text not null check (state in ('on', 'broken', 'intact', 'missing', 'removed')),
  state_at timestamptz not null,
  note text not null default '',
  -- The seal put on in its place.
  replaced_by text,
  primary key (transit_no, seal_no)
);
create index seal_by_number on transit.seal (seal_no);
comment on table transit.seal is 'seals of a transit: put on, broken, replaced, checked; distribution key transit_no';

create table transit.position (
  transit_no text not null,
  at timestamptz not null,
  lon numeric(9, 6) not null,
  lat numeric(8, 6) not null,
  speed_kmh numeric(6, 1),
  off_km numeric(7, 1) not null,
  received_at timestamptz not null,
  primary key (transit_no, at)
);
comment on table transit.position is 'where vehicles were; one position a moment, erased some months after their transit is closed; distribution key transit_no';

create table transit.alert (
  transit_no text not null,
  kind text not null check (kind in ('late', 'overdue', 'off-route', 'silent', 'seal-broken', 'seal-missing', 'elsewhere')),
  -- What of its kind it is: raised once.
  occasion text not null,
  raised_at timestamptz not null,
  evidence jsonb not null,
  resolved_at timestamptz,
  resolved_by text,
  resolved_office text,
  reason text not null default '',
  primary key (transit_no, kind, occasion),
  check ((resolved_at is null) = (resolved_by is null))
);
create unique index one_open_off_route on transit.alert (transit_no) where kind = 'off-route' and resolved_at is null;
create index alert_open on transit.alert (raised_at) where resolved_at is null;
comment on table transit.alert is 'what went wrong on the road, each once, and what an officer found; distribution key transit_no';

-- An alert is raised by the clock or by a device: it is no act of a person.
drop index journal.entry_act;
create index entry_act on journal.entry (at, tx, seq, kind, subject)
  where kind not like 'declaration-%' and kind not like 'payment-data-%'
    and kind not in ('dispatch-lost', 'dispatch-failed', 'webhook-disabled', 'key-expiring', 'certificate-expiring', 'enterprise-expiry-near',
      'transit-alert-raised');
