-- Summary declarations of export lists: what closed lists contribute, applications, summaries with their lines and proof (module summaries).
create schema summaries;
comment on schema summaries is 'export lists put together into summary declarations';

create table summaries.list (
  ebc_code text not null,
  -- Number of the list at customs (invtNo).
  invt_no text not null,
  ebp_code text not null,
  order_no text not null,
  logistics_no text not null,
  closed_at timestamptz not null,
  -- First day of the month in China in which it was closed.
  month date not null,
  -- A is counted in summary statistics, B is declared in summary.
  statistics_flag text not null check (statistics_flag in ('A', 'B')),
  ebc_name text not null,
  owner_code text not null,
  owner_name text not null,
  trade_mode text not null,
  traf_mode text not null,
  country text not null,
  port_code text not null,
  customs_code text not null,
  gross_weight numeric(19, 5) not null,
  net_weight numeric(19, 5) not null,
  -- Lines it would make alone, goods of one name apart or not.
  line_count integer not null check (line_count > 0),
  named_line_count integer not null check (named_line_count >= line_count),
  -- The beginning of the lines it goes to, in order: lists of the same goods stand next to each other by it.
  goods text collate "C" not null,
  -- SHA-256 of what it contributes, as hexadecimal: what a proof names.
  digest text not null,
  primary key (ebc_code, invt_no)
);
create index list_by_month on summaries.list (ebc_code, month, statistics_flag);
comment on table summaries.list is 'append-only: closed export lists, as far as a summary looks at them; distribution key ebc_code';

create table summaries.item (
  ebc_code text not null,
  invt_no text not null,
  -- Place in the list, from 0.
  place smallint not null,
  gnum integer not null,
  country text not null,
  gcode text not null,
  currency text not null,
  unit text not null,
  unit1 text not null,
  -- Empty where there is none.
  unit2 text not null,
  gname text not null,
  qty numeric(19, 5) not null,
  qty1 numeric(19, 5) not null,
  qty2 numeric(19, 5),
  total_price numeric(19, 5) not null,
  primary key (ebc_code, invt_no, place)
);
comment on table summaries.item is 'append-only: goods lines of closed export lists; distribution key ebc_code';

create table summaries.tally (
  ebc_code text not null,
  month date not null,
  ebc_name text not null,
  -- Lists closed in the month that are to be declared, and those of them in a live summary or application for one.
  lists bigint not null default 0,
  taken bigint not null default 0,
  -- Lists closed in the month that go to summary statistics.
  statistics_lists bigint not null default 0,
  -- What has been warned of already.
  warned text not null default '' check (warned in ('', 'due', 'overdue')),
  primary key (ebc_code, month),
  constraint none_taken_twice check (taken between 0 and lists)
);
create index tally_by_month on summaries.tally (month, ebc_code);
comment on table summaries.tally is 'how many closed lists a month of an enterprise has; distribution key ebc_code';

create table summaries.statistics_line (
  ebc_code text not null,
  month date not null,
  trade_mode text not null,
  country text not null,
  gcode text not null,
  currency text not null,
  unit1 text not null,
  items bigint not null,
  qty1 numeric(24, 5) not null,
  total_price numeric(24, 5) not null,
  primary key (ebc_code, month, trade_mode, country, gcode, currency, unit1)
);
comment on table summaries.statistics_line is 'sums of the lists of summary statistics by month; distribution key ebc_code';

create sequence summaries.sum_no;
create sequence summaries.pre_no;
create sequence summaries.decl_seq_no;
create sequence summaries.entry_no;

