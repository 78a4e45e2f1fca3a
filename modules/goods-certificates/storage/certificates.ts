import type { Day } from '#kernel';
import { type Client, type Queryable, statement } from '#postgres';
import { placeOf, sealedColumn } from '#vault';
import type { CertificateState } from '../domain/states.ts';

/** A certificate of goods, filed by their seller. */
export interface Certificate {
  readonly owner: string;
  readonly certificateId: string;
  readonly kind: string;
  readonly number: string;
  readonly issuer: string;
  readonly gcode: string;
  readonly origin: string | null;
  readonly validFrom: Day;
  readonly validTo: Day;
  /** Decimal text; null where its kind is not used up. */
  readonly quantity: string | null;
  readonly used: string;
  readonly state: CertificateState;
  readonly filedBy: string;
  readonly filedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  /** Type of the file that goes with it; null before there is one. */
  readonly paper: string | null;
}

const COLUMNS = `c.owner, c.certificate_id::text as "certificateId", c.kind, c.number, c.issuer, c.gcode, c.origin,
  c.valid_from::text as "validFrom", c.valid_to::text as "validTo", trim_scale(c.quantity)::text as quantity,
  trim_scale(c.used)::text as used, c.state, c.filed_by as "filedBy", c.filed_at as "filedAt", c.decided_by as "decidedBy",
  c.decided_at as "decidedAt", c.reason, (select p.media_type from goods_certificates.paper p
    where p.owner = c.owner and p.certificate_id = c.certificate_id) as paper`;

const byNumber = statement(`select ${COLUMNS} from goods_certificates.certificate c
where c.owner = $1 and c.kind = $2 and c.number = $3 and c.state in ('filed', 'accepted')`);

/** A certificate that is filed or accepted under a number of its kind. */
export async function certificateByNumber(
  client: Queryable,
  { owner, kind, number }: Pick<Certificate, 'owner' | 'kind' | 'number'>,
): Promise<Certificate | undefined> {
  const [row] = await client.query<Certificate>(byNumber, [owner, kind, number]);
  return row;
}

/** Adds a certificate. @returns whether it is new: a number of a kind is filed once */
export async function addCertificate(
  client: Client,
  one: Pick<
    Certificate,
    | 'owner'
    | 'kind'
    | 'number'
    | 'issuer'
    | 'gcode'
    | 'origin'
    | 'validFrom'
    | 'validTo'
    | 'quantity'
    | 'filedBy'
    | 'filedAt'
  >,
): Promise<boolean> {
  const added = await client.run(
    `insert into goods_certificates.certificate (owner, certificate_id, kind, number, issuer, gcode, origin, valid_from,
       valid_to, quantity, state, filed_by, filed_at)
     values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7, $8, $9, 'filed', $10, $11) on conflict do nothing`,
    [
      ...[one.owner, one.kind, one.number, one.issuer, one.gcode, one.origin, one.validFrom, one.validTo],
      ...[one.quantity, one.filedBy, one.filedAt],
    ],
  );
  return added === 1;
}

/** A certificate of the party's, or of the zone where none is named. */
export async function findCertificate(
  client: Queryable,
  certificateId: string,
  party: string | undefined,
): Promise<Certificate | undefined> {
  const [row] = await client.query<Certificate>(
    `select ${COLUMNS} from goods_certificates.certificate c
     where c.certificate_id = $1 and ($2::text is null or c.owner = $2)`,
    [certificateId, party ?? null],
  );
  return row;
}

/** Moves a certificate on. @returns whether it stood so */
export async function moveCertificate(
  client: Client,
  { owner, certificateId }: Pick<Certificate, 'owner' | 'certificateId'>,
  from: readonly CertificateState[],
  to: {
    readonly state: CertificateState;
    readonly by: string | null;
    readonly at: Date;
    readonly reason: string | null;
  },
): Promise<boolean> {
  const moved = await client.run(
    `update goods_certificates.certificate set state = $4, decided_by = $5, decided_at = $6, reason = $7
     where owner = $1 and certificate_id = $2 and state = any($3)`,
    [owner, certificateId, from, to.state, to.by, to.at, to.reason],
  );
  return moved === 1;
}

