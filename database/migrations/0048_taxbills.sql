-- Tax bills of released lists, from release to payment (module taxbills).
create schema taxbills;
comment on schema taxbills is 'tax of released lists: bills, payment certificates, and lists that wait for cover';

create table taxbills.bill (
  order_no text not null,
  ebp_code text not null,
  attempt integer not null,
  -- Customs codes of who answers for the tax, and of who declared the list and gets the bill.
  guarantor text not null,
  agent text not null,
  customs_code text not null,
  invt_no text,
  -- CNY: assessed at release, no longer owed because goods came back or the list went, reserved of the guarantee.
  tax numeric(19, 5) not null check (tax > 0),
  returned numeric(19, 5) not null default 0,
  held numeric(19, 5) not null default 0 check (held >= 0),
  released_at timestamptz not null,
  released_on date not null,
  due_from date not null,
  due_to date not null,
  -- open, then merged into a certificate, then paid; void once all of it is given back before that.
  state text not null default 'open' check (state in ('open', 'merged', 'paid', 'void')),
  -- The bill as it was sent (CEB816); null before.
  tax_no text,
  lines json,
  told_at timestamptz,
  certificate_no text,
  primary key (order_no, ebp_code, attempt),
  constraint returned_within_tax check (returned between 0 and tax)
);
create index bill_untold on taxbills.bill (released_at) where told_at is null and state = 'open';
create index bill_to_merge on taxbills.bill (due_from) where state = 'open' and told_at is not null;
create index bill_by_guarantor on taxbills.bill (guarantor, released_at, order_no, ebp_code);
create index bill_by_agent on taxbills.bill (agent, released_at, order_no, ebp_code);
create index bill_by_time on taxbills.bill (released_at, order_no, ebp_code);
create index bill_by_certificate on taxbills.bill (certificate_no) where certificate_no is not null;
comment on table taxbills.bill is 'tax of each released list; distribution key order_no';

create table taxbills.reduction (
  order_no text not null,
  ebp_code text not null,
  -- What it was given back for, e.g. a return: given back once.
  reference text not null,
  attempt integer not null,
  amount numeric(19, 5) not null check (amount > 0),
  -- Paid before: the tax itself is to be paid back.
  after_payment boolean not null,
  reason text not null,
  at timestamptz not null,
  primary key (order_no, ebp_code, reference)
);
comment on table taxbills.reduction is 'append-only: tax given back, each once; distribution key order_no';

create sequence taxbills.certificate_no;
create table taxbills.certificate (
  certificate_no text primary key,
  guarantor text not null,
  customs_code text not null,
  released_on date not null,
  due_from date not null,
  due_to date not null,
  bills integer not null check (bills > 0),
  total numeric(19, 5) not null check (total >= 0),
  state text not null check (state in ('open', 'overdue', 'paid', 'void')),
  made_at timestamptz not null,
  -- When the guarantor was reminded that its last day is near.
  reminded_at timestamptz,
  way text check (way in ('paid', 'drawn')),
  paid_on date,
  late_charge numeric(19, 5) not null default 0 check (late_charge >= 0),
  payment_reference text,
  settled_by text,
  settled_at timestamptz,
  check ((state = 'paid') = (settled_at is not null))
);
create index certificate_by_guarantor on taxbills.certificate (guarantor, made_at, certificate_no);
create index certificate_by_time on taxbills.certificate (made_at, certificate_no);
create index certificate_due on taxbills.certificate (due_to) where state in ('open', 'overdue');
comment on table taxbills.certificate is 'bills of one guarantor, office and day of release, paid together; distribution key certificate_no';

create table taxbills.waiting (
  order_no text not null,
  ebp_code text not null,
  attempt integer not null,
  guarantor text not null,
  tax numeric(19, 5) not null,
  since timestamptz not null,
  primary key (order_no, ebp_code)
);
create index waiting_by_guarantor on taxbills.waiting (guarantor, since);
comment on table taxbills.waiting is 'lists held for want of cover; distribution key order_no';
