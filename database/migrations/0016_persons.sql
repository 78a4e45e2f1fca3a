-- Who has been shown whose personal data in full, and what consumers ask about what is held of them (R-10.1).
create schema persons;

create table persons.showing (
  number text not null,
  seq bigint generated always as identity,
  kind text not null check (kind in ('list', 'payment-record', 'own-data')),
  ebp_code text not null,
  shown_at timestamptz not null,
  persons text[] not null,
  parties text[] not null,
  papers text[] not null,
  reader_id uuid not null,
  role text not null,
  reader text not null,
  address text not null,
  reason text not null,
  primary key (number, seq)
);
create index showing_by_time on persons.showing (shown_at, number, seq);
create index showing_by_person on persons.showing using gin (persons);
create index showing_by_party on persons.showing using gin (parties);
comment on table persons.showing is 'append-only: who was shown whose personal data in full, when, from where and why; distribution key number';
comment on column persons.showing.number is 'order number of a list, transaction number of a payment record';
comment on column persons.showing.persons is 'digests of those who were shown, as in the papers';
comment on column persons.showing.parties is 'customs codes of the enterprises whose papers were shown';
comment on column persons.showing.reader is 'customs code of an enterprise, agency and office of an officer';

insert into persons.showing (number, kind, ebp_code, shown_at, persons, parties, papers, reader_id, role, reader, address, reason)
select pay_transaction_id, 'payment-record', ebp_code, read_at, '{}', array[ebp_code], '{payment-record}', caller_id,
  'enterprise', reader, '', reason
from payment_data.reading order by read_at, seq;
drop table payment_data.reading;

-- Which person an account of a consumer is: found by name and telephone number in a paper on file.
create table persons.identity (
  account_id uuid not null,
  person text not null,
  confirmed_at timestamptz not null,
  -- The order whose papers said so.
  order_no text not null,
  primary key (account_id)
);
create index identity_by_person on persons.identity (person);
comment on table persons.identity is 'which person an account is, confirmed by a paper; small, copied to every node';

create table persons.identity_try (
  account_id uuid not null,
  seq bigint generated always as identity,
  tried_at timestamptz not null,
  address text not null,
  confirmed boolean not null,
  primary key (account_id, seq)
);
comment on table persons.identity_try is 'append-only: who tried to be confirmed as a person, and whether they were; distribution key account_id';

-- A person's papers are found by the digest in the papers themselves.
create index import_order_person on orders.import_order (person);
create index import_list_person on declarations.import_list (person);
