-- The schema after all migrations, for reading and for tools. Written by `npm run schema`; do not edit.

set check_function_bodies = false;

create schema access;

create schema agencies;
comment on schema agencies is 'what agencies decide about lists, and what they get of them';

create schema b2b;
comment on schema b2b is 'B2B e-commerce export: overseas warehouses, principals, bulk contracts';

create schema bonded;
comment on schema bonded is 'account books of bonded goods';

create schema bulk;

create schema clearance;

create schema declarations;

create schema delegations;
comment on schema delegations is 'who may hand in documents for whom';

create schema desk;

create schema display;
comment on schema display is 'bonded display shops, and goods of account books that are out on display under guarantee';

create schema entry;
comment on schema entry is 'what people write by hand';

create schema exchange;

create schema exports;

create schema gate;
comment on schema gate is 'book checklists, vehicle passes and the gate';

create schema goods_certificates;
comment on schema goods_certificates is 'certificates of goods: filed, accepted, recognised, used up';

create schema guarantees;
comment on schema guarantees is 'guarantees for tax: accounts of guarantor enterprises and every movement of them';

create schema http;

create schema inspections;
comment on schema inspections is 'one inspection for all agencies: orders, calendar, visits, samples';

create schema journal;

create schema links;

create schema notices;

create schema notifications;

create schema orders;

create schema paperwork;
comment on schema paperwork is 'how enterprises look at their documents';

create schema payment_data;

create schema payments;

create schema persons;

create schema postgres;

create schema quotas;

create schema refunds;
comment on schema refunds is 'the tax of exports: eligibility by line, claims, files for the tax bureau';

create schema registry;
comment on schema registry is 'enterprises, their roles, their goods';

create schema reliefs;
comment on schema reliefs is 'tax of lists that passed with less cover, and why';

create schema return_centre;
comment on schema return_centre is 'return centres: parcels of returns, sorted in the zone before they are declared';

create schema returns;
comment on schema returns is 'cancellations and returns';

create schema sampling;
comment on schema sampling is 'random draws of lists to be inspected, that anybody can draw again';

create schema sandbox;

create schema status;

create schema summaries;
comment on schema summaries is 'export lists put together into summary declarations';

create schema taxbills;
comment on schema taxbills is 'tax of released lists: bills, payment certificates, and lists that wait for cover';

create schema transit;
comment on schema transit is 'transfers of goods between customs offices under customs control';

create schema vault;

create schema waybills;

create sequence clearance.invt_no as bigint increment by 1 minvalue 1 maxvalue 999999999 start with 1 cache 1 cycle;

create sequence declarations.pre_no as bigint increment by 1 minvalue 1 maxvalue 999999999 start with 1 cache 1 cycle;

create sequence exports.invt_no as bigint increment by 1 minvalue 1 maxvalue 999999999 start with 1 cache 1 cycle;

create sequence exports.pre_no as bigint increment by 1 minvalue 1 maxvalue 999999999 start with 1 cache 1 cycle;

create sequence gate.paper_no as bigint increment by 1 minvalue 1 maxvalue 999999999 start with 1 cache 1 cycle;

create sequence refunds.claim_no as bigint increment by 1 minvalue 1 maxvalue 9223372036854775807 start with 1 cache 1;

create sequence registry.edition_order as bigint increment by 1 minvalue 1 maxvalue 9223372036854775807 start with 1 cache 1;

create sequence return_centre.parcel_no as bigint increment by 1 minvalue 1 maxvalue 999999999 start with 1 cache 1 cycle;

create sequence returns.pre_no as bigint increment by 1 minvalue 1 maxvalue 999999999 start with 1 cache 1 cycle;

create sequence sandbox.enterprise_number as bigint increment by 1 minvalue 1 maxvalue 9223372036854775807 start with 1 cache 1;

create sequence sandbox.paper_number as bigint increment by 1 minvalue 1 maxvalue 9223372036854775807 start with 1 cache 1;

create sequence summaries.decl_seq_no as bigint increment by 1 minvalue 1 maxvalue 9223372036854775807 start with 1 cache 1;

create sequence summaries.entry_no as bigint increment by 1 minvalue 1 maxvalue 9223372036854775807 start with 1 cache 1;

create sequence summaries.pre_no as bigint increment by 1 minvalue 1 maxvalue 9223372036854775807 start with 1 cache 1;

create sequence summaries.sum_no as bigint increment by 1 minvalue 1 maxvalue 9223372036854775807 start with 1 cache 1;

create sequence taxbills.certificate_no as bigint increment by 1 minvalue 1 maxvalue 9223372036854775807 start with 1 cache 1;

create sequence transit.number as bigint increment by 1 minvalue 1 maxvalue 9223372036854775807 start with 1 cache 1;

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

CREATE OR REPLACE FUNCTION exports.two_officers()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if exists (
    select from exports.proposal p
    where p.order_no = new.order_no and p.ebp_code = new.ebp_code and p.ebc_code = new.ebc_code
      and p.seq = new.proposal and p.officer = new.officer) then
    raise exception 'two officers decide this, one after the other'
      using errcode = 'check_violation', constraint = 'two_officers', table = 'proposal_answer', schema = 'exports';
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
CREATE INDEX account_of_house ON access.account USING btree (role) WHERE (role <> ALL (ARRAY['enterprise'::text, 'consumer'::text]));
CREATE INDEX account_of_staff ON access.account USING btree (staff_number) WHERE (staff_number IS NOT NULL);
comment on table access.account is 'people who sign in, one role each; many are consumers; copied to every node';

create table access.agency_identity (
  identity_id uuid not null,
  provider_id uuid not null,
  subject text not null,
  account_id uuid not null,
  state text not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  confirmed_by text,
  confirmed_at timestamp with time zone,
  last_used_at timestamp with time zone,
  constraint agency_identity_pkey PRIMARY KEY (identity_id),
  constraint agency_identity_account_id_key UNIQUE (account_id),
  constraint agency_identity_provider_id_subject_key UNIQUE (provider_id, subject),
  constraint agency_identity_four_eyes CHECK (((state <> 'active'::text) OR ((confirmed_by IS NOT NULL) AND (confirmed_by <> made_by)))),
  constraint agency_identity_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'active'::text])))
);
CREATE INDEX agency_identity_made ON access.agency_identity USING btree (made_at, identity_id);
comment on table access.agency_identity is 'whom an agency means by whom; small, copied to every node';

create table access.agency_logout (
  provider_id uuid not null,
  token_hash bytea not null,
  ends_at timestamp with time zone not null,
  constraint agency_logout_pkey PRIMARY KEY (provider_id, token_hash)
);
CREATE INDEX agency_logout_end ON access.agency_logout USING btree (ends_at);
comment on table access.agency_logout is 'tokens that have ended sessions, each once; small, copied to every node';

create table access.agency_visit (
  state_hash bytea not null,
  browser_hash bytea not null,
  provider_id uuid not null,
  ends_at timestamp with time zone not null,
  taken_at timestamp with time zone,
  account_id uuid,
  subject text,
  sid text,
  constraint agency_visit_pkey PRIMARY KEY (state_hash)
);
CREATE INDEX agency_visit_end ON access.agency_visit USING btree (ends_at);
comment on table access.agency_visit is 'sign-ins on their way, for minutes; small, copied to every node';

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

create table access.provider (
  provider_id uuid not null,
  short_name text not null,
  issuer text not null,
  client_id text not null,
  client_secret bytea not null,
  settings json not null,
  state text not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  confirmed_by text,
  confirmed_at timestamp with time zone,
  constraint provider_pkey PRIMARY KEY (provider_id),
  constraint provider_issuer_key UNIQUE (issuer),
  constraint provider_short_name_key UNIQUE (short_name),
  constraint provider_four_eyes CHECK (((state <> 'active'::text) OR ((confirmed_by IS NOT NULL) AND (confirmed_by <> changed_by)))),
  constraint provider_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'active'::text, 'stopped'::text])))
);
comment on table access.provider is 'agencies that sign their own people in; small, copied to every node';

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
  provider_id uuid,
  subject text,
  sid text,
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_session_id_key UNIQUE (session_id),
  constraint session_check CHECK ((num_nonnulls(account_id, key_id) = 1))
);
CREATE INDEX session_end ON access.session USING btree (ends_at);
CREATE INDEX session_of_account ON access.session USING btree (account_id);
CREATE INDEX session_of_provider ON access.session USING btree (provider_id, subject) WHERE (provider_id IS NOT NULL);
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

create table agencies.answer (
  agency text not null,
  answer_id text not null,
  delivery_id text not null,
  word text not null,
  reason text not null,
  said_at timestamp with time zone not null,
  arrived_at timestamp with time zone not null,
  standing text not null,
  constraint answer_pkey PRIMARY KEY (agency, answer_id),
  constraint answer_standing_check CHECK ((standing = ANY (ARRAY['taken'::text, 'late'::text, 'unmatched'::text])))
);
CREATE INDEX answer_by_time ON agencies.answer USING btree (agency, arrived_at DESC, answer_id);
comment on table agencies.answer is 'append-only: what agencies answered over their links; distribution key agency';

create table agencies.decision (
  order_no text not null,
  ebp_code text not null,
  seq bigint generated always as identity,
  attempt integer not null,
  agency text not null,
  word text not null,
  judge text not null,
  reason text not null,
  by_whom text not null,
  at timestamp with time zone not null,
  ebc_code text not null default ''::text,
  constraint decision_pkey PRIMARY KEY (order_no, seq),
  constraint decision_judge_check CHECK ((judge = ANY (ARRAY['engine'::text, 'live'::text, 'officer'::text, 'inspection'::text, 'certificate'::text]))),
  constraint decision_word_check CHECK ((word = ANY (ARRAY['positive'::text, 'negative'::text, 'inspect'::text])))
);
CREATE INDEX decision_of_list ON agencies.decision USING btree (order_no, ebp_code, ebc_code, attempt, agency);
comment on table agencies.decision is 'append-only: what agencies said of lists, word by word; distribution key order_no';

create table agencies.delivery (
  order_no text not null,
  ebp_code text not null,
  attempt integer not null,
  agency text not null,
  delivery_id uuid not null,
  state text not null,
  tries integer not null default 0,
  made_at timestamp with time zone not null,
  next_try_at timestamp with time zone not null,
  delivered_at timestamp with time zone,
  fault text,
  digest text,
  ebc_code text not null default ''::text,
  constraint delivery_pkey PRIMARY KEY (order_no, ebp_code, ebc_code, attempt, agency),
  constraint delivery_order_no_delivery_id_key UNIQUE (order_no, delivery_id),
  constraint delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'failed'::text])))
) with (fillfactor=70);
CREATE INDEX delivery_by_id ON agencies.delivery USING btree (delivery_id);
CREATE INDEX delivery_by_state ON agencies.delivery USING btree (agency, state, made_at DESC, delivery_id);
CREATE INDEX delivery_due ON agencies.delivery USING btree (agency, next_try_at) WHERE (state = 'waiting'::text);
comment on table agencies.delivery is 'questions on their way to agencies over their links; distribution key order_no';

create table agencies.link (
  agency text not null,
  address text not null,
  secret text not null,
  judge text not null,
  cursor text not null default ''::text,
  revision integer not null default 1,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  last_good_at timestamp with time zone,
  failing_since timestamp with time zone,
  fault text,
  next_look_at timestamp with time zone not null,
  constraint link_pkey PRIMARY KEY (agency),
  constraint link_judge_check CHECK ((judge = ANY (ARRAY['engine'::text, 'live'::text])))
);
comment on table agencies.link is 'where agencies are reached and how the link is; kept on one node';

create table agencies.question (
  order_no text not null,
  ebp_code text not null,
  attempt integer not null,
  agency text not null,
  requirements text[] not null,
  state text not null,
  judge text not null,
  since timestamp with time zone not null,
  decided_at timestamp with time zone,
  recipient text not null,
  inspecting text,
  ebc_code text not null default ''::text,
  constraint question_pkey PRIMARY KEY (order_no, ebp_code, ebc_code, attempt, agency),
  constraint inspecting_once_asked CHECK (((inspecting IS NULL) OR (judge = ANY (ARRAY['officer'::text, 'inspection'::text])))),
  constraint question_judge_check CHECK ((judge = ANY (ARRAY['engine'::text, 'live'::text, 'officer'::text, 'inspection'::text, 'certificate'::text]))),
  constraint question_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'positive'::text, 'negative'::text, 'void'::text]))),
  constraint waiting_has_no_time CHECK (((state = 'waiting'::text) = (decided_at IS NULL)))
) with (fillfactor=70);
CREATE INDEX question_decided ON agencies.question USING btree (agency, decided_at DESC, order_no, ebp_code, ebc_code) WHERE (state <> 'waiting'::text);
CREATE INDEX question_inspecting ON agencies.question USING btree (order_no, ebp_code) WHERE ((state = 'waiting'::text) AND (inspecting IS NOT NULL));
CREATE INDEX question_waiting ON agencies.question USING btree (agency, since, order_no, ebp_code, ebc_code) WHERE (state = 'waiting'::text);
comment on table agencies.question is 'which agency has to decide about which list, and how it stands; distribution key order_no';
comment on column agencies.question.inspecting is 'ground on which the agency has the list inspected; its result is the agency''s word';

create table agencies.sending (
  order_no text not null,
  ebp_code text not null,
  seq bigint generated always as identity,
  agency text not null,
  way text not null,
  why text not null,
  fields text[] not null,
  digest text not null,
  at timestamp with time zone not null,
  by_whom text not null,
  ebc_code text not null default ''::text,
  constraint sending_pkey PRIMARY KEY (order_no, ebp_code, ebc_code, seq),
  constraint sending_way_check CHECK ((way = ANY (ARRAY['link'::text, 'desk'::text])))
);
CREATE INDEX sending_by_time ON agencies.sending USING btree (agency, at DESC);
comment on table agencies.sending is 'append-only: which fields of which list which agency got, when and why; distribution key order_no';

create table b2b.agency_contract (
  agent text not null,
  contract_no text not null,
  principal_uscc text not null,
  principal_name text not null,
  principal text,
  goods text not null,
  valid_from date not null,
  valid_to date not null,
  state text not null,
  proposed_at timestamp with time zone not null,
  proposed_by text not null,
  settled_at timestamp with time zone,
  settled_by text,
  constraint agency_contract_pkey PRIMARY KEY (agent, contract_no),
  constraint agency_contract_check CHECK ((valid_to >= valid_from)),
  constraint agency_contract_check1 CHECK ((agent IS DISTINCT FROM principal)),
  constraint agency_contract_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'in-force'::text, 'ended'::text, 'declined'::text])))
);
CREATE INDEX agency_contract_by_principal ON b2b.agency_contract USING btree (principal, agent, contract_no);
comment on table b2b.agency_contract is 'contracts of agents with their principals (R-3.6); distribution key agent';

create table b2b.agency_export (
  agent text not null,
  export_no text not null,
  contract_no text not null,
  principal_uscc text not null,
  principal_name text not null,
  amount_cny numeric(19,2) not null,
  exported_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint agency_export_pkey PRIMARY KEY (agent, export_no),
  constraint agency_export_amount_cny_check CHECK ((amount_cny > (0)::numeric))
);
CREATE INDEX agency_export_by_day ON b2b.agency_export USING btree (exported_on, agent, export_no);
comment on table b2b.agency_export is 'append-only: the real principal and amount of each export by an agent; distribution key agent';

create table b2b.batch (
  enterprise text not null,
  batch_no text not null,
  warehouse_no text not null,
  consignee text not null,
  packages integer not null,
  gross_weight numeric(19,5) not null,
  planned_on date not null,
  seller_kind text not null,
  state text not null,
  booked_at timestamp with time zone not null,
  booked_by text not null,
  export_no text,
  departed_on date,
  claimed_on date,
  constraint batch_pkey PRIMARY KEY (enterprise, batch_no),
  constraint batch_check CHECK (((state = 'departed'::text) = (departed_on IS NOT NULL))),
  constraint batch_check1 CHECK (((claimed_on IS NULL) OR (state = 'departed'::text))),
  constraint batch_gross_weight_check CHECK ((gross_weight > (0)::numeric)),
  constraint batch_packages_check CHECK ((packages > 0)),
  constraint batch_seller_kind_check CHECK ((seller_kind = ANY (ARRAY['trader'::text, 'factory'::text]))),
  constraint batch_state_check CHECK ((state = ANY (ARRAY['booked'::text, 'departed'::text, 'cancelled'::text])))
);
CREATE INDEX batch_by_time ON b2b.batch USING btree (booked_at, enterprise, batch_no);
CREATE UNIQUE INDEX batch_by_export ON b2b.batch USING btree (enterprise, export_no);
comment on table b2b.batch is 'goods booked into an overseas warehouse (9810); distribution key enterprise';

