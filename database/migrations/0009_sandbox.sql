-- The sandbox, a simulated customs for testers: who has been let in, which papers it took, which receipts are due.
-- On a platform that works on real data these tables stay empty.
create schema sandbox;

create table sandbox.authority (
  name text not null,
  certificate text not null,
  private_key text not null,
  made_at timestamptz not null,
  primary key (name)
);
comment on table sandbox.authority is 'the sandbox''s own issuers of certificates, trusted nowhere else; small, copied to every node';
comment on column sandbox.authority.certificate is 'PEM';
comment on column sandbox.authority.private_key is 'PEM; signs certificates of testers and nothing else';

create table sandbox.enterprise (
  customs_code text not null,
  dxp_id text not null,
  algorithm text not null check (algorithm in ('sm2', 'rsa')),
  certificate_number text not null,
  certificate text not null,
  made_at timestamptz not null,
  primary key (customs_code)
);
comment on table sandbox.enterprise is 'enterprises testers have registered, with the certificate their signatures must carry; small, copied to every node';
comment on column sandbox.enterprise.certificate is 'PEM; the private key was given once and is not kept';

create table sandbox.document (
  sender text not null,
  root text not null,
  document_key text not null,
  guid text not null,
  app_time text not null,
  content_hash text not null,
  deleted boolean not null,
  message_id uuid not null,
  received_at timestamptz not null,
  number text,
  return_status text not null,
  return_info text not null,
  status_time text not null,
  issued json not null,
  content json not null,
  primary key (sender, root, document_key)
);
comment on table sandbox.document is 'papers the sandbox has taken, as they stand; distribution key sender';
comment on column sandbox.document.number is 'the scripted number; null where the paper had none';
comment on column sandbox.document.status_time is 'returnTime of the receipt the status is from: an older one that comes later does not change it; empty before the first';
comment on column sandbox.document.issued is 'numbers given by the sandbox: preNo, invtNo, rkdNo, sumNo';
create index document_invt_no on sandbox.document (sender, (issued ->> 'invtNo'));

create table sandbox.planned_receipt (
  recipient text not null,
  seq bigint generated always as identity,
  due_at timestamptz not null,
  type text not null,
  order_no text,
  return_status text not null,
  return_time text not null,
  return_info text not null,
  body json not null,
  root text not null,
  document_key text not null,
  primary key (recipient, seq)
);
comment on table sandbox.planned_receipt is 'receipts and pushes that are still to come; distribution key recipient';
create index planned_receipt_due on sandbox.planned_receipt (due_at);

create table sandbox.dxp_peer (
  customs_code text not null,
  dxp_id text not null,
  cursor text not null,
  primary key (customs_code)
);
comment on table sandbox.dxp_peer is 'enterprises that speak DXP and the last receipt each was sent; small, copied to every node';

create table sandbox.dxp_message (
  sender text not null,
  message_id uuid not null,
  cop_msg_id text not null,
  primary key (sender, message_id)
);
comment on table sandbox.dxp_message is 'append-only: by which CopMsgId a message came over DXP, for the format receipts that speak of it; distribution key sender';

-- Numbers of papers and of enterprises: each is given once.
create sequence sandbox.paper_number;
create sequence sandbox.enterprise_number;