/** Which certificates a page shows. */
export interface CertificateWish {
  readonly party: string | undefined;
  /** Of these kinds alone. */
  readonly kinds: readonly string[] | undefined;
  readonly state: CertificateState | undefined;
  /** Certificates that speak of goods of this code, or of codes that begin with it. */
  readonly gcode: string | undefined;
  readonly before: { readonly at: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** Certificates, the latest first. */
export const certificatesPage = (client: Queryable, wish: CertificateWish): Promise<Certificate[]> =>
  client.query<Certificate>(
    `select ${COLUMNS} from goods_certificates.certificate c
     where ($1::text is null or c.owner = $1) and ($2::text[] is null or c.kind = any($2))
       and ($3::text is null or c.state = $3)
       and ($4::timestamptz is null or (c.filed_at, c.certificate_id) < ($4, $5::uuid))
       and ($7::text is null or starts_with(c.gcode, $7) or starts_with($7, c.gcode))
     order by c.filed_at desc, c.certificate_id desc limit $6`,
    [
      ...[wish.party ?? null, wish.kinds ?? null, wish.state ?? null],
      ...[wish.before?.at ?? null, wish.before?.id ?? null, wish.limit, wish.gcode ?? null],
    ],
  );

const placeFor = ({ owner, certificateId }: Pick<Certificate, 'owner' | 'certificateId'>): string =>
  placeOf('goods_certificates.paper', owner, certificateId);

/** Keeps the file of a certificate, sealed, in place of the one there was. */
export async function keepPaper(
  client: Client,
  of: Pick<Certificate, 'owner' | 'certificateId'>,
  { type, bytes, digest, at }: { type: string; bytes: Uint8Array; digest: Uint8Array; at: Date },
): Promise<void> {
  await client.run(
    `insert into goods_certificates.paper (owner, certificate_id, media_type, size_bytes, digest, content, added_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (owner, certificate_id) do update set media_type = excluded.media_type, size_bytes = excluded.size_bytes,
       digest = excluded.digest, content = excluded.content, added_at = excluded.added_at`,
    [of.owner, of.certificateId, type, bytes.length, digest, client.vault.seal(placeFor(of), bytes), at],
  );
}

/** The file of a certificate. */
export async function paperOf(
  client: Queryable,
  of: Pick<Certificate, 'owner' | 'certificateId'>,
): Promise<{ readonly type: string; readonly bytes: Buffer } | undefined> {
  const [row] = await client.query<{ type: string; content: Buffer }>(
    `select media_type as type, content from goods_certificates.paper where owner = $1 and certificate_id = $2`,
    [of.owner, of.certificateId],
  );
  return row && { type: row.type, bytes: client.vault.open(placeFor(of), row.content) };
}

/** A list a certificate answered for. */
export interface ShownUse {
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly attempt: number;
  readonly requirement: string;
  readonly recognition: string;
  readonly quantity: string;
  readonly at: Date;
  readonly givenBackAt: Date | null;
}

/** The lists a certificate answered for, the latest first. */
export const usesOf = (
  client: Queryable,
  { owner, certificateId }: Pick<Certificate, 'owner' | 'certificateId'>,
  most: number,
): Promise<ShownUse[]> =>
  client.query<ShownUse>(
    `select order_no as "orderNo", ebp_code as "ebpCode", attempt, requirement, recognition,
       trim_scale(quantity)::text as quantity, at, given_back_at as "givenBackAt"
     from goods_certificates.use where owner = $1 and certificate_id = $2 order by at desc, order_no limit $3`,
    [owner, certificateId, most],
  );

/** Files of certificates, for a pass that seals them anew. */
export const sealedCertificates = sealedColumn({
  ...{ table: 'goods_certificates.paper', column: 'content' },
  key: { owner: 'text', certificate_id: 'uuid' },
});