create table b2b.batch_line (
  enterprise text not null,
  batch_no text not null,
  line integer not null,
  goods_no text not null,
  gcode text not null,
  gname text not null,
  unit text not null,
  quantity numeric(19,5) not null,
  net_purchase numeric(19,2) not null,
  refund_rate numeric(7,5),
  sold_at_claim numeric(19,5),
  constraint batch_line_pkey PRIMARY KEY (enterprise, batch_no, line),
  constraint batch_line_check CHECK (((sold_at_claim IS NULL) OR ((sold_at_claim >= (0)::numeric) AND (sold_at_claim <= quantity)))),
  constraint batch_line_line_check CHECK ((line > 0)),
  constraint batch_line_net_purchase_check CHECK ((net_purchase >= (0)::numeric)),
  constraint batch_line_quantity_check CHECK ((quantity > (0)::numeric))
);
comment on table b2b.batch_line is 'goods of a batch; distribution key enterprise';

create table b2b.bulk_contract (
  seller text not null,
  contract_no text not null,
  buyer text not null,
  country text not null,
  gcode text not null,
  gname text not null,
  unit text not null,
  quantity numeric(19,5) not null,
  tolerance_percent numeric(5,2) not null,
  unit_price numeric(19,5) not null,
  currency text not null,
  deliver_from date not null,
  deliver_to date not null,
  state text not null,
  delivered numeric(19,5) not null default 0,
  made_at timestamp with time zone not null,
  made_by text not null,
  closed_at timestamp with time zone,
  constraint bulk_contract_pkey PRIMARY KEY (seller, contract_no),
  constraint bulk_contract_check CHECK ((deliver_to >= deliver_from)),
  constraint bulk_contract_delivered_check CHECK ((delivered >= (0)::numeric)),
  constraint bulk_contract_quantity_check CHECK ((quantity > (0)::numeric)),
  constraint bulk_contract_state_check CHECK ((state = ANY (ARRAY['open'::text, 'fulfilled'::text, 'ended-short'::text]))),
  constraint bulk_contract_tolerance_percent_check CHECK (((tolerance_percent >= (0)::numeric) AND (tolerance_percent <= (100)::numeric))),
  constraint bulk_contract_unit_price_check CHECK ((unit_price >= (0)::numeric)),
  constraint fulfilled_is_enough CHECK (((state <> 'fulfilled'::text) OR (delivered >= (quantity * ((1)::numeric - (tolerance_percent / (100)::numeric)))))),
  constraint within_tolerance CHECK ((delivered <= (quantity * ((1)::numeric + (tolerance_percent / (100)::numeric)))))
);
comment on table b2b.bulk_contract is 'contracts of bulk goods and what was delivered on them; distribution key seller';

create table b2b.bulk_delivery (
  seller text not null,
  contract_no text not null,
  export_no text not null,
  quantity numeric(19,5) not null,
  delivered_on date not null,
  total numeric(19,5) not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint bulk_delivery_pkey PRIMARY KEY (seller, contract_no, export_no),
  constraint bulk_delivery_quantity_check CHECK ((quantity > (0)::numeric))
);
comment on table b2b.bulk_delivery is 'append-only: deliveries on contracts of bulk goods; distribution key seller';

create table b2b.stock (
  enterprise text not null,
  batch_no text not null,
  line integer not null,
  place text not null,
  quantity numeric(19,5) not null,
  constraint stock_pkey PRIMARY KEY (enterprise, batch_no, line, place),
  constraint never_less_than_nothing CHECK ((quantity >= (0)::numeric)),
  constraint stock_place_check CHECK ((place = ANY (ARRAY['transit'::text, 'warehouse'::text, 'sold'::text, 'returned'::text, 'lost'::text])))
) with (fillfactor=50);
comment on table b2b.stock is 'how much of a line lies where; the sum of its movements; distribution key enterprise';

create table b2b.stock_movement (
  enterprise text not null,
  batch_no text not null,
  line integer not null,
  movement_no bigint generated always as identity,
  at timestamp with time zone not null,
  day date not null,
  kind text not null,
  quantity numeric(19,5) not null,
  reference text not null,
  proof text,
  amount numeric(19,2),
  currency text,
  by_whom text not null,
  constraint stock_movement_pkey PRIMARY KEY (enterprise, batch_no, line, movement_no),
  constraint told_once UNIQUE (enterprise, batch_no, line, kind, reference),
  constraint stock_movement_check CHECK (((kind <> 'sell'::text) OR ((proof IS NOT NULL) AND (amount IS NOT NULL) AND (currency IS NOT NULL)))),
  constraint stock_movement_kind_check CHECK ((kind = ANY (ARRAY['depart'::text, 'receive'::text, 'sell'::text, 'return'::text, 'lose'::text, 'lose-in-transit'::text]))),
  constraint stock_movement_quantity_check CHECK ((quantity > (0)::numeric))
);
comment on table b2b.stock_movement is 'append-only: what became of goods abroad; distribution key enterprise';

create table b2b.warehouse (
  enterprise text not null,
  warehouse_no text not null,
  name text not null,
  operator text not null,
  tenure text not null,
  country text not null,
  city text not null,
  address text not null,
  area_m2 numeric(12,2) not null,
  contract_no text not null,
  contract_from date not null,
  contract_to date not null,
  registration_no text,
  filed_at timestamp with time zone not null,
  filed_by text not null,
  closed_on date,
  revision integer not null default 1,
  constraint warehouse_pkey PRIMARY KEY (enterprise, warehouse_no),
  constraint warehouse_area_m2_check CHECK ((area_m2 > (0)::numeric)),
  constraint warehouse_check CHECK ((contract_to >= contract_from)),
  constraint warehouse_tenure_check CHECK ((tenure = ANY (ARRAY['own'::text, 'leased'::text, 'third-party'::text, 'platform'::text])))
);
comment on table b2b.warehouse is 'overseas warehouses by exporter; distribution key enterprise';

create table bonded.balance (
  book_no text not null,
  item_no integer not null,
  place text not null,
  quantity numeric(19,5) not null,
  constraint balance_pkey PRIMARY KEY (book_no, item_no, place),
  constraint balance_place_check CHECK ((place = ANY (ARRAY['stock'::text, 'display'::text, 'pending'::text]))),
  constraint never_negative CHECK ((quantity >= (0)::numeric))
) with (fillfactor=50);
comment on table bonded.balance is 'how much of an item lies where; the sum of its movements; distribution key book_no';

create table bonded.book (
  book_no text not null,
  owner text not null,
  trade_mode text not null,
  customs_code text not null,
  area_code text not null,
  area_name text not null,
  opened_on date not null,
  valid_to date not null,
  revision integer not null default 1,
  constraint book_pkey PRIMARY KEY (book_no),
  constraint book_check CHECK ((valid_to >= opened_on)),
  constraint book_trade_mode_check CHECK ((trade_mode = ANY (ARRAY['1210'::text, '1239'::text])))
);
CREATE INDEX book_by_owner ON bonded.book USING btree (owner, book_no);
comment on table bonded.book is 'account books by number; distribution key book_no';

create table bonded.counted (
  book_no text not null,
  count_id uuid not null,
  item_no integer not null,
  counted numeric(19,5) not null,
  in_book numeric(19,5) not null,
  constraint counted_pkey PRIMARY KEY (book_no, count_id, item_no),
  constraint counted_counted_check CHECK ((counted >= (0)::numeric))
);
comment on table bonded.counted is 'what was counted of each item; distribution key book_no';

create table bonded.item (
  book_no text not null,
  item_no integer not null,
  item_record_no text not null,
  goods_no text not null,
  gcode text not null,
  gname text not null,
  unit text not null,
  unit_value numeric(19,5) not null,
  constraint item_pkey PRIMARY KEY (book_no, item_no),
  constraint item_item_no_check CHECK ((item_no > 0)),
  constraint item_unit_value_check CHECK ((unit_value >= (0)::numeric))
);
CREATE UNIQUE INDEX item_by_record ON bonded.item USING btree (book_no, item_record_no);
comment on table bonded.item is 'goods of an account book; distribution key book_no';

create table bonded.movement (
  book_no text not null,
  item_no integer not null,
  movement_no bigint generated always as identity,
  at timestamp with time zone not null,
  day date not null,
  kind text not null,
  from_place text,
  to_place text,
  quantity numeric(19,5) not null,
  cause text not null,
  reference text not null,
  line integer not null,
  by_whom text not null,
  note text not null default ''::text,
  expires_on date,
  stock_after numeric(19,5) not null,
  constraint movement_pkey PRIMARY KEY (book_no, item_no, movement_no),
  constraint written_once UNIQUE (book_no, item_no, cause, reference, line),
  constraint comes_from_somewhere CHECK ((from_place IS DISTINCT FROM to_place)),
  constraint movement_from_place_check CHECK ((from_place = ANY (ARRAY['stock'::text, 'display'::text, 'pending'::text]))),
  constraint movement_kind_check CHECK ((kind = ANY (ARRAY['IN'::text, 'OUT'::text, 'RETURN'::text, 'ADJUST'::text, 'DISPLAY'::text, 'MOVE'::text]))),
  constraint movement_quantity_check CHECK ((quantity > (0)::numeric)),
  constraint movement_to_place_check CHECK ((to_place = ANY (ARRAY['stock'::text, 'display'::text, 'pending'::text])))
);
CREATE INDEX movement_by_day ON bonded.movement USING btree (book_no, day, movement_no);
comment on table bonded.movement is 'append-only: every movement of bonded goods and what it was for; distribution key book_no';

create table bonded.stock_count (
  book_no text not null,
  count_id uuid not null,
  state text not null,
  note text not null,
  proposed_by text not null,
  proposed_at timestamp with time zone not null,
  settled_by text,
  settled_at timestamp with time zone,
  reason text not null default ''::text,
  constraint stock_count_pkey PRIMARY KEY (book_no, count_id),
  constraint stock_count_check CHECK ((settled_by <> proposed_by)),
  constraint stock_count_check1 CHECK (((state = 'proposed'::text) = (settled_at IS NULL))),
  constraint stock_count_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'rejected'::text])))
);
CREATE INDEX stock_count_by_id ON bonded.stock_count USING btree (count_id);
CREATE INDEX stock_count_by_time ON bonded.stock_count USING btree (book_no, proposed_at);
comment on table bonded.stock_count is 'stock counts of a book, proposed by its enterprise and approved by customs; distribution key book_no';

create table bonded.transfer (
  from_book text not null,
  transfer_id uuid not null,
  from_item integer not null,
  to_book text not null,
  to_item integer not null,
  quantity numeric(19,5) not null,
  state text not null,
  sender text not null,
  receiver text not null,
  note text not null,
  proposed_by text not null,
  proposed_at timestamp with time zone not null,
  settled_by text,
  settled_at timestamp with time zone,
  constraint transfer_pkey PRIMARY KEY (from_book, transfer_id),
  constraint transfer_check CHECK ((from_book <> to_book)),
  constraint transfer_check1 CHECK (((state = 'proposed'::text) = (settled_at IS NULL))),
  constraint transfer_quantity_check CHECK ((quantity > (0)::numeric)),
  constraint transfer_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text])))
);
CREATE INDEX transfer_by_id ON bonded.transfer USING btree (transfer_id);
CREATE INDEX transfer_by_receiver ON bonded.transfer USING btree (receiver, proposed_at);
CREATE INDEX transfer_by_sender ON bonded.transfer USING btree (sender, proposed_at);
CREATE INDEX transfer_by_time ON bonded.transfer USING btree (proposed_at, transfer_id);
comment on table bonded.transfer is 'moves of goods between two account books: both post or neither; distribution key from_book';

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
  made_by text,
  constraint file_pkey PRIMARY KEY (customs_code, file_id),
  constraint file_state_check CHECK ((state = ANY (ARRAY['uploading'::text, 'reading'::text, 'read'::text, 'handing-in'::text, 'done'::text, 'unreadable'::text, 'cancelled'::text])))
) with (fillfactor=50);
CREATE INDEX file_due ON bulk.file USING btree (state, served_at) WHERE (state = ANY (ARRAY['reading'::text, 'handing-in'::text]));
CREATE INDEX file_past ON bulk.file USING btree (changed_at);
comment on table bulk.file is 'tables of documents that enterprises have uploaded, and how far each is; distribution key customs_code';
comment on column bulk.file.made_by is 'account or key that uploaded it; null for those from before it was kept';

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
  erased_at timestamp with time zone,
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

create table display.consignment (
  display_no text not null,
  shop_id uuid not null,
  owner text not null,
  book_no text not null,
  customs_code text not null,
  checklist_no text not null,
  state text not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  out_on date,
  due_on date,
  prolonged_by text,
  told_at timestamp with time zone,
  settled_at timestamp with time zone,
  constraint consignment_pkey PRIMARY KEY (display_no),
  constraint consignment_check CHECK (((out_on IS NULL) = (due_on IS NULL))),
  constraint consignment_check1 CHECK (((state = ANY (ARRAY['made'::text, 'cancelled'::text])) = (out_on IS NULL))),
  constraint consignment_check2 CHECK (((state = ANY (ARRAY['closed'::text, 'cancelled'::text])) = (settled_at IS NOT NULL))),
  constraint consignment_state_check CHECK ((state = ANY (ARRAY['made'::text, 'out'::text, 'closed'::text, 'cancelled'::text])))
);
CREATE INDEX consignment_by_owner ON display.consignment USING btree (owner, made_at, display_no);
CREATE INDEX consignment_by_shop ON display.consignment USING btree (shop_id) WHERE (state = ANY (ARRAY['made'::text, 'out'::text]));
CREATE INDEX consignment_by_time ON display.consignment USING btree (made_at, display_no);
CREATE INDEX consignment_untold ON display.consignment USING btree (due_on) WHERE ((state = 'out'::text) AND (told_at IS NULL));
comment on table display.consignment is 'goods of a book on their way to a display shop, there, or gone from it; distribution key display_no';

create table display.counted (
  display_no text not null,
  count_id uuid not null,
  item_no integer not null,
  counted numeric(19,5) not null,
  expected numeric(19,5) not null,
  constraint counted_pkey PRIMARY KEY (display_no, count_id, item_no),
  constraint counted_check CHECK ((counted <= expected)),
  constraint counted_counted_check CHECK ((counted >= (0)::numeric))
);
comment on table display.counted is 'what was counted of each item at a display shop; distribution key display_no';

create table display.goods (
  display_no text not null,
  item_no integer not null,
  gname text not null,
  unit text not null,
  quantity numeric(19,5) not null,
  value numeric(19,5) not null,
  cover numeric(19,5) not null,
  on_way numeric(19,5) not null default 0,
  back numeric(19,5) not null default 0,
  sold numeric(19,5) not null default 0,
  lost numeric(19,5) not null default 0,
  constraint goods_pkey PRIMARY KEY (display_no, item_no),
  constraint goods_back_check CHECK ((back >= (0)::numeric)),
  constraint goods_cover_check CHECK ((cover >= (0)::numeric)),
  constraint goods_lost_check CHECK ((lost >= (0)::numeric)),
  constraint goods_on_way_check CHECK ((on_way >= (0)::numeric)),
  constraint goods_quantity_check CHECK ((quantity > (0)::numeric)),
  constraint goods_sold_check CHECK ((sold >= (0)::numeric)),
  constraint goods_value_check CHECK ((value >= (0)::numeric)),
  constraint never_more_than_went CHECK (((((on_way + back) + sold) + lost) <= quantity))
);
comment on table display.goods is 'goods on display by item of their book, and what became of them; distribution key display_no';

create table display.paper (
  display_no text not null,
  paper_no text not null,
  kind text not null,
  state text not null,
  hand_over text,
  lists integer not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  constraint paper_pkey PRIMARY KEY (display_no, paper_no),
  constraint paper_check CHECK (((kind = 'sale'::text) = (hand_over IS NOT NULL))),
  constraint paper_check1 CHECK (((kind = 'return'::text) OR (state = 'done'::text))),
  constraint paper_hand_over_check CHECK ((hand_over = ANY (ARRAY['pick-up'::text, 'courier'::text]))),
  constraint paper_kind_check CHECK ((kind = ANY (ARRAY['return'::text, 'sale'::text]))),
  constraint paper_state_check CHECK ((state = ANY (ARRAY['made'::text, 'done'::text, 'cancelled'::text])))
);
CREATE INDEX paper_by_no ON display.paper USING btree (paper_no);
comment on table display.paper is 'returns and sales of goods on display; distribution key display_no';

create table display.paper_goods (
  display_no text not null,
  paper_no text not null,
  item_no integer not null,
  quantity numeric(19,5) not null,
  constraint paper_goods_pkey PRIMARY KEY (display_no, paper_no, item_no),
  constraint paper_goods_quantity_check CHECK ((quantity > (0)::numeric))
);
comment on table display.paper_goods is 'append-only: what came back or was sold by a paper; distribution key display_no';

