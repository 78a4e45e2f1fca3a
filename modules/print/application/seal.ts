import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SheetKind } from '../domain/sheets.ts';

/** What can be sealed: a sheet of a list, or the pass of a vehicle. */
export type SealedKind = SheetKind | 'pass';

/** What a paper says and anybody may check: nothing of a person. */
export interface Sealed {
  readonly kind: SealedKind;
  /** Of a list its platform, of a pass its enterprise. */
  readonly ebpCode: string;
  /** Of a list its order number, of a pass its own. */
  readonly orderNo: string;
  /** Of a pass the state: made, stopped, passed, void. */
  readonly statusCode: string;
  readonly taxTotal: string | undefined;
  /** ISO 8601. */
  readonly printedAt: string;
}

/** No letter of base64, needs no escaping in an address, and makes the address no file's. */
const APART = '~';

const LETTERS = ['list', 'tax', 'release', 'pass'] as const satisfies readonly SealedKind[];

/**
 * What a paper says in a text that only this installation can make: the facts, and a keyed digest of them.
 * A hundred bits of it are more than anybody can try against a public address.
 */
export function seal(secret: string, sealed: Sealed): string {
  const { kind, ebpCode, orderNo, statusCode, taxTotal = '', printedAt } = sealed;
  const minutes = Math.floor(Date.parse(printedAt) / 60_000);
  const facts = [LETTERS.indexOf(kind), ebpCode, orderNo, statusCode, taxTotal, minutes].join('\n');
  return `${Buffer.from(facts).toString('base64url')}${APART}${digest(secret, facts)}`;
}

/** What a paper said; undefined for a text this installation did not make. */
export function unseal(secret: string, text: string): Sealed | undefined {
  const [encoded = '', given = ''] = text.split(APART);
  const facts = Buffer.from(encoded, 'base64url').toString();
  const [wanted, shown] = [Buffer.from(digest(secret, facts)), Buffer.from(given)];
  if (shown.length !== wanted.length || !timingSafeEqual(shown, wanted)) return undefined;
  const [kind, ebpCode = '', orderNo = '', statusCode = '', taxTotal, minutes] = facts.split('\n');
  const named = LETTERS[Number(kind)];
  if (!named) return undefined;
  return {
    ...{ kind: named, ebpCode, orderNo, statusCode },
    taxTotal: taxTotal || undefined,
    printedAt: new Date(Number(minutes) * 60_000).toISOString(),
  };
}

const digest = (secret: string, facts: string): string =>
  createHmac('sha256', secret).update(facts).digest('base64url').slice(0, 18);
