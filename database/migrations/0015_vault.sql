-- Keys of the installation, wrapped by a key-encryption key that lies outside the database.
create schema vault;

create table vault.key (
  name text not null,
  number integer not null,
  wrapped bytea not null,
  wrapped_by text,
  begins_at timestamptz not null,
  made_at timestamptz not null default now(),
  primary key (name, number)
);
comment on table vault.key is 'keys that seal data and digest persons, wrapped (AES-256-GCM); small, copied to every node';
comment on column vault.key.wrapped_by is 'which key-encryption key; null only until the first start after 0015, which wraps what was bare';
comment on column vault.key.begins_at is 'from then on it seals; the last that has begun is in use';

-- What the installation kept bare until now goes on under the same value: ledgers rest on it.
insert into vault.key (name, number, wrapped, begins_at, made_at)
select case key when 'buyer-key' then 'person' else key end, 1, convert_to(value, 'UTF8'), made_at, made_at
from exchange.secret;
drop table exchange.secret;

create table vault.pass (
  target text not null,
  key_number integer not null,
  reached text[],
  sealed bigint not null default 0,
  seen bigint not null default 0,
  began_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (target, key_number)
);
comment on table vault.pass is 'how far each table has been sealed by a key: where a pass that was stopped goes on; small, copied to every node';

-- The persons of a paper lie in one sealed value beside it. The columns of before stay for rows that have not been
-- sealed yet and are null in all others; `person` is the digest a person's papers are found by.
alter table orders.import_order add column personal bytea, add column person text,
  alter column buyer_reg_no drop not null, alter column buyer_name drop not null,
  alter column buyer_telephone drop not null, alter column buyer_id_number drop not null,
  alter column consignee drop not null, alter column consignee_telephone drop not null,
  alter column consignee_address drop not null;
alter table payments.import_payment add column personal bytea, add column person text,
  alter column payer_id_number drop not null, alter column payer_name drop not null;
alter table waybills.import_waybill add column personal bytea,
  alter column consignee drop not null, alter column consignee_address drop not null,
  alter column consignee_telephone drop not null;
alter table declarations.import_list add column personal bytea, add column person text,
  alter column buyer_id_number drop not null, alter column buyer_name drop not null,
  alter column buyer_telephone drop not null, alter column consignee_address drop not null;

alter table sandbox.document add column sealed bytea, alter column content drop not null;