create table display.shop (
  owner text not null,
  shop_id uuid not null,
  name text not null,
  address text not null,
  customs_code text not null,
  state text not null,
  pick_up boolean not null default false,
  proposed_by text not null,
  proposed_at timestamp with time zone not null,
  settled_by text,
  settled_at timestamp with time zone,
  reason text not null default ''::text,
  constraint shop_pkey PRIMARY KEY (owner, shop_id),
  constraint four_eyes CHECK ((settled_by <> proposed_by)),
  constraint shop_check CHECK (((state = 'proposed'::text) = (settled_at IS NULL))),
  constraint shop_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'rejected'::text, 'closed'::text])))
);
CREATE INDEX shop_by_id ON display.shop USING btree (shop_id);
CREATE INDEX shop_by_time ON display.shop USING btree (proposed_at, shop_id);
comment on table display.shop is 'display shops outside the zone, applied for by an enterprise and approved by customs; distribution key owner';

create table display.shop_count (
  display_no text not null,
  count_id uuid not null,
  state text not null,
  note text not null,
  proposed_by text not null,
  proposed_at timestamp with time zone not null,
  settled_by text,
  settled_at timestamp with time zone,
  reason text not null default ''::text,
  constraint shop_count_pkey PRIMARY KEY (display_no, count_id),
  constraint count_four_eyes CHECK ((settled_by <> proposed_by)),
  constraint shop_count_check CHECK (((state = 'proposed'::text) = (settled_at IS NULL))),
  constraint shop_count_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'rejected'::text])))
);
CREATE INDEX shop_count_by_id ON display.shop_count USING btree (count_id);
comment on table display.shop_count is 'counts at a display shop, handed in by its enterprise and approved by customs; distribution key display_no';

create table entry.draft (
  owner uuid not null,
  draft_id uuid not null,
  customs_code text not null,
  kind text not null,
  order_no text not null,
  app_type text not null,
  revision integer not null,
  made_at timestamp with time zone not null,
  saved_at timestamp with time zone not null,
  content bytea not null,
  constraint draft_pkey PRIMARY KEY (owner, draft_id),
  constraint draft_app_type_check CHECK ((app_type = ANY (ARRAY['1'::text, '2'::text]))),
  constraint draft_kind_check CHECK ((kind = ANY (ARRAY['order'::text, 'payment'::text, 'waybill'::text, 'declaration'::text])))
);
comment on table entry.draft is 'documents people have begun to write, until they hand them in or throw them away; distribution key owner';

create table entry.hand_in (
  order_no text not null,
  guid text not null,
  root text not null,
  customs_code text not null,
  handed_in_by uuid not null,
  handed_in_at timestamp with time zone not null,
  reason text,
  constraint hand_in_pkey PRIMARY KEY (order_no, guid)
);
comment on table entry.hand_in is 'append-only: who had a document handed in by hand, written down before it goes; distribution key order_no';

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
  owner_id uuid,
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
  erased_at timestamp with time zone,
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

create table exchange.superseded (
  order_no text not null,
  seq bigint generated always as identity,
  root text not null,
  key text not null,
  guid text not null,
  app_type text not null,
  sender text not null,
  sent_for text,
  message_id uuid not null,
  received_at timestamp with time zone not null,
  constraint superseded_pkey PRIMARY KEY (order_no, seq)
);
comment on table exchange.superseded is 'append-only: versions of documents in whose place others have come, their content is in their messages; distribution key order_no';

create table exports.arrival (
  official_pre_no text not null,
  sender text not null,
  sent_for text,
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
  customs_code text not null,
  cop_no text not null,
  pre_no text,
  operator_code text not null,
  operator_name text not null,
  loct_no text,
  ie_flag text not null,
  traf_mode text not null,
  bill_no text,
  domestic_traf_no text not null,
  logistics_code text not null,
  logistics_name text not null,
  msg_count integer not null,
  msg_seq_no integer not null,
  note text,
  constraint arrival_pkey PRIMARY KEY (cop_no, operator_code, msg_seq_no)
);
comment on table exports.arrival is 'arrivals of export parcels at a site, part by part (CEB507); distribution key cop_no';

create table exports.arrival_item (
  cop_no text not null,
  operator_code text not null,
  msg_seq_no integer not null,
  gnum integer not null,
  logistics_no text not null,
  total_package_no text,
  note text,
  constraint arrival_item_pkey PRIMARY KEY (cop_no, operator_code, msg_seq_no, gnum)
);
CREATE INDEX arrival_item_waybill ON exports.arrival_item USING btree (logistics_no);
comment on table exports.arrival_item is 'lines of exports.arrival; distribution key cop_no';

create table exports.decision (
  order_no text not null,
  ebp_code text not null,
  ebc_code text not null,
  attempt integer not null,
  step integer not null,
  accepted_at timestamp with time zone not null,
  decided_at timestamp with time zone not null,
  judge text not null,
  outcome text not null,
  return_status text not null,
  return_info text not null,
  rulebook text not null,
  assessment json not null,
  constraint decision_pkey PRIMARY KEY (order_no, ebp_code, ebc_code, attempt, step),
  constraint decision_judge_check CHECK ((judge = ANY (ARRAY['engine'::text, 'advice'::text, 'officer'::text, 'customs'::text, 'sender'::text]))),
  constraint decision_outcome_check CHECK ((outcome = ANY (ARRAY['forwarded'::text, 'concluded'::text, 'released'::text, 'held'::text, 'refused'::text, 'withdrawn'::text, 'cancelled'::text, 'closed'::text])))
);
comment on table exports.decision is 'append-only: every decision on an export list with what led to it; distribution key order_no';

create table exports.departure (
  official_pre_no text not null,
  sender text not null,
  sent_for text,
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
  customs_code text not null,
  cop_no text not null,
  pre_no text,
  logistics_code text not null,
  logistics_name text not null,
  traf_mode text not null,
  traf_name text,
  voyage_no text,
  bill_no text,
  leave_time text not null,
  msg_count integer not null,
  msg_seq_no integer not null,
  note text,
  constraint departure_pkey PRIMARY KEY (cop_no, logistics_code, msg_seq_no)
);
comment on table exports.departure is 'departures of export parcels, part by part (CEB509); distribution key cop_no';

create table exports.departure_item (
  cop_no text not null,
  logistics_code text not null,
  msg_seq_no integer not null,
  gnum integer not null,
  total_package_no text,
  logistics_no text not null,
  note text,
  constraint departure_item_pkey PRIMARY KEY (cop_no, logistics_code, msg_seq_no, gnum)
);
CREATE INDEX departure_item_waybill ON exports.departure_item USING btree (logistics_no);
comment on table exports.departure_item is 'lines of exports.departure; distribution key cop_no';

create table exports.export_list (
  official_pre_no text not null,
  sender text not null,
  sent_for text,
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
  customs_code text not null,
  ebp_code text not null,
  ebp_name text not null,
  order_no text not null,
  logistics_code text not null,
  logistics_name text not null,
  logistics_no text not null,
  cop_no text not null,
  pre_no text,
  invt_no text,
  ie_flag text not null,
  port_code text not null,
  ie_date text not null,
  statistics_flag text not null,
  agent_code text not null,
  agent_name text not null,
  ebc_code text not null,
  ebc_name text not null,
  owner_code text not null,
  owner_name text not null,
  iac_code text,
  iac_name text,
  ems_no text,
  trade_mode text not null,
  traf_mode text not null,
  traf_name text,
  voyage_no text,
  bill_no text,
  total_package_no text,
  loct_no text,
  license_no text,
  country text not null,
  pod text not null,
  freight numeric not null,
  f_currency text not null,
  f_flag text not null,
  insured_fee numeric not null,
  i_currency text not null,
  i_flag text not null,
  wrap_type text not null,
  pack_no integer not null,
  gross_weight numeric not null,
  net_weight numeric not null,
  note text,
  constraint export_list_pkey PRIMARY KEY (order_no, ebp_code, ebc_code)
);
CREATE INDEX export_list_received ON exports.export_list USING btree (received_at, order_no, ebp_code, ebc_code);
comment on table exports.export_list is 'declaration lists of exports (CEB603); distribution key order_no';

create table exports.export_list_item (
  order_no text not null,
  ebp_code text not null,
  ebc_code text not null,
  gnum integer not null,
  item_no text not null,
  item_record_no text,
  item_name text,
  gcode text not null,
  gname text not null,
  gmodel text not null,
  bar_code text not null,
  country text not null,
  currency text not null,
  qty numeric not null,
  qty1 numeric not null,
  qty2 numeric,
  unit text not null,
  unit1 text not null,
  unit2 text,
  price numeric not null,
  total_price numeric not null,
  note text,
  constraint export_list_item_pkey PRIMARY KEY (order_no, ebp_code, ebc_code, gnum)
);
comment on table exports.export_list_item is 'lines of exports.export_list; distribution key order_no';

create table exports.export_order (
  sender text not null,
  sent_for text,
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
  currency text not null,
  note text,
  constraint export_order_pkey PRIMARY KEY (order_no, ebp_code, ebc_code)
);
comment on table exports.export_order is 'orders of exports, retail, between firms and bookings of warehouses (CEB303); distribution key order_no';

create table exports.export_order_item (
  order_no text not null,
  ebp_code text not null,
  ebc_code text not null,
  gnum integer not null,
  item_no text not null,
  item_name text not null,
  item_describe text,
  bar_code text,
  unit text not null,
  currency text not null,
  qty numeric not null,
  price numeric not null,
  total_price numeric not null,
  note text,
  constraint export_order_item_pkey PRIMARY KEY (order_no, ebp_code, ebc_code, gnum)
);
comment on table exports.export_order_item is 'lines of exports.export_order; distribution key order_no';

create table exports.export_payment (
  sender text not null,
  sent_for text,
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
  ebp_code text not null,
  ebp_name text not null,
  ebc_code text not null,
  ebc_name text not null,
  order_no text not null,
  pay_code text,
  pay_name text not null,
  pay_no text,
  charge numeric not null,
  currency text not null,
  accounting_date text not null,
  note text,
  constraint export_payment_pkey PRIMARY KEY (order_no, ebp_code, ebc_code)
);
comment on table exports.export_payment is 'payments received for exports (CEB403); distribution key order_no';

create table exports.export_waybill (
  sender text not null,
  sent_for text,
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
  freight numeric not null,
  insured_fee numeric not null,
  currency text not null,
  gross_weight numeric not null,
  pack_no integer not null,
  goods_info text not null,
  ebc_code text,
  ebc_name text,
  ebc_telephone text,
  note text,
  constraint export_waybill_pkey PRIMARY KEY (logistics_no, logistics_code)
);
comment on table exports.export_waybill is 'waybills of exports, which name no order (CEB505); distribution key logistics_no';

create table exports.master_list (
  official_pre_no text not null,
  sender text not null,
  sent_for text,
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
  customs_code text not null,
  cop_no text not null,
  pre_no text,
  agent_code text not null,
  agent_name text not null,
  loct_no text,
  traf_mode text not null,
  traf_name text not null,
  voyage_no text not null,
  bill_no text not null,
  domestic_traf_no text,
  gross_weight numeric not null,
  logistics_code text not null,
  logistics_name text not null,
  msg_count integer not null,
  msg_seq_no integer not null,
  note text,
  constraint master_list_pkey PRIMARY KEY (cop_no, agent_code, msg_seq_no)
);
comment on table exports.master_list is 'master lists: which waybills go under one master bill, part by part (CEB607); distribution key cop_no';

create table exports.master_list_item (
  cop_no text not null,
  agent_code text not null,
  msg_seq_no integer not null,
  gnum integer not null,
  total_package_no text,
  logistics_no text not null,
  invt_no text,
  note text,
  constraint master_list_item_pkey PRIMARY KEY (cop_no, agent_code, msg_seq_no, gnum)
);
CREATE INDEX master_list_item_waybill ON exports.master_list_item USING btree (logistics_no);
comment on table exports.master_list_item is 'lines of exports.master_list; distribution key cop_no';

create table exports.proposal (
  order_no text not null,
  ebp_code text not null,
  ebc_code text not null,
  seq bigint generated always as identity,
  attempt integer not null,
  step integer not null,
  at timestamp with time zone not null,
  act text not null,
  reason text not null,
  note text not null,
  four_eyes text not null,
  officer text not null,
  constraint proposal_pkey PRIMARY KEY (order_no, ebp_code, ebc_code, seq),
  constraint proposal_act_check CHECK ((act = ANY (ARRAY['release'::text, 'refuse'::text, 'inspect'::text])))
);
comment on table exports.proposal is 'append-only: what an officer proposes of a held export list for another to confirm; distribution key order_no';

create table exports.proposal_answer (
  order_no text not null,
  ebp_code text not null,
  ebc_code text not null,
  proposal bigint not null,
  at timestamp with time zone not null,
  answer text not null,
  note text not null,
  officer text not null,
  constraint proposal_answer_pkey PRIMARY KEY (order_no, ebp_code, ebc_code, proposal),
  constraint proposal_answer_answer_check CHECK ((answer = ANY (ARRAY['confirmed'::text, 'rejected'::text])))
);
CREATE TRIGGER two_officers BEFORE INSERT ON exports.proposal_answer FOR EACH ROW WHEN ((new.answer = 'confirmed'::text)) EXECUTE FUNCTION exports.two_officers();
comment on table exports.proposal_answer is 'append-only: what another officer said to a proposal, or that it was taken back; distribution key order_no';

create table exports.standing (
  order_no text not null,
  ebp_code text not null,
  ebc_code text not null,
  attempt integer not null,
  step integer not null,
  outcome text not null,
  return_status text not null,
  goods text not null default 'awaited'::text,
  pre_no text not null,
  invt_no text,
  trade_mode text not null,
  statistics_flag text not null,
  finish text,
  customs_code text not null,
  port_code text not null,
  agent_code text not null,
  recipient text not null,
  logistics_code text not null,
  logistics_no text not null,
  value_cny numeric,
  accepted_at timestamp with time zone not null,
  decided_at timestamp with time zone not null,
  arrival text,
  arrived_at timestamp with time zone,
  departure text,
  departed_at timestamp with time zone,
  closed_at timestamp with time zone,
  constraint standing_pkey PRIMARY KEY (order_no, ebp_code, ebc_code),
  constraint goods_have_papers CHECK ((((goods = 'awaited'::text) = (arrival IS NULL)) AND ((goods = 'departed'::text) = (departure IS NOT NULL)))),
  constraint standing_goods_check CHECK ((goods = ANY (ARRAY['awaited'::text, 'arrived'::text, 'departed'::text])))
);
CREATE INDEX standing_arrival ON exports.standing USING btree (arrival) WHERE (arrival IS NOT NULL);
CREATE INDEX standing_departure ON exports.standing USING btree (departure) WHERE (departure IS NOT NULL);
CREATE INDEX standing_number ON exports.standing USING btree (invt_no);
CREATE INDEX standing_outcome ON exports.standing USING btree (outcome, decided_at);
CREATE INDEX standing_recipient ON exports.standing USING btree (recipient, decided_at);
CREATE INDEX standing_waybill ON exports.standing USING btree (logistics_no, logistics_code);
comment on table exports.standing is 'how each export list stands, by its latest decision and the papers of its goods; distribution key order_no';

create table exports.standing_count (
  recipient text not null,
  outcome text not null,
  trade_mode text not null,
  lists bigint not null,
  constraint standing_count_pkey PRIMARY KEY (recipient, outcome, trade_mode)
);
comment on table exports.standing_count is 'how many export lists of a sender stand how; small, copied to every node';

create table exports.waiting (
  order_no text not null,
  ebp_code text not null,
  ebc_code text not null,
  recipient text not null,
  trade_mode text not null,
  logistics_code text not null,
  logistics_no text not null,
  attempt integer not null,
  accepted_at timestamp with time zone not null,
  deadline timestamp with time zone not null,
  constraint waiting_pkey PRIMARY KEY (order_no, ebp_code, ebc_code)
) with (autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=20000);
CREATE INDEX waiting_waybill ON exports.waiting USING btree (logistics_no);
comment on table exports.waiting is 'accepted export lists not yet judged; distribution key order_no';

create table gate.checklist (
  book_no text not null,
  checklist_no text not null,
  direction text not null,
  owner text not null,
  customs_code text not null,
  state text not null,
  entry_no text,
  gross_kg numeric(19,5) not null,
  lists integer not null,
  pass_no text,
  made_by text not null,
  made_at timestamp with time zone not null,
  settled_by text,
  settled_at timestamp with time zone,
  reason text not null default ''::text,
  purpose text not null default 'goods'::text,
  constraint checklist_pkey PRIMARY KEY (book_no, checklist_no),
  constraint checklist_check1 CHECK (((state <> 'approved'::text) OR (direction = 'in'::text))),
  constraint checklist_direction_check CHECK ((direction = ANY (ARRAY['out'::text, 'in'::text]))),
  constraint checklist_gross_kg_check CHECK ((gross_kg >= (0)::numeric)),
  constraint checklist_purpose_check CHECK ((purpose = ANY (ARRAY['goods'::text, 'display'::text]))),
  constraint checklist_state_check CHECK ((state = ANY (ARRAY['made'::text, 'approved'::text, 'passed'::text, 'cancelled'::text]))),
  constraint entry_is_declared CHECK ((((direction = 'in'::text) AND (purpose = 'goods'::text)) = (entry_no IS NOT NULL)))
);
CREATE INDEX checklist_by_no ON gate.checklist USING btree (checklist_no);
CREATE INDEX checklist_by_owner ON gate.checklist USING btree (owner, made_at, checklist_no);
CREATE INDEX checklist_by_pass ON gate.checklist USING btree (pass_no) WHERE (pass_no IS NOT NULL);
CREATE INDEX checklist_by_time ON gate.checklist USING btree (made_at, checklist_no);
CREATE UNIQUE INDEX checklist_by_entry ON gate.checklist USING btree (book_no, entry_no) WHERE (state <> 'cancelled'::text);
comment on table gate.checklist is 'what is set aside of a book to leave it, or declared to come in; distribution key book_no';

