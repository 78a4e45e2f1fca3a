-- Photos of goods (module registry): the picture alone, as it was written anew, with who added it and who took it away.
create table registry.goods_photo (
  ebc_code text not null,
  item_no text not null,
  photo_id uuid not null,
  -- Order in which they are shown.
  place integer not null check (place > 0),
  alt text not null check (alt <> ''),
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp')),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  size_bytes integer not null,
  -- SHA-256 of the content: the same picture is kept once, and evidence stays when the picture goes.
  digest bytea not null,
  content bytea,
  added_by text not null,
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (ebc_code, item_no, photo_id),
  constraint photo_there_or_removed check ((content is null) = (removed_at is not null))
);
alter table registry.goods_photo alter column content set storage external;
create unique index goods_photo_once on registry.goods_photo (ebc_code, item_no, digest) where removed_at is null;
create index goods_photo_shown on registry.goods_photo (ebc_code, item_no, place) where removed_at is null;
comment on table registry.goods_photo is 'photos of goods without what was hidden in them; one that is removed leaves its digest; distribution key ebc_code';

alter table registry.goods_step drop constraint goods_step_step_check;
alter table registry.goods_step add constraint goods_step_step_check
  check (step in ('import', 'file', 'approve', 'return', 'withdraw', 'photo-added', 'photo-changed', 'photo-removed'));
alter table registry.goods_step add column photo jsonb;
comment on column registry.goods_step.photo is 'which photo the step is about, and its text';
