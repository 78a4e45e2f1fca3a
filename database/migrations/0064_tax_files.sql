-- Files for the tax bureau: what they held when they were made, and who took them (module refunds).
create table refunds.file (
  -- A month (2026-07) or a quarter (2026Q3).
  period text not null,
  kind text not null check (kind in ('exports', 'principals', 'sellers')),
  -- Made anew where something has changed since.
  edition integer not null check (edition > 0),
  due_on date not null,
  -- Whether the period was over when it was made.
  complete boolean not null,
  rows integer not null check (rows >= 0),
  -- SHA-256 of its rows as JSON, one a line, as hexadecimal.
  sha256 text not null,
  -- Its rows as JSON, one a line; null where its lines are kept one by one.
  content text,
  made_at timestamptz not null,
  made_by text not null,
  primary key (period, kind, edition),
  check ((kind = 'exports') = (content is null))
);
create index file_by_time on refunds.file (made_at, period, kind, edition);
comment on table refunds.file is 'append-only: files for the tax bureau (R-3.3, R-3.6, R-3.7); distribution key period';

create table refunds.file_line (
  ebc_code text not null,
  invt_no text not null,
  gnum integer not null,
  period text not null,
  edition integer not null,
  -- As they were when the file was made; all else of a line stays as it is.
  route text not null,
  entry_id text,
  principal_uscc text,
  primary key (ebc_code, invt_no, gnum, period, edition)
);
create index file_line_by_file on refunds.file_line (period, edition, ebc_code, invt_no, gnum);
comment on table refunds.file_line is 'append-only: which lines a file of exports holds; distribution key ebc_code';

create table refunds.taking (
  period text not null,
  kind text not null,
  edition integer not null,
  taking_no bigint generated always as identity,
  taken_at timestamptz not null,
  taken_by text not null,
  format text not null check (format in ('json', 'csv', 'xlsx')),
  primary key (period, kind, edition, taking_no)
);
comment on table refunds.taking is 'append-only: who took which file for the tax bureau; distribution key period';