create table gate.checklist_goods (
  book_no text not null,
  checklist_no text not null,
  item_no integer not null,
  quantity numeric(19,5) not null,
  expires_on date,
  constraint checklist_goods_pkey PRIMARY KEY (book_no, checklist_no, item_no),
  constraint checklist_goods_quantity_check CHECK ((quantity > (0)::numeric))
);
comment on table gate.checklist_goods is 'goods of a checklist by item of its book; distribution key book_no';

create table gate.draw (
  day text not null,
  purpose text not null,
  rate text not null,
  seed_digest text not null,
  seed text not null,
  committed_at timestamp with time zone not null,
  constraint draw_pkey PRIMARY KEY (day)
);
comment on table gate.draw is 'commitments to random checks at the gate, a day each; small, copied to every node';

create table gate.listed (
  order_no text not null,
  ebp_code text not null,
  paper_no text not null,
  invt_no text not null,
  gross_kg numeric(19,5) not null,
  live boolean not null default true,
  constraint listed_pkey PRIMARY KEY (order_no, ebp_code, paper_no)
);
CREATE INDEX listed_by_paper ON gate.listed USING btree (paper_no);
CREATE UNIQUE INDEX listed_once ON gate.listed USING btree (order_no, ebp_code) WHERE live;
comment on table gate.listed is 'lists on checklists and passes, each on one that counts; distribution key order_no';

create table gate.pass (
  pass_no text not null,
  owner text not null,
  customs_code text not null,
  direction text not null,
  plate text not null,
  tare_kg numeric(19,5) not null,
  packing_kg numeric(19,5) not null,
  goods_kg numeric(19,5) not null,
  state text not null,
  checklists integer not null,
  lists integer not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  drawn_on date,
  drawn boolean,
  check_result text not null default 'none'::text,
  check_note text not null default ''::text,
  checked_by text,
  checked_at timestamp with time zone,
  settled_at timestamp with time zone,
  constraint pass_pkey PRIMARY KEY (pass_no),
  constraint pass_check CHECK (((state = ANY (ARRAY['passed'::text, 'void'::text])) = (settled_at IS NOT NULL))),
  constraint pass_check1 CHECK (((drawn_on IS NULL) = (drawn IS NULL))),
  constraint pass_check2 CHECK (((check_result = 'none'::text) = (checked_at IS NULL))),
  constraint pass_check_result_check CHECK ((check_result = ANY (ARRAY['none'::text, 'clear'::text, 'found'::text]))),
  constraint pass_direction_check CHECK ((direction = ANY (ARRAY['out'::text, 'in'::text]))),
  constraint pass_goods_kg_check CHECK ((goods_kg >= (0)::numeric)),
  constraint pass_packing_kg_check CHECK ((packing_kg >= (0)::numeric)),
  constraint pass_state_check CHECK ((state = ANY (ARRAY['made'::text, 'stopped'::text, 'passed'::text, 'void'::text]))),
  constraint pass_tare_kg_check CHECK ((tare_kg > (0)::numeric))
);
CREATE INDEX pass_by_draw ON gate.pass USING btree (drawn_on, pass_no) WHERE (drawn_on IS NOT NULL);
CREATE INDEX pass_by_owner ON gate.pass USING btree (owner, made_at, pass_no);
CREATE INDEX pass_by_time ON gate.pass USING btree (made_at, pass_no);
CREATE INDEX pass_stopped ON gate.pass USING btree (pass_no) WHERE (state = 'stopped'::text);
comment on table gate.pass is 'passes of vehicles, each good once; distribution key pass_no';

create table gate.passage (
  gate text not null,
  event_no text not null,
  at timestamp with time zone not null,
  pass_no text not null,
  owner text,
  plate text not null,
  weight_kg numeric(19,5),
  answer text not null,
  reasons jsonb not null,
  asked_by text not null,
  constraint passage_pkey PRIMARY KEY (gate, event_no),
  constraint passage_answer_check CHECK ((answer = ANY (ARRAY['open'::text, 'stop'::text])))
);
CREATE INDEX passage_by_owner ON gate.passage USING btree (owner, at);
CREATE INDEX passage_by_pass ON gate.passage USING btree (pass_no);
CREATE INDEX passage_by_time ON gate.passage USING btree (at, gate, event_no);
comment on table gate.passage is 'append-only: every coming of a vehicle to a gate and what was answered; distribution key gate';

create table goods_certificates.certificate (
  owner text not null,
  certificate_id uuid not null,
  kind text not null,
  number text not null,
  issuer text not null,
  gcode text not null,
  origin text,
  valid_from date not null,
  valid_to date not null,
  quantity numeric(19,5),
  used numeric(19,5) not null default 0,
  state text not null,
  filed_by text not null,
  filed_at timestamp with time zone not null,
  decided_by text,
  decided_at timestamp with time zone,
  reason text,
  constraint certificate_pkey PRIMARY KEY (owner, certificate_id),
  constraint certificate_state_check CHECK ((state = ANY (ARRAY['filed'::text, 'accepted'::text, 'refused'::text, 'withdrawn'::text]))),
  constraint decided_has_officer CHECK (((state = ANY (ARRAY['accepted'::text, 'refused'::text])) = (decided_by IS NOT NULL))),
  constraint never_overused CHECK (((used >= (0)::numeric) AND (used <= COALESCE(quantity, (0)::numeric)))),
  constraint valid_in_order CHECK ((valid_to >= valid_from))
);
CREATE INDEX certificate_by_id ON goods_certificates.certificate USING btree (certificate_id);
CREATE INDEX certificate_by_time ON goods_certificates.certificate USING btree (filed_at DESC, certificate_id DESC);
CREATE UNIQUE INDEX certificate_number ON goods_certificates.certificate USING btree (owner, kind, number) WHERE (state = ANY (ARRAY['filed'::text, 'accepted'::text]));
comment on table goods_certificates.certificate is 'certificates of goods filed by their sellers; distribution key owner';

create table goods_certificates.paper (
  owner text not null,
  certificate_id uuid not null,
  media_type text not null,
  size_bytes integer not null,
  digest bytea not null,
  content bytea not null,
  added_at timestamp with time zone not null,
  constraint paper_pkey PRIMARY KEY (owner, certificate_id),
  constraint paper_media_type_check CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'image/jpeg'::text, 'image/png'::text])))
);
comment on table goods_certificates.paper is 'the certificates themselves as files, sealed; distribution key owner';

create table goods_certificates.use (
  owner text not null,
  certificate_id uuid not null,
  order_no text not null,
  ebp_code text not null,
  attempt integer not null,
  requirement text not null,
  recognition text not null,
  quantity numeric(19,5) not null,
  at timestamp with time zone not null,
  given_back_at timestamp with time zone,
  constraint use_pkey PRIMARY KEY (owner, certificate_id, order_no, ebp_code, attempt, requirement)
);
CREATE INDEX use_of_list ON goods_certificates.use USING btree (order_no, ebp_code) WHERE (given_back_at IS NULL);
comment on table goods_certificates.use is 'which lists a certificate answered for; distribution key owner';

create table guarantees.account (
  guarantor text not null,
  cover numeric(19,5) not null default 0,
  available numeric(19,5) not null default 0,
  reserved numeric(19,5) not null default 0,
  beyond numeric(19,5) not null default 0,
  lapsing numeric(19,5) not null default 0,
  warn_below numeric(19,5) not null default 0,
  warned_at timestamp with time zone,
  opened_at timestamp with time zone not null,
  constraint account_pkey PRIMARY KEY (guarantor),
  constraint account_beyond_check CHECK ((beyond >= (0)::numeric)),
  constraint account_lapsing_check CHECK ((lapsing >= (0)::numeric)),
  constraint account_reserved_check CHECK ((reserved >= (0)::numeric)),
  constraint account_warn_below_check CHECK ((warn_below >= (0)::numeric)),
  constraint both_sides_equal CHECK (((available + reserved) = (cover + beyond))),
  constraint never_below_zero CHECK ((available >= (0)::numeric))
) with (fillfactor=50);
comment on table guarantees.account is 'one row a guarantor, the sum of its movements; distribution key guarantor';

create table guarantees.instrument (
  guarantor text not null,
  instrument_id uuid not null,
  kind text not null,
  paper_no text not null,
  issuer text not null,
  amount numeric(19,5) not null,
  valid_from date not null,
  valid_to date,
  state text not null,
  proposed_by text not null,
  proposed_at timestamp with time zone not null,
  settled_by text,
  settled_at timestamp with time zone,
  reason text not null default ''::text,
  constraint instrument_pkey PRIMARY KEY (guarantor, instrument_id),
  constraint four_eyes CHECK ((settled_by <> proposed_by)),
  constraint instrument_amount_check CHECK ((amount > (0)::numeric)),
  constraint instrument_check CHECK (((state = 'proposed'::text) = (settled_at IS NULL))),
  constraint instrument_check1 CHECK ((valid_to >= valid_from)),
  constraint instrument_kind_check CHECK ((kind = ANY (ARRAY['cash'::text, 'letter'::text, 'insurance'::text]))),
  constraint instrument_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'in-force'::text, 'rejected'::text, 'lapsed'::text])))
);
CREATE INDEX instrument_by_id ON guarantees.instrument USING btree (instrument_id);
CREATE INDEX instrument_by_time ON guarantees.instrument USING btree (proposed_at, instrument_id);
CREATE INDEX instrument_ending ON guarantees.instrument USING btree (valid_to) WHERE (state = 'in-force'::text);
CREATE UNIQUE INDEX instrument_by_paper ON guarantees.instrument USING btree (guarantor, paper_no) WHERE (state <> 'rejected'::text);
comment on table guarantees.instrument is 'cash, letters and policies a guarantor gives, proposed by one and confirmed by another; distribution key guarantor';

create table guarantees.movement (
  guarantor text not null,
  movement_no bigint generated always as identity,
  at timestamp with time zone not null,
  day date not null,
  kind text not null,
  cause text not null,
  reference text not null,
  available_by numeric(19,5) not null,
  reserved_by numeric(19,5) not null,
  outside_by numeric(19,5) not null,
  beyond_by numeric(19,5) not null,
  available_after numeric(19,5) not null,
  reserved_after numeric(19,5) not null,
  by_whom text not null,
  constraint movement_pkey PRIMARY KEY (guarantor, movement_no),
  constraint written_once UNIQUE (guarantor, cause, reference),
  constraint balanced CHECK (((((available_by + reserved_by) + outside_by) + beyond_by) = (0)::numeric)),
  constraint movement_kind_check CHECK ((kind = ANY (ARRAY['TOPUP'::text, 'LAPSE'::text, 'RESERVE'::text, 'VOID'::text, 'POST'::text]))),
  constraint moves_something CHECK (((available_by <> (0)::numeric) OR (reserved_by <> (0)::numeric) OR (beyond_by <> (0)::numeric)))
);
CREATE INDEX movement_by_day ON guarantees.movement USING btree (guarantor, day, movement_no);
CREATE INDEX movement_for_display ON guarantees.movement USING btree (guarantor) WHERE (cause = ANY (ARRAY['display'::text, 'display-freed'::text, 'display-lost'::text]));
comment on table guarantees.movement is 'append-only: every movement of a guarantee account and what it was for; distribution key guarantor';

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

create table inspections.closed_day (
  site_code text not null,
  day date not null,
  why text not null,
  constraint closed_day_pkey PRIMARY KEY (site_code, day)
);
comment on table inspections.closed_day is 'holidays and other days a site is closed; distribution key site_code';

create table inspections.hold (
  group_key text not null,
  inspection_id uuid not null,
  order_no text not null,
  ebp_code text not null,
  agency text not null,
  ground text not null,
  attempt integer not null,
  note text not null,
  sample_wanted boolean not null,
  trade_mode text not null,
  goods_name text not null,
  hs_chapter text not null,
  origin text not null,
  recipient text not null,
  opened_by text not null,
  opened_at timestamp with time zone not null,
  state text not null,
  reason text,
  found text not null default ''::text,
  ended_by text,
  ended_at timestamp with time zone,
  constraint hold_pkey PRIMARY KEY (group_key, inspection_id, order_no, ebp_code, agency, ground),
  constraint hold_state_check CHECK ((state = ANY (ARRAY['open'::text, 'conforming'::text, 'nonconforming'::text, 'recognised'::text, 'lapsed'::text]))),
  constraint nonconforming_has_reason CHECK (((state = ANY (ARRAY['nonconforming'::text, 'recognised'::text])) = (reason IS NOT NULL))),
  constraint open_has_no_end CHECK (((state = 'open'::text) = (ended_at IS NULL)))
);
CREATE INDEX hold_by_list ON inspections.hold USING btree (order_no, ebp_code);
CREATE INDEX hold_nonconforming ON inspections.hold USING btree (ended_at) WHERE (state = 'nonconforming'::text);
comment on table inspections.hold is 'what each agency wants inspected of a list, and what was found; distribution key group_key';

create table inspections.inspection (
  group_key text not null,
  inspection_id uuid not null,
  state text not null,
  customs_code text not null,
  parties text[] not null,
  site_code text,
  starts_at timestamp with time zone,
  booked_by text,
  no_shows integer not null default 0,
  officer jsonb,
  second_officer jsonb,
  opened_at timestamp with time zone not null,
  begun_at timestamp with time zone,
  ended_at timestamp with time zone,
  revision integer not null default 1,
  constraint inspection_pkey PRIMARY KEY (group_key, inspection_id),
  constraint begun_has_officer CHECK ((((state <> ALL (ARRAY['begun'::text, 'closed'::text])) OR (officer IS NOT NULL)) AND ((begun_at IS NULL) = (officer IS NULL)))),
  constraint booked_has_slot CHECK (((num_nonnulls(site_code, starts_at, booked_by) = ANY (ARRAY[0, 3])) AND ((state <> 'booked'::text) OR (site_code IS NOT NULL)))),
  constraint ended_has_end CHECK (((state = ANY (ARRAY['closed'::text, 'lapsed'::text])) = (ended_at IS NOT NULL))),
  constraint inspection_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'booked'::text, 'begun'::text, 'closed'::text, 'lapsed'::text]))),
  constraint two_officers CHECK (((officer ->> 'id'::text) <> (second_officer ->> 'id'::text)))
);
CREATE INDEX inspection_by_id ON inspections.inspection USING btree (inspection_id);
CREATE INDEX inspection_by_party ON inspections.inspection USING gin (parties);
CREATE INDEX inspection_by_slot ON inspections.inspection USING btree (site_code, starts_at) WHERE (site_code IS NOT NULL);
CREATE INDEX inspection_by_time ON inspections.inspection USING btree (opened_at, inspection_id);
CREATE UNIQUE INDEX inspection_to_come ON inspections.inspection USING btree (group_key) WHERE (state = ANY (ARRAY['waiting'::text, 'booked'::text]));
comment on table inspections.inspection is 'orders to inspect, one a consignment and visit; distribution key group_key';

create table inspections.opening (
  site_code text not null,
  weekday smallint not null,
  opens_minute smallint not null,
  closes_minute smallint not null,
  from_day date not null,
  to_day date,
  capacity integer not null,
  constraint opening_pkey PRIMARY KEY (site_code, weekday, opens_minute, from_day),
  constraint opening_capacity_check CHECK (((capacity >= 1) AND (capacity <= 1000))),
  constraint opening_check CHECK ((closes_minute > opens_minute)),
  constraint opening_check1 CHECK ((to_day >= from_day)),
  constraint opening_closes_minute_check CHECK (((closes_minute >= 1) AND (closes_minute <= 1440))),
  constraint opening_opens_minute_check CHECK (((opens_minute >= 0) AND (opens_minute <= 1439))),
  constraint opening_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);
comment on table inspections.opening is 'weekly hours of a site, each for a time; distribution key site_code';

create table inspections.photo (
  group_key text not null,
  inspection_id uuid not null,
  photo_id uuid not null,
  order_no text,
  ebp_code text,
  shows text not null,
  media_type text not null,
  width integer not null,
  height integer not null,
  size_bytes integer not null,
  digest bytea not null,
  content bytea not null,
  added_by text not null,
  added_at timestamp with time zone not null,
  constraint photo_pkey PRIMARY KEY (group_key, inspection_id, photo_id),
  constraint photo_once UNIQUE (group_key, inspection_id, digest),
  constraint photo_height_check CHECK ((height > 0)),
  constraint photo_media_type_check CHECK ((media_type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text, 'image/webp'::text]))),
  constraint photo_width_check CHECK ((width > 0))
);
comment on table inspections.photo is 'photos of visits, without what was hidden in them, sealed; distribution key group_key';

