-- Bonded stock as ledgers: account books, their items, what lies where, and every movement (module bonded).
create schema bonded;
comment on schema bonded is 'account books of bonded goods';

create table bonded.book (
  book_no text primary key,
  -- Customs code of the enterprise that answers for the stock.
  owner text not null,
  -- 1210 or 1239: goods never move from a book of the one into a book of the other.
  trade_mode text not null check (trade_mode in ('1210', '1239')),
  customs_code text not null,
  area_code text not null,
  area_name text not null,
  opened_on date not null,
  -- Last day of the book; no movement is written after it.
  valid_to date not null,
  revision integer not null default 1,
  check (valid_to >= opened_on)
);
create index book_by_owner on bonded.book (owner, book_no);
comment on table bonded.book is 'account books by number; distribution key book_no';

create table bonded.item (
  book_no text not null,
  -- Number of the goods in the book, from 1.
  item_no integer not null check (item_no > 0),
  item_record_no text not null,
  goods_no text not null,
  gcode text not null,
  gname text not null,
  -- Unit of the book, code of the unit list; every quantity of the item is in it.
  unit text not null,
  -- CNY a unit, for what stock is worth under guarantee.
  unit_value numeric(19, 5) not null check (unit_value >= 0),
  primary key (book_no, item_no)
);
create unique index item_by_record on bonded.item (book_no, item_record_no);
comment on table bonded.item is 'goods of an account book; distribution key book_no';

create table bonded.balance (
  book_no text not null,
  item_no integer not null,
  place text not null check (place in ('stock', 'display', 'pending')),
  -- The database keeps the promise that there is never less than nothing, whatever program writes here.
  quantity numeric(19, 5) not null constraint never_negative check (quantity >= 0),
  primary key (book_no, item_no, place)
);
alter table bonded.balance set (fillfactor = 50);
comment on table bonded.balance is 'how much of an item lies where; the sum of its movements; distribution key book_no';

create table bonded.movement (
  book_no text not null,
  item_no integer not null,
  movement_no bigint generated always as identity,
  at timestamptz not null,
  day date not null,
  kind text not null check (kind in ('IN', 'OUT', 'RETURN', 'ADJUST', 'DISPLAY', 'MOVE')),
  -- Null is outside the book.
  from_place text check (from_place in ('stock', 'display', 'pending')),
  to_place text check (to_place in ('stock', 'display', 'pending')),
  quantity numeric(19, 5) not null check (quantity > 0),
  -- What it was written for, and the line there: a thing is written once.
  cause text not null,
  reference text not null,
  line integer not null,
  by_whom text not null,
  note text not null default '',
  -- Best-before day of goods that come in.
  expires_on date,
  -- What lay in stock after it.
  stock_after numeric(19, 5) not null,
  primary key (book_no, item_no, movement_no),
  constraint written_once unique (book_no, item_no, cause, reference, line),
  constraint comes_from_somewhere check (from_place is distinct from to_place)
);
create index movement_by_day on bonded.movement (book_no, day, movement_no);
comment on table bonded.movement is 'append-only: every movement of bonded goods and what it was for; distribution key book_no';

create table bonded.transfer (
  from_book text not null,
  transfer_id uuid not null,
  from_item integer not null,
  to_book text not null,
  to_item integer not null,
  quantity numeric(19, 5) not null check (quantity > 0),
  state text not null check (state in ('proposed', 'accepted', 'declined', 'withdrawn')),
  -- Customs codes of the enterprises of both books.
  sender text not null,
  receiver text not null,
  note text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  settled_by text,
  settled_at timestamptz,
  primary key (from_book, transfer_id),
  check (from_book <> to_book),
  check ((state = 'proposed') = (settled_at is null))
);
create index transfer_by_id on bonded.transfer (transfer_id);
create index transfer_by_sender on bonded.transfer (sender, proposed_at);
create index transfer_by_receiver on bonded.transfer (receiver, proposed_at);
create index transfer_by_time on bonded.transfer (proposed_at, transfer_id);
comment on table bonded.transfer is 'moves of goods between two account books: both post or neither; distribution key from_book';

create table bonded.stock_count (
  book_no text not null,
  count_id uuid not null,
  state text not null check (state in ('proposed', 'approved', 'rejected')),
  note text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  settled_by text,
  settled_at timestamptz,
  reason text not null default '',
  primary key (book_no, count_id),
  -- Four eyes, whatever program writes here.
  check (settled_by <> proposed_by),
  check ((state = 'proposed') = (settled_at is null))
);
create index stock_count_by_id on bonded.stock_count (count_id);
create index stock_count_by_time on bonded.stock_count (book_no, proposed_at);
comment on table bonded.stock_count is 'stock counts of a book, proposed by its enterprise and approved by customs; distribution key book_no';

create table bonded.counted (
  book_no text not null,
  count_id uuid not null,
  item_no integer not null,
  counted numeric(19, 5) not null check (counted >= 0),
  -- What the book said when it was counted.
  in_book numeric(19, 5) not null,
  primary key (book_no, count_id, item_no)
);
comment on table bonded.counted is 'what was counted of each item; distribution key book_no';