create table summaries.application (
  ebc_code text not null,
  -- Number of the application at customs (sumNo).
  sum_no text not null,
  origin text not null check (origin in ('message', 'platform')),
  cop_no text,
  pre_no text,
  ebc_name text not null,
  agent_code text not null,
  agent_name text not null,
  decl_agent_code text not null,
  decl_agent_name text not null,
  -- Which lists: those closed in a time, or those named; either may be left out, not both.
  closed_from timestamptz,
  closed_before timestamptz,
  by_numbers boolean not null,
  by_seller boolean not null,
  by_name boolean not null,
  most_lines integer not null check (most_lines > 0),
  state text not null check (state in ('applied', 'claimed', 'summed-up', 'empty', 'withdrawn')),
  -- Lists claimed, those of them already in a summary, and the summaries made.
  lists integer not null default 0,
  placed integer not null default 0,
  summaries integer not null default 0,
  by_whom text not null,
  applied_at timestamptz not null,
  finished_at timestamptz,
  primary key (ebc_code, sum_no),
  check (by_numbers or closed_from is not null),
  check ((closed_from is null) = (closed_before is null)),
  check (placed between 0 and lists),
  check ((state in ('applied', 'claimed')) = (finished_at is null))
);
create index application_by_time on summaries.application (applied_at, sum_no);
create index application_by_number on summaries.application (sum_no);
create index application_open on summaries.application (applied_at) where state in ('applied', 'claimed');
comment on table summaries.application is 'applications for a summary and how far each has come; distribution key ebc_code';

create table summaries.named (
  ebc_code text not null,
  sum_no text not null,
  invt_no text not null,
  -- Why it is in no summary of this application; null while that is open, and of those taken.
  left_out text,
  primary key (ebc_code, sum_no, invt_no)
);
comment on table summaries.named is 'lists an application names, and lists it could not take with the reason; distribution key ebc_code';

create table summaries.member (
  ebc_code text not null,
  sum_no text not null,
  -- Place in the order in which lists are put together, from 1.
  position integer not null check (position > 0),
  invt_no text not null,
  live boolean not null,
  primary key (ebc_code, sum_no, position)
);
-- The promise that a list is in one live summary only, kept whatever program writes here (R-1.25).
create unique index in_one_live_summary on summaries.member (ebc_code, invt_no) where live;
create index member_by_list on summaries.member (ebc_code, invt_no) where not live;
comment on table summaries.member is 'which lists an application has taken, in which order; distribution key ebc_code';

create table summaries.run (
  ebc_code text not null,
  sum_no text not null,
  from_position integer not null,
  to_position integer not null,
  -- Whether all of it fits one summary; null until it has been looked at.
  narrow boolean,
  primary key (ebc_code, sum_no, from_position),
  check (to_position >= from_position)
);
comment on table summaries.run is 'places of lists an application has taken that have one key in common; distribution key ebc_code';

create table summaries.summary (
  ebc_code text not null,
  -- Number of the summary at customs (declSeqNo).
  decl_seq_no text not null,
  sum_no text not null,
  month date not null,
  state text not null check (state in ('declared', 'cancelled')),
  -- Its lists are the members between these places.
  from_position integer not null,
  to_position integer not null,
  ebc_name text not null,
  owner_code text not null,
  owner_name text not null,
  trade_mode text not null,
  traf_mode text not null,
  country text not null,
  port_code text not null,
  customs_code text not null,
  entry_id text not null,
  lists integer not null,
  lines integer not null,
  gross_weight numeric(24, 5) not null,
  net_weight numeric(24, 5) not null,
  -- Over key, lines and lists: one word that stands for the whole proof.
  root text not null,
  made_at timestamptz not null,
  cancelled_at timestamptz,
  cancelled_by text,
  reason text not null default '',
  primary key (ebc_code, decl_seq_no),
  unique (ebc_code, sum_no, from_position),
  check (to_position >= from_position),
  check (lists = to_position - from_position + 1),
  check ((state = 'cancelled') = (cancelled_at is not null))
);
create index summary_by_number on summaries.summary (decl_seq_no);
create index summary_by_time on summaries.summary (made_at, decl_seq_no);
create index summary_by_month on summaries.summary (ebc_code, month);
comment on table summaries.summary is 'summary declarations; distribution key ebc_code';

create table summaries.line (
  ebc_code text not null,
  decl_seq_no text not null,
  line_no integer not null check (line_no > 0),
  country text not null,
  gcode text not null,
  currency text not null,
  unit text not null,
  unit1 text not null,
  unit2 text not null,
  gname text not null,
  qty numeric(24, 5) not null,
  qty1 numeric(24, 5) not null,
  qty2 numeric(24, 5) not null,
  total_price numeric(24, 5) not null,
  items integer not null,
  primary key (ebc_code, decl_seq_no, line_no)
);
comment on table summaries.line is 'append-only: lines of summary declarations; distribution key ebc_code';
