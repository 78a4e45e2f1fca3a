-- What leaves and enters the zone: checklists of bonded goods, passes of vehicles, what the gate answered (module gate).
create schema gate;
comment on schema gate is 'book checklists, vehicle passes and the gate';

-- The nine digits of a checklist's and of a pass's number.
create sequence gate.paper_no cycle maxvalue 999999999;

create table gate.checklist (
  book_no text not null,
  checklist_no text not null,
  -- `out`: goods of released lists leave the book at the second line; `in`: goods come into it at the first.
  direction text not null check (direction in ('out', 'in')),
  owner text not null,
  customs_code text not null,
  state text not null check (state in ('made', 'approved', 'passed', 'cancelled')),
  -- Customs declaration of the first-line entry.
  entry_no text,
  gross_kg numeric(19, 5) not null check (gross_kg >= 0),
  lists integer not null,
  -- The pass whose vehicle carries it.
  pass_no text,
  made_by text not null,
  made_at timestamptz not null,
  settled_by text,
  settled_at timestamptz,
  reason text not null default '',
  primary key (book_no, checklist_no),
  check ((direction = 'in') = (entry_no is not null)),
  check (state <> 'approved' or direction = 'in')
);
create unique index checklist_by_entry on gate.checklist (book_no, entry_no) where state <> 'cancelled';
create index checklist_by_no on gate.checklist (checklist_no);
create index checklist_by_time on gate.checklist (made_at, checklist_no);
create index checklist_by_owner on gate.checklist (owner, made_at, checklist_no);
create index checklist_by_pass on gate.checklist (pass_no) where pass_no is not null;
comment on table gate.checklist is 'what is set aside of a book to leave it, or declared to come in; distribution key book_no';

create table gate.checklist_goods (
  book_no text not null,
  checklist_no text not null,
  item_no integer not null,
  quantity numeric(19, 5) not null check (quantity > 0),
  -- Best-before day of goods that come in.
  expires_on date,
  primary key (book_no, checklist_no, item_no)
);
comment on table gate.checklist_goods is 'goods of a checklist by item of its book; distribution key book_no';

-- Lists leave the zone on one paper only: a checklist, or, bought direct, a pass itself.
create table gate.listed (
  order_no text not null,
  ebp_code text not null,
  -- Number of the checklist or pass.
  paper_no text not null,
  invt_no text not null,
  gross_kg numeric(19, 5) not null,
  -- False once the paper is cancelled or void; what has passed stays on it.
  live boolean not null default true,
  primary key (order_no, ebp_code, paper_no)
);
create unique index listed_once on gate.listed (order_no, ebp_code) where live;
create index listed_by_paper on gate.listed (paper_no);
comment on table gate.listed is 'lists on checklists and passes, each on one that counts; distribution key order_no';

create table gate.pass (
  pass_no text primary key,
  owner text not null,
  customs_code text not null,
  direction text not null check (direction in ('out', 'in')),
  plate text not null,
  -- Of the empty vehicle, and of pallets and crates.
  tare_kg numeric(19, 5) not null check (tare_kg > 0),
  packing_kg numeric(19, 5) not null check (packing_kg >= 0),
  -- Gross weight of what the papers say is on it.
  goods_kg numeric(19, 5) not null check (goods_kg >= 0),
  state text not null check (state in ('made', 'stopped', 'passed', 'void')),
  checklists integer not null,
  lists integer not null,
  made_by text not null,
  made_at timestamptz not null,
  -- The day of the draw it took part in, at its first coming to the gate, and whether it was drawn.
  drawn_on date,
  drawn boolean,
  check_result text not null default 'none' check (check_result in ('none', 'clear', 'found')),
  check_note text not null default '',
  checked_by text,
  checked_at timestamptz,
  settled_at timestamptz,
  check ((state in ('passed', 'void')) = (settled_at is not null)),
  check ((drawn_on is null) = (drawn is null)),
  check ((check_result = 'none') = (checked_at is null))
);
create index pass_by_time on gate.pass (made_at, pass_no);
create index pass_by_owner on gate.pass (owner, made_at, pass_no);
create index pass_by_draw on gate.pass (drawn_on, pass_no) where drawn_on is not null;
create index pass_stopped on gate.pass (pass_no) where state = 'stopped';
comment on table gate.pass is 'passes of vehicles, each good once; distribution key pass_no';

create table gate.passage (
  gate text not null,
  -- Number the gate gives to one coming of a vehicle: what comes again is answered as it was.
  event_no text not null,
  at timestamptz not null,
  pass_no text not null,
  -- Of the pass; null where there is none of the number.
  owner text,
  plate text not null,
  weight_kg numeric(19, 5),
  answer text not null check (answer in ('open', 'stop')),
  -- Findings of a stop, as they were told.
  reasons jsonb not null,
  asked_by text not null,
  primary key (gate, event_no)
);
create index passage_by_time on gate.passage (at, gate, event_no);
create index passage_by_owner on gate.passage (owner, at);
create index passage_by_pass on gate.passage (pass_no);
comment on table gate.passage is 'append-only: every coming of a vehicle to a gate and what was answered; distribution key gate';

create table gate.draw (
  -- YYYY-MM-DD in China.
  day text primary key,
  purpose text not null,
  rate text not null,
  seed_digest text not null,
  -- Sealed; revealed when the day is over.
  seed text not null,
  committed_at timestamptz not null
);
comment on table gate.draw is 'commitments to random checks at the gate, a day each; small, copied to every node';
