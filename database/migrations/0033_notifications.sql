-- Notifications: what has happened, told to the people it concerns, each as they wish.
create schema notifications;

-- Up to where the journal has been told of.
create table notifications.progress (
  part text not null,
  cursor text not null,
  primary key (part)
);
comment on table notifications.progress is 'cursor of the journal; kept on one node';

create table notifications.preference (
  account_id uuid not null,
  kind text not null,
  -- In the portal.
  shown boolean not null,
  mail text not null check (mail in ('never', 'digest', 'immediate')),
  primary key (account_id, kind)
);
comment on table notifications.preference is 'of which kinds a person wishes to be told, where that differs from the usual; distribution key account_id';

create table notifications.notification (
  account_id uuid not null,
  seq bigint generated always as identity,
  kind text not null,
  -- What is told as one: an event, or all of a kind in an hour.
  gather_key text not null,
  count integer not null,
  first_at timestamptz not null,
  -- Of the newest event.
  happened_at timestamptz not null,
  -- What the newest event is about, in a word that names no person, and the page that shows it.
  about text not null,
  place text not null,
  read_at timestamptz,
  -- Whether in the portal, and how by mail; never where the person had no address then.
  shown boolean not null,
  mail text not null check (mail in ('never', 'digest', 'immediate')),
  -- The mail that tells it.
  mail_key text,
  primary key (account_id, seq),
  unique (account_id, gather_key)
);
create index notification_newest on notifications.notification (account_id, happened_at desc, seq desc);
create index notification_unread on notifications.notification (account_id) where read_at is null and shown;
create index notification_to_mail on notifications.notification (account_id, mail) where mail <> 'never' and mail_key is null and read_at is null;
create index notification_of_mail on notifications.notification (account_id, mail_key) where mail_key is not null;
create index notification_old on notifications.notification (happened_at);
comment on table notifications.notification is 'what people were told, for some weeks; distribution key account_id';

create table notifications.address (
  account_id uuid not null,
  -- Where mail goes once a code that was sent there has come back, sealed.
  sealed bytea,
  confirmed_at timestamptz,
  -- Another one that waits for its code, sealed.
  proposed bytea,
  proposed_at timestamptz,
  code_tries integer not null default 0,
  language text not null,
  time_zone text not null,
  digest text not null check (digest in ('off', 'hourly', 'daily')),
  digest_hour integer not null check (digest_hour between 0 and 23),
  next_digest_at timestamptz,
  -- Nothing is sent: the person said so, or the address takes nothing.
  stopped_for text check (stopped_for in ('unsubscribed', 'refused')),
  refused_in_row integer not null default 0,
  primary key (account_id)
);
create index address_digest on notifications.address (next_digest_at) where confirmed_at is not null and stopped_for is null;
comment on table notifications.address is 'where people get mail, and how they wish it; distribution key account_id';

create table notifications.mail (
  account_id uuid not null,
  -- What it tells: no person gets two of the same.
  mail_key text not null,
  kind text not null check (kind in ('code', 'immediate', 'digest')),
  made_at timestamptz not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'uncertain', 'dropped')),
  tries integer not null default 0,
  -- When it is tried again; of one that is being sent, when its server is taken for dead.
  next_try_at timestamptz not null,
  taken_by uuid,
  settled_at timestamptz,
  -- Why it did not go, as a short code, and what the mail server said.
  fault text,
  answer text,
  primary key (account_id, mail_key)
);
create index mail_due on notifications.mail (next_try_at) where state in ('waiting', 'sending');
create index mail_made on notifications.mail (made_at);
create index mail_of_person on notifications.mail (account_id, kind, made_at);
comment on table notifications.mail is 'mails to people, on their way and gone, without what they say; distribution key account_id';
