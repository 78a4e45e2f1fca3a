-- Who may take part and with which goods (module registry).
-- Enterprises are few (thousands) and asked for by every judgement: both tables are small enough to be copied to
-- every node. Goods grow with the sellers and lie with their seller: ebc_code is their distribution key.

create schema registry;
comment on schema registry is 'enterprises, their roles, their goods';

create table registry.enterprise (
  customs_code text primary key,
  uscc text not null,
  name text not null,
  customs_office text not null,
  dxp_id text,
  valid_from date not null,
  valid_to date,
  state text not null check (state in ('active', 'suspended', 'closed')),
  changed_at timestamptz not null default now(),
  check (valid_to >= valid_from)
);
comment on table registry.enterprise is 'enterprises registered with customs; small, copied to every node';
comment on column registry.enterprise.customs_code is 'ten characters; what the papers name an enterprise by';
comment on column registry.enterprise.uscc is 'unified social credit code; one firm may hold several customs codes';
comment on column registry.enterprise.dxp_id is 'address on the data exchange platform';
comment on column registry.enterprise.valid_to is 'last day, inclusive; open when null';

create table registry.enterprise_role (
  customs_code text not null references registry.enterprise on delete cascade,
  role text not null,
  primary key (customs_code, role)
);
comment on table registry.enterprise_role is 'roles an enterprise holds (code list enterprise_role); small, copied to every node';

create table registry.goods (
  ebc_code text not null,
  item_no text not null,
  item_name text not null,
  gcode text not null,
  gname text not null,
  gmodel text not null,
  bar_code text,
  country text not null,
  unit text not null,
  unit1 text not null,
  unit2 text,
  item_record_no text,
  valid_from date not null,
  valid_to date,
  changed_at timestamptz not null default now(),
  primary key (ebc_code, item_no),
  check (valid_to >= valid_from)
);
comment on table registry.goods is 'goods registered by sellers; distribution key ebc_code';
comment on column registry.goods.item_no is 'the seller''s own number';
comment on column registry.goods.item_record_no is 'number in a bonded account book, for 1210';
