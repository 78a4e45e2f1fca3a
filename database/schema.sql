-- The schema after all migrations, for reading and for tools. Written by `npm run schema`; do not edit.

set check_function_bodies = false;

create schema access;

create schema bulk;

create schema clearance;

create schema declarations;

create schema delegations;
comment on schema delegations is 'who may hand in documents for whom';

create schema desk;

create schema exchange;

create schema http;

create schema journal;

create schema links;

create schema notices;

create schema orders;

create schema paperwork;
comment on schema paperwork is 'how enterprises look at their documents';

create schema payment_data;

create schema payments;

create schema persons;

create schema postgres;

create schema quotas;

create schema registry;
comment on schema registry is 'enterprises, their roles, their goods';

create schema sandbox;

create schema status;

create schema vault;

create schema waybills;

create sequence clearance.invt_no as bigint increment by 1 minvalue 1 maxvalue 999999999 start with 1 cache 1 cycle;

create sequence declarations.pre_no as bigint increment by 1 minvalue 1 maxvalue 999999999 start with 1 cache 1 cycle;

create sequence registry.edition_order as bigint increment by 1 minvalue 1 maxvalue 9223372036854775807 start with 1 cache 1;

create sequence sandbox.enterprise_number as bigint increment by 1 minvalue 1 maxvalue 9223372036854775807 start with 1 cache 1;

create sequence sandbox.paper_number as bigint increment by 1 minvalue 1 maxvalue 9223372036854775807 start with 1 cache 1;

CREATE OR REPLACE FUNCTION desk.two_officers()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if not exists (
    select from desk.act p
    where p.order_no = new.order_no and p.ebp_code = new.ebp_code and p.seq = new.proposal and p.kind = 'proposed'
      and p.attempt = new.attempt and p.act = new.act and p.from_status = new.from_status
      and p.to_status = new.to_status and p.four_eyes = new.four_eyes and p.officer <> new.officer
      and not exists (select from desk.act s where s.order_no = p.order_no and s.ebp_code = p.ebp_code
        and s.proposal = p.seq)) then
    raise exception 'two officers decide this, one after the other'
      using errcode = 'check_violation', constraint = 'two_officers', table = 'act', schema = 'desk';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION payment_data.remove_expired(until date)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  last_day date := least(until, (now() at time zone 'Asia/Shanghai')::date - 1);
  removed bigint := 0;
  count_of_table bigint;
begin
  delete from payment_data.attempt where keep_until <= last_day;
  get diagnostics count_of_table = row_count;
  removed := removed + count_of_table;
  delete from payment_data.request where keep_until <= last_day and state <> 'asked';
  get diagnostics count_of_table = row_count;
  removed := removed + count_of_table;
  delete from payment_data.paid_order where keep_until <= last_day;
  get diagnostics count_of_table = row_count;
  removed := removed + count_of_table;
  delete from payment_data.payment p where keep_until <= last_day and not exists (
    select from payment_data.paid_order o
    where o.ebp_code = p.ebp_code and o.pay_transaction_id = p.pay_transaction_id);
  get diagnostics count_of_table = row_count;
  return removed + count_of_table;
end $function$;
comment on function payment_data.remove_expired(date) is 'removes raw payment data whose time to be kept is over; answers how many rows';

create table access.account (
  account_id uuid not null,
  login text not null,
  display_name text not null,
  role text not null,
  customs_code text,
  member text,
  agency text,
  office text,
  staff_number text,
  state text not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  approved_by text,
  approved_at timestamp with time zone,
  changed_at timestamp with time zone not null,
  constraint account_pkey PRIMARY KEY (account_id),
  constraint account_login_key UNIQUE (login),
  constraint account_check CHECK (((role = 'enterprise'::text) = (customs_code IS NOT NULL))),
  constraint account_check1 CHECK (((role = 'enterprise'::text) = (member IS NOT NULL))),
  constraint account_check2 CHECK (((role = 'officer'::text) = ((agency IS NOT NULL) AND (office IS NOT NULL)))),
  constraint account_check3 CHECK (((role = ANY (ARRAY['enterprise'::text, 'consumer'::text])) OR (staff_number IS NOT NULL))),
  constraint account_member_check CHECK ((member = ANY (ARRAY['reader'::text, 'clerk'::text, 'administrator'::text]))),
  constraint account_role_check CHECK ((role = ANY (ARRAY['enterprise'::text, 'operator'::text, 'officer'::text, 'consumer'::text, 'systemAdministrator'::text, 'securityAdministrator'::text, 'auditAdministrator'::text]))),
  constraint account_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'active'::text, 'locked'::text, 'closed'::text])))
);
CREATE INDEX account_of_enterprise ON access.account USING btree (customs_code) WHERE (customs_code IS NOT NULL);
CREATE INDEX account_of_staff ON access.account USING btree (staff_number) WHERE (staff_number IS NOT NULL);
comment on table access.account is 'people who sign in, one role each; small, copied to every node';

create table access.attempt (
  subject text not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  barred_until timestamp with time zone,
  constraint attempt_pkey PRIMARY KEY (subject)
);
CREATE INDEX attempt_last ON access.attempt USING btree (last_at);
comment on table access.attempt is 'sign-ins that failed, to slow down who guesses; small, copied to every node';

create table access.challenge (
  challenge_hash bytea not null,
  session_id uuid,
  ends_at timestamp with time zone not null,
  constraint challenge_pkey PRIMARY KEY (challenge_hash)
);
CREATE INDEX challenge_end ON access.challenge USING btree (ends_at);
comment on table access.challenge is 'challenges for passkeys by SHA-256 (256 random bits), each answered once; small, copied to every node';

create table access.event (
  seq bigint generated always as identity,
  at timestamp with time zone not null,
  kind text not null,
  account_id uuid,
  login text,
  actor text,
  address text,
  detail json,
  constraint event_pkey PRIMARY KEY (seq)
);
CREATE INDEX event_at ON access.event USING btree (at);
CREATE INDEX event_of_account ON access.event USING btree (account_id, seq) WHERE (account_id IS NOT NULL);
comment on table access.event is 'append-only: evidence of accounts and sign-ins; kept on one node';

create table access.first_half (
  account_id uuid not null,
  sealed bytea not null,
  constraint first_half_pkey PRIMARY KEY (account_id)
);
comment on table access.first_half is 'halves of first passwords until the account is approved; small, copied to every node';

create table access.passkey (
  passkey_id uuid not null,
  account_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  made_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  constraint passkey_pkey PRIMARY KEY (passkey_id),
  constraint passkey_credential_id_key UNIQUE (credential_id)
);
CREATE INDEX passkey_of_account ON access.passkey USING btree (account_id);
comment on table access.passkey is 'public keys of passkeys; small, copied to every node';

create table access.password (
  account_id uuid not null,
  phc text not null,
  changed_at timestamp with time zone not null,
  one_time_until timestamp with time zone,
  constraint password_pkey PRIMARY KEY (account_id)
);
comment on table access.password is 'passwords by argon2id; small, copied to every node';

create table access.recovery_code (
  account_id uuid not null,
  code_hash bytea not null,
  used_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (account_id, code_hash)
);
comment on table access.recovery_code is 'recovery codes by SHA-256 (80 random bits); small, copied to every node';

