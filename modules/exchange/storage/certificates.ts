import type { KeyScope } from '#access';
import { type Client, type Queryable, statement } from '#postgres';

/** A certificate the programs of an enterprise show in TLS. */
export interface RegisteredCertificate {
  readonly certificateId: string;
  readonly customsCode: string;
  readonly kind: 'fingerprint' | 'subject';
  /** SHA-256 in hexadecimal; or the subject, with the issuer behind it. */
  readonly identity: string;
  readonly label: string;
  readonly subject: string;
  readonly issuer: string;
  readonly notAfter: Date;
  /** What it may do by itself; null: it opens nothing without a key. */
  readonly scopes: readonly KeyScope[] | null;
  readonly madeAt: Date;
  readonly madeBy: string | null;
  /** When it was first shown beside a key of its enterprise; null: it has yet to be. */
  readonly provenAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

const columns = `certificate_id as "certificateId", customs_code as "customsCode", kind, identity, label, subject, issuer,
  not_after as "notAfter", scopes, made_at as "madeAt", made_by as "madeBy", proven_at as "provenAt",
  last_used_at as "lastUsedAt", revoked_at as "revokedAt"`;

export async function addCertificate(client: Queryable, made: RegisteredCertificate): Promise<boolean> {
  const count = await client.run(
    `insert into exchange.client_certificate (certificate_id, customs_code, kind, identity, label, subject, issuer,
       not_after, scopes, made_at, made_by, proven_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing`,
    [
      ...[
        made.certificateId,
        made.customsCode,
        made.kind,
        made.identity,
        made.label,
        made.subject,
        made.issuer,
      ],
      ...[made.notAfter, made.scopes, made.madeAt, made.madeBy, made.provenAt],
    ],
  );
  return count === 1;
}

const FIND = statement(
  `select ${columns} from exchange.client_certificate where identity = any($1) and revoked_at is null`,
);

/** Those registered under these identities, by whatever enterprise. */
export async function certificatesBy(
  client: Queryable,
  identities: readonly string[],
): Promise<RegisteredCertificate[]> {
  return client.query<RegisteredCertificate>(FIND, [identities]);
}

export async function listCertificates(
  client: Queryable,
  customsCode?: string,
): Promise<RegisteredCertificate[]> {
  return client.query<RegisteredCertificate>(
    `select ${columns} from exchange.client_certificate where $1::text is null or customs_code = $1
     order by made_at, certificate_id`,
    [customsCode ?? null],
  );
}

/** Notes that its holder has shown it beside a key; nothing where another enterprise was first. */
export async function proveCertificate(client: Queryable, certificateId: string, at: Date): Promise<boolean> {
  const count = await client.run(
    `update exchange.client_certificate c set proven_at = $2
     where certificate_id = $1 and proven_at is null and revoked_at is null and not exists (
       select from exchange.client_certificate o
       where o.identity = c.identity and o.proven_at is not null and o.revoked_at is null)`,
    [certificateId, at],
  );
  return count === 1;
}

/** @param party of this enterprise alone; of any where it is left out */
export async function revokeCertificate(
  client: Queryable,
  certificateId: string,
  at: Date,
  party?: string,
): Promise<RegisteredCertificate | undefined> {
  const rows = await client.query<RegisteredCertificate>(
    `update exchange.client_certificate set revoked_at = $2
     where certificate_id = $1 and revoked_at is null and ($3::text is null or customs_code = $3) returning ${columns}`,
    [certificateId, at, party ?? null],
  );
  return rows[0];
}

export async function noteCertificateUses(client: Queryable, uses: ReadonlyMap<string, Date>): Promise<void> {
  if (uses.size === 0) return;
  await client.run(
    `update exchange.client_certificate c set last_used_at = u.at from unnest($1::uuid[], $2::timestamptz[]) as u(id, at)
     where c.certificate_id = u.id and (c.last_used_at is null or c.last_used_at < u.at)`,
    [[...uses.keys()], [...uses.values()]],
  );
}

/** Takes, once each, the certificates that end before then. */
export async function takeEnding(
  client: Client,
  at: Date,
  before: Date,
): Promise<Pick<RegisteredCertificate, 'certificateId' | 'customsCode' | 'label' | 'notAfter'>[]> {
  return client.query(
    `update exchange.client_certificate set warned_at = $1
     where revoked_at is null and warned_at is null and not_after > $1 and not_after <= $2
     returning certificate_id as "certificateId", customs_code as "customsCode", label, not_after as "notAfter"`,
    [at, before],
  );
}

/** Whether the keys of an enterprise work beside one of its certificates only. */
export async function certificateRequired(client: Queryable, customsCode: string): Promise<boolean> {
  const rows = await client.query<{ required: boolean }>(
    'select required from exchange.certificate_rule where customs_code = $1',
    [customsCode],
  );
  return rows[0]?.required ?? false;
}

export async function requireCertificate(
  client: Queryable,
  customsCode: string,
  required: boolean,
  at: Date,
  by: string | null,
): Promise<void> {
  await client.run(
    `insert into exchange.certificate_rule (customs_code, required, changed_at, changed_by) values ($1, $2, $3, $4)
     on conflict (customs_code) do update set required = $2, changed_at = $3, changed_by = $4`,
    [customsCode, required, at, by],
  );
}
