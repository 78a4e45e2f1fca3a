import { type Day, type Decimal, subtract, sum, ZERO } from '#kernel';
import type { CertificateRecognition, CertificateSubject } from './tables.ts';

/** A certificate that an agency has accepted. */
export interface AcceptedCertificate {
  readonly owner: string;
  readonly certificateId: string;
  readonly kind: string;
  readonly number: string;
  /** Beginning of the commodity codes it covers. */
  readonly gcode: string;
  readonly origin: string | null;
  readonly validFrom: Day;
  readonly validTo: Day;
  /** What is left of it; null where its kind is not used up. */
  readonly left: Decimal | null;
}

/** Goods of a list that a requirement, or a ground to inspect it on, is about. */
export interface WantedGoods {
  readonly seller: string;
  readonly agency: string;
  readonly subject: CertificateSubject;
  readonly requirement: string;
  readonly items: readonly {
    readonly gcode: string;
    readonly country?: string | undefined;
    readonly quantity: Decimal;
  }[];
}

/** By which certificate and row a requirement is answered, and how much of the certificate that takes. */
export interface Answered {
  readonly certificate: AcceptedCertificate;
  readonly recognition: CertificateRecognition;
  /** 0 where its kind is not used up. */
  readonly takes: Decimal;
}

/**
 * The accepted certificate that answers a requirement: of the seller of the goods, of a kind the table recognises for it,
 * valid on the day, covering every line, with enough left. The one that ends first counts first.
 * @returns undefined where the agency has to be asked
 */
export function certificateFor(
  rows: readonly CertificateRecognition[],
  certificates: readonly AcceptedCertificate[],
  wanted: WantedGoods,
  day: Day,
): Answered | undefined {
  if (wanted.items.length === 0) return undefined;
  const total = sum(wanted.items.map(({ quantity }) => quantity));
  const fitting = certificates
    .filter(({ owner, validFrom, validTo }) => owner === wanted.seller && validFrom <= day && day <= validTo)
    .filter((one) => wanted.items.every((item) => covers(one, item)))
    .filter(({ left }) => left === null || subtract(left, total) >= ZERO)
    .sort((one, other) => (one.validTo < other.validTo ? -1 : one.validTo > other.validTo ? 1 : 0));
  for (const certificate of fitting) {
    const recognition = rows.find((row) => row.kind === certificate.kind && answers(row, wanted));
    if (recognition) return { certificate, recognition, takes: certificate.left === null ? ZERO : total };
  }
  return undefined;
}

/** Whether a row is about what is wanted, whatever the kind of certificate. */
export const answers = (
  row: CertificateRecognition,
  wanted: Pick<WantedGoods, 'agency' | 'subject' | 'requirement'>,
): boolean =>
  row.agency === wanted.agency && row.subject === wanted.subject && row.requirement === wanted.requirement;

const covers = ({ gcode, origin }: AcceptedCertificate, item: WantedGoods['items'][number]): boolean =>
  item.gcode.startsWith(gcode) && (origin === null || origin === item.country);