create table access.session (
  token_hash bytea not null,
  session_id uuid not null,
  account_id uuid,
  key_id uuid,
  newcomer boolean not null,
  factors text[] not null,
  opened_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  address text not null,
  browser text not null,
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_session_id_key UNIQUE (session_id),
  constraint session_check CHECK ((num_nonnulls(account_id, key_id) = 1))
);
CREATE INDEX session_end ON access.session USING btree (ends_at);
CREATE INDEX session_of_account ON access.session USING btree (account_id);
comment on table access.session is 'open sessions by SHA-256 of their token (256 random bits); small, copied to every node';

create table access.totp (
  account_id uuid not null,
  sealed bytea,
  confirmed_at timestamp with time zone,
  proposed bytea,
  last_step bigint not null,
  constraint totp_pkey PRIMARY KEY (account_id)
);
comment on table access.totp is 'secrets of one-time codes (RFC 6238); small, copied to every node';

create table bulk.bad_document (
  customs_code text not null,
  file_id uuid not null,
  first_row integer not null,
  key text not null,
  stage text not null,
  content bytea not null,
  constraint bad_document_pkey PRIMARY KEY (customs_code, file_id, first_row),
  constraint bad_document_stage_check CHECK ((stage = ANY (ARRAY['reading'::text, 'handing-in'::text])))
);
comment on table bulk.bad_document is 'documents of a file that were not taken, as they were, with every finding; distribution key customs_code';

create table bulk.bundle (
  customs_code text not null,
  file_id uuid not null,
  number integer not null,
  documents integer not null,
  content bytea,
  sheet_rows bytea,
  handed_in_at timestamp with time zone,
  accepted integer not null default 0,
  repeated integer not null default 0,
  refused integer not null default 0,
  constraint bundle_pkey PRIMARY KEY (customs_code, file_id, number)
);
CREATE INDEX bundle_waiting ON bulk.bundle USING btree (customs_code, file_id, number) WHERE (handed_in_at IS NULL);
comment on table bulk.bundle is 'good documents of a file, a message each row, until they are handed in; distribution key customs_code';

create table bulk.document (
  customs_code text not null,
  file_id uuid not null,
  key text not null,
  first_row bigint not null,
  constraint document_pkey PRIMARY KEY (customs_code, file_id, key)
);
comment on table bulk.document is 'which documents a file holds, so that none comes twice; distribution key customs_code';

create table bulk.file (
  customs_code text not null,
  file_id uuid not null,
  kind text not null,
  name text not null,
  state text not null,
  accept_good boolean not null,
  size_bytes bigint not null,
  received_bytes bigint not null default 0,
  made_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  heading text[] not null default '{}'::text[],
  unknown_columns text[] not null default '{}'::text[],
  findings json not null default '[]'::json,
  last_row bigint not null default 0,
  read_bytes bigint not null default 0,
  rows_read bigint not null default 0,
  rows_bad bigint not null default 0,
  examples integer not null default 0,
  documents_good bigint not null default 0,
  documents_bad bigint not null default 0,
  accepted bigint not null default 0,
  repeated bigint not null default 0,
  refused bigint not null default 0,
  taken_by uuid,
  taken_until timestamp with time zone,
  served_at timestamp with time zone not null,
  constraint file_pkey PRIMARY KEY (customs_code, file_id),
  constraint file_state_check CHECK ((state = ANY (ARRAY['uploading'::text, 'reading'::text, 'read'::text, 'handing-in'::text, 'done'::text, 'unreadable'::text, 'cancelled'::text])))
) with (fillfactor=50);
CREATE INDEX file_due ON bulk.file USING btree (state, served_at) WHERE (state = ANY (ARRAY['reading'::text, 'handing-in'::text]));
CREATE INDEX file_past ON bulk.file USING btree (changed_at);
comment on table bulk.file is 'tables of documents that enterprises have uploaded, and how far each is; distribution key customs_code';

create table bulk.part (
  customs_code text not null,
  file_id uuid not null,
  start_byte integer not null,
  size_bytes integer not null,
  content bytea not null,
  constraint part_pkey PRIMARY KEY (customs_code, file_id, start_byte)
);
comment on table bulk.part is 'the bytes of an uploaded file until it has been read; distribution key customs_code';

create table clearance.decision (
  order_no text not null,
  ebp_code text not null,
  attempt integer not null,
  accepted_at timestamp with time zone not null,
  decided_at timestamp with time zone not null,
  judge text not null,
  outcome text not null,
  return_status text not null,
  return_info text not null,
  pre_no text not null,
  invt_no text,
  trade_mode text not null,
  customs_code text not null,
  recipient text not null,
  dutiable_value numeric,
  tax_total numeric,
  buyer_key text,
  rulebook text not null,
  assessment json not null,
  step smallint not null default 0,
  constraint decision_pkey PRIMARY KEY (order_no, ebp_code, attempt, step),
  constraint decision_outcome_check CHECK ((outcome = ANY (ARRAY['forwarded'::text, 'released'::text, 'held'::text, 'refused'::text, 'withdrawn'::text])))
);
CREATE INDEX decision_by_invt_no ON clearance.decision USING btree (invt_no);
CREATE INDEX decision_by_outcome ON clearance.decision USING btree (outcome, decided_at);
comment on table clearance.decision is 'append-only: every decision on a list with what led to it; distribution key order_no';

create table clearance.progress (
  order_no text not null,
  ebp_code text not null,
  attempt integer not null,
  return_time text not null,
  return_status text not null,
  return_info text not null,
  at timestamp with time zone not null,
  constraint progress_pkey PRIMARY KEY (order_no, ebp_code, attempt, return_time, return_status)
);
comment on table clearance.progress is 'append-only: what who decides on a list has said of it on the way; distribution key order_no';

create table clearance.rulebook (
  edition text not null,
  first_used_at timestamp with time zone not null,
  rows json not null,
  constraint rulebook_pkey PRIMARY KEY (edition)
);
comment on table clearance.rulebook is 'append-only: editions of the rules decisions rest on; small, copied to every node';

create table clearance.standing_count (
  recipient text not null,
  outcome text not null,
  trade_mode text not null,
  lists bigint not null,
  constraint standing_count_pkey PRIMARY KEY (recipient, outcome, trade_mode)
);
comment on table clearance.standing_count is 'how many lists of a sender stand how, each counted once by its latest decision; small, copied to every node';

create table clearance.tally (
  slot timestamp with time zone not null,
  recipient text not null,
  outcome text not null,
  trade_mode text not null,
  lists bigint not null,
  dutiable_value numeric not null,
  tax_total numeric not null,
  constraint tally_pkey PRIMARY KEY (slot, recipient, outcome, trade_mode)
);
comment on table clearance.tally is 'decisions per ten seconds and sender; small, copied to every node';

create table clearance.waiting (
  order_no text not null,
  ebp_code text not null,
  recipient text not null,
  trade_mode text not null,
  attempt integer not null,
  accepted_at timestamp with time zone not null,
  deadline timestamp with time zone not null,
  constraint waiting_pkey PRIMARY KEY (order_no, ebp_code)
) with (autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=20000);
comment on table clearance.waiting is 'accepted lists not yet judged; distribution key order_no';

