-- The tax of exports line by line: what is known of each, invoices and foreign exchange, claims, files for the tax bureau (module refunds).
create schema refunds;
comment on schema refunds is 'the tax of exports: eligibility by line, claims, files for the tax bureau';

create table refunds.progress (
  part text not null,
  cursor text not null,
  primary key (part)
);
comment on table refunds.progress is 'cursor of the journal; kept on one node';

create table refunds.firm (
  ebc_code text not null,
  kind text not null check (kind in ('trader', 'factory')),
  general_taxpayer boolean not null,
  -- Of the filing for export refund; null where it is not filed.
  refund_filing_no text,
  zone_registered boolean not null,
  small_firm boolean not null,
  told_at timestamptz not null,
  told_by text not null,
  -- By an officer of the tax bureau; whoever tells anew is confirmed anew.
  confirmed_at timestamptz,
  confirmed_by text,
  primary key (ebc_code),
  check ((confirmed_at is null) = (confirmed_by is null))
);
comment on table refunds.firm is 'what decides the tax of an exporter, told by it and confirmed by the tax bureau; distribution key ebc_code';

create table refunds.line (
  ebc_code text not null,
  -- Number of the list at customs (invtNo), and the line in it.
  invt_no text not null,
  gnum integer not null,
  -- First day of the month in China in which the goods left.
  month date not null,
  departed_on date not null,
  -- Last day to claim its refund; null where no rule of the day says so.
  claim_by date,
  ebp_code text not null,
  order_no text not null,
  trade_mode text not null,
  gcode text not null,
  gname text not null,
  unit text not null,
  qty numeric(19, 5) not null check (qty > 0),
  currency text not null,
  price numeric(19, 5) not null,
  total_price numeric(19, 5) not null,
  -- Share of the code on the day of departure; null where the table at hand does not say, 0 where refund is ended.
  refund_rate numeric(7, 5) check (refund_rate between 0 and 1),
  -- The live summary declaration it stands in, and its number at customs.
  decl_seq_no text,
  entry_id text,
  -- The receipt of foreign exchange that covers it.
  fx_reference text,
  -- Whether invoices cover the whole of it.
  invoiced boolean not null default false,
  -- What of it has come back.
  returned numeric(19, 5) not null default 0,
  taken_at timestamptz not null,
  primary key (ebc_code, invt_no, gnum),
  constraint no_more_back_than_left check (returned between 0 and qty),
  check ((decl_seq_no is null) = (entry_id is null))
);
create index line_by_month on refunds.line (ebc_code, month, invt_no, gnum);
create index line_of_month on refunds.line (month, ebc_code, invt_no, gnum);
create index line_by_summary on refunds.line (ebc_code, decl_seq_no) where decl_seq_no is not null;
create index line_without_invoice on refunds.line (ebc_code, gname, unit, departed_on, invt_no, gnum) where not invoiced;
comment on table refunds.line is 'lines of closed export lists and what decides their tax (R-3.9); distribution key ebc_code';

create table refunds.invoice (
  ebc_code text not null,
  -- Number of the VAT invoice, or of the customs payment book.
  invoice_no text not null,
  invoiced_on date not null,
  seller_uscc text not null,
  seller_name text not null,
  -- Without tax, and the tax. CNY.
  net numeric(19, 2) not null,
  vat numeric(19, 2) not null,
  filed_at timestamptz not null,
  filed_by text not null,
  primary key (ebc_code, invoice_no)
);
comment on table refunds.invoice is 'VAT invoices of goods bought for export; distribution key ebc_code';

create table refunds.invoice_line (
  ebc_code text not null,
  invoice_no text not null,
  line integer not null check (line > 0),
  invoiced_on date not null,
  gname text not null,
  unit text not null,
  quantity numeric(19, 5) not null check (quantity > 0),
  net numeric(19, 2) not null check (net >= 0),
  vat numeric(19, 2) not null check (vat >= 0),
  vat_rate numeric(7, 5) not null check (vat_rate between 0 and 1),
  used numeric(19, 5) not null default 0,
  primary key (ebc_code, invoice_no, line),
  -- The database keeps the promise that no purchase backs more than it bought, whatever program writes here.
  constraint used_up_once check (used between 0 and quantity)
);
create index invoice_line_open on refunds.invoice_line (ebc_code, gname, unit, invoiced_on, invoice_no, line) where used < quantity;
comment on table refunds.invoice_line is 'goods of VAT invoices and how much of them backs exports; distribution key ebc_code';

