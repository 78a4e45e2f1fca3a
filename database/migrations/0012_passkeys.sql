-- Passkeys (WebAuthn) of accounts, and the challenges they answer.
create table access.passkey (
  passkey_id uuid not null,
  account_id uuid not null,
  -- The id the authenticator gave it, in base64url as browsers write it.
  credential_id text not null,
  -- In the form of COSE.
  public_key bytea not null,
  -- Only ever goes up; one that comes back lower or the same is a copy. Always 0 where the authenticator does not count.
  counter bigint not null,
  transports text[] not null,
  -- What its owner calls it.
  name text not null,
  made_at timestamptz not null,
  last_used_at timestamptz,
  primary key (passkey_id),
  unique (credential_id)
);
create index passkey_of_account on access.passkey (account_id);
comment on table access.passkey is 'public keys of passkeys; small, copied to every node';

create table access.challenge (
  challenge_hash bytea not null,
  -- Of the session in which a passkey is set up; null for a sign-in.
  session_id uuid,
  ends_at timestamptz not null,
  primary key (challenge_hash)
);
create index challenge_end on access.challenge (ends_at);
comment on table access.challenge is 'challenges for passkeys by SHA-256 (256 random bits), each answered once; small, copied to every node';