create table declarations.import_list (
  official_pre_no text not null,
  sender text not null,
  message_id uuid not null,
  received_at timestamp with time zone not null,
  content_hash uuid not null,
  deleted boolean not null default false,
  return_status text not null,
  return_info text not null,
  guid text not null,
  app_type text not null,
  app_time text not null,
  app_status text not null,
  order_no text not null,
  ebp_code text not null,
  ebp_name text not null,
  ebc_code text not null,
  ebc_name text not null,
  logistics_no text not null,
  logistics_code text not null,
  logistics_name text not null,
  cop_no text,
  pre_no text,
  assure_code text not null,
  ems_no text,
  invt_no text,
  ie_flag text not null,
  decl_time text not null,
  customs_code text not null,
  port_code text not null,
  ie_date text,
  buyer_id_type text not null,
  buyer_id_number text,
  buyer_name text,
  buyer_telephone text,
  consignee_address text,
  agent_code text not null,
  agent_name text not null,
  area_code text,
  area_name text,
  trade_mode text not null,
  traf_mode text not null,
  traf_no text,
  voyage_no text,
  bill_no text,
  loct_no text,
  license_no text,
  country text not null,
  freight numeric not null,
  insured_fee numeric not null,
  currency text not null,
  wrap_type text,
  pack_no integer not null,
  gross_weight numeric not null,
  net_weight numeric not null,
  note text,
  sent_for text,
  personal bytea,
  person text,
  constraint import_list_pkey PRIMARY KEY (order_no, ebp_code)
);
CREATE INDEX import_list_person ON declarations.import_list USING btree (person);
CREATE INDEX import_list_received ON declarations.import_list USING btree (received_at, order_no, ebp_code);
comment on table declarations.import_list is 'declaration lists of retail imports (CEB621); distribution key order_no';

create table declarations.import_list_item (
  order_no text not null,
  ebp_code text not null,
  gnum integer not null,
  item_record_no text,
  item_no text,
  item_name text,
  gcode text not null,
  gname text not null,
  gmodel text not null,
  bar_code text,
  country text not null,
  trade_country text,
  currency text not null,
  qty numeric not null,
  unit text not null,
  qty1 numeric not null,
  unit1 text not null,
  qty2 numeric,
  unit2 text,
  price numeric not null,
  total_price numeric not null,
  note text,
  constraint import_list_item_pkey PRIMARY KEY (order_no, ebp_code, gnum)
);
comment on table declarations.import_list_item is 'goods lines of declarations.import_list; distribution key order_no';

create table delegations.delegation (
  principal text not null,
  delegation_id uuid not null,
  agent text not null,
  kinds text[] not null,
  from_day date not null,
  to_day date not null,
  paper_no text not null,
  paper_place text not null,
  state text not null,
  proposed_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint delegation_pkey PRIMARY KEY (principal, delegation_id),
  constraint delegation_check CHECK ((agent <> principal)),
  constraint delegation_check1 CHECK ((to_day >= from_day)),
  constraint delegation_kinds_check CHECK ((cardinality(kinds) > 0)),
  constraint delegation_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text, 'ended'::text])))
);
CREATE INDEX delegation_by_agent ON delegations.delegation USING btree (agent, proposed_at);
CREATE INDEX delegation_by_id ON delegations.delegation USING btree (delegation_id);
CREATE INDEX delegation_by_time ON delegations.delegation USING btree (proposed_at, delegation_id);
comment on table delegations.delegation is 'what an enterprise has delegated to another; distribution key principal';

create table delegations.step (
  principal text not null,
  delegation_id uuid not null,
  number integer not null,
  at timestamp with time zone not null,
  act text not null,
  enterprise text not null,
  by_whom text not null,
  reason text not null,
  constraint step_pkey PRIMARY KEY (principal, delegation_id, number)
);
comment on table delegations.step is 'append-only: what was done with each delegation, by whom and why; distribution key principal';

create table desk.act (
  order_no text not null,
  ebp_code text not null,
  seq bigint generated always as identity,
  attempt integer not null,
  at timestamp with time zone not null,
  kind text not null,
  officer text,
  officer_name text,
  office text,
  from_status text not null,
  to_status text not null,
  reason text,
  note text not null default ''::text,
  act text,
  four_eyes text,
  proposal bigint,
  evidence json not null,
  constraint act_pkey PRIMARY KEY (order_no, ebp_code, seq),
  constraint act_kind_check CHECK ((kind = ANY (ARRAY['took'::text, 'handed-back'::text, 'asked'::text, 'answered'::text, 'proposed'::text, 'rejected'::text, 'decided'::text, 'undone'::text, 'overtaken'::text])))
);
CREATE INDEX act_by_officer ON desk.act USING btree (at, officer) WHERE (officer IS NOT NULL);
CREATE TRIGGER two_officers BEFORE INSERT ON desk.act FOR EACH ROW WHEN (((new.kind = 'decided'::text) AND (new.four_eyes IS NOT NULL))) EXECUTE FUNCTION desk.two_officers();
comment on table desk.act is 'append-only: everything that was done to a case, by whom and why; distribution key order_no';

create table desk.buyer_search (
  officer text not null,
  seq bigint generated always as identity,
  at timestamp with time zone not null,
  officer_name text not null,
  office text not null,
  buyer_key text not null,
  reason text not null,
  found integer not null,
  constraint buyer_search_pkey PRIMARY KEY (officer, seq)
);
comment on table desk.buyer_search is 'append-only: which officer looked for the lists of which buyer, and why; distribution key officer';

create table desk.case_file (
  order_no text not null,
  ebp_code text not null,
  attempt integer not null,
  step smallint not null,
  status text not null,
  revision integer not null default 1,
  state text not null,
  opened_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  answer_due_at timestamp with time zone,
  closed_at timestamp with time zone,
  closed_as text,
  customs_code text not null,
  trade_mode text not null,
  ebc_code text not null,
  recipient text not null,
  goods_name text not null,
  dutiable_value numeric,
  risk_class text,
  rules text[] not null,
  taken_by text,
  taken_name text,
  taken_at timestamp with time zone,
  lease_until timestamp with time zone,
  proposal json,
  constraint case_file_pkey PRIMARY KEY (order_no, ebp_code, attempt),
  constraint case_file_state_check CHECK ((state = ANY (ARRAY['open'::text, 'asked'::text, 'proposed'::text, 'closed'::text]))),
  constraint closed_has_time CHECK (((state = 'closed'::text) = (closed_at IS NOT NULL))),
  constraint proposed_has_proposal CHECK (((state = 'proposed'::text) = (proposal IS NOT NULL))),
  constraint taken_has_lease CHECK (((taken_by IS NULL) = (lease_until IS NULL)))
) with (fillfactor=70);
CREATE INDEX case_file_closed ON desk.case_file USING btree (closed_at) WHERE (state = 'closed'::text);
CREATE INDEX case_file_opened ON desk.case_file USING btree (opened_at);
CREATE INDEX case_file_queue ON desk.case_file USING btree (due_at, order_no, ebp_code) WHERE (state <> 'closed'::text);
CREATE INDEX case_file_recipient ON desk.case_file USING btree (recipient, state);
comment on table desk.case_file is 'held lists as cases of the officer''s desk, open and closed; distribution key order_no';

create table exchange.api_key (
  key_id uuid not null,
  customs_code text not null,
  scope text not null,
  secret_hash bytea not null,
  label text not null,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  scopes text[],
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  replaced_by uuid,
  made_by text,
  warned_at timestamp with time zone,
  constraint api_key_pkey PRIMARY KEY (key_id),
  constraint api_key_scope_check CHECK ((scope = ANY (ARRAY['enterprise'::text, 'operator'::text]))),
  constraint api_key_scopes_check CHECK ((cardinality(scopes) > 0))
);
CREATE INDEX api_key_expiry ON exchange.api_key USING btree (expires_at) WHERE ((revoked_at IS NULL) AND (warned_at IS NULL));
CREATE INDEX api_key_owner ON exchange.api_key USING btree (customs_code, created_at);
comment on table exchange.api_key is 'API keys by SHA-256 of the secret (256 random bits need no slow hash); small, copied to every node';

