import type { Companion } from '#clearance';
import type { Http } from '#http';
import { chinaDay } from '#kernel';
import type { Client, Database } from '#postgres';
import { shippedTable } from '#shipped';
import type { CertificatePorts } from './application/ports.ts';
import {
  type AnsweredByCertificate,
  certificatesCompanion,
  recognise,
  type WantedOfList,
} from './application/recognise.ts';
import { type CertificateRecognition, type CertificateTables, certificateTables } from './domain/tables.ts';
import { certificateRoutes } from './http/routes.ts';

export type { AnsweredByCertificate, WantedOfList } from './application/recognise.ts';

/**
 * Reads the tables certificates go by. Once, at start.
 * @throws Error when a file is missing, RangeError when a row cannot be read
 */
export const loadCertificateTables = (): CertificateTables =>
  certificateTables(shippedTable('certificate-kinds.csv'), shippedTable('certificate-recognition.csv'));

export interface GoodsCertificates {
  /** Gives back what lists have used that come no further. */
  readonly companion: Companion;
  /** Which requirements and grounds of inspection accepted certificates answer; what is used up of them is taken in the caller's transaction. */
  readonly recognise: (
    client: Client,
    wanted: readonly WantedOfList[],
    at: Date,
  ) => Promise<AnsweredByCertificate[]>;
  /** A row of the table of recognition by its code, whenever it holds. */
  readonly row: (code: string) => CertificateRecognition | undefined;
  register(app: Http): void;
}

/** Puts certificates of goods together. */
export function wireGoodsCertificates(settings: {
  readonly database: Database;
  readonly now: () => Date;
  readonly isCountry: (code: string) => boolean;
}): GoodsCertificates {
  const day = (at: Date) => chinaDay(at.getTime());
  const ports: CertificatePorts = { ...settings, chinaDay: day, tables: loadCertificateTables() };
  return {
    companion: certificatesCompanion,
    recognise: (client, wanted, at) => recognise(ports, client, wanted, { day: day(at), at }),
    row: (code) => ports.tables.recognition(code),
    register: (app) => certificateRoutes(app, ports),
  };
}
