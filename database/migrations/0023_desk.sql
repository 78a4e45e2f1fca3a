-- The officer's desk: which held lists wait for a decision, who has them in hand, and every act on them.
create schema desk;

create table desk.case_file (
  order_no text not null,
  ebp_code text not null,
  attempt integer not null,
  -- The decision it stands at: within an attempt officers decide step by step.
  step smallint not null,
  -- returnStatus the list stands at: 300 manual review, 500 inspection, 501 … detained; 800 while a recall is proposed.
  status text not null,
  -- Grows with everything that happens to it: what an officer decides on is what that officer has seen.
  revision integer not null default 1,
  state text not null check (state in ('open', 'asked', 'proposed', 'closed')),
  opened_at timestamptz not null,
  -- By when it is to be decided; while the enterprise is asked, the time for its answer is added.
  due_at timestamptz not null,
  answer_due_at timestamptz,
  closed_at timestamptz,
  -- How the list left the desk: its outcome, or that its sender took it up again.
  closed_as text,
  customs_code text not null,
  trade_mode text not null,
  ebc_code text not null,
  -- Who sent the list, is asked, and gets the receipts.
  recipient text not null,
  goods_name text not null,
  -- CNY; null when it was not computed.
  dutiable_value numeric,
  risk_class text,
  -- Codes of the live findings that hold it.
  rules text[] not null,
  taken_by text,
  taken_name text,
  taken_at timestamptz,
  -- After it another officer may take the case; with every act it begins anew.
  lease_until timestamptz,
  -- What one officer proposes and another has to confirm.
  proposal json,
  primary key (order_no, ebp_code, attempt),
  constraint closed_has_time check ((state = 'closed') = (closed_at is not null)),
  constraint proposed_has_proposal check ((state = 'proposed') = (proposal is not null)),
  constraint taken_has_lease check ((taken_by is null) = (lease_until is null))
);
alter table desk.case_file set (fillfactor = 70);
comment on table desk.case_file is 'held lists as cases of the officer''s desk, open and closed; distribution key order_no';
create index case_file_queue on desk.case_file (due_at, order_no, ebp_code) where state <> 'closed';
create index case_file_opened on desk.case_file (opened_at);
create index case_file_closed on desk.case_file (closed_at) where state = 'closed';
create index case_file_recipient on desk.case_file (recipient, state);

create table desk.act (
  order_no text not null,
  ebp_code text not null,
  seq bigint generated always as identity,
  attempt integer not null,
  at timestamptz not null,
  kind text not null check (kind in ('took', 'handed-back', 'asked', 'answered', 'proposed', 'rejected', 'decided',
    'undone', 'overtaken')),
  -- Null where no officer acted: the enterprise answered, or the list moved on by itself.
  officer text,
  officer_name text,
  office text,
  from_status text not null,
  to_status text not null,
  reason text,
  note text not null default '',
  -- The act of the table, e.g. release.
  act text,
  -- Code of the row by which a second officer had to confirm.
  four_eyes text,
  -- The proposal that is confirmed or rejected.
  proposal bigint,
  -- What was decided on: the versions the officer had seen, and what was recorded.
  evidence json not null,
  primary key (order_no, ebp_code, seq)
);
comment on table desk.act is 'append-only: everything that was done to a case, by whom and why; distribution key order_no';
create index act_by_officer on desk.act (at, officer) where officer is not null;

-- Two officers are two officers, whatever program writes here.
create function desk.two_officers() returns trigger language plpgsql set search_path = '' as $$
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
end $$;
create trigger two_officers before insert on desk.act
  for each row when (new.kind = 'decided' and new.four_eyes is not null) execute function desk.two_officers();

create table desk.buyer_search (
  officer text not null,
  seq bigint generated always as identity,
  at timestamptz not null,
  officer_name text not null,
  office text not null,
  -- The keyed digest of the identity document that was looked for; the number itself is nowhere kept.
  buyer_key text not null,
  reason text not null,
  found integer not null,
  primary key (officer, seq)
);
comment on table desk.buyer_search is 'append-only: which officer looked for the lists of which buyer, and why; distribution key officer';