create table exchange.certificate_rule (
  customs_code text not null,
  required boolean not null,
  changed_at timestamp with time zone not null,
  changed_by text,
  constraint certificate_rule_pkey PRIMARY KEY (customs_code)
);
comment on table exchange.certificate_rule is 'which enterprises have their keys work with a certificate only; small, copied to every node';

create table exchange.client_certificate (
  certificate_id uuid not null,
  customs_code text not null,
  kind text not null,
  identity text not null,
  label text not null,
  subject text not null,
  issuer text not null,
  not_after timestamp with time zone not null,
  scopes text[],
  made_at timestamp with time zone not null,
  made_by text,
  proven_at timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  warned_at timestamp with time zone,
  constraint client_certificate_pkey PRIMARY KEY (certificate_id),
  constraint client_certificate_kind_check CHECK ((kind = ANY (ARRAY['fingerprint'::text, 'subject'::text]))),
  constraint client_certificate_scopes_check CHECK ((cardinality(scopes) > 0))
);
CREATE INDEX client_certificate_identity ON exchange.client_certificate USING btree (identity);
CREATE INDEX client_certificate_owner ON exchange.client_certificate USING btree (customs_code, made_at);
CREATE UNIQUE INDEX client_certificate_own ON exchange.client_certificate USING btree (customs_code, identity) WHERE (revoked_at IS NULL);
CREATE UNIQUE INDEX client_certificate_proven ON exchange.client_certificate USING btree (identity) WHERE ((revoked_at IS NULL) AND (proven_at IS NOT NULL));
comment on table exchange.client_certificate is 'certificates the programs of enterprises show in TLS; small, copied to every node';

create table exchange.message (
  sender text not null,
  message_id uuid not null,
  received_at timestamp with time zone not null,
  root text,
  guid text,
  size_bytes integer not null,
  verdict text not null,
  document_count integer not null,
  findings json,
  content bytea not null,
  constraint message_pkey PRIMARY KEY (sender, message_id),
  constraint message_verdict_check CHECK ((verdict = ANY (ARRAY['taken'::text, 'refused'::text])))
);
comment on table exchange.message is 'append-only: every message as received (zstd), evidence; distribution key sender';

create table exchange.receipt (
  recipient text not null,
  tx xid8 not null default pg_current_xact_id(),
  seq bigint generated always as identity,
  type text not null,
  order_no text,
  return_status text not null,
  return_time text not null,
  return_info text not null,
  body json not null,
  constraint receipt_pkey PRIMARY KEY (recipient, tx, seq)
);
comment on table exchange.receipt is 'append-only: receipts waiting to be fetched by cursor (tx, seq); distribution key recipient';

create table http.repeat (
  caller text not null,
  key bytea not null,
  fingerprint bytea not null,
  begun_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  answer bytea,
  constraint repeat_pkey PRIMARY KEY (caller, key),
  constraint repeat_fingerprint_check CHECK ((octet_length(fingerprint) = 32)),
  constraint repeat_key_check CHECK ((octet_length(key) = 32))
);
CREATE INDEX repeat_expires_at ON http.repeat USING btree (expires_at);
comment on table http.repeat is 'requests with a key of the last hours and their sealed answers; distribution key caller';

create table journal.entry (
  tx xid8 not null default pg_current_xact_id(),
  seq bigint generated always as identity,
  at timestamp with time zone not null,
  kind text not null,
  subject text not null,
  body json not null,
  constraint entry_pkey PRIMARY KEY (tx, seq)
);
CREATE INDEX entry_act ON journal.entry USING btree (at, tx, seq, kind, subject) WHERE ((kind !~~ 'declaration-%'::text) AND (kind !~~ 'payment-data-%'::text) AND (kind <> ALL (ARRAY['dispatch-lost'::text, 'dispatch-failed'::text, 'webhook-disabled'::text, 'key-expiring'::text, 'certificate-expiring'::text, 'enterprise-expiry-near'::text])));
comment on table journal.entry is 'append-only: journal entries in commit order; kept on one node, read by cursor (tx, seq)';

create table links.answer (
  digest bytea not null,
  agency text not null,
  arrival bytea not null,
  place integer not null,
  arrived_at timestamp with time zone not null,
  type text not null,
  return_status text not null,
  return_time text not null,
  return_info text not null,
  body json not null,
  standing text not null,
  findings json,
  sender text,
  message_id uuid,
  constraint answer_pkey PRIMARY KEY (digest, agency),
  constraint answer_standing_check CHECK ((standing = ANY (ARRAY['taken'::text, 'late'::text, 'unmatched'::text])))
);
CREATE INDEX answer_by_message ON links.answer USING btree (message_id);
CREATE INDEX answer_by_standing ON links.answer USING btree (agency, standing, arrived_at);
comment on table links.answer is 'append-only: every receipt of an agency, once however often it came; distribution key digest';

create table links.arrival (
  digest bytea not null,
  agency text not null,
  name text not null,
  arrived_at timestamp with time zone not null,
  kind text not null,
  findings json,
  content bytea not null,
  constraint arrival_pkey PRIMARY KEY (digest, agency),
  constraint arrival_kind_check CHECK ((kind = ANY (ARRAY['receipts'::text, 'response'::text, 'unreadable'::text])))
);
CREATE INDEX arrival_by_kind ON links.arrival USING btree (agency, kind, arrived_at);
comment on table links.arrival is 'append-only: every piece that came from an agency (zstd), evidence; distribution key digest';

create table links.dispatch (
  sender text not null,
  message_id uuid not null,
  agency text not null,
  root text not null,
  guid text not null,
  made_at timestamp with time zone not null,
  state text not null,
  tries integer not null default 0,
  due_at timestamp with time zone not null,
  first_taken_at timestamp with time zone,
  sent_at timestamp with time zone,
  answered_at timestamp with time zone,
  faults integer not null default 0,
  fault text,
  after uuid[] not null default '{}'::uuid[],
  signed bytea,
  constraint dispatch_pkey PRIMARY KEY (sender, message_id, agency),
  constraint dispatch_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'answered'::text, 'lost'::text, 'failed'::text])))
) with (autovacuum_vacuum_scale_factor=0.02, autovacuum_vacuum_threshold=10000);
CREATE INDEX dispatch_by_message ON links.dispatch USING btree (message_id);
CREATE INDEX dispatch_by_state ON links.dispatch USING btree (agency, state, made_at);
CREATE INDEX dispatch_due ON links.dispatch USING btree (agency, due_at) WHERE (state = ANY (ARRAY['waiting'::text, 'sent'::text]));
comment on table links.dispatch is 'messages to be handed to an agency and what became of each; distribution key sender';

create table links.document (
  sender text not null,
  message_id uuid not null,
  agency text not null,
  place integer not null,
  root text not null,
  order_no text not null,
  business_key text not null,
  named json not null,
  unadvised boolean not null,
  return_status text,
  return_time text,
  constraint document_pkey PRIMARY KEY (sender, message_id, agency, place)
);
CREATE INDEX document_by_order ON links.document USING btree (order_no);
comment on table links.document is 'documents of the messages handed to an agency; distribution key sender';

create table links.reference (
  value text not null,
  root text not null,
  field text not null,
  sender text not null,
  message_id uuid not null,
  agency text not null,
  place integer not null,
  constraint reference_pkey PRIMARY KEY (value, root, field, sender, message_id, agency, place)
);
comment on table links.reference is 'numbers by which receipts name documents handed to an agency; distribution key value';

