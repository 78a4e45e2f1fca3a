-- What an edition of the rules said, so that one can be held against another long after.
create table clearance.rulebook (
  edition text not null,
  first_used_at timestamptz not null,
  -- Its rules and figures, as they are shown.
  rows json not null,
  primary key (edition)
);
comment on table clearance.rulebook is 'append-only: editions of the rules decisions rest on; small, copied to every node';
