import { addDays, type Day, type Finding, parseDecimal, ZERO } from '#kernel';
import { goodsCertFinding as finding } from './finding-codes.ts';
import type { CertificateKind } from './tables.ts';

/** What an enterprise files of a certificate. */
export interface NewCertificate {
  readonly kind: string;
  readonly number: string;
  readonly issuer: string;
  readonly gcode: string;
  readonly origin?: string | undefined;
  readonly validFrom: Day;
  readonly validTo: Day;
  readonly quantity?: string | undefined;
}

/** What a certificate is looked at by. */
interface FiledOn {
  readonly kinds: readonly CertificateKind[];
  readonly today: Day;
  readonly isCountry: (code: string) => boolean;
}

/** All that is wrong with a certificate as it is filed, field by field. */
export function wrongWith(wish: NewCertificate, { kinds, today, isCountry }: FiledOn): Finding[] {
  const kind = kinds.find(({ code }) => code === wish.kind);
  const { origin, validFrom, validTo } = wish;
  return [
    ...(kind ? [] : [finding('CERT-KIND', 'kind', wish.kind)]),
    ...(origin === undefined || isCountry(origin) ? [] : [finding('CERT-ORIGIN', 'origin', origin)]),
    ...(validTo < validFrom ? [finding('CERT-PERIOD', 'validTo', `${validFrom} – ${validTo}`)] : []),
    ...(validTo < today ? [finding('CERT-RUN-OUT', 'validTo', validTo)] : []),
    ...(kind ? wrongForKind(wish, kind) : []),
  ];
}

function wrongForKind(
  { validFrom, validTo, quantity }: NewCertificate,
  { byQuantity, longestDays }: CertificateKind,
): Finding[] {
  const last = addDays(validFrom, longestDays);
  const some = quantity !== undefined && parseDecimal(quantity) > ZERO;
  return [
    ...(validTo > last ? [finding('CERT-TOO-LONG', 'validTo', `${validTo} > ${last}`)] : []),
    ...(byQuantity && !some ? [finding('CERT-QUANTITY', 'quantity', quantity ?? '–')] : []),
    ...(!byQuantity && quantity !== undefined ? [finding('CERT-NO-QUANTITY', 'quantity', quantity)] : []),
  ];
}
