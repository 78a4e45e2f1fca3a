import type { CertificateState } from '../domain/states.ts';
import { type Certificate, certificatesPage, type ShownUse } from '../storage/certificates.ts';
import type { CertificatePorts } from './ports.ts';

/** Which certificates a page shows. */
interface PageWish {
  readonly party: string | undefined;
  /** Those this agency accepts alone. */
  readonly agency: string | undefined;
  readonly state: CertificateState | undefined;
  readonly before: { readonly at: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** Certificates of a party, of an agency's kinds, or of the zone, the latest first. */
export function certificatesFor(
  { database, tables, chinaDay, now }: CertificatePorts,
  { agency, ...wish }: PageWish,
): Promise<Certificate[]> {
  const kinds = tables.kindsOn(chinaDay(now()));
  const its = agency && kinds.flatMap((one) => (one.agency === agency ? one.code : []));
  return certificatesPage(database.readers, { ...wish, kinds: its || undefined });
}

export type { Certificate, ShownUse };
