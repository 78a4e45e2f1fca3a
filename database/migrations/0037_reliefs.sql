-- Enterprises customs rates well give less cover for the tax of their lists, or none, by a dated table (module reliefs, R-5.7).
create schema reliefs;
comment on schema reliefs is 'tax of lists that passed with less cover, and why';

create table reliefs.relief (
  -- Customs code of the enterprise that answers for the tax.
  guarantor text not null,
  -- The list, as its tax is named wherever it is reserved.
  reference text not null,
  day date not null,
  -- Row of the table by which less was asked for.
  code text not null,
  tax numeric(19, 5) not null check (tax > 0),
  -- What of the tax no cover was asked for.
  relieved numeric(19, 5) not null,
  at timestamptz not null,
  primary key (guarantor, reference),
  constraint within_tax check (relieved > 0 and relieved <= tax)
);
create index relief_by_day on reliefs.relief (guarantor, day);
comment on table reliefs.relief is 'append-only: tax of released lists that no cover was asked for, and by which row; distribution key guarantor';
