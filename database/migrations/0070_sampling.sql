-- Sampling of lists at release (module sampling): what was committed to, who took part in each draw, whom it fell on.
create schema sampling;
comment on schema sampling is 'random draws of lists to be inspected, that anybody can draw again';

create table sampling.day (
  -- YYYY-MM-DD in China.
  day text primary key,
  purpose text not null,
  seed_digest text not null,
  -- Sealed; revealed when the day is over.
  seed text not null,
  committed_at timestamptz not null
);
comment on table sampling.day is 'commitments to the draws of a day; small, copied to every node';

create table sampling.batch (
  day text not null,
  batch_no bigint generated always as identity,
  at timestamptz not null,
  -- Rows of the table of rates that made the rate.
  why text not null,
  rate text not null,
  -- watch: drawn and noted; live: what is drawn is inspected.
  mode text not null check (mode in ('watch', 'live')),
  -- The lists that took part, by order number and platform.
  order_nos text[] not null,
  ebp_codes text[] not null,
  drawn integer not null,
  primary key (day, batch_no),
  constraint as_many_of_each check (cardinality(order_nos) = cardinality(ebp_codes))
);
comment on table sampling.batch is 'append-only: the lists that were drawn among, of one judgement and one rate a row; distribution key day';

create table sampling.drawn (
  order_no text not null,
  ebp_code text not null,
  day text not null,
  why text not null,
  rate text not null,
  mode text not null check (mode in ('watch', 'live')),
  at timestamptz not null,
  recipient text not null,
  primary key (order_no, ebp_code)
);
create index drawn_by_time on sampling.drawn (at desc, order_no, ebp_code);
comment on table sampling.drawn is 'append-only: the lists the draw fell on; a list is drawn once; distribution key order_no';

create table sampling.credit (
  customs_code text not null,
  from_day date not null,
  class text not null check (class in ('aeo', 'regular', 'dishonest')),
  note text not null,
  filed_by text not null,
  filed_at timestamptz not null,
  primary key (customs_code, from_day)
);
comment on table sampling.credit is 'how customs rates enterprises, each from a day on; small, copied to every node';

-- What was found not to conform lately raises the rates of like goods.
create index hold_nonconforming on inspections.hold (ended_at) where state = 'nonconforming';
