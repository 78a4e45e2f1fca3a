-- Two words on one incident may fall into one instant: a number tells them apart, in the order they were said.
alter table status.incident_word add column seq bigint generated always as identity;
alter table status.incident_word drop constraint incident_word_pkey;
alter table status.incident_word add primary key (incident_id, seq);
