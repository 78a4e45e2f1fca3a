-- Whoever reads a payment in full: an account as well as a key.
alter table payment_data.reading rename column key_id to caller_id;