create table inspections.sample (
  group_key text not null,
  inspection_id uuid not null,
  sample_no text not null,
  order_no text not null,
  ebp_code text not null,
  agency text not null,
  ground text not null,
  what text not null,
  seal_no text not null,
  state text not null,
  laboratory text,
  report_no text,
  changed_at timestamp with time zone not null,
  constraint sample_pkey PRIMARY KEY (group_key, inspection_id, sample_no),
  constraint on_its_way_somewhere CHECK (((state = 'taken'::text) OR (laboratory IS NOT NULL))),
  constraint sample_state_check CHECK ((state = ANY (ARRAY['taken'::text, 'sent'::text, 'received'::text, 'conforming'::text, 'nonconforming'::text]))),
  constraint tested_has_report CHECK (((state = ANY (ARRAY['conforming'::text, 'nonconforming'::text])) = (report_no IS NOT NULL)))
);
comment on table inspections.sample is 'samples and where each is: taken, sent, received, tested; distribution key group_key';

create table inspections.site (
  site_code text not null,
  name_zh text not null,
  name_en text not null,
  customs_code text not null,
  address text not null,
  slot_minutes integer not null,
  revision integer not null default 1,
  constraint site_pkey PRIMARY KEY (site_code),
  constraint site_slot_minutes_check CHECK (((slot_minutes >= 10) AND (slot_minutes <= 480)))
);
comment on table inspections.site is 'places where goods are inspected, filed by the park; distribution key site_code';

create table inspections.slot (
  site_code text not null,
  starts_at timestamp with time zone not null,
  capacity integer not null,
  taken integer not null,
  constraint slot_pkey PRIMARY KEY (site_code, starts_at),
  constraint never_overbooked CHECK ((taken <= capacity)),
  constraint slot_capacity_check CHECK ((capacity > 0)),
  constraint slot_taken_check CHECK ((taken >= 0))
);
comment on table inspections.slot is 'slots somebody has booked, and how many have; distribution key site_code';

create table inspections.step (
  group_key text not null,
  inspection_id uuid not null,
  step_no bigint generated always as identity,
  at timestamp with time zone not null,
  kind text not null,
  by_whom text not null,
  entry_id uuid,
  body jsonb not null,
  constraint step_pkey PRIMARY KEY (group_key, inspection_id, step_no),
  constraint entered_once UNIQUE (group_key, inspection_id, entry_id)
);
comment on table inspections.step is 'append-only: everything that was done about an inspection; distribution key group_key';

create table journal.entry (
  tx xid8 not null default pg_current_xact_id(),
  seq bigint generated always as identity,
  at timestamp with time zone not null,
  kind text not null,
  subject text not null,
  body json not null,
  constraint entry_pkey PRIMARY KEY (tx, seq)
);
CREATE INDEX entry_act ON journal.entry USING btree (at, tx, seq, kind, subject) WHERE ((kind !~~ 'declaration-%'::text) AND (kind !~~ 'payment-data-%'::text) AND (kind !~~ 'export-%'::text) AND (kind <> ALL (ARRAY['dispatch-lost'::text, 'dispatch-failed'::text, 'webhook-disabled'::text, 'key-expiring'::text, 'certificate-expiring'::text, 'enterprise-expiry-near'::text, 'transit-alert-raised'::text, 'tax-certificate-made'::text, 'tax-due-soon'::text, 'tax-overdue'::text, 'guarantee-low'::text, 'guarantee-lapsed'::text, 'summary-due'::text, 'summary-overdue'::text, 'summary-made'::text, 'summary-empty'::text, 'agency-link-down'::text, 'gate-opened'::text, 'gate-stopped'::text])));
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

create table notifications.address (
  account_id uuid not null,
  sealed bytea,
  confirmed_at timestamp with time zone,
  proposed bytea,
  proposed_at timestamp with time zone,
  code_tries integer not null default 0,
  language text not null,
  time_zone text not null,
  digest text not null,
  digest_hour integer not null,
  next_digest_at timestamp with time zone,
  stopped_for text,
  refused_in_row integer not null default 0,
  constraint address_pkey PRIMARY KEY (account_id),
  constraint address_digest_check CHECK ((digest = ANY (ARRAY['off'::text, 'hourly'::text, 'daily'::text]))),
  constraint address_digest_hour_check CHECK (((digest_hour >= 0) AND (digest_hour <= 23))),
  constraint address_stopped_for_check CHECK ((stopped_for = ANY (ARRAY['unsubscribed'::text, 'refused'::text])))
);
CREATE INDEX address_digest ON notifications.address USING btree (next_digest_at) WHERE ((confirmed_at IS NOT NULL) AND (stopped_for IS NULL));
comment on table notifications.address is 'where people get mail, and how they wish it; distribution key account_id';

create table notifications.mail (
  account_id uuid not null,
  mail_key text not null,
  kind text not null,
  made_at timestamp with time zone not null,
  state text not null,
  tries integer not null default 0,
  next_try_at timestamp with time zone not null,
  taken_by uuid,
  settled_at timestamp with time zone,
  fault text,
  answer text,
  constraint mail_pkey PRIMARY KEY (account_id, mail_key),
  constraint mail_kind_check CHECK ((kind = ANY (ARRAY['code'::text, 'immediate'::text, 'digest'::text]))),
  constraint mail_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'uncertain'::text, 'dropped'::text])))
);
CREATE INDEX mail_due ON notifications.mail USING btree (next_try_at) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text]));
CREATE INDEX mail_made ON notifications.mail USING btree (made_at);
CREATE INDEX mail_of_person ON notifications.mail USING btree (account_id, kind, made_at);
comment on table notifications.mail is 'mails to people, on their way and gone, without what they say; distribution key account_id';

create table notifications.notification (
  account_id uuid not null,
  seq bigint generated always as identity,
  kind text not null,
  gather_key text not null,
  count integer not null,
  first_at timestamp with time zone not null,
  happened_at timestamp with time zone not null,
  about text not null,
  place text not null,
  read_at timestamp with time zone,
  shown boolean not null,
  mail text not null,
  mail_key text,
  constraint notification_pkey PRIMARY KEY (account_id, seq),
  constraint notification_account_id_gather_key_key UNIQUE (account_id, gather_key),
  constraint notification_mail_check CHECK ((mail = ANY (ARRAY['never'::text, 'digest'::text, 'immediate'::text])))
);
CREATE INDEX notification_newest ON notifications.notification USING btree (account_id, happened_at DESC, seq DESC);
CREATE INDEX notification_of_mail ON notifications.notification USING btree (account_id, mail_key) WHERE (mail_key IS NOT NULL);
CREATE INDEX notification_old ON notifications.notification USING btree (happened_at);
CREATE INDEX notification_to_mail ON notifications.notification USING btree (account_id, mail) WHERE ((mail <> 'never'::text) AND (mail_key IS NULL) AND (read_at IS NULL));
CREATE INDEX notification_unread ON notifications.notification USING btree (account_id) WHERE ((read_at IS NULL) AND shown);
comment on table notifications.notification is 'what people were told, for some weeks; distribution key account_id';

create table notifications.preference (
  account_id uuid not null,
  kind text not null,
  shown boolean not null,
  mail text not null,
  constraint preference_pkey PRIMARY KEY (account_id, kind),
  constraint preference_mail_check CHECK ((mail = ANY (ARRAY['never'::text, 'digest'::text, 'immediate'::text])))
);
comment on table notifications.preference is 'of which kinds a person wishes to be told, where that differs from the usual; distribution key account_id';

create table notifications.progress (
  part text not null,
  cursor text not null,
  constraint progress_pkey PRIMARY KEY (part)
);
comment on table notifications.progress is 'cursor of the journal; kept on one node';

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
  erased_at timestamp with time zone,
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
  erased_at timestamp with time zone,
  constraint import_payment_pkey PRIMARY KEY (order_no, pay_code, pay_transaction_id)
);
CREATE INDEX import_payment_of_principal ON payments.import_payment USING btree (sent_for, received_at, order_no, pay_code, pay_transaction_id) WHERE (sent_for IS NOT NULL);
CREATE INDEX import_payment_of_sender ON payments.import_payment USING btree (sender, received_at, order_no, pay_code, pay_transaction_id);
comment on table payments.import_payment is 'payments for retail imports (CEB411); distribution key order_no';

create table persons.correction (
  request_id uuid not null,
  person text not null,
  account_id uuid not null,
  wish text not null,
  paper text,
  order_no text,
  ebp_code text,
  field text,
  holder text not null,
  asked_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  words bytea not null,
  value_digest text,
  state text not null,
  outcome text,
  reason text,
  answer bytea,
  ended_at timestamp with time zone,
  answered_as text,
  answered_by uuid,
  constraint correction_pkey PRIMARY KEY (request_id),
  constraint answered_has_answer CHECK (((state = 'answered'::text) = (num_nonnulls(outcome, answer, answered_as, answered_by) = 4))),
  constraint correction_outcome_check CHECK ((outcome = ANY (ARRAY['corrected'::text, 'noted'::text, 'kept'::text, 'explained'::text, 'refused'::text]))),
  constraint correction_paper_check CHECK ((paper = ANY (ARRAY['order'::text, 'payment'::text, 'waybill'::text, 'declaration'::text]))),
  constraint correction_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'withdrawn'::text]))),
  constraint correction_wish_check CHECK ((wish = ANY (ARRAY['correct'::text, 'delete'::text, 'explain'::text]))),
  constraint open_has_no_end CHECK (((state = 'open'::text) = (ended_at IS NULL))),
  constraint paper_has_field CHECK ((num_nonnulls(paper, order_no, field) = ANY (ARRAY[0, 3])))
);
CREATE INDEX correction_ended ON persons.correction USING btree (ended_at, request_id) WHERE (state <> 'open'::text);
CREATE INDEX correction_noted ON persons.correction USING btree (order_no) WHERE (outcome = 'noted'::text);
CREATE INDEX correction_of_holder ON persons.correction USING btree (holder, due_at) WHERE (state = 'open'::text);
CREATE INDEX correction_of_person ON persons.correction USING btree (person, asked_at);
CREATE INDEX correction_queue ON persons.correction USING btree (due_at, request_id) WHERE (state = 'open'::text);
comment on table persons.correction is 'what persons ask to have corrected, deleted or explained, and what was answered; small, copied to every node';

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
  claimed text,
  constraint identity_try_pkey PRIMARY KEY (account_id, seq)
);
CREATE INDEX identity_try_claimed ON persons.identity_try USING btree (claimed, tried_at);
comment on table persons.identity_try is 'append-only: who tried to be confirmed as a person, and whether they were; distribution key account_id';

create table persons.legal_hold (
  hold_id uuid not null,
  order_no text,
  reason text not null,
  paper_no text not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  lifted_by uuid,
  lifted_at timestamp with time zone,
  lift_reason text,
  constraint legal_hold_pkey PRIMARY KEY (hold_id),
  constraint lifted_has_reason CHECK ((num_nonnulls(lifted_by, lifted_at, lift_reason) = ANY (ARRAY[0, 3])))
);
CREATE INDEX legal_hold_of_order ON persons.legal_hold USING btree (order_no) WHERE (lifted_at IS NULL);
comment on table persons.legal_hold is 'what is kept past its time because a court or an authority asks for it; small, copied to every node';

create table persons.retention_run (
  run_id uuid not null,
  began_at timestamp with time zone not null,
  ended_at timestamp with time zone not null,
  erased json not null,
  held json not null,
  constraint retention_run_pkey PRIMARY KEY (run_id)
);
CREATE INDEX retention_run_by_time ON persons.retention_run USING btree (began_at);
comment on table persons.retention_run is 'append-only: what each run of chama retention has erased; small, copied to every node';

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
  constraint showing_kind_check CHECK ((kind = ANY (ARRAY['list'::text, 'payment-record'::text, 'own-data'::text, 'correction'::text])))
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
  reference text not null default ''::text,
  constraint movement_pkey PRIMARY KEY (buyer_key, year, order_no, ebp_code, attempt, kind, reference),
  constraint movement_kind_check CHECK ((kind = ANY (ARRAY['reserve'::text, 'give-back'::text, 'returned'::text])))
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
  reference text not null default ''::text,
  constraint weight_movement_pkey PRIMARY KEY (buyer_key, year, heading, order_no, ebp_code, attempt, kind, reference),
  constraint weight_movement_kind_check CHECK ((kind = ANY (ARRAY['reserve'::text, 'give-back'::text, 'returned'::text])))
);
comment on table quotas.weight_movement is 'append-only: ledger of yearly weights; distribution key buyer_key';

create table refunds.claim (
  ebc_code text not null,
  claim_no text not null,
  month date not null,
  state text not null,
  lines integer not null,
  net numeric(19,2) not null,
  refund numeric(19,2) not null,
  accepted_lines integer,
  accepted_refund numeric(19,2),
  drafted_at timestamp with time zone not null,
  drafted_by text not null,
  handed_in_at timestamp with time zone,
  settled_at timestamp with time zone,
  settled_by text,
  reason text,
  constraint claim_pkey PRIMARY KEY (ebc_code, claim_no),
  constraint claim_check CHECK (((state = 'accepted'::text) = (accepted_refund IS NOT NULL))),
  constraint claim_check1 CHECK (((state = ANY (ARRAY['drafted'::text, 'handed-in'::text])) = (settled_at IS NULL))),
  constraint claim_lines_check CHECK ((lines > 0)),
  constraint claim_state_check CHECK ((state = ANY (ARRAY['drafted'::text, 'handed-in'::text, 'accepted'::text, 'refused'::text, 'withdrawn'::text])))
);
CREATE INDEX claim_by_number ON refunds.claim USING btree (claim_no);
CREATE INDEX claim_by_time ON refunds.claim USING btree (drafted_at, claim_no);
comment on table refunds.claim is 'claims for export refund and how far each has come; distribution key ebc_code';

create table refunds.claim_line (
  ebc_code text not null,
  claim_no text not null,
  invt_no text not null,
  gnum integer not null,
  quantity numeric(19,5) not null,
  entry_id text not null,
  net numeric(19,2) not null,
  vat numeric(19,2) not null,
  refund_rate numeric(7,5) not null,
  refund numeric(19,2) not null,
  to_cost numeric(19,2) not null,
  live boolean not null,
  refused_because text,
  constraint claim_line_pkey PRIMARY KEY (ebc_code, claim_no, invt_no, gnum)
);
CREATE UNIQUE INDEX claimed_once ON refunds.claim_line USING btree (ebc_code, invt_no, gnum) WHERE live;
comment on table refunds.claim_line is 'lines of claims with their sums; distribution key ebc_code';

create table refunds.file (
  period text not null,
  kind text not null,
  edition integer not null,
  due_on date not null,
  complete boolean not null,
  rows integer not null,
  sha256 text not null,
  content text,
  made_at timestamp with time zone not null,
  made_by text not null,
  constraint file_pkey PRIMARY KEY (period, kind, edition),
  constraint file_check CHECK (((kind = 'exports'::text) = (content IS NULL))),
  constraint file_edition_check CHECK ((edition > 0)),
  constraint file_kind_check CHECK ((kind = ANY (ARRAY['exports'::text, 'principals'::text, 'sellers'::text]))),
  constraint file_rows_check CHECK ((rows >= 0))
);
CREATE INDEX file_by_time ON refunds.file USING btree (made_at, period, kind, edition);
comment on table refunds.file is 'append-only: files for the tax bureau (R-3.3, R-3.6, R-3.7); distribution key period';

create table refunds.file_line (
  ebc_code text not null,
  invt_no text not null,
  gnum integer not null,
  period text not null,
  edition integer not null,
  route text not null,
  entry_id text,
  principal_uscc text,
  constraint file_line_pkey PRIMARY KEY (ebc_code, invt_no, gnum, period, edition)
);
CREATE INDEX file_line_by_file ON refunds.file_line USING btree (period, edition, ebc_code, invt_no, gnum);
comment on table refunds.file_line is 'append-only: which lines a file of exports holds; distribution key ebc_code';

create table refunds.firm (
  ebc_code text not null,
  kind text not null,
  general_taxpayer boolean not null,
  refund_filing_no text,
  zone_registered boolean not null,
  small_firm boolean not null,
  told_at timestamp with time zone not null,
  told_by text not null,
  confirmed_at timestamp with time zone,
  confirmed_by text,
  constraint firm_pkey PRIMARY KEY (ebc_code),
  constraint firm_check CHECK (((confirmed_at IS NULL) = (confirmed_by IS NULL))),
  constraint firm_kind_check CHECK ((kind = ANY (ARRAY['trader'::text, 'factory'::text])))
);
comment on table refunds.firm is 'what decides the tax of an exporter, told by it and confirmed by the tax bureau; distribution key ebc_code';

