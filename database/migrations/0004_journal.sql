-- What happened, in order, for whoever listens: projections, statistics, credit, live screens.
create schema journal;

create table journal.entry (
  -- The writer's transaction: a reader that stays below the oldest running one can never skip an entry.
  tx xid8 not null default pg_current_xact_id(),
  seq bigint generated always as identity,
  at timestamptz not null,
  kind text not null,
  subject text not null,
  body json not null,
  primary key (tx, seq)
);
comment on table journal.entry is 'append-only: journal entries in commit order; kept on one node, read by cursor (tx, seq)';
