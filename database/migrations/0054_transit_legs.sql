-- A transit of several legs by different means and carriers, and how its goods were handed over between them (R-8.8).
create table transit.leg (
  transit_no text not null,
  leg_no integer not null check (leg_no > 0),
  mode text not null check (mode in ('road', 'rail', 'air', 'water')),
  carrier text not null,
  -- Number of the paper its goods go by: consignment note, railway or air waybill.
  document_no text not null,
  vehicle_no text not null,
  -- Places of the corridor.
  from_place text not null,
  to_place text not null,
  usual_minutes integer not null check (usual_minutes > 0),
  -- CNY and kilograms, where its applicant has told them.
  cost numeric(14, 2) check (cost >= 0),
  co2_kg numeric(14, 3) check (co2_kg >= 0),
  primary key (transit_no, leg_no)
);
-- Who is to carry one of its legs sees a transit.
create index leg_by_carrier on transit.leg (carrier, transit_no);
comment on table transit.leg is 'append-only: the legs a transit was applied for with; distribution key transit_no';

create table transit.handover (
  transit_no text not null,
  -- The leg that began with it: a leg begins once, whatever program writes here.
  leg_no integer not null check (leg_no > 1),
  at timestamptz not null,
  party text not null check (party in ('carrier', 'departure', 'destination', 'elsewhere')),
  of_whom text not null,
  by_whom text not null,
  -- Each seal as it was found, and the one that was put on in its place: sealNo, found, newSealNo.
  seals jsonb not null,
  note text not null,
  primary key (transit_no, leg_no)
);
comment on table transit.handover is 'append-only: how goods were handed over from leg to leg; distribution key transit_no';