create table refunds.invoice (
  ebc_code text not null,
  invoice_no text not null,
  invoiced_on date not null,
  seller_uscc text not null,
  seller_name text not null,
  net numeric(19,2) not null,
  vat numeric(19,2) not null,
  filed_at timestamp with time zone not null,
  filed_by text not null,
  constraint invoice_pkey PRIMARY KEY (ebc_code, invoice_no)
);
comment on table refunds.invoice is 'VAT invoices of goods bought for export; distribution key ebc_code';

create table refunds.invoice_line (
  ebc_code text not null,
  invoice_no text not null,
  line integer not null,
  invoiced_on date not null,
  gname text not null,
  unit text not null,
  quantity numeric(19,5) not null,
  net numeric(19,2) not null,
  vat numeric(19,2) not null,
  vat_rate numeric(7,5) not null,
  used numeric(19,5) not null default 0,
  constraint invoice_line_pkey PRIMARY KEY (ebc_code, invoice_no, line),
  constraint invoice_line_line_check CHECK ((line > 0)),
  constraint invoice_line_net_check CHECK ((net >= (0)::numeric)),
  constraint invoice_line_quantity_check CHECK ((quantity > (0)::numeric)),
  constraint invoice_line_vat_check CHECK ((vat >= (0)::numeric)),
  constraint invoice_line_vat_rate_check CHECK (((vat_rate >= (0)::numeric) AND (vat_rate <= (1)::numeric))),
  constraint used_up_once CHECK (((used >= (0)::numeric) AND (used <= quantity)))
);
CREATE INDEX invoice_line_open ON refunds.invoice_line USING btree (ebc_code, gname, unit, invoiced_on, invoice_no, line) WHERE (used < quantity);
comment on table refunds.invoice_line is 'goods of VAT invoices and how much of them backs exports; distribution key ebc_code';

create table refunds.line (
  ebc_code text not null,
  invt_no text not null,
  gnum integer not null,
  month date not null,
  departed_on date not null,
  claim_by date,
  ebp_code text not null,
  order_no text not null,
  trade_mode text not null,
  gcode text not null,
  gname text not null,
  unit text not null,
  qty numeric(19,5) not null,
  currency text not null,
  price numeric(19,5) not null,
  total_price numeric(19,5) not null,
  refund_rate numeric(7,5),
  decl_seq_no text,
  entry_id text,
  fx_reference text,
  invoiced boolean not null default false,
  returned numeric(19,5) not null default 0,
  taken_at timestamp with time zone not null,
  constraint line_pkey PRIMARY KEY (ebc_code, invt_no, gnum),
  constraint line_check CHECK (((decl_seq_no IS NULL) = (entry_id IS NULL))),
  constraint line_qty_check CHECK ((qty > (0)::numeric)),
  constraint line_refund_rate_check CHECK (((refund_rate >= (0)::numeric) AND (refund_rate <= (1)::numeric))),
  constraint no_more_back_than_left CHECK (((returned >= (0)::numeric) AND (returned <= qty)))
);
CREATE INDEX line_by_month ON refunds.line USING btree (ebc_code, month, invt_no, gnum);
CREATE INDEX line_by_summary ON refunds.line USING btree (ebc_code, decl_seq_no) WHERE (decl_seq_no IS NOT NULL);
CREATE INDEX line_of_month ON refunds.line USING btree (month, ebc_code, invt_no, gnum);
CREATE INDEX line_without_invoice ON refunds.line USING btree (ebc_code, gname, unit, departed_on, invt_no, gnum) WHERE (NOT invoiced);
comment on table refunds.line is 'lines of closed export lists and what decides their tax (R-3.9); distribution key ebc_code';

create table refunds.matched (
  ebc_code text not null,
  invt_no text not null,
  gnum integer not null,
  invoice_no text not null,
  line integer not null,
  quantity numeric(19,5) not null,
  net numeric(19,2) not null,
  vat numeric(19,2) not null,
  vat_rate numeric(7,5) not null,
  matched_at timestamp with time zone not null,
  constraint matched_pkey PRIMARY KEY (ebc_code, invt_no, gnum, invoice_no, line),
  constraint matched_quantity_check CHECK ((quantity > (0)::numeric))
);
comment on table refunds.matched is 'append-only: which purchase backs which export; distribution key ebc_code';

create table refunds.progress (
  part text not null,
  cursor text not null,
  constraint progress_pkey PRIMARY KEY (part)
);
comment on table refunds.progress is 'cursor of the journal; kept on one node';

create table refunds.receipt (
  ebc_code text not null,
  reference text not null,
  received_on date not null,
  currency text not null,
  amount numeric(19,2) not null,
  filed_at timestamp with time zone not null,
  filed_by text not null,
  constraint receipt_pkey PRIMARY KEY (ebc_code, reference),
  constraint receipt_amount_check CHECK ((amount > (0)::numeric))
);
comment on table refunds.receipt is 'foreign exchange received for exports; distribution key ebc_code';

create table refunds.returned (
  ebc_code text not null,
  return_no text not null,
  invt_no text not null,
  gnum integer not null,
  quantity numeric(19,5) not null,
  returned_at timestamp with time zone not null,
  claim_no text,
  repay numeric(19,2),
  constraint returned_pkey PRIMARY KEY (ebc_code, return_no, invt_no, gnum),
  constraint returned_check CHECK (((claim_no IS NULL) = (repay IS NULL))),
  constraint returned_quantity_check CHECK ((quantity > (0)::numeric))
);
comment on table refunds.returned is 'append-only: exported goods that came back, and the refund to repay for them; distribution key ebc_code';

create table refunds.taking (
  period text not null,
  kind text not null,
  edition integer not null,
  taking_no bigint generated always as identity,
  taken_at timestamp with time zone not null,
  taken_by text not null,
  format text not null,
  constraint taking_pkey PRIMARY KEY (period, kind, edition, taking_no),
  constraint taking_format_check CHECK ((format = ANY (ARRAY['json'::text, 'csv'::text, 'xlsx'::text])))
);
comment on table refunds.taking is 'append-only: who took which file for the tax bureau; distribution key period';

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
  unit1_quantity numeric,
  unit2_quantity numeric,
  price numeric,
  ems_no text,
  constraint goods_pkey PRIMARY KEY (ebc_code, item_no),
  constraint goods_check CHECK ((valid_to >= valid_from)),
  constraint goods_four_eyes CHECK (((decided_by IS NULL) OR (decided_by <> filed_by))),
  constraint goods_price_check CHECK ((price > (0)::numeric)),
  constraint goods_state_check CHECK ((state = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text, 'withdrawn'::text]))),
  constraint goods_unit1_quantity_check CHECK ((unit1_quantity > (0)::numeric)),
  constraint goods_unit2_quantity_check CHECK ((unit2_quantity > (0)::numeric))
);
CREATE INDEX goods_queue ON registry.goods USING btree (ebc_code, item_no) WHERE (state = 'filed'::text);
CREATE INDEX goods_terms ON registry.goods USING gin (terms);
CREATE INDEX goods_unspelled ON registry.goods USING btree (ebc_code, item_no) WHERE (terms IS NULL);
comment on table registry.goods is 'goods registered by sellers; distribution key ebc_code';
comment on column registry.goods.item_no is 'the seller''s own number';
comment on column registry.goods.item_record_no is 'number in a bonded account book, for 1210';
comment on column registry.goods.brand_right is 'paper by which the seller may sell the brand: number of a right or letter of authority';
comment on column registry.goods.terms is 'Chinese characters and pairs of them, beginnings of words, of readings and of codes';
comment on column registry.goods.unit1_quantity is 'first legal units one declared unit holds';
comment on column registry.goods.unit2_quantity is 'second legal units one declared unit holds';
comment on column registry.goods.price is 'CNY a declared unit, as filed';
comment on column registry.goods.ems_no is 'number of the bonded account book; item_record_no is the number of the goods in it';

create table registry.goods_photo (
  ebc_code text not null,
  item_no text not null,
  photo_id uuid not null,
  place integer not null,
  alt text not null,
  media_type text not null,
  width integer not null,
  height integer not null,
  size_bytes integer not null,
  digest bytea not null,
  content bytea,
  added_by text not null,
  added_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint goods_photo_pkey PRIMARY KEY (ebc_code, item_no, photo_id),
  constraint goods_photo_alt_check CHECK ((alt <> ''::text)),
  constraint goods_photo_height_check CHECK ((height > 0)),
  constraint goods_photo_media_type_check CHECK ((media_type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text, 'image/webp'::text]))),
  constraint goods_photo_place_check CHECK ((place > 0)),
  constraint goods_photo_width_check CHECK ((width > 0)),
  constraint photo_there_or_removed CHECK (((content IS NULL) = (removed_at IS NOT NULL)))
);
CREATE INDEX goods_photo_shown ON registry.goods_photo USING btree (ebc_code, item_no, place) WHERE (removed_at IS NULL);
CREATE UNIQUE INDEX goods_photo_once ON registry.goods_photo USING btree (ebc_code, item_no, digest) WHERE (removed_at IS NULL);
comment on table registry.goods_photo is 'photos of goods without what was hidden in them; one that is removed leaves its digest; distribution key ebc_code';

create table registry.goods_step (
  ebc_code text not null,
  item_no text not null,
  seq bigint generated always as identity,
  step text not null,
  done_by text not null,
  done_at timestamp with time zone not null,
  reasons text,
  goods jsonb,
  photo jsonb,
  constraint goods_step_pkey PRIMARY KEY (ebc_code, item_no, seq),
  constraint goods_step_step_check CHECK ((step = ANY (ARRAY['import'::text, 'file'::text, 'approve'::text, 'return'::text, 'withdraw'::text, 'photo-added'::text, 'photo-changed'::text, 'photo-removed'::text])))
);
comment on table registry.goods_step is 'append-only: what was filed of goods and decided, by whom and why; distribution key ebc_code';
comment on column registry.goods_step.photo is 'which photo the step is about, and its text';

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

create table reliefs.relief (
  guarantor text not null,
  reference text not null,
  day date not null,
  code text not null,
  tax numeric(19,5) not null,
  relieved numeric(19,5) not null,
  at timestamp with time zone not null,
  constraint relief_pkey PRIMARY KEY (guarantor, reference),
  constraint relief_tax_check CHECK ((tax > (0)::numeric)),
  constraint within_tax CHECK (((relieved > (0)::numeric) AND (relieved <= tax)))
);
CREATE INDEX relief_by_day ON reliefs.relief USING btree (guarantor, day);
comment on table reliefs.relief is 'append-only: tax of released lists that no cover was asked for, and by which row; distribution key guarantor';

create table return_centre.announcement (
  centre_code text not null,
  scanned text not null,
  order_no text not null,
  ebp_code text not null,
  announced_by text not null,
  announced_at timestamp with time zone not null,
  constraint announcement_pkey PRIMARY KEY (centre_code, scanned)
);
comment on table return_centre.announcement is 'parcels on their way, told beforehand by the enterprises of their lists; distribution key centre_code';

create table return_centre.centre (
  centre_code text not null,
  name_zh text not null,
  name_en text not null,
  customs_code text not null,
  owner text not null,
  address text not null,
  opened_on date not null,
  valid_to date,
  filed_by text not null,
  filed_at timestamp with time zone not null,
  constraint centre_pkey PRIMARY KEY (centre_code),
  constraint centre_check CHECK ((valid_to >= opened_on))
);
comment on table return_centre.centre is 'return centres filed by the park; distribution key centre_code';

create table return_centre.goods (
  centre_code text not null,
  parcel_no text not null,
  gnum integer not null,
  gcode text not null,
  gname text not null,
  unit text not null,
  bought numeric not null,
  quantity numeric,
  constraint goods_pkey PRIMARY KEY (centre_code, parcel_no, gnum),
  constraint within_what_was_bought CHECK (((quantity >= (0)::numeric) AND (quantity <= bought)))
);
comment on table return_centre.goods is 'goods of the list of a parcel, and how much of each lies in it; distribution key centre_code';

create table return_centre.parcel (
  centre_code text not null,
  parcel_no text not null,
  scanned text not null,
  state text not null,
  revision integer not null default 1,
  received_at timestamp with time zone not null,
  received_on date not null,
  order_no text,
  ebp_code text,
  ebc_code text,
  agent_code text,
  invt_no text,
  apply_by date,
  arrive_by date,
  bars text[] not null default '{}'::text[],
  split_of text,
  return_no text,
  paper text,
  to_tell boolean not null default false,
  moved_at timestamp with time zone not null,
  constraint parcel_pkey PRIMARY KEY (centre_code, parcel_no),
  constraint known_has_list CHECK (((state = ANY (ARRAY['unidentified'::text, 'sent-back'::text, 'destroyed'::text])) OR (num_nonnulls(order_no, ebp_code, ebc_code, agent_code) = 4))),
  constraint left_has_paper CHECK (((state = ANY (ARRAY['sent-back'::text, 'destroyed'::text])) = (paper IS NOT NULL))),
  constraint listed_has_return CHECK (((state <> 'listed'::text) OR (return_no IS NOT NULL))),
  constraint parcel_state_check CHECK ((state = ANY (ARRAY['unidentified'::text, 'identified'::text, 'sorted'::text, 'set-apart'::text, 'listed'::text, 'sent-back'::text, 'destroyed'::text])))
) with (fillfactor=70);
CREATE INDEX parcel_by_no ON return_centre.parcel USING btree (parcel_no);
CREATE INDEX parcel_by_state ON return_centre.parcel USING btree (state, received_at);
CREATE INDEX parcel_by_time ON return_centre.parcel USING btree (received_at, parcel_no);
CREATE INDEX parcel_of_order ON return_centre.parcel USING btree (order_no, ebp_code);
CREATE INDEX parcel_to_tell ON return_centre.parcel USING btree (moved_at) WHERE to_tell;
CREATE UNIQUE INDEX parcel_scanned ON return_centre.parcel USING btree (centre_code, scanned) WHERE ((state <> 'sent-back'::text) AND (split_of IS NULL));
comment on table return_centre.parcel is 'parcels of returns and where each stands; distribution key centre_code';

create table return_centre.step (
  centre_code text not null,
  parcel_no text not null,
  seq integer not null,
  at timestamp with time zone not null,
  to_state text not null,
  by_whom text not null,
  note text not null default ''::text,
  constraint step_pkey PRIMARY KEY (centre_code, parcel_no, seq)
);
comment on table return_centre.step is 'append-only: the steps of each parcel, and by whom; distribution key centre_code';

create table returns.case_file (
  order_no text not null,
  return_no text not null,
  kind text not null,
  ebp_code text not null,
  cop_no text not null,
  invt_no text not null,
  message_id uuid not null,
  state text not null,
  revision integer not null default 1,
  customs_code text not null,
  trade_mode text not null,
  ems_no text,
  ebc_code text not null,
  agent_code text not null,
  sender text not null,
  reason text not null,
  logistics_no text not null,
  attempt integer,
  released_on date,
  apply_by date,
  arrive_by date,
  applied_at timestamp with time zone not null,
  arrived_on date,
  refused_for text[] not null default '{}'::text[],
  moved_at timestamp with time zone not null,
  direction text not null default 'import'::text,
  export_order_no text,
  tax_free_by date,
  cause text,
  proof_kind text,
  proof_no text,
  tax_free boolean,
  constraint case_file_pkey PRIMARY KEY (order_no, return_no),
  constraint arrived_has_day CHECK (((state <> ALL (ARRAY['arrived'::text, 'inspected'::text])) OR (arrived_on IS NOT NULL))),
  constraint case_file_cause_check CHECK ((cause = ANY (ARRAY['unsold'::text, 'sent-back'::text, 'other'::text]))),
  constraint case_file_direction_check CHECK ((direction = ANY (ARRAY['import'::text, 'export'::text]))),
  constraint case_file_kind_check CHECK ((kind = ANY (ARRAY['cancellation'::text, 'return'::text]))),
  constraint case_file_proof_kind_check CHECK ((proof_kind = ANY (ARRAY['repaid'::text, 'not-refunded'::text]))),
  constraint case_file_state_check CHECK ((state = ANY (ARRAY['received'::text, 'applied'::text, 'accepted'::text, 'arrived'::text, 'inspected'::text, 'closed'::text, 'refused'::text, 'withdrawn'::text]))),
  constraint return_has_window CHECK (((kind = 'cancellation'::text) OR (state = ANY (ARRAY['received'::text, 'refused'::text, 'withdrawn'::text])) OR (num_nonnulls(attempt, released_on, apply_by, arrive_by) = 4)))
) with (fillfactor=70);
CREATE INDEX case_file_awaited ON returns.case_file USING btree (arrive_by) WHERE (state = 'accepted'::text);
CREATE INDEX case_file_by_time ON returns.case_file USING btree (applied_at, return_no);
CREATE INDEX case_file_export_order ON returns.case_file USING btree (export_order_no) WHERE (export_order_no IS NOT NULL);
CREATE INDEX case_file_number ON returns.case_file USING btree (return_no);
CREATE INDEX case_file_open ON returns.case_file USING btree (state, applied_at) WHERE (state = ANY (ARRAY['applied'::text, 'accepted'::text, 'arrived'::text]));
CREATE INDEX case_file_parcel ON returns.case_file USING btree (logistics_no) WHERE (state = 'accepted'::text);
CREATE INDEX case_file_received ON returns.case_file USING btree (applied_at) WHERE (state = 'received'::text);
comment on table returns.case_file is 'what became of each cancellation and return; distribution key order_no';
comment on column returns.case_file.order_no is 'of an export, whose papers name no order: the number of its list (invtNo)';

