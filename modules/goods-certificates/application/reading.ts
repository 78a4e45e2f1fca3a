import type { CertificateState } from '../domain/states.ts';
import { type Certificate, certificatesPage, type ShownUse } from '../storage/certificates.ts';
import type { CertificatePorts } from './ports.ts';

/** Which certificates a page shows. */
interface PageWish {
  readonly party: string | undefined;
  /** Those that every one of these agencies accepts: the reader's own, and the one asked for. */
  readonly agencies: readonly string[];
  /** Beginning of the commodity codes. */
  readonly gcode: string | undefined;
  readonly state: CertificateState | undefined;
  readonly before: { readonly at: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** Certificates of a party, of an agency's kinds, or of the zone, the latest first. */
export function certificatesFor(
  { database, tables, chinaDay, now }: CertificatePorts,
  { agencies, ...wish }: PageWish,
): Promise<Certificate[]> {
  const kinds = tables.kindsOn(chinaDay(now()));
  const its = kinds.filter(({ agency }) => agencies.every((one) => one === agency)).map(({ code }) => code);
  return certificatesPage(database.readers, { ...wish, kinds: agencies.length > 0 ? its : undefined });
}

export type { Certificate, ShownUse };
