-- Agencies are asked about export lists too: those are named with their seller as well; empty for imports (module agencies).
alter table agencies.question add column ebc_code text not null default '';
alter table agencies.question drop constraint question_pkey;
alter table agencies.question add primary key (order_no, ebp_code, ebc_code, attempt, agency);
drop index agencies.question_waiting;
create index question_waiting on agencies.question (agency, since, order_no, ebp_code, ebc_code) where state = 'waiting';
drop index agencies.question_decided;
create index question_decided on agencies.question (agency, decided_at desc, order_no, ebp_code, ebc_code)
  where state <> 'waiting';

alter table agencies.decision add column ebc_code text not null default '';
drop index agencies.decision_of_list;
create index decision_of_list on agencies.decision (order_no, ebp_code, ebc_code, attempt, agency);

alter table agencies.delivery add column ebc_code text not null default '';
alter table agencies.delivery drop constraint delivery_pkey;
alter table agencies.delivery add primary key (order_no, ebp_code, ebc_code, attempt, agency);

alter table agencies.sending add column ebc_code text not null default '';
alter table agencies.sending drop constraint sending_pkey;
alter table agencies.sending add primary key (order_no, ebp_code, ebc_code, seq);
