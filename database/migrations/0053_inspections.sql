-- One inspection for all agencies (module inspections): sites and their hours, holds merged into one order, the visit and what it found.
create schema inspections;
comment on schema inspections is 'one inspection for all agencies: orders, calendar, visits, samples';

create table inspections.site (
  site_code text primary key,
  name_zh text not null,
  name_en text not null,
  -- Office of customs the site belongs to.
  customs_code text not null,
  address text not null,
  slot_minutes integer not null check (slot_minutes between 10 and 480),
  revision integer not null default 1
);
comment on table inspections.site is 'places where goods are inspected, filed by the park; distribution key site_code';

create table inspections.opening (
  site_code text not null,
  -- 1 is Monday, 7 Sunday.
  weekday smallint not null check (weekday between 1 and 7),
  opens_minute smallint not null check (opens_minute between 0 and 1439),
  closes_minute smallint not null check (closes_minute between 1 and 1440),
  from_day date not null,
  -- Last day, inclusive; open where null.
  to_day date,
  -- Visits a slot.
  capacity integer not null check (capacity between 1 and 1000),
  primary key (site_code, weekday, opens_minute, from_day),
  check (closes_minute > opens_minute),
  check (to_day >= from_day)
);
comment on table inspections.opening is 'weekly hours of a site, each for a time; distribution key site_code';

create table inspections.closed_day (
  site_code text not null,
  day date not null,
  why text not null,
  primary key (site_code, day)
);
comment on table inspections.closed_day is 'holidays and other days a site is closed; distribution key site_code';

create table inspections.slot (
  site_code text not null,
  starts_at timestamptz not null,
  capacity integer not null check (capacity > 0),
  -- The database keeps the promise that no slot is given to more than it holds, whatever program writes here.
  taken integer not null check (taken >= 0),
  primary key (site_code, starts_at),
  constraint never_overbooked check (taken <= capacity)
);
comment on table inspections.slot is 'slots somebody has booked, and how many have; distribution key site_code';

create table inspections.inspection (
  -- Lists of one consignment have one: office, declaring firm and bill, or the list alone.
  group_key text not null,
  inspection_id uuid not null,
  state text not null check (state in ('waiting', 'booked', 'begun', 'closed', 'lapsed')),
  customs_code text not null,
  -- Customs codes of the enterprises of its lists: who declares, sells, is agent.
  parties text[] not null,
  site_code text,
  starts_at timestamptz,
  booked_by text,
  no_shows integer not null default 0,
  -- Who inspects, and who signs besides.
  officer jsonb,
  second_officer jsonb,
  opened_at timestamptz not null,
  begun_at timestamptz,
  ended_at timestamptz,
  revision integer not null default 1,
  primary key (group_key, inspection_id),
  constraint booked_has_slot check (num_nonnulls(site_code, starts_at, booked_by) in (0, 3) and (state <> 'booked' or site_code is not null)),
  constraint begun_has_officer check ((state not in ('begun', 'closed') or officer is not null) and (begun_at is null) = (officer is null)),
  constraint ended_has_end check ((state in ('closed', 'lapsed')) = (ended_at is not null)),
  -- Two people, whatever program writes here.
  constraint two_officers check (officer ->> 'id' <> second_officer ->> 'id')
);
create unique index inspection_to_come on inspections.inspection (group_key) where state in ('waiting', 'booked');
create index inspection_by_id on inspections.inspection (inspection_id);
create index inspection_by_time on inspections.inspection (opened_at, inspection_id);
create index inspection_by_slot on inspections.inspection (site_code, starts_at) where site_code is not null;
create index inspection_by_party on inspections.inspection using gin (parties);
comment on table inspections.inspection is 'orders to inspect, one a consignment and visit; distribution key group_key';

create table inspections.hold (
  group_key text not null,
  inspection_id uuid not null,
  order_no text not null,
  ebp_code text not null,
  agency text not null,
  -- Code of the table of grounds.
  ground text not null,
  attempt integer not null,
  note text not null,
  sample_wanted boolean not null,
  trade_mode text not null,
  goods_name text not null,
  -- Chapter of the first goods line, and where it is from: what a bad result is remembered by.
  hs_chapter text not null,
  origin text not null,
  recipient text not null,
  opened_by text not null,
  opened_at timestamptz not null,
  state text not null check (state in ('open', 'conforming', 'nonconforming', 'recognised', 'lapsed')),
  -- Code of the table of reasons, of what does not conform; the row by which another's result or certificate counts.
  reason text,
  found text not null default '',
  ended_by text,
  ended_at timestamptz,
  primary key (group_key, inspection_id, order_no, ebp_code, agency, ground),
  constraint open_has_no_end check ((state = 'open') = (ended_at is null)),
  constraint nonconforming_has_reason check ((state in ('nonconforming', 'recognised')) = (reason is not null))
);
create index hold_by_list on inspections.hold (order_no, ebp_code);
comment on table inspections.hold is 'what each agency wants inspected of a list, and what was found; distribution key group_key';

create table inspections.step (
  group_key text not null,
  inspection_id uuid not null,
  step_no bigint generated always as identity,
  at timestamptz not null,
  kind text not null,
  by_whom text not null,
  -- Made by whoever enters it, so that what a phone sends twice is written once.
  entry_id uuid,
  body jsonb not null,
  primary key (group_key, inspection_id, step_no),
  constraint entered_once unique (group_key, inspection_id, entry_id)
);
comment on table inspections.step is 'append-only: everything that was done about an inspection; distribution key group_key';

create table inspections.photo (
  group_key text not null,
  inspection_id uuid not null,
  photo_id uuid not null,
  order_no text,
  ebp_code text,
  shows text not null,
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp')),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  size_bytes integer not null,
  -- SHA-256 of the picture: the same one is kept once.
  digest bytea not null,
  -- Sealed: a parcel's label names a person.
  content bytea not null,
  added_by text not null,
  added_at timestamptz not null,
  primary key (group_key, inspection_id, photo_id),
  constraint photo_once unique (group_key, inspection_id, digest)
);
alter table inspections.photo alter column content set storage external;
comment on table inspections.photo is 'photos of visits, without what was hidden in them, sealed; distribution key group_key';

create table inspections.sample (
  group_key text not null,
  inspection_id uuid not null,
  sample_no text not null,
  order_no text not null,
  ebp_code text not null,
  agency text not null,
  ground text not null,
  what text not null,
  seal_no text not null,
  state text not null check (state in ('taken', 'sent', 'received', 'conforming', 'nonconforming')),
  laboratory text,
  report_no text,
  changed_at timestamptz not null,
  primary key (group_key, inspection_id, sample_no),
  constraint on_its_way_somewhere check (state = 'taken' or laboratory is not null),
  constraint tested_has_report check ((state in ('conforming', 'nonconforming')) = (report_no is not null))
);
comment on table inspections.sample is 'samples and where each is: taken, sent, received, tested; distribution key group_key';
