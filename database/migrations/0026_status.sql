-- How the platform itself is, measured each minute, and what has been said of it when it was not well.
create schema status;

create table status.measurement (
  component text not null,
  minute timestamptz not null,
  level text not null check (level in ('working', 'slow', 'down')),
  -- How long the look took, where it took time.
  ms integer,
  primary key (component, minute)
);
create index measurement_minute on status.measurement (minute);
comment on table status.measurement is 'each minute of the last days; small, copied to every node';

create table status.day (
  component text not null,
  -- In China.
  day date not null,
  working integer not null,
  slow integer not null,
  down integer not null,
  primary key (component, day)
);
comment on table status.day is 'minutes of each day by level; what is missing to the whole day was not measured; small, copied to every node';

create table status.incident (
  incident_id uuid primary key,
  -- Null where it is not one component.
  component text,
  kind text not null check (kind in ('measured', 'reported', 'planned')),
  level text not null check (level in ('slow', 'down')),
  began_at timestamptz not null,
  -- Of planned work: when it is to end.
  until timestamptz,
  ended_at timestamptz,
  check ((kind = 'planned') = (until is not null))
);
create unique index incident_measured on status.incident (component) where kind = 'measured' and ended_at is null;
create index incident_began on status.incident (began_at);
comment on table status.incident is 'times the platform was not well, or is planned not to be; small, copied to every node';

create table status.incident_word (
  incident_id uuid not null references status.incident,
  at timestamptz not null,
  -- Account or key of who wrote it; null where the platform did.
  by_id uuid,
  zh text not null,
  en text not null,
  primary key (incident_id, at)
);
comment on table status.incident_word is 'append-only: what was said of an incident, as it went on; small, copied to every node';