create table returns.disposition (
  order_no text not null,
  return_no text not null,
  disposition_id uuid not null,
  seq bigint generated always as identity,
  gnum integer not null,
  kind text not null,
  quantity numeric not null,
  paper text not null,
  note text not null default ''::text,
  at timestamp with time zone not null,
  by_whom text not null,
  constraint disposition_pkey PRIMARY KEY (order_no, return_no, disposition_id),
  constraint disposition_kind_check CHECK ((kind = ANY (ARRAY['resale'::text, 'ship-back'::text, 'destruction'::text]))),
  constraint disposition_quantity_check CHECK ((quantity > (0)::numeric))
);
comment on table returns.disposition is 'append-only: what became of goods that came back; distribution key order_no';

create table returns.export_cancellation (
  official_pre_no text not null,
  sender text not null,
  sent_for text,
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
  customs_code text not null,
  cop_no text not null,
  pre_no text,
  invt_no text not null,
  reason text not null,
  agent_code text not null,
  agent_name text not null,
  ebc_code text not null,
  ebc_name text not null,
  note text,
  constraint export_cancellation_pkey PRIMARY KEY (invt_no, ebc_code)
);
comment on table returns.export_cancellation is 'cancellations of export lists (CEB605); distribution key invt_no';

create table returns.export_return (
  official_pre_no text not null,
  sender text not null,
  sent_for text,
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
  customs_code text not null,
  loct_no text,
  ebp_code text not null,
  ebp_name text not null,
  ebc_code text not null,
  ebc_name text not null,
  logistics_no text not null,
  logistics_code text not null,
  logistics_name text not null,
  co_el_no text not null,
  pre_no text,
  invt_no text not null,
  trade_mode text,
  agent_code text not null,
  agent_name text not null,
  bill_no text not null,
  ie_flag text not null,
  traf_mode text not null,
  traf_name text not null,
  port_code text not null,
  reason text not null,
  country text not null,
  voyage_no text not null,
  note text,
  constraint export_return_pkey PRIMARY KEY (invt_no, ebc_code, co_el_no)
);
comment on table returns.export_return is 'returns of export lists (CEB213); distribution key invt_no';

create table returns.export_return_item (
  invt_no text not null,
  ebc_code text not null,
  co_el_no text not null,
  gnum integer not null,
  gcode text not null,
  gname text not null,
  gmodel text not null,
  qty numeric not null,
  qty1 numeric not null,
  unit text not null,
  unit1 text not null,
  qty2 numeric,
  unit2 text,
  note text,
  constraint export_return_item_pkey PRIMARY KEY (invt_no, ebc_code, co_el_no, gnum)
);
comment on table returns.export_return_item is 'goods lines of returns.export_return; distribution key invt_no';

create table returns.given_back (
  order_no text not null,
  return_no text not null,
  gnum integer not null,
  kind text not null,
  amount numeric not null,
  ledger text not null,
  given_at timestamp with time zone not null,
  constraint given_back_pkey PRIMARY KEY (order_no, return_no, gnum, kind),
  constraint given_back_amount_check CHECK ((amount >= (0)::numeric)),
  constraint given_back_kind_check CHECK ((kind = ANY (ARRAY['tax'::text, 'allowance'::text, 'weight'::text, 'stock'::text, 'value'::text])))
);
comment on table returns.given_back is 'append-only: what each return gave back; distribution key order_no';

create table returns.import_cancellation (
  official_pre_no text not null,
  sender text not null,
  message_id uuid not null,
  received_at timestamp with time zone not null,
  content_hash uuid not null,
  deleted boolean not null default false,
  return_status text not null,
  return_info text not null,
  sent_for text,
  personal bytea,
  person text,
  erased_at timestamp with time zone,
  guid text not null,
  app_type text not null,
  app_time text not null,
  app_status text not null,
  customs_code text not null,
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
  invt_no text not null,
  buyer_id_type text not null,
  agent_code text not null,
  agent_name text not null,
  reason text not null,
  constraint import_cancellation_pkey PRIMARY KEY (order_no, ebp_code)
);
comment on table returns.import_cancellation is 'cancellations of import lists (CEB623); distribution key order_no';

create table returns.import_return (
  official_pre_no text not null,
  sender text not null,
  message_id uuid not null,
  received_at timestamp with time zone not null,
  content_hash uuid not null,
  deleted boolean not null default false,
  return_status text not null,
  return_info text not null,
  sent_for text,
  personal bytea,
  person text,
  erased_at timestamp with time zone,
  guid text not null,
  app_type text not null,
  app_time text not null,
  app_status text not null,
  customs_code text not null,
  order_no text not null,
  ebp_code text not null,
  ebp_name text not null,
  ebc_code text not null,
  ebc_name text not null,
  logistics_no text not null,
  logistics_code text not null,
  logistics_name text not null,
  cop_no text not null,
  pre_no text,
  invt_no text not null,
  buyer_id_type text not null,
  agent_code text not null,
  agent_name text not null,
  reason text not null,
  constraint import_return_pkey PRIMARY KEY (order_no, ebp_code, cop_no)
);
CREATE INDEX import_return_person ON returns.import_return USING btree (person);
comment on table returns.import_return is 'returns of import lists (CEB625); distribution key order_no';

create table returns.import_return_item (
  order_no text not null,
  ebp_code text not null,
  cop_no text not null,
  gnum integer not null,
  gcode text not null,
  gname text not null,
  qty numeric not null,
  unit text not null,
  note text,
  constraint import_return_item_pkey PRIMARY KEY (order_no, ebp_code, cop_no, gnum)
);
comment on table returns.import_return_item is 'goods lines of returns.import_return; distribution key order_no';

create table returns.line (
  order_no text not null,
  return_no text not null,
  gnum integer not null,
  gcode text not null,
  gname text not null,
  unit text not null,
  item_record_no text,
  quantity numeric not null,
  bought numeric not null,
  line_tax numeric not null,
  line_value numeric not null,
  line_kg numeric,
  original boolean,
  saleable boolean,
  disposed numeric not null default 0,
  currency text not null default '142'::text,
  tax_free boolean,
  taxed_because text[] not null default '{}'::text[],
  constraint line_pkey PRIMARY KEY (order_no, return_no, gnum),
  constraint disposed_of_what_came CHECK (((disposed >= (0)::numeric) AND (disposed <= quantity))),
  constraint line_quantity_check CHECK ((quantity > (0)::numeric))
);
comment on table returns.line is 'goods of a return, as the list had them and as they were found; distribution key order_no';

create table returns.list_line (
  order_no text not null,
  ebp_code text not null,
  gnum integer not null,
  bought numeric not null,
  claimed numeric not null default 0,
  given numeric not null default 0,
  constraint list_line_pkey PRIMARY KEY (order_no, ebp_code, gnum),
  constraint within_what_was_bought CHECK (((given >= (0)::numeric) AND (claimed >= given) AND (claimed <= bought)))
);
comment on table returns.list_line is 'how much of each line of a list is coming back or has come back; distribution key order_no';

create table returns.return_tally (
  official_pre_no text not null,
  sender text not null,
  sent_for text,
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
  customs_code text not null,
  operator_code text not null,
  operator_name text not null,
  logistics_code text not null,
  logistics_name text not null,
  logistics_no text not null,
  invt_no text,
  co_el_no text not null,
  pre_no text,
  bill_no text not null,
  ie_flag text not null,
  traf_mode text not null,
  traf_name text not null,
  voyage_no text not null,
  location text,
  note text,
  constraint return_tally_pkey PRIMARY KEY (logistics_no, operator_code, co_el_no)
);
CREATE INDEX return_tally_waiting ON returns.return_tally USING btree (logistics_no) WHERE ((return_status = '2'::text) AND (NOT deleted));
comment on table returns.return_tally is 'tallies of exported goods that are back at a site (CEB215); distribution key logistics_no';

create table returns.step (
  order_no text not null,
  return_no text not null,
  seq integer not null,
  at timestamp with time zone not null,
  from_state text,
  to_state text not null,
  by_what text not null,
  by_whom text not null,
  note text not null default ''::text,
  findings json not null default '[]'::json,
  constraint step_pkey PRIMARY KEY (order_no, return_no, seq)
);
comment on table returns.step is 'append-only: the steps of each cancellation and return, by whom and why; distribution key order_no';

create table sampling.batch (
  day text not null,
  batch_no bigint generated always as identity,
  at timestamp with time zone not null,
  why text not null,
  rate text not null,
  mode text not null,
  order_nos text[] not null,
  ebp_codes text[] not null,
  drawn integer not null,
  constraint batch_pkey PRIMARY KEY (day, batch_no),
  constraint as_many_of_each CHECK ((cardinality(order_nos) = cardinality(ebp_codes))),
  constraint batch_mode_check CHECK ((mode = ANY (ARRAY['watch'::text, 'live'::text])))
);
comment on table sampling.batch is 'append-only: the lists that were drawn among, of one judgement and one rate a row; distribution key day';

create table sampling.credit (
  customs_code text not null,
  from_day date not null,
  class text not null,
  note text not null,
  filed_by text not null,
  filed_at timestamp with time zone not null,
  constraint credit_pkey PRIMARY KEY (customs_code, from_day),
  constraint credit_class_check CHECK ((class = ANY (ARRAY['aeo'::text, 'certified'::text, 'regular'::text, 'dishonest'::text, 'seriously-dishonest'::text])))
);
comment on table sampling.credit is 'how customs rates enterprises, each from a day on; small, copied to every node';

create table sampling.day (
  day text not null,
  purpose text not null,
  seed_digest text not null,
  seed text not null,
  committed_at timestamp with time zone not null,
  constraint day_pkey PRIMARY KEY (day)
);
comment on table sampling.day is 'commitments to the draws of a day; small, copied to every node';

create table sampling.drawn (
  order_no text not null,
  ebp_code text not null,
  day text not null,
  why text not null,
  rate text not null,
  mode text not null,
  at timestamp with time zone not null,
  recipient text not null,
  constraint drawn_pkey PRIMARY KEY (order_no, ebp_code),
  constraint drawn_mode_check CHECK ((mode = ANY (ARRAY['watch'::text, 'live'::text])))
);
CREATE INDEX drawn_by_time ON sampling.drawn USING btree (at DESC, order_no, ebp_code);
comment on table sampling.drawn is 'append-only: the lists the draw fell on; a list is drawn once; distribution key order_no';

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
  seq bigint generated always as identity,
  constraint incident_word_pkey PRIMARY KEY (incident_id, seq)
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

create table summaries.application (
  ebc_code text not null,
  sum_no text not null,
  origin text not null,
  cop_no text,
  pre_no text,
  ebc_name text not null,
  agent_code text not null,
  agent_name text not null,
  decl_agent_code text not null,
  decl_agent_name text not null,
  closed_from timestamp with time zone,
  closed_before timestamp with time zone,
  by_numbers boolean not null,
  by_seller boolean not null,
  by_name boolean not null,
  most_lines integer not null,
  state text not null,
  lists integer not null default 0,
  placed integer not null default 0,
  summaries integer not null default 0,
  by_whom text not null,
  applied_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint application_pkey PRIMARY KEY (ebc_code, sum_no),
  constraint application_check CHECK ((by_numbers OR (closed_from IS NOT NULL))),
  constraint application_check1 CHECK (((closed_from IS NULL) = (closed_before IS NULL))),
  constraint application_check2 CHECK (((placed >= 0) AND (placed <= lists))),
  constraint application_check3 CHECK (((state = ANY (ARRAY['applied'::text, 'claimed'::text])) = (finished_at IS NULL))),
  constraint application_most_lines_check CHECK ((most_lines > 0)),
  constraint application_origin_check CHECK ((origin = ANY (ARRAY['message'::text, 'platform'::text]))),
  constraint application_state_check CHECK ((state = ANY (ARRAY['applied'::text, 'claimed'::text, 'summed-up'::text, 'empty'::text, 'withdrawn'::text])))
);
CREATE INDEX application_by_number ON summaries.application USING btree (sum_no);
CREATE INDEX application_by_paper ON summaries.application USING btree (cop_no, agent_code) WHERE (cop_no IS NOT NULL);
CREATE INDEX application_by_time ON summaries.application USING btree (applied_at, sum_no);
CREATE INDEX application_open ON summaries.application USING btree (applied_at) WHERE (state = ANY (ARRAY['applied'::text, 'claimed'::text]));
comment on table summaries.application is 'applications for a summary and how far each has come; distribution key ebc_code';

create table summaries.item (
  ebc_code text not null,
  invt_no text not null,
  place smallint not null,
  gnum integer not null,
  country text not null,
  gcode text not null,
  currency text not null,
  unit text not null,
  unit1 text not null,
  unit2 text not null,
  gname text not null,
  qty numeric(19,5) not null,
  qty1 numeric(19,5) not null,
  qty2 numeric(19,5),
  total_price numeric(19,5) not null,
  constraint item_pkey PRIMARY KEY (ebc_code, invt_no, place)
);
comment on table summaries.item is 'append-only: goods lines of closed export lists; distribution key ebc_code';

create table summaries.line (
  ebc_code text not null,
  decl_seq_no text not null,
  line_no integer not null,
  country text not null,
  gcode text not null,
  currency text not null,
  unit text not null,
  unit1 text not null,
  unit2 text not null,
  gname text not null,
  qty numeric(24,5) not null,
  qty1 numeric(24,5) not null,
  qty2 numeric(24,5) not null,
  total_price numeric(24,5) not null,
  items integer not null,
  constraint line_pkey PRIMARY KEY (ebc_code, decl_seq_no, line_no),
  constraint line_line_no_check CHECK ((line_no > 0))
);
comment on table summaries.line is 'append-only: lines of summary declarations; distribution key ebc_code';

create table summaries.list (
  ebc_code text not null,
  invt_no text not null,
  ebp_code text not null,
  order_no text not null,
  logistics_no text not null,
  closed_at timestamp with time zone not null,
  month date not null,
  statistics_flag text not null,
  ebc_name text not null,
  owner_code text not null,
  owner_name text not null,
  trade_mode text not null,
  traf_mode text not null,
  country text not null,
  port_code text not null,
  customs_code text not null,
  gross_weight numeric(19,5) not null,
  net_weight numeric(19,5) not null,
  line_count integer not null,
  named_line_count integer not null,
  goods text collate "C" not null,
  digest text not null,
  constraint list_pkey PRIMARY KEY (ebc_code, invt_no),
  constraint list_check CHECK ((named_line_count >= line_count)),
  constraint list_line_count_check CHECK ((line_count > 0)),
  constraint list_statistics_flag_check CHECK ((statistics_flag = ANY (ARRAY['A'::text, 'B'::text])))
);
CREATE INDEX list_by_month ON summaries.list USING btree (ebc_code, month, statistics_flag);
comment on table summaries.list is 'append-only: closed export lists, as far as a summary looks at them; distribution key ebc_code';

create table summaries.member (
  ebc_code text not null,
  sum_no text not null,
  "position" integer not null,
  invt_no text not null,
  live boolean not null,
  constraint member_pkey PRIMARY KEY (ebc_code, sum_no, "position"),
  constraint member_position_check CHECK (("position" > 0))
);
CREATE INDEX member_by_list ON summaries.member USING btree (ebc_code, invt_no) WHERE (NOT live);
CREATE UNIQUE INDEX in_one_live_summary ON summaries.member USING btree (ebc_code, invt_no) WHERE live;
comment on table summaries.member is 'which lists an application has taken, in which order; distribution key ebc_code';

create table summaries.named (
  ebc_code text not null,
  sum_no text not null,
  invt_no text not null,
  left_out text,
  constraint named_pkey PRIMARY KEY (ebc_code, sum_no, invt_no)
);
comment on table summaries.named is 'lists an application names, and lists it could not take with the reason; distribution key ebc_code';

create table summaries.paper (
  official_pre_no text not null,
  sender text not null,
  sent_for text,
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
  customs_code text not null,
  cop_no text not null,
  pre_no text,
  sum_no text,
  agent_code text not null,
  agent_name text not null,
  ebc_code text not null,
  ebc_name text not null,
  decl_agent_code text not null,
  decl_agent_name text not null,
  start_time text,
  end_time text,
  loct_no text,
  summary_flag text not null,
  item_name_flag text not null,
  msg_count integer not null,
  msg_seq_no integer not null,
  note text,
  constraint paper_pkey PRIMARY KEY (cop_no, agent_code, msg_seq_no)
);
comment on table summaries.paper is 'applications for summaries as messages tell them, part by part (CEB701); distribution key cop_no';

