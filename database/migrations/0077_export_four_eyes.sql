-- What one officer proposes of a held export list, and what another says to it. A proposal is of the step it was made on: once the
-- list has moved on by whatever comes first, nobody can answer it any more.
create table exports.proposal (
  order_no text not null,
  ebp_code text not null,
  ebc_code text not null,
  seq bigint generated always as identity,
  attempt integer not null,
  step integer not null,
  at timestamptz not null,
  act text not null check (act in ('release', 'refuse', 'inspect')),
  -- Code of the table of reasons.
  reason text not null,
  note text not null,
  -- Code of the row by which a second officer has to confirm.
  four_eyes text not null,
  -- Account of the officer who proposes.
  officer text not null,
  primary key (order_no, ebp_code, ebc_code, seq)
);
comment on table exports.proposal is 'append-only: what an officer proposes of a held export list for another to confirm; distribution key order_no';

create table exports.proposal_answer (
  order_no text not null,
  ebp_code text not null,
  ebc_code text not null,
  -- The proposal answered; once.
  proposal bigint not null,
  at timestamptz not null,
  answer text not null check (answer in ('confirmed', 'rejected')),
  note text not null,
  -- Account of the officer who answers.
  officer text not null,
  primary key (order_no, ebp_code, ebc_code, proposal),
  foreign key (order_no, ebp_code, ebc_code, proposal)
    references exports.proposal (order_no, ebp_code, ebc_code, seq)
);
comment on table exports.proposal_answer is 'append-only: what another officer said to a proposal, or that it was taken back; distribution key order_no';

-- Two officers are two officers, whatever program writes here.
create function exports.two_officers() returns trigger language plpgsql set search_path = '' as $$
begin
  if exists (
    select from exports.proposal p
    where p.order_no = new.order_no and p.ebp_code = new.ebp_code and p.ebc_code = new.ebc_code
      and p.seq = new.proposal and p.officer = new.officer) then
    raise exception 'two officers decide this, one after the other'
      using errcode = 'check_violation', constraint = 'two_officers', table = 'proposal_answer', schema = 'exports';
  end if;
  return new;
end $$;
create trigger two_officers before insert on exports.proposal_answer
  for each row when (new.answer = 'confirmed') execute function exports.two_officers();