create table notices.attempt (
  customs_code text not null,
  subscription_id uuid not null,
  seq bigint not null,
  number integer not null,
  began_at timestamp with time zone not null,
  took_ms integer not null,
  address text not null,
  http_status integer,
  fault text,
  answer text,
  constraint attempt_pkey PRIMARY KEY (customs_code, subscription_id, seq, number)
);
comment on table notices.attempt is 'every sending of a delivery and what came back; distribution key customs_code';

create table notices.delivery (
  customs_code text not null,
  subscription_id uuid not null,
  seq bigint generated always as identity,
  event_id text not null,
  kind text not null,
  happened_at timestamp with time zone not null,
  made_at timestamp with time zone not null,
  state text not null,
  tries integer not null default 0,
  tries_in_row integer not null default 0,
  settled_at timestamp with time zone,
  body text not null,
  constraint delivery_pkey PRIMARY KEY (customs_code, subscription_id, seq),
  constraint delivery_customs_code_subscription_id_event_id_key UNIQUE (customs_code, subscription_id, event_id),
  constraint delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'failed'::text])))
);
CREATE INDEX delivery_failed ON notices.delivery USING btree (customs_code, subscription_id, seq) WHERE (state = 'failed'::text);
CREATE INDEX delivery_settled ON notices.delivery USING btree (settled_at) WHERE (state <> 'waiting'::text);
CREATE INDEX delivery_waiting ON notices.delivery USING btree (customs_code, subscription_id, seq) WHERE (state = 'waiting'::text);
comment on table notices.delivery is 'what is to be sent to webhooks and what was, for some weeks; distribution key customs_code';

create table notices.subscription (
  customs_code text not null,
  subscription_id uuid not null,
  address text not null,
  label text not null,
  events text[] not null,
  state text not null,
  disabled_for text,
  made_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  secret text not null,
  former_secret text,
  former_until timestamp with time zone,
  receipts_cursor text not null,
  journal_cursor text not null,
  next_try_at timestamp with time zone,
  taken_by uuid,
  failing_since timestamp with time zone,
  last_delivered_at timestamp with time zone,
  constraint subscription_pkey PRIMARY KEY (customs_code, subscription_id),
  constraint subscription_disabled_for_check CHECK ((disabled_for = ANY (ARRAY['failing'::text, 'gone'::text]))),
  constraint subscription_state_check CHECK ((state = ANY (ARRAY['active'::text, 'paused'::text, 'disabled'::text])))
) with (fillfactor=50);
CREATE INDEX subscription_due ON notices.subscription USING btree (next_try_at) WHERE (state = 'active'::text);
comment on table notices.subscription is 'webhooks of enterprises; distribution key customs_code';

create table orders.import_order (
  sender text not null,
  message_id uuid not null,
  received_at timestamp with time zone not null,
  content_hash uuid not null,
  deleted boolean not null default false,
  return_status text not null,
  return_info text not null,
  guid text not null,
  app_type text not null,
  app_time text not null,
  app_status text not null,
  order_type text not null,
  order_no text not null,
  ebp_code text not null,
  ebp_name text not null,
  ebc_code text not null,
  ebc_name text not null,
  goods_value numeric not null,
  freight numeric not null,
  discount numeric not null,
  tax_total numeric not null,
  actural_paid numeric not null,
  currency text not null,
  buyer_reg_no text,
  buyer_name text,
  buyer_telephone text,
  buyer_id_type text not null,
  buyer_id_number text,
  pay_code text,
  pay_name text,
  pay_transaction_id text,
  batch_numbers text,
  consignee text,
  consignee_telephone text,
  consignee_address text,
  consignee_district text,
  note text,
  sent_for text,
  personal bytea,
  person text,
  constraint import_order_pkey PRIMARY KEY (order_no, ebp_code)
);
CREATE INDEX import_order_of_platform ON orders.import_order USING btree (ebp_code, received_at, order_no) WHERE (ebp_code <> sender);
CREATE INDEX import_order_of_principal ON orders.import_order USING btree (sent_for, received_at, order_no, ebp_code) WHERE (sent_for IS NOT NULL);
CREATE INDEX import_order_of_seller ON orders.import_order USING btree (ebc_code, received_at, order_no, ebp_code) WHERE (ebc_code <> sender);
CREATE INDEX import_order_of_sender ON orders.import_order USING btree (sender, received_at, order_no, ebp_code);
CREATE INDEX import_order_person ON orders.import_order USING btree (person);
comment on table orders.import_order is 'orders of retail imports (CEB311); distribution key order_no';

create table orders.import_order_item (
  order_no text not null,
  ebp_code text not null,
  gnum integer not null,
  item_no text,
  item_name text not null,
  gmodel text not null,
  item_describe text,
  bar_code text,
  unit text not null,
  qty numeric not null,
  price numeric not null,
  total_price numeric not null,
  currency text not null,
  country text not null,
  note text,
  constraint import_order_item_pkey PRIMARY KEY (order_no, ebp_code, gnum)
);
comment on table orders.import_order_item is 'goods lines of orders.import_order; distribution key order_no';

create table paperwork.saved_filter (
  owner uuid not null,
  filter_id uuid not null,
  customs_code text not null,
  page text not null,
  name text not null,
  search text not null,
  shared boolean not null,
  saved_at timestamp with time zone not null,
  constraint saved_filter_pkey PRIMARY KEY (owner, filter_id),
  constraint saved_filter_owner_page_name_key UNIQUE (owner, page, name)
);
CREATE INDEX saved_filter_shared ON paperwork.saved_filter USING btree (customs_code, page) WHERE shared;
comment on table paperwork.saved_filter is 'filters people have saved, by account; distribution key owner';

create table payment_data.attempt (
  session_id text not null,
  number integer not null,
  began_at timestamp with time zone not null,
  ended_at timestamp with time zone not null,
  pay_transaction_id text not null,
  certificate_number text not null,
  http_status integer,
  code text,
  message text,
  fault text,
  sent bytea not null,
  keep_until date not null,
  constraint attempt_pkey PRIMARY KEY (session_id, number)
);
comment on table payment_data.attempt is 'append-only: every realTimeDataUp sent and what came back; distribution key session_id';

create table payment_data.paid_order (
  ebp_code text not null,
  order_no text not null,
  pay_transaction_id text not null,
  recorded_at timestamp with time zone not null,
  place bigint generated always as identity,
  digest bytea not null,
  content bytea not null,
  keep_until date not null,
  constraint paid_order_pkey PRIMARY KEY (ebp_code, order_no, pay_transaction_id)
);
CREATE INDEX paid_order_ebp_code_pay_transaction_id_idx ON payment_data.paid_order USING btree (ebp_code, pay_transaction_id);
CREATE INDEX paid_order_order_no_idx ON payment_data.paid_order USING btree (order_no);
comment on table payment_data.paid_order is 'append-only: orders a payment paid for, as handed in, evidence; distribution key ebp_code';

create table payment_data.payment (
  ebp_code text not null,
  pay_transaction_id text not null,
  recorded_at timestamp with time zone not null,
  handed_in_by uuid not null,
  trading_time text not null,
  digest bytea not null,
  head bytea not null,
  keep_until date not null,
  constraint payment_pkey PRIMARY KEY (ebp_code, pay_transaction_id)
);
CREATE INDEX payment_ebp_code_recorded_at_idx ON payment_data.payment USING btree (ebp_code, recorded_at);
CREATE INDEX payment_recorded_at_idx ON payment_data.payment USING btree (recorded_at);
comment on table payment_data.payment is 'append-only: raw payment records as handed in, evidence; distribution key ebp_code';