create table refunds.matched (
  ebc_code text not null,
  invt_no text not null,
  gnum integer not null,
  invoice_no text not null,
  line integer not null,
  quantity numeric(19, 5) not null check (quantity > 0),
  net numeric(19, 2) not null,
  vat numeric(19, 2) not null,
  vat_rate numeric(7, 5) not null,
  matched_at timestamptz not null,
  primary key (ebc_code, invt_no, gnum, invoice_no, line)
);
comment on table refunds.matched is 'append-only: which purchase backs which export; distribution key ebc_code';

create table refunds.receipt (
  ebc_code text not null,
  -- Number of the bank''s paper.
  reference text not null,
  received_on date not null,
  currency text not null,
  amount numeric(19, 2) not null check (amount > 0),
  filed_at timestamptz not null,
  filed_by text not null,
  primary key (ebc_code, reference)
);
comment on table refunds.receipt is 'foreign exchange received for exports; distribution key ebc_code';

create sequence refunds.claim_no;

create table refunds.claim (
  ebc_code text not null,
  claim_no text not null,
  month date not null,
  state text not null check (state in ('drafted', 'handed-in', 'accepted', 'refused', 'withdrawn')),
  lines integer not null check (lines > 0),
  -- CNY: purchases without tax, and what is asked for.
  net numeric(19, 2) not null,
  refund numeric(19, 2) not null,
  -- What the tax bureau has accepted of it.
  accepted_lines integer,
  accepted_refund numeric(19, 2),
  drafted_at timestamptz not null,
  drafted_by text not null,
  handed_in_at timestamptz,
  settled_at timestamptz,
  settled_by text,
  reason text,
  primary key (ebc_code, claim_no),
  check ((state = 'accepted') = (accepted_refund is not null)),
  check ((state in ('drafted', 'handed-in')) = (settled_at is null))
);
create index claim_by_time on refunds.claim (drafted_at, claim_no);
create index claim_by_number on refunds.claim (claim_no);
comment on table refunds.claim is 'claims for export refund and how far each has come; distribution key ebc_code';

create table refunds.claim_line (
  ebc_code text not null,
  claim_no text not null,
  invt_no text not null,
  gnum integer not null,
  -- What of the line had not come back when it was claimed.
  quantity numeric(19, 5) not null,
  entry_id text not null,
  net numeric(19, 2) not null,
  vat numeric(19, 2) not null,
  refund_rate numeric(7, 5) not null,
  refund numeric(19, 2) not null,
  -- Input tax that is not refunded.
  to_cost numeric(19, 2) not null,
  live boolean not null,
  refused_because text,
  primary key (ebc_code, claim_no, invt_no, gnum)
);
-- Each line is claimed exactly once (R-3.9), whatever program writes here: what is refused or withdrawn is live no more.
create unique index claimed_once on refunds.claim_line (ebc_code, invt_no, gnum) where live;
comment on table refunds.claim_line is 'lines of claims with their sums; distribution key ebc_code';

create table refunds.returned (
  ebc_code text not null,
  -- Number of the return, and the line of the export that came back.
  return_no text not null,
  invt_no text not null,
  gnum integer not null,
  quantity numeric(19, 5) not null check (quantity > 0),
  returned_at timestamptz not null,
  -- The claim that is live for the line, and what of its refund is to be repaid; null where it is not claimed.
  claim_no text,
  repay numeric(19, 2),
  primary key (ebc_code, return_no, invt_no, gnum),
  check ((claim_no is null) = (repay is null))
);
comment on table refunds.returned is 'append-only: exported goods that came back, and the refund to repay for them; distribution key ebc_code';
