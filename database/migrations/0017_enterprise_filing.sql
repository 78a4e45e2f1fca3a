-- Enterprises file once for all agencies (module registry): applications, versions of their files, warnings.
-- registry.enterprise stays what everybody asks: the version in force, one row an enterprise.

alter table registry.enterprise add column name_en text;
alter table registry.enterprise add column version integer not null default 1 check (version > 0);

create table registry.enterprise_version (
  customs_code text not null,
  version integer not null check (version > 0),
  file jsonb not null,
  state text not null check (state in ('active', 'suspended', 'closed')),
  cause text not null check (cause in ('registered', 'changed', 'suspended', 'resumed', 'cancelled', 'imported')),
  made_by text not null,
  made_at timestamptz not null,
  paper text not null,
  filing_id uuid,
  reasons text,
  primary key (customs_code, version)
);
comment on table registry.enterprise_version is 'append-only: every version of an enterprise''s file with who, when and from which paper; distribution key customs_code';
comment on column registry.enterprise_version.file is 'EnterpriseFile as JSON; of an identity number only its mask';
comment on column registry.enterprise_version.made_by is 'account or key that did it; who imports names a command';

-- Who was registered before files had versions.
insert into registry.enterprise_version (customs_code, version, file, state, cause, made_by, made_at, paper)
select customs_code, 1,
  jsonb_strip_nulls(jsonb_build_object(
    'customsCode', customs_code, 'uscc', uscc, 'name', name, 'customsOffice', customs_office, 'dxpId', dxp_id,
    'validFrom', valid_from, 'validTo', valid_to,
    'roles', (select coalesce(jsonb_agg(role order by role), '[]') from registry.enterprise_role held
      where held.customs_code = entry.customs_code))),
  state, 'imported', 'migration', changed_at, ''
from registry.enterprise entry;

create table registry.enterprise_filing (
  customs_code text not null,
  filing_id uuid not null,
  kind text not null check (kind in ('register', 'change', 'resume', 'cancel')),
  state text not null check (state in ('draft', 'applied', 'checked', 'returned', 'approved', 'withdrawn')),
  source text not null check (source in ('enterprise', 'public', 'operator')),
  paper text not null,
  base_version integer not null,
  file jsonb not null,
  made_by text not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  checked_by text,
  decided_by text,
  -- SHA-256 of what whoever applied without an account shows to see how it stands.
  ticket_digest bytea,
  primary key (customs_code, filing_id),
  constraint checked_once_checked check (state not in ('checked', 'approved') or checked_by is not null),
  constraint four_eyes check
    (state <> 'approved' or (decided_by is not null and decided_by <> checked_by and decided_by <> made_by))
);
-- One application at a time; strangers who apply without an account cannot stand in anybody's way.
create unique index enterprise_filing_open on registry.enterprise_filing (customs_code)
  where state in ('draft', 'applied', 'checked', 'returned') and source <> 'public';
create index enterprise_filing_by_id on registry.enterprise_filing (filing_id);
create index enterprise_filing_queue on registry.enterprise_filing (changed_at, filing_id)
  where state in ('draft', 'applied', 'checked', 'returned');
comment on table registry.enterprise_filing is 'applications of enterprises to be registered, changed, resumed, cancelled; distribution key customs_code';

create table registry.filing_step (
  customs_code text not null,
  filing_id uuid not null,
  seq bigint generated always as identity,
  step text not null check (step in ('save', 'apply', 'check', 'return', 'approve', 'withdraw')),
  done_by text not null,
  done_at timestamptz not null,
  reasons text,
  primary key (customs_code, filing_id, seq)
);
comment on table registry.filing_step is 'append-only: what was done with an application, by whom and why; distribution key customs_code';

create table registry.file_reading (
  customs_code text not null,
  seq bigint generated always as identity,
  read_by text not null,
  read_at timestamptz not null,
  reason text not null,
  primary key (customs_code, seq)
);
comment on table registry.file_reading is 'append-only: who saw the contacts of an enterprise in full, when and why; distribution key customs_code';

create table registry.expiry_warning (
  customs_code text not null,
  subject text not null check (subject in ('licence', 'certificate', 'registration')),
  which text not null,
  ends_on date not null,
  -- Days before the end at which it was due: the earlier notice and the last one are two warnings.
  notice_days integer not null,
  warned_at timestamptz not null,
  primary key (customs_code, subject, which, ends_on, notice_days)
);
comment on table registry.expiry_warning is 'append-only: warnings that a licence, certificate or registration runs out, each once; distribution key customs_code';