create table payment_data.request (
  session_id text not null,
  order_no text not null,
  ebp_code text,
  service_time text not null,
  clock_off_ms bigint not null,
  asked_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  state text not null,
  next_try_at timestamp with time zone not null,
  tries integer not null default 0,
  settled_at timestamp with time zone,
  pay_transaction_id text,
  last_code text,
  last_message text,
  last_fault text,
  keep_until date not null,
  constraint request_pkey PRIMARY KEY (session_id),
  constraint request_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'answered'::text, 'refused'::text, 'overdue'::text])))
);
CREATE INDEX request_asked_at_session_id_idx ON payment_data.request USING btree (asked_at, session_id);
CREATE INDEX request_ebp_code_asked_at_session_id_idx ON payment_data.request USING btree (ebp_code, asked_at, session_id);
CREATE INDEX request_next_try_at_idx ON payment_data.request USING btree (next_try_at) WHERE (state = 'asked'::text);
CREATE INDEX request_order_no_idx ON payment_data.request USING btree (order_no);
comment on table payment_data.request is 'what customs asked for, and how far the answer is; distribution key session_id';

create table payments.import_payment (
  sender text not null,
  message_id uuid not null,
  received_at timestamp with time zone not null,
  content_hash uuid not null,
  deleted boolean not null default false,
  return_status text not null,
  return_info text not null,
  guid text not null,
  app_type text not null,
  app_time text not null,
  app_status text not null,
  pay_code text not null,
  pay_name text not null,
  pay_transaction_id text not null,
  order_no text not null,
  ebp_code text not null,
  ebp_name text not null,
  payer_id_type text not null,
  payer_id_number text,
  payer_name text,
  telephone text,
  amount_paid numeric not null,
  currency text not null,
  pay_time text not null,
  note text,
  sent_for text,
  personal bytea,
  person text,
  constraint import_payment_pkey PRIMARY KEY (order_no, pay_code, pay_transaction_id)
);
CREATE INDEX import_payment_of_principal ON payments.import_payment USING btree (sent_for, received_at, order_no, pay_code, pay_transaction_id) WHERE (sent_for IS NOT NULL);
CREATE INDEX import_payment_of_sender ON payments.import_payment USING btree (sender, received_at, order_no, pay_code, pay_transaction_id);
comment on table payments.import_payment is 'payments for retail imports (CEB411); distribution key order_no';

create table persons.identity (
  account_id uuid not null,
  person text not null,
  confirmed_at timestamp with time zone not null,
  order_no text not null,
  constraint identity_pkey PRIMARY KEY (account_id)
);
CREATE INDEX identity_by_person ON persons.identity USING btree (person);
comment on table persons.identity is 'which person an account is, confirmed by a paper; small, copied to every node';

create table persons.identity_try (
  account_id uuid not null,
  seq bigint generated always as identity,
  tried_at timestamp with time zone not null,
  address text not null,
  confirmed boolean not null,
  constraint identity_try_pkey PRIMARY KEY (account_id, seq)
);
comment on table persons.identity_try is 'append-only: who tried to be confirmed as a person, and whether they were; distribution key account_id';

create table persons.showing (
  number text not null,
  seq bigint generated always as identity,
  kind text not null,
  ebp_code text not null,
  shown_at timestamp with time zone not null,
  persons text[] not null,
  parties text[] not null,
  papers text[] not null,
  reader_id uuid not null,
  role text not null,
  reader text not null,
  address text not null,
  reason text not null,
  constraint showing_pkey PRIMARY KEY (number, seq),
  constraint showing_kind_check CHECK ((kind = ANY (ARRAY['list'::text, 'payment-record'::text, 'own-data'::text])))
);
CREATE INDEX showing_by_party ON persons.showing USING gin (parties);
CREATE INDEX showing_by_person ON persons.showing USING gin (persons);
CREATE INDEX showing_by_time ON persons.showing USING btree (shown_at, number, seq);
comment on table persons.showing is 'append-only: who was shown whose personal data in full, when, from where and why; distribution key number';
comment on column persons.showing.number is 'order number of a list, transaction number of a payment record';
comment on column persons.showing.persons is 'digests of those who were shown, as in the papers';
comment on column persons.showing.parties is 'customs codes of the enterprises whose papers were shown';
comment on column persons.showing.reader is 'customs code of an enterprise, agency and office of an officer';

create table postgres.migration (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name),
  constraint migration_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
comment on table postgres.migration is 'read-only: the files of database/migrations applied here, with the digest of their text; kept on one node';

create table quotas.allowance (
  buyer_key text not null,
  year smallint not null,
  used numeric not null,
  yearly_limit numeric not null,
  constraint allowance_pkey PRIMARY KEY (buyer_key, year),
  constraint within_yearly_limit CHECK (((used >= (0)::numeric) AND (used <= yearly_limit)))
);
comment on table quotas.allowance is 'sum of a buyer''s movements in a calendar year; distribution key buyer_key';

create table quotas.movement (
  buyer_key text not null,
  year smallint not null,
  order_no text not null,
  ebp_code text not null,
  attempt integer not null,
  kind text not null,
  amount numeric not null,
  moved_on date not null,
  constraint movement_pkey PRIMARY KEY (buyer_key, year, order_no, ebp_code, attempt, kind),
  constraint movement_kind_check CHECK ((kind = ANY (ARRAY['reserve'::text, 'give-back'::text])))
);
comment on table quotas.movement is 'append-only: ledger of the yearly allowance; distribution key buyer_key';

create table quotas.weight_movement (
  buyer_key text not null,
  year smallint not null,
  heading text not null,
  order_no text not null,
  ebp_code text not null,
  attempt integer not null,
  kind text not null,
  kg numeric not null,
  constraint weight_movement_pkey PRIMARY KEY (buyer_key, year, heading, order_no, ebp_code, attempt, kind),
  constraint weight_movement_kind_check CHECK ((kind = ANY (ARRAY['reserve'::text, 'give-back'::text])))
);
comment on table quotas.weight_movement is 'append-only: ledger of yearly weights; distribution key buyer_key';

create table registry.enterprise (
  customs_code text not null,
  uscc text not null,
  name text not null,
  customs_office text not null,
  dxp_id text,
  valid_from date not null,
  valid_to date,
  state text not null,
  changed_at timestamp with time zone not null default now(),
  name_en text,
  version integer not null default 1,
  constraint enterprise_pkey PRIMARY KEY (customs_code),
  constraint enterprise_check CHECK ((valid_to >= valid_from)),
  constraint enterprise_state_check CHECK ((state = ANY (ARRAY['active'::text, 'suspended'::text, 'closed'::text]))),
  constraint enterprise_version_check CHECK ((version > 0))
);
comment on table registry.enterprise is 'enterprises registered with customs; small, copied to every node';
comment on column registry.enterprise.customs_code is 'ten characters; what the papers name an enterprise by';
comment on column registry.enterprise.uscc is 'unified social credit code; one firm may hold several customs codes';
comment on column registry.enterprise.dxp_id is 'address on the data exchange platform';
comment on column registry.enterprise.valid_to is 'last day, inclusive; open when null';