create table summaries.paper_item (
  cop_no text not null,
  agent_code text not null,
  msg_seq_no integer not null,
  invt_no text not null,
  constraint paper_item_pkey PRIMARY KEY (cop_no, agent_code, msg_seq_no, invt_no)
);
comment on table summaries.paper_item is 'lists an application of summaries.paper names; distribution key cop_no';

create table summaries.run (
  ebc_code text not null,
  sum_no text not null,
  from_position integer not null,
  to_position integer not null,
  narrow boolean,
  constraint run_pkey PRIMARY KEY (ebc_code, sum_no, from_position),
  constraint run_check CHECK ((to_position >= from_position))
);
comment on table summaries.run is 'places of lists an application has taken that have one key in common; distribution key ebc_code';

create table summaries.statistics_line (
  ebc_code text not null,
  month date not null,
  trade_mode text not null,
  country text not null,
  gcode text not null,
  currency text not null,
  unit1 text not null,
  items bigint not null,
  qty1 numeric(24,5) not null,
  total_price numeric(24,5) not null,
  constraint statistics_line_pkey PRIMARY KEY (ebc_code, month, trade_mode, country, gcode, currency, unit1)
);
comment on table summaries.statistics_line is 'sums of the lists of summary statistics by month; distribution key ebc_code';

create table summaries.summary (
  ebc_code text not null,
  decl_seq_no text not null,
  sum_no text not null,
  month date not null,
  state text not null,
  from_position integer not null,
  to_position integer not null,
  ebc_name text not null,
  owner_code text not null,
  owner_name text not null,
  trade_mode text not null,
  traf_mode text not null,
  country text not null,
  port_code text not null,
  customs_code text not null,
  entry_id text not null,
  lists integer not null,
  lines integer not null,
  gross_weight numeric(24,5) not null,
  net_weight numeric(24,5) not null,
  root text not null,
  made_at timestamp with time zone not null,
  cancelled_at timestamp with time zone,
  cancelled_by text,
  reason text not null default ''::text,
  constraint summary_pkey PRIMARY KEY (ebc_code, decl_seq_no),
  constraint summary_ebc_code_sum_no_from_position_key UNIQUE (ebc_code, sum_no, from_position),
  constraint summary_check CHECK ((to_position >= from_position)),
  constraint summary_check1 CHECK ((lists = ((to_position - from_position) + 1))),
  constraint summary_check2 CHECK (((state = 'cancelled'::text) = (cancelled_at IS NOT NULL))),
  constraint summary_state_check CHECK ((state = ANY (ARRAY['declared'::text, 'cancelled'::text])))
);
CREATE INDEX summary_by_month ON summaries.summary USING btree (ebc_code, month);
CREATE INDEX summary_by_number ON summaries.summary USING btree (decl_seq_no);
CREATE INDEX summary_by_time ON summaries.summary USING btree (made_at, decl_seq_no);
comment on table summaries.summary is 'summary declarations; distribution key ebc_code';

create table summaries.tally (
  ebc_code text not null,
  month date not null,
  ebc_name text not null,
  lists bigint not null default 0,
  taken bigint not null default 0,
  statistics_lists bigint not null default 0,
  warned text not null default ''::text,
  constraint tally_pkey PRIMARY KEY (ebc_code, month),
  constraint none_taken_twice CHECK (((taken >= 0) AND (taken <= lists))),
  constraint tally_warned_check CHECK ((warned = ANY (ARRAY[''::text, 'due'::text, 'overdue'::text])))
);
CREATE INDEX tally_by_month ON summaries.tally USING btree (month, ebc_code);
comment on table summaries.tally is 'how many closed lists a month of an enterprise has; distribution key ebc_code';

create table taxbills.bill (
  order_no text not null,
  ebp_code text not null,
  attempt integer not null,
  guarantor text not null,
  agent text not null,
  customs_code text not null,
  invt_no text,
  tax numeric(19,5) not null,
  returned numeric(19,5) not null default 0,
  held numeric(19,5) not null default 0,
  released_at timestamp with time zone not null,
  released_on date not null,
  due_from date not null,
  due_to date not null,
  state text not null default 'open'::text,
  tax_no text,
  lines json,
  told_at timestamp with time zone,
  certificate_no text,
  constraint bill_pkey PRIMARY KEY (order_no, ebp_code, attempt),
  constraint bill_held_check CHECK ((held >= (0)::numeric)),
  constraint bill_state_check CHECK ((state = ANY (ARRAY['open'::text, 'merged'::text, 'paid'::text, 'void'::text]))),
  constraint bill_tax_check CHECK ((tax > (0)::numeric)),
  constraint returned_within_tax CHECK (((returned >= (0)::numeric) AND (returned <= tax)))
);
CREATE INDEX bill_by_agent ON taxbills.bill USING btree (agent, released_at, order_no, ebp_code);
CREATE INDEX bill_by_certificate ON taxbills.bill USING btree (certificate_no) WHERE (certificate_no IS NOT NULL);
CREATE INDEX bill_by_guarantor ON taxbills.bill USING btree (guarantor, released_at, order_no, ebp_code);
CREATE INDEX bill_by_time ON taxbills.bill USING btree (released_at, order_no, ebp_code);
CREATE INDEX bill_to_merge ON taxbills.bill USING btree (due_from) WHERE ((state = 'open'::text) AND (told_at IS NOT NULL));
CREATE INDEX bill_untold ON taxbills.bill USING btree (released_at) WHERE ((told_at IS NULL) AND (state = 'open'::text));
comment on table taxbills.bill is 'tax of each released list; distribution key order_no';

create table taxbills.certificate (
  certificate_no text not null,
  guarantor text not null,
  customs_code text not null,
  released_on date not null,
  due_from date not null,
  due_to date not null,
  bills integer not null,
  total numeric(19,5) not null,
  state text not null,
  made_at timestamp with time zone not null,
  reminded_at timestamp with time zone,
  way text,
  paid_on date,
  late_charge numeric(19,5) not null default 0,
  payment_reference text,
  settled_by text,
  settled_at timestamp with time zone,
  constraint certificate_pkey PRIMARY KEY (certificate_no),
  constraint certificate_bills_check CHECK ((bills > 0)),
  constraint certificate_check CHECK (((state = 'paid'::text) = (settled_at IS NOT NULL))),
  constraint certificate_late_charge_check CHECK ((late_charge >= (0)::numeric)),
  constraint certificate_state_check CHECK ((state = ANY (ARRAY['open'::text, 'overdue'::text, 'paid'::text, 'void'::text]))),
  constraint certificate_total_check CHECK ((total >= (0)::numeric)),
  constraint certificate_way_check CHECK ((way = ANY (ARRAY['paid'::text, 'drawn'::text])))
);
CREATE INDEX certificate_by_guarantor ON taxbills.certificate USING btree (guarantor, made_at, certificate_no);
CREATE INDEX certificate_by_time ON taxbills.certificate USING btree (made_at, certificate_no);
CREATE INDEX certificate_due ON taxbills.certificate USING btree (due_to) WHERE (state = ANY (ARRAY['open'::text, 'overdue'::text]));
comment on table taxbills.certificate is 'bills of one guarantor, office and day of release, paid together; distribution key certificate_no';

create table taxbills.reduction (
  order_no text not null,
  ebp_code text not null,
  reference text not null,
  attempt integer not null,
  amount numeric(19,5) not null,
  after_payment boolean not null,
  reason text not null,
  at timestamp with time zone not null,
  constraint reduction_pkey PRIMARY KEY (order_no, ebp_code, reference),
  constraint reduction_amount_check CHECK ((amount > (0)::numeric))
);
comment on table taxbills.reduction is 'append-only: tax given back, each once; distribution key order_no';

create table taxbills.waiting (
  order_no text not null,
  ebp_code text not null,
  attempt integer not null,
  guarantor text not null,
  tax numeric(19,5) not null,
  since timestamp with time zone not null,
  constraint waiting_pkey PRIMARY KEY (order_no, ebp_code)
);
CREATE INDEX waiting_by_guarantor ON taxbills.waiting USING btree (guarantor, since);
comment on table taxbills.waiting is 'lists held for want of cover; distribution key order_no';

create table transit."position" (
  transit_no text not null,
  at timestamp with time zone not null,
  lon numeric(9,6) not null,
  lat numeric(8,6) not null,
  speed_kmh numeric(6,1),
  off_km numeric(7,1) not null,
  received_at timestamp with time zone not null,
  constraint position_pkey PRIMARY KEY (transit_no, at)
);
comment on table transit."position" is 'where vehicles were; one position a moment, erased some months after their transit is closed; distribution key transit_no';

create table transit.alert (
  transit_no text not null,
  kind text not null,
  occasion text not null,
  raised_at timestamp with time zone not null,
  evidence jsonb not null,
  resolved_at timestamp with time zone,
  resolved_by text,
  resolved_office text,
  reason text not null default ''::text,
  constraint alert_pkey PRIMARY KEY (transit_no, kind, occasion),
  constraint alert_check CHECK (((resolved_at IS NULL) = (resolved_by IS NULL))),
  constraint alert_kind_check CHECK ((kind = ANY (ARRAY['late'::text, 'overdue'::text, 'off-route'::text, 'silent'::text, 'seal-broken'::text, 'seal-missing'::text, 'elsewhere'::text])))
);
CREATE INDEX alert_open ON transit.alert USING btree (raised_at) WHERE (resolved_at IS NULL);
CREATE UNIQUE INDEX one_open_off_route ON transit.alert USING btree (transit_no) WHERE ((kind = 'off-route'::text) AND (resolved_at IS NULL));
comment on table transit.alert is 'what went wrong on the road, each once, and what an officer found; distribution key transit_no';

create table transit.cargo (
  order_no text not null,
  ebp_code text not null,
  transit_no text not null,
  direction text not null,
  parties text[] not null,
  live boolean not null default true,
  constraint cargo_pkey PRIMARY KEY (order_no, ebp_code, transit_no),
  constraint cargo_direction_check CHECK ((direction = ANY (ARRAY['import'::text, 'export'::text])))
);
CREATE INDEX cargo_by_transit ON transit.cargo USING btree (transit_no, order_no, ebp_code);
CREATE UNIQUE INDEX one_live_transit ON transit.cargo USING btree (order_no, ebp_code, direction) WHERE live;
comment on table transit.cargo is 'which lists go with which transit; distribution key order_no';

create table transit.event (
  transit_no text not null,
  revision integer not null,
  at timestamp with time zone not null,
  act text not null,
  from_state text,
  to_state text not null,
  party text not null,
  of_whom text not null,
  by_whom text not null,
  note text not null,
  constraint event_pkey PRIMARY KEY (transit_no, revision),
  constraint event_party_check CHECK ((party = ANY (ARRAY['applicant'::text, 'carrier'::text, 'departure'::text, 'destination'::text, 'elsewhere'::text]))),
  constraint event_revision_check CHECK ((revision > 0))
);
comment on table transit.event is 'append-only: what was done with a transit, step by step; distribution key transit_no';

create table transit.handover (
  transit_no text not null,
  leg_no integer not null,
  at timestamp with time zone not null,
  party text not null,
  of_whom text not null,
  by_whom text not null,
  seals jsonb not null,
  note text not null,
  constraint handover_pkey PRIMARY KEY (transit_no, leg_no),
  constraint handover_leg_no_check CHECK ((leg_no > 1)),
  constraint handover_party_check CHECK ((party = ANY (ARRAY['carrier'::text, 'departure'::text, 'destination'::text, 'elsewhere'::text])))
);
comment on table transit.handover is 'append-only: how goods were handed over from leg to leg; distribution key transit_no';

create table transit.leg (
  transit_no text not null,
  leg_no integer not null,
  mode text not null,
  carrier text not null,
  document_no text not null,
  vehicle_no text not null,
  from_place text not null,
  to_place text not null,
  usual_minutes integer not null,
  cost numeric(14,2),
  co2_kg numeric(14,3),
  constraint leg_pkey PRIMARY KEY (transit_no, leg_no),
  constraint leg_co2_kg_check CHECK ((co2_kg >= (0)::numeric)),
  constraint leg_cost_check CHECK ((cost >= (0)::numeric)),
  constraint leg_leg_no_check CHECK ((leg_no > 0)),
  constraint leg_mode_check CHECK ((mode = ANY (ARRAY['road'::text, 'rail'::text, 'air'::text, 'water'::text]))),
  constraint leg_usual_minutes_check CHECK ((usual_minutes > 0))
);
CREATE INDEX leg_by_carrier ON transit.leg USING btree (carrier, transit_no);
comment on table transit.leg is 'append-only: the legs a transit was applied for with; distribution key transit_no';

create table transit.seal (
  transit_no text not null,
  seal_no text not null,
  put_on_at timestamp with time zone not null,
  put_on_by text not null,
  state text not null,
  state_at timestamp with time zone not null,
  note text not null default ''::text,
  replaced_by text,
  constraint seal_pkey PRIMARY KEY (transit_no, seal_no),
  constraint seal_state_check CHECK ((state = ANY (ARRAY['on'::text, 'broken'::text, 'intact'::text, 'missing'::text, 'removed'::text])))
);
CREATE INDEX seal_by_number ON transit.seal USING btree (seal_no);
comment on table transit.seal is 'seals of a transit: put on, broken, replaced, checked; distribution key transit_no';

create table transit.transit (
  transit_no text not null,
  direction text not null,
  corridor text not null,
  applied_on date not null,
  departure_office text not null,
  destination_office text not null,
  applicant text not null,
  carrier text not null,
  bill_no text not null,
  goods_name text not null,
  lists integer not null,
  packages integer not null,
  gross_weight numeric(14,3) not null,
  vehicle_no text not null,
  note text not null,
  state text not null,
  revision integer not null default 0,
  applied_at timestamp with time zone not null,
  departed_at timestamp with time zone,
  late_at timestamp with time zone,
  due_at timestamp with time zone,
  arrived_at timestamp with time zone,
  closed_at timestamp with time zone,
  counted integer,
  last_at timestamp with time zone,
  last_lon numeric(9,6),
  last_lat numeric(8,6),
  last_speed_kmh numeric(6,1),
  last_off_km numeric(7,1),
  constraint transit_pkey PRIMARY KEY (transit_no),
  constraint closed CHECK (((state = ANY (ARRAY['written-off'::text, 'refused'::text, 'cancelled'::text])) = (closed_at IS NOT NULL))),
  constraint on_the_road CHECK (((state = ANY (ARRAY['on-the-road'::text, 'arrived'::text, 'unsealed'::text, 'written-off'::text])) = (departed_at IS NOT NULL))),
  constraint transit_counted_check CHECK ((counted >= 0)),
  constraint transit_direction_check CHECK ((direction = ANY (ARRAY['import'::text, 'export'::text]))),
  constraint transit_gross_weight_check CHECK ((gross_weight > (0)::numeric)),
  constraint transit_lists_check CHECK ((lists > 0)),
  constraint transit_packages_check CHECK ((packages > 0)),
  constraint transit_state_check CHECK ((state = ANY (ARRAY['applied'::text, 'approved'::text, 'sealed'::text, 'on-the-road'::text, 'arrived'::text, 'unsealed'::text, 'written-off'::text, 'refused'::text, 'cancelled'::text]))),
  constraint went_before_it_came CHECK ((((departed_at IS NULL) = (due_at IS NULL)) AND ((arrived_at IS NULL) OR (departed_at IS NOT NULL))))
);
CREATE INDEX transit_by_applicant ON transit.transit USING btree (applicant, applied_at);
CREATE INDEX transit_by_carrier ON transit.transit USING btree (carrier, applied_at);
CREATE INDEX transit_by_time ON transit.transit USING btree (applied_at, transit_no);
CREATE INDEX transit_live ON transit.transit USING btree (state, applied_at) WHERE (closed_at IS NULL);
comment on table transit.transit is 'transfers under customs control as they stand; distribution key transit_no';

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
  erased_at timestamp with time zone,
  constraint import_waybill_pkey PRIMARY KEY (order_no, logistics_code, logistics_no)
);
CREATE INDEX import_waybill_number ON waybills.import_waybill USING btree (logistics_no, logistics_code);
CREATE INDEX import_waybill_of_principal ON waybills.import_waybill USING btree (sent_for, received_at, order_no, logistics_code, logistics_no) WHERE (sent_for IS NOT NULL);
CREATE INDEX import_waybill_of_sender ON waybills.import_waybill USING btree (sender, received_at, order_no, logistics_code, logistics_no);
comment on table waybills.import_waybill is 'waybills of retail imports (CEB511); distribution key order_no';

alter table exports.proposal_answer add constraint proposal_answer_order_no_ebp_code_ebc_code_proposal_fkey FOREIGN KEY (order_no, ebp_code, ebc_code, proposal) REFERENCES exports.proposal(order_no, ebp_code, ebc_code, seq);

alter table registry.enterprise_role add constraint enterprise_role_customs_code_fkey FOREIGN KEY (customs_code) REFERENCES registry.enterprise(customs_code) ON DELETE CASCADE;

alter table status.incident_word add constraint incident_word_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES status.incident(incident_id);
