-- Goods of a book out on display: shops outside the zone, what is shown there under guarantee, and what became of it (module display).
create schema display;
comment on schema display is 'bonded display shops, and goods of account books that are out on display under guarantee';

create table display.shop (
  -- Customs code of the enterprise that keeps it.
  owner text not null,
  shop_id uuid not null,
  name text not null,
  address text not null,
  -- Customs office that looks after it.
  customs_code text not null,
  state text not null check (state in ('proposed', 'approved', 'rejected', 'closed')),
  -- Whether buyers may take goods away from it; customs says so.
  pick_up boolean not null default false,
  proposed_by text not null,
  proposed_at timestamptz not null,
  settled_by text,
  settled_at timestamptz,
  reason text not null default '',
  primary key (owner, shop_id),
  constraint four_eyes check (settled_by <> proposed_by),
  check ((state = 'proposed') = (settled_at is null))
);
create index shop_by_id on display.shop (shop_id);
create index shop_by_time on display.shop (proposed_at, shop_id);
comment on table display.shop is 'display shops outside the zone, applied for by an enterprise and approved by customs; distribution key owner';

create table display.consignment (
  display_no text primary key,
  shop_id uuid not null,
  owner text not null,
  book_no text not null,
  customs_code text not null,
  -- The checklist on which they go out.
  checklist_no text not null,
  state text not null check (state in ('made', 'out', 'closed', 'cancelled')),
  made_by text not null,
  made_at timestamptz not null,
  -- The day the gate let them out, and the last day they may be there.
  out_on date,
  due_on date,
  prolonged_by text,
  -- When it was told that they are overdue.
  told_at timestamptz,
  settled_at timestamptz,
  check ((out_on is null) = (due_on is null)),
  check ((state in ('made', 'cancelled')) = (out_on is null)),
  check ((state in ('closed', 'cancelled')) = (settled_at is not null))
);
create index consignment_by_time on display.consignment (made_at, display_no);
create index consignment_by_owner on display.consignment (owner, made_at, display_no);
create index consignment_by_shop on display.consignment (shop_id) where state in ('made', 'out');
create index consignment_untold on display.consignment (due_on) where state = 'out' and told_at is null;
comment on table display.consignment is 'goods of a book on their way to a display shop, there, or gone from it; distribution key display_no';

create table display.goods (
  display_no text not null,
  item_no integer not null,
  gname text not null,
  unit text not null,
  -- In the unit of the book.
  quantity numeric(19, 5) not null check (quantity > 0),
  -- CNY: what they are worth, and the tax they would bear, which is reserved of the guarantee.
  value numeric(19, 5) not null check (value >= 0),
  cover numeric(19, 5) not null check (cover >= 0),
  -- On their way back, back, sold by a list, missing at a count.
  on_way numeric(19, 5) not null default 0 check (on_way >= 0),
  back numeric(19, 5) not null default 0 check (back >= 0),
  sold numeric(19, 5) not null default 0 check (sold >= 0),
  lost numeric(19, 5) not null default 0 check (lost >= 0),
  primary key (display_no, item_no),
  -- The database keeps the promise that no more comes back or is sold than went out, whatever program writes here.
  constraint never_more_than_went check (on_way + back + sold + lost <= quantity)
);
comment on table display.goods is 'goods on display by item of their book, and what became of them; distribution key display_no';

create table display.paper (
  display_no text not null,
  -- A checklist by which goods come back, or a sale.
  paper_no text not null,
  kind text not null check (kind in ('return', 'sale')),
  state text not null check (state in ('made', 'done', 'cancelled')),
  -- Of a sale: taken away by the buyer, or sent by a carrier.
  hand_over text check (hand_over in ('pick-up', 'courier')),
  lists integer not null,
  made_by text not null,
  made_at timestamptz not null,
  primary key (display_no, paper_no),
  check ((kind = 'sale') = (hand_over is not null)),
  check (kind = 'return' or state = 'done')
);
create index paper_by_no on display.paper (paper_no);
comment on table display.paper is 'returns and sales of goods on display; distribution key display_no';

create table display.paper_goods (
  display_no text not null,
  paper_no text not null,
  item_no integer not null,
  quantity numeric(19, 5) not null check (quantity > 0),
  primary key (display_no, paper_no, item_no)
);
comment on table display.paper_goods is 'append-only: what came back or was sold by a paper; distribution key display_no';

create table display.shop_count (
  display_no text not null,
  count_id uuid not null,
  state text not null check (state in ('proposed', 'approved', 'rejected')),
  note text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  settled_by text,
  settled_at timestamptz,
  reason text not null default '',
  primary key (display_no, count_id),
  constraint count_four_eyes check (settled_by <> proposed_by),
  check ((state = 'proposed') = (settled_at is null))
);
create index shop_count_by_id on display.shop_count (count_id);
comment on table display.shop_count is 'counts at a display shop, handed in by its enterprise and approved by customs; distribution key display_no';

create table display.counted (
  display_no text not null,
  count_id uuid not null,
  item_no integer not null,
  counted numeric(19, 5) not null check (counted >= 0),
  -- What should have been there when it was counted.
  expected numeric(19, 5) not null,
  primary key (display_no, count_id, item_no),
  check (counted <= expected)
);
comment on table display.counted is 'what was counted of each item at a display shop; distribution key display_no';

-- Goods for display go through the gate on checklists of their own: they have no declaration of entry when they come back.
alter table gate.checklist add column purpose text not null default 'goods' check (purpose in ('goods', 'display'));
alter table gate.checklist drop constraint checklist_check;
alter table gate.checklist add constraint entry_is_declared
  check ((direction = 'in' and purpose = 'goods') = (entry_no is not null));
-- What stands for goods on display is told apart from what stands for bills.
create index movement_for_display on guarantees.movement (guarantor)
  where cause in ('display', 'display-freed', 'display-lost');
