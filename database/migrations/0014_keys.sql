-- Keys that are limited, end and take over from one another; certificates that programs show (module exchange).
alter table exchange.api_key
  -- What it is limited to; null: all a clerk, or an operator, may do.
  add column scopes text[] check (cardinality(scopes) > 0),
  add column expires_at timestamptz,
  -- At most a minute late.
  add column last_used_at timestamptz,
  -- The key that has taken over from it; it works on beside that one until it expires.
  add column replaced_by uuid,
  -- Account or key it was made with; null: at the command line of the platform.
  add column made_by text,
  -- When its enterprise was told that it expires soon.
  add column warned_at timestamptz;
create index api_key_owner on exchange.api_key (customs_code, created_at);
create index api_key_expiry on exchange.api_key (expires_at) where revoked_at is null and warned_at is null;

create table exchange.client_certificate (
  certificate_id uuid not null,
  customs_code text not null,
  kind text not null check (kind in ('fingerprint', 'subject')),
  -- SHA-256 of the certificate in hexadecimal; or its subject, where an authority the server trusts vouches for it.
  identity text not null,
  label text not null,
  subject text not null,
  issuer text not null,
  not_after timestamptz not null,
  -- What it may do where it stands for a key; null: it stands for none and is only shown beside one.
  scopes text[] check (cardinality(scopes) > 0),
  made_at timestamptz not null,
  made_by text,
  -- When a program first showed it beside a key of its enterprise; before that it opens nothing by itself.
  proven_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  warned_at timestamptz,
  primary key (certificate_id)
);
-- Anybody has the certificates of others and can name them; who has shown one holds its key.
create unique index client_certificate_proven on exchange.client_certificate (identity)
  where revoked_at is null and proven_at is not null;
create unique index client_certificate_own on exchange.client_certificate (customs_code, identity) where revoked_at is null;
create index client_certificate_identity on exchange.client_certificate (identity);
create index client_certificate_owner on exchange.client_certificate (customs_code, made_at);
comment on table exchange.client_certificate is 'certificates the programs of enterprises show in TLS; small, copied to every node';

create table exchange.certificate_rule (
  customs_code text not null,
  -- Keys of this enterprise work only beside one of its certificates.
  required boolean not null,
  changed_at timestamptz not null,
  changed_by text,
  primary key (customs_code)
);
comment on table exchange.certificate_rule is 'which enterprises have their keys work with a certificate only; small, copied to every node';
