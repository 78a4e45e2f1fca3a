-- Sellers file their goods (module registry): texts to find them by, states, and what was done with each.

alter table registry.goods add column name_en text;
alter table registry.goods add column brand text;
alter table registry.goods add column brand_right text;
alter table registry.goods add column state text not null default 'approved'
  check (state in ('filed', 'approved', 'returned', 'withdrawn'));
alter table registry.goods add column filed_by text not null default 'platform';
alter table registry.goods add column decided_by text;
-- What it is found by: a text that holds every word sought, and the beginnings an index finds first. Null until written.
alter table registry.goods add column spelled text;
alter table registry.goods add column terms text[];
alter table registry.goods add constraint goods_four_eyes check (decided_by is null or decided_by <> filed_by);
create index goods_terms on registry.goods using gin (terms);
create index goods_unspelled on registry.goods (ebc_code, item_no) where terms is null;
create index goods_queue on registry.goods (ebc_code, item_no) where state = 'filed';
comment on column registry.goods.brand_right is 'paper by which the seller may sell the brand: number of a right or letter of authority';
comment on column registry.goods.terms is 'Chinese characters and pairs of them, beginnings of words, of readings and of codes';

create table registry.goods_step (
  ebc_code text not null,
  item_no text not null,
  seq bigint generated always as identity,
  step text not null check (step in ('import', 'file', 'approve', 'return', 'withdraw')),
  done_by text not null,
  done_at timestamptz not null,
  reasons text,
  -- What was filed with this step.
  goods jsonb,
  primary key (ebc_code, item_no, seq)
);
comment on table registry.goods_step is 'append-only: what was filed of goods and decided, by whom and why; distribution key ebc_code';

-- Editions of the tables rules are read from: they lie over the tables that are shipped, each from its day on.
create sequence registry.edition_order;
create table registry.table_edition (
  table_name text not null,
  edition_id uuid not null,
  state text not null check (state in ('proposed', 'approved', 'returned', 'withdrawn')),
  from_day date not null,
  source text not null,
  note text not null,
  rows jsonb not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  reasons text,
  -- In the order of these they are laid over each other; null until approved.
  place bigint,
  -- What it changed when it was approved.
  difference jsonb,
  primary key (table_name, edition_id),
  constraint edition_four_eyes check (state <> 'approved' or (decided_by <> proposed_by and place is not null))
);
create index table_edition_in_force on registry.table_edition (place) where state = 'approved';
comment on table registry.table_edition is 'editions of code lists and of the tariff, with source, day and who proposed and approved them; small, copied to every node';
