-- Certificates of goods that one agency has accepted and another's requirement is answered by (module goods-certificates).
create schema goods_certificates;
comment on schema goods_certificates is 'certificates of goods: filed, accepted, recognised, used up';

create table goods_certificates.certificate (
  -- Seller of the goods, by customs code.
  owner text not null,
  certificate_id uuid not null,
  -- Code of the table of kinds.
  kind text not null,
  number text not null,
  issuer text not null,
  -- Beginning of the commodity codes it covers.
  gcode text not null,
  -- Country of origin; any where null.
  origin text,
  valid_from date not null,
  -- Last day, inclusive.
  valid_to date not null,
  -- What it covers, in declared units, where its kind is used up by quantity.
  quantity numeric(19, 5),
  used numeric(19, 5) not null default 0,
  state text not null check (state in ('filed', 'accepted', 'refused', 'withdrawn')),
  filed_by text not null,
  filed_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  reason text,
  primary key (owner, certificate_id),
  constraint valid_in_order check (valid_to >= valid_from),
  -- Whatever program writes here: nothing is covered twice.
  constraint never_overused check (used >= 0 and used <= coalesce(quantity, 0)),
  constraint decided_has_officer check ((state in ('accepted', 'refused')) = (decided_by is not null))
);
create unique index certificate_number on goods_certificates.certificate (owner, kind, number) where state in ('filed', 'accepted');
create index certificate_by_id on goods_certificates.certificate (certificate_id);
create index certificate_by_time on goods_certificates.certificate (filed_at desc, certificate_id desc);
comment on table goods_certificates.certificate is 'certificates of goods filed by their sellers; distribution key owner';

create table goods_certificates.paper (
  owner text not null,
  certificate_id uuid not null,
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  size_bytes integer not null,
  digest bytea not null,
  -- Sealed: whoever signed it is named on it.
  content bytea not null,
  added_at timestamptz not null,
  primary key (owner, certificate_id)
);
alter table goods_certificates.paper alter column content set storage external;
comment on table goods_certificates.paper is 'the certificates themselves as files, sealed; distribution key owner';

create table goods_certificates.use (
  owner text not null,
  certificate_id uuid not null,
  order_no text not null,
  ebp_code text not null,
  attempt integer not null,
  -- Row of the table of requirements it answers, and the row by which it counts.
  requirement text not null,
  recognition text not null,
  -- In declared units; 0 where its kind is not used up.
  quantity numeric(19, 5) not null,
  at timestamptz not null,
  -- The list was sent back, withdrawn or declared anew.
  given_back_at timestamptz,
  primary key (owner, certificate_id, order_no, ebp_code, attempt, requirement)
);
create index use_of_list on goods_certificates.use (order_no, ebp_code) where given_back_at is null;
comment on table goods_certificates.use is 'which lists a certificate answered for; distribution key owner';

-- What an accepted certificate says is the agency's word.
alter table agencies.question drop constraint question_judge_check;
alter table agencies.question add constraint question_judge_check check (judge in ('engine', 'live', 'officer', 'inspection', 'certificate'));
alter table agencies.decision drop constraint decision_judge_check;
alter table agencies.decision add constraint decision_judge_check check (judge in ('engine', 'live', 'officer', 'inspection', 'certificate'));
