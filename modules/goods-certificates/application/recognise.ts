import type { Companion, ReleaseCandidate } from '#clearance';
import { type Day, formatDecimal, parseDecimal, subtract } from '#kernel';
import type { Client } from '#postgres';
import { type AcceptedCertificate, type Answered, answers, certificateFor } from '../domain/match.ts';
import type { CertificateSubject } from '../domain/tables.ts';
import { acceptedOf, addUses, giveBackUses, type Use } from '../storage/uses.ts';
import type { CertificatePorts } from './ports.ts';

/** A requirement of an agency that a list meets, or a ground to inspect it on, and the goods of the list it is about. */
export interface WantedOfList {
  readonly candidate: Pick<ReleaseCandidate, 'key' | 'orderNo' | 'ebpCode' | 'attempt'>;
  readonly seller: string;
  readonly agency: string;
  readonly subject: CertificateSubject;
  readonly requirement: string;
  readonly items: readonly {
    readonly gcode: string;
    readonly country?: string | undefined;
    readonly qty: string | number;
  }[];
}

/** By which certificate and row it is answered. */
export interface AnsweredByCertificate {
  readonly key: string;
  readonly agency: string;
  readonly requirement: string;
  readonly certificateId: string;
  readonly number: string;
  /** Code of the row, and what it says. */
  readonly row: string;
  readonly why: string;
}

/**
 * Which of these requirements and grounds accepted certificates answer, in the caller's transaction: what is used up of them is taken
 * at once. A handful of statements, however many lists; none where no kind counts for any of them.
 */
export async function recognise(
  { tables }: Pick<CertificatePorts, 'tables'>,
  client: Client,
  wanted: readonly WantedOfList[],
  { day, at }: { readonly day: Day; readonly at: Date },
): Promise<AnsweredByCertificate[]> {
  const rows = tables.recognitionsOn(day);
  const counted = wanted.filter((one) => rows.some((row) => answers(row, one)));
  if (counted.length === 0) return [];
  // What a list used as it was declared before is free for it as it is declared now.
  const anew = counted.filter(({ candidate }) => candidate.attempt > 1);
  if (anew.length > 0)
    await giveBackUses(
      client,
      anew.map(({ candidate: { orderNo, ebpCode, attempt } }) => ({ orderNo, ebpCode, below: attempt })),
      at,
    );
  let certificates = await acceptedOf(client, [...new Set(counted.map(({ seller }) => seller))], day);
  if (certificates.length === 0) return [];
  const uses: Use[] = [];
  const found: AnsweredByCertificate[] = [];
  for (const one of counted) {
    const items = one.items.map(({ gcode, country, qty }) => ({
      ...{ gcode, country, quantity: parseDecimal(String(qty)) },
    }));
    const answer = certificateFor(rows, certificates, { ...one, items }, day);
    if (!answer) continue;
    certificates = certificates.map((certificate) => lessened(certificate, answer));
    uses.push(useOf(one, answer, at));
    found.push(answerOf(one, answer));
  }
  await addUses(client, uses);
  return found;
}

const lessened = (
  certificate: AcceptedCertificate,
  { certificate: of, takes }: Answered,
): AcceptedCertificate =>
  certificate.certificateId === of.certificateId && certificate.left !== null
    ? { ...certificate, left: subtract(certificate.left, takes) }
    : certificate;

const useOf = (
  { candidate: { orderNo, ebpCode, attempt }, requirement }: WantedOfList,
  { certificate: { owner, certificateId }, recognition, takes }: Answered,
  at: Date,
): Use => ({
  ...{ owner, certificateId, orderNo, ebpCode, attempt, requirement, at },
  ...{ recognition: recognition.code, quantity: formatDecimal(takes) },
});

const answerOf = (
  { candidate: { key }, agency, requirement }: WantedOfList,
  { certificate: { certificateId, number }, recognition }: Answered,
): AnsweredByCertificate => ({
  ...{ key, agency, requirement, certificateId, number },
  ...{ row: recognition.code, why: recognition.zh },
});

/** Gives back what lists have used of certificates that were sent back, withdrawn or declared anew. */
export const certificatesCompanion: Companion = {
  name: 'goods-certificates',
  recorded: async (client, decisions) => {
    const over = decisions.flatMap(({ orderNo, ebpCode, attempt, outcome }) => {
      const ended = outcome === 'refused' || outcome === 'withdrawn';
      return ended || attempt > 1 ? [{ orderNo, ebpCode, below: ended ? attempt + 1 : attempt }] : [];
    });
    const [first] = decisions;
    if (first && over.length > 0) await giveBackUses(client, over, first.decidedAt);
  },
};
