-- Bulk files: an enterprise hands in a table of documents; it is read row by row, and its good rows go in as messages.
create schema bulk;

create table bulk.file (
  customs_code text not null,
  file_id uuid not null,
  -- Of documents: orders, payments, waybills, lists.
  kind text not null,
  name text not null,
  state text not null
    check (state in ('uploading', 'reading', 'read', 'handing-in', 'done', 'unreadable', 'cancelled')),
  -- The good documents go in without being asked for.
  accept_good boolean not null,
  size_bytes bigint not null,
  received_bytes bigint not null default 0,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  ended_at timestamptz,
  -- The names of columns as they stand in the file.
  heading text[] not null default '{}',
  unknown_columns text[] not null default '{}',
  -- What is wrong with the file as a whole.
  findings json not null default '[]',
  -- Up to where it has been read: number of the last row whose document is settled, and bytes for people.
  last_row bigint not null default 0,
  read_bytes bigint not null default 0,
  rows_read bigint not null default 0,
  rows_bad bigint not null default 0,
  examples integer not null default 0,
  documents_good bigint not null default 0,
  documents_bad bigint not null default 0,
  accepted bigint not null default 0,
  repeated bigint not null default 0,
  refused bigint not null default 0,
  -- Whoever works on it at present, so that one that was thought dead moves nothing any more.
  taken_by uuid,
  taken_until timestamptz,
  served_at timestamptz not null,
  primary key (customs_code, file_id)
);
alter table bulk.file set (fillfactor = 50);
create index file_due on bulk.file (state, served_at) where state in ('reading', 'handing-in');
create index file_past on bulk.file (changed_at);
comment on table bulk.file is 'tables of documents that enterprises have uploaded, and how far each is; distribution key customs_code';

create table bulk.part (
  customs_code text not null,
  file_id uuid not null,
  start_byte integer not null,
  size_bytes integer not null,
  -- zstd, sealed
  content bytea not null,
  primary key (customs_code, file_id, start_byte)
);
alter table bulk.part alter column content set storage external;
comment on table bulk.part is 'the bytes of an uploaded file until it has been read; distribution key customs_code';

create table bulk.document (
  customs_code text not null,
  file_id uuid not null,
  -- Business key.
  key text not null,
  first_row bigint not null,
  primary key (customs_code, file_id, key)
);
comment on table bulk.document is 'which documents a file holds, so that none comes twice; distribution key customs_code';

create table bulk.bundle (
  customs_code text not null,
  file_id uuid not null,
  number integer not null,
  documents integer not null,
  -- The message as it will be handed in, and the rows it was made of; zstd, sealed, gone once it is handed in.
  content bytea,
  sheet_rows bytea,
  handed_in_at timestamptz,
  accepted integer not null default 0,
  repeated integer not null default 0,
  refused integer not null default 0,
  primary key (customs_code, file_id, number)
);
alter table bulk.bundle alter column content set storage external;
alter table bulk.bundle alter column sheet_rows set storage external;
create index bundle_waiting on bulk.bundle (customs_code, file_id, number) where handed_in_at is null;
comment on table bulk.bundle is 'good documents of a file, a message each row, until they are handed in; distribution key customs_code';

create table bulk.bad_document (
  customs_code text not null,
  file_id uuid not null,
  first_row integer not null,
  key text not null,
  -- Found when the file was read, or refused when it was handed in.
  stage text not null check (stage in ('reading', 'handing-in')),
  -- Its rows, each a number and the cells as they were, and the findings; zstd of JSON, sealed.
  content bytea not null,
  primary key (customs_code, file_id, first_row)
);
alter table bulk.bad_document alter column content set storage external;
comment on table bulk.bad_document is 'documents of a file that were not taken, as they were, with every finding; distribution key customs_code';