create table registry.enterprise_filing (
  customs_code text not null,
  filing_id uuid not null,
  kind text not null,
  state text not null,
  source text not null,
  paper text not null,
  base_version integer not null,
  file jsonb not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  checked_by text,
  decided_by text,
  ticket_digest bytea,
  constraint enterprise_filing_pkey PRIMARY KEY (customs_code, filing_id),
  constraint checked_once_checked CHECK (((state <> ALL (ARRAY['checked'::text, 'approved'::text])) OR (checked_by IS NOT NULL))),
  constraint enterprise_filing_kind_check CHECK ((kind = ANY (ARRAY['register'::text, 'change'::text, 'resume'::text, 'cancel'::text]))),
  constraint enterprise_filing_source_check CHECK ((source = ANY (ARRAY['enterprise'::text, 'public'::text, 'operator'::text]))),
  constraint enterprise_filing_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'applied'::text, 'checked'::text, 'returned'::text, 'approved'::text, 'withdrawn'::text]))),
  constraint four_eyes CHECK (((state <> 'approved'::text) OR ((decided_by IS NOT NULL) AND (decided_by <> checked_by) AND (decided_by <> made_by))))
);
CREATE INDEX enterprise_filing_by_id ON registry.enterprise_filing USING btree (filing_id);
CREATE INDEX enterprise_filing_queue ON registry.enterprise_filing USING btree (changed_at, filing_id) WHERE (state = ANY (ARRAY['draft'::text, 'applied'::text, 'checked'::text, 'returned'::text]));
CREATE UNIQUE INDEX enterprise_filing_open ON registry.enterprise_filing USING btree (customs_code) WHERE ((state = ANY (ARRAY['draft'::text, 'applied'::text, 'checked'::text, 'returned'::text])) AND (source <> 'public'::text));
comment on table registry.enterprise_filing is 'applications of enterprises to be registered, changed, resumed, cancelled; distribution key customs_code';

create table registry.enterprise_role (
  customs_code text not null,
  role text not null,
  constraint enterprise_role_pkey PRIMARY KEY (customs_code, role)
);
comment on table registry.enterprise_role is 'roles an enterprise holds (code list enterprise_role); small, copied to every node';

create table registry.enterprise_version (
  customs_code text not null,
  version integer not null,
  file jsonb not null,
  state text not null,
  cause text not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  paper text not null,
  filing_id uuid,
  reasons text,
  constraint enterprise_version_pkey PRIMARY KEY (customs_code, version),
  constraint enterprise_version_cause_check CHECK ((cause = ANY (ARRAY['registered'::text, 'changed'::text, 'suspended'::text, 'resumed'::text, 'cancelled'::text, 'imported'::text]))),
  constraint enterprise_version_state_check CHECK ((state = ANY (ARRAY['active'::text, 'suspended'::text, 'closed'::text]))),
  constraint enterprise_version_version_check CHECK ((version > 0))
);
comment on table registry.enterprise_version is 'append-only: every version of an enterprise''s file with who, when and from which paper; distribution key customs_code';
comment on column registry.enterprise_version.file is 'EnterpriseFile as JSON; of an identity number only its mask';
comment on column registry.enterprise_version.made_by is 'account or key that did it; who imports names a command';

create table registry.expiry_warning (
  customs_code text not null,
  subject text not null,
  which text not null,
  ends_on date not null,
  notice_days integer not null,
  warned_at timestamp with time zone not null,
  constraint expiry_warning_pkey PRIMARY KEY (customs_code, subject, which, ends_on, notice_days),
  constraint expiry_warning_subject_check CHECK ((subject = ANY (ARRAY['licence'::text, 'certificate'::text, 'registration'::text])))
);
comment on table registry.expiry_warning is 'append-only: warnings that a licence, certificate or registration runs out, each once; distribution key customs_code';

create table registry.file_reading (
  customs_code text not null,
  seq bigint generated always as identity,
  read_by text not null,
  read_at timestamp with time zone not null,
  reason text not null,
  constraint file_reading_pkey PRIMARY KEY (customs_code, seq)
);
comment on table registry.file_reading is 'append-only: who saw the contacts of an enterprise in full, when and why; distribution key customs_code';

create table registry.filing_step (
  customs_code text not null,
  filing_id uuid not null,
  seq bigint generated always as identity,
  step text not null,
  done_by text not null,
  done_at timestamp with time zone not null,
  reasons text,
  constraint filing_step_pkey PRIMARY KEY (customs_code, filing_id, seq),
  constraint filing_step_step_check CHECK ((step = ANY (ARRAY['save'::text, 'apply'::text, 'check'::text, 'return'::text, 'approve'::text, 'withdraw'::text])))
);
comment on table registry.filing_step is 'append-only: what was done with an application, by whom and why; distribution key customs_code';

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
  changed_at timestamp with time zone not null default now(),
  name_en text,
  brand text,
  brand_right text,
  state text not null default 'approved'::text,
  filed_by text not null default 'platform'::text,
  decided_by text,
  spelled text,
  terms text[],
  constraint goods_pkey PRIMARY KEY (ebc_code, item_no),
  constraint goods_check CHECK ((valid_to >= valid_from)),
  constraint goods_four_eyes CHECK (((decided_by IS NULL) OR (decided_by <> filed_by))),
  constraint goods_state_check CHECK ((state = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text, 'withdrawn'::text])))
);
CREATE INDEX goods_queue ON registry.goods USING btree (ebc_code, item_no) WHERE (state = 'filed'::text);
CREATE INDEX goods_terms ON registry.goods USING gin (terms);
CREATE INDEX goods_unspelled ON registry.goods USING btree (ebc_code, item_no) WHERE (terms IS NULL);
comment on table registry.goods is 'goods registered by sellers; distribution key ebc_code';
comment on column registry.goods.item_no is 'the seller''s own number';
comment on column registry.goods.item_record_no is 'number in a bonded account book, for 1210';
comment on column registry.goods.brand_right is 'paper by which the seller may sell the brand: number of a right or letter of authority';
comment on column registry.goods.terms is 'Chinese characters and pairs of them, beginnings of words, of readings and of codes';

create table registry.goods_step (
  ebc_code text not null,
  item_no text not null,
  seq bigint generated always as identity,
  step text not null,
  done_by text not null,
  done_at timestamp with time zone not null,
  reasons text,
  goods jsonb,
  constraint goods_step_pkey PRIMARY KEY (ebc_code, item_no, seq),
  constraint goods_step_step_check CHECK ((step = ANY (ARRAY['import'::text, 'file'::text, 'approve'::text, 'return'::text, 'withdraw'::text])))
);
comment on table registry.goods_step is 'append-only: what was filed of goods and decided, by whom and why; distribution key ebc_code';

create table registry.table_edition (
  table_name text not null,
  edition_id uuid not null,
  state text not null,
  from_day date not null,
  source text not null,
  note text not null,
  rows jsonb not null,
  proposed_by text not null,
  proposed_at timestamp with time zone not null,
  decided_by text,
  decided_at timestamp with time zone,
  reasons text,
  place bigint,
  difference jsonb,
  constraint table_edition_pkey PRIMARY KEY (table_name, edition_id),
  constraint edition_four_eyes CHECK (((state <> 'approved'::text) OR ((decided_by <> proposed_by) AND (place IS NOT NULL)))),
  constraint table_edition_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'returned'::text, 'withdrawn'::text])))
);
CREATE INDEX table_edition_in_force ON registry.table_edition USING btree (place) WHERE (state = 'approved'::text);
comment on table registry.table_edition is 'editions of code lists and of the tariff, with source, day and who proposed and approved them; small, copied to every node';

create table sandbox.authority (
  name text not null,
  certificate text not null,
  private_key text not null,
  made_at timestamp with time zone not null,
  constraint authority_pkey PRIMARY KEY (name)
);
comment on table sandbox.authority is 'the sandbox''s own issuers of certificates, trusted nowhere else; small, copied to every node';
comment on column sandbox.authority.certificate is 'PEM';
comment on column sandbox.authority.private_key is 'PEM; signs certificates of testers and nothing else';

create table sandbox.document (
  sender text not null,
  root text not null,
  document_key text not null,
  guid text not null,
  app_time text not null,
  content_hash text not null,
  deleted boolean not null,
  message_id uuid not null,
  received_at timestamp with time zone not null,
  number text,
  return_status text not null,
  return_info text not null,
  status_time text not null,
  issued json not null,
  content json,
  sealed bytea,
  constraint document_pkey PRIMARY KEY (sender, root, document_key)
);
CREATE INDEX document_invt_no ON sandbox.document USING btree (sender, ((issued ->> 'invtNo'::text)));
comment on table sandbox.document is 'papers the sandbox has taken, as they stand; distribution key sender';
comment on column sandbox.document.number is 'the scripted number; null where the paper had none';
comment on column sandbox.document.status_time is 'returnTime of the receipt the status is from: an older one that comes later does not change it; empty before the first';
comment on column sandbox.document.issued is 'numbers given by the sandbox: preNo, invtNo, rkdNo, sumNo';

create table sandbox.dxp_message (
  sender text not null,
  message_id uuid not null,
  cop_msg_id text not null,
  constraint dxp_message_pkey PRIMARY KEY (sender, message_id)
);
comment on table sandbox.dxp_message is 'append-only: by which CopMsgId a message came over DXP, for the format receipts that speak of it; distribution key sender';

create table sandbox.dxp_peer (
  customs_code text not null,
  dxp_id text not null,
  cursor text not null,
  constraint dxp_peer_pkey PRIMARY KEY (customs_code)
);
comment on table sandbox.dxp_peer is 'enterprises that speak DXP and the last receipt each was sent; small, copied to every node';

create table sandbox.enterprise (
  customs_code text not null,
  dxp_id text not null,
  algorithm text not null,
  certificate_number text not null,
  certificate text not null,
  made_at timestamp with time zone not null,
  constraint enterprise_pkey PRIMARY KEY (customs_code),
  constraint enterprise_algorithm_check CHECK ((algorithm = ANY (ARRAY['sm2'::text, 'rsa'::text])))
);
comment on table sandbox.enterprise is 'enterprises testers have registered, with the certificate their signatures must carry; small, copied to every node';
comment on column sandbox.enterprise.certificate is 'PEM; the private key was given once and is not kept';

create table sandbox.planned_receipt (
  recipient text not null,
  seq bigint generated always as identity,
  due_at timestamp with time zone not null,
  type text not null,
  order_no text,
  return_status text not null,
  return_time text not null,
  return_info text not null,
  body json not null,
  root text not null,
  document_key text not null,
  constraint planned_receipt_pkey PRIMARY KEY (recipient, seq)
);
CREATE INDEX planned_receipt_due ON sandbox.planned_receipt USING btree (due_at);
comment on table sandbox.planned_receipt is 'receipts and pushes that are still to come; distribution key recipient';

create table status.day (
  component text not null,
  day date not null,
  working integer not null,
  slow integer not null,
  down integer not null,
  constraint day_pkey PRIMARY KEY (component, day)
);
comment on table status.day is 'minutes of each day by level; what is missing to the whole day was not measured; small, copied to every node';

create table status.incident (
  incident_id uuid not null,
  component text,
  kind text not null,
  level text not null,
  began_at timestamp with time zone not null,
  until timestamp with time zone,
  ended_at timestamp with time zone,
  constraint incident_pkey PRIMARY KEY (incident_id),
  constraint incident_check CHECK (((kind = 'planned'::text) = (until IS NOT NULL))),
  constraint incident_kind_check CHECK ((kind = ANY (ARRAY['measured'::text, 'reported'::text, 'planned'::text]))),
  constraint incident_level_check CHECK ((level = ANY (ARRAY['slow'::text, 'down'::text])))
);
CREATE INDEX incident_began ON status.incident USING btree (began_at);
CREATE UNIQUE INDEX incident_measured ON status.incident USING btree (component) WHERE ((kind = 'measured'::text) AND (ended_at IS NULL));
comment on table status.incident is 'times the platform was not well, or is planned not to be; small, copied to every node';

create table status.incident_word (
  incident_id uuid not null,
  at timestamp with time zone not null,
  by_id uuid,
  zh text not null,
  en text not null,
  constraint incident_word_pkey PRIMARY KEY (incident_id, at)
);
comment on table status.incident_word is 'append-only: what was said of an incident, as it went on; small, copied to every node';

create table status.measurement (
  component text not null,
  minute timestamp with time zone not null,
  level text not null,
  ms integer,
  constraint measurement_pkey PRIMARY KEY (component, minute),
  constraint measurement_level_check CHECK ((level = ANY (ARRAY['working'::text, 'slow'::text, 'down'::text])))
);
CREATE INDEX measurement_minute ON status.measurement USING btree (minute);
comment on table status.measurement is 'each minute of the last days; small, copied to every node';

create table vault.key (
  name text not null,
  number integer not null,
  wrapped bytea not null,
  wrapped_by text,
  begins_at timestamp with time zone not null,
  made_at timestamp with time zone not null default now(),
  constraint key_pkey PRIMARY KEY (name, number)
);
comment on table vault.key is 'keys that seal data and digest persons, wrapped (AES-256-GCM); small, copied to every node';
comment on column vault.key.wrapped_by is 'which key-encryption key; null only until the first start after 0015, which wraps what was bare';
comment on column vault.key.begins_at is 'from then on it seals; the last that has begun is in use';

create table vault.pass (
  target text not null,
  key_number integer not null,
  reached text[],
  sealed bigint not null default 0,
  seen bigint not null default 0,
  began_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  constraint pass_pkey PRIMARY KEY (target, key_number)
);
comment on table vault.pass is 'how far each table has been sealed by a key: where a pass that was stopped goes on; small, copied to every node';

create table waybills.import_waybill (
  sender text not null,
  message_id uuid not null,
  received_at timestamp with time zone not null,
  content_hash uuid not null,
  deleted boolean not null default false,
  return_status text not null,
  return_info text not null,
  guid text not null,
  app_type text not null,
  app_time text not null,
  app_status text not null,
  logistics_code text not null,
  logistics_name text not null,
  logistics_no text not null,
  bill_no text,
  order_no text not null,
  freight numeric,
  insured_fee numeric,
  currency text not null,
  weight numeric not null,
  pack_no integer not null,
  goods_info text,
  consignee text,
  consignee_address text,
  consignee_telephone text,
  note text,
  sent_for text,
  personal bytea,
  constraint import_waybill_pkey PRIMARY KEY (order_no, logistics_code, logistics_no)
);
CREATE INDEX import_waybill_number ON waybills.import_waybill USING btree (logistics_no, logistics_code);
CREATE INDEX import_waybill_of_principal ON waybills.import_waybill USING btree (sent_for, received_at, order_no, logistics_code, logistics_no) WHERE (sent_for IS NOT NULL);
CREATE INDEX import_waybill_of_sender ON waybills.import_waybill USING btree (sender, received_at, order_no, logistics_code, logistics_no);
comment on table waybills.import_waybill is 'waybills of retail imports (CEB511); distribution key order_no';

alter table registry.enterprise_role add constraint enterprise_role_customs_code_fkey FOREIGN KEY (customs_code) REFERENCES registry.enterprise(customs_code) ON DELETE CASCADE;

alter table status.incident_word add constraint incident_word_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES status.incident(incident_id);
