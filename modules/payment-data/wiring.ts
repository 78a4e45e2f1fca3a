import type { Sender } from '#exchange';
import type { Http } from '#http';
import type { Database } from '#postgres';
import type { Signer } from '#signatures';
import { PaymentDataAnswers } from './application/answers.ts';
import type { CustomsAddress } from './application/customs-post.ts';
import type { PaymentDataParameters } from './domain/parameters.ts';
import { recordsRoutes } from './http/records-routes.ts';
import { requestsRoutes } from './http/requests-routes.ts';

/** Where customs is, and with which keys its questions are answered. */
export interface PaymentDataLink {
  /** Where `realTimeDataUp` is sent. */
  readonly customs: CustomsAddress;
  /** Keys by the customs code of the platform they belong to. */
  readonly signers: ReadonlyMap<string, Signer>;
}

export interface PaymentDataSettings {
  readonly database: Database;
  readonly now: () => Date;
  readonly parameters: (day: string) => PaymentDataParameters;
  /** Without it records are kept, and customs is told that nothing is answered here. */
  readonly link: PaymentDataLink | undefined;
  readonly sender: (customsCode: string) => Promise<Sender | undefined>;
  readonly fault: (error: unknown) => void;
  readonly sweepMs?: number;
}

export interface PaymentData {
  register(app: Http): void;
  /** Begins with everything that is open. */
  start(): void;
  stop(): Promise<void>;
}

/** Puts the interface for raw payment data together. */
export function wirePaymentData(settings: PaymentDataSettings): PaymentData {
  const { database, now, parameters, link } = settings;
  const signers = link?.signers ?? new Map<string, Signer>();
  const answers = new PaymentDataAnswers({
    ...{ database, now, parameters },
    customs: link?.customs,
    signers,
    fault: settings.fault,
    sweepMs: settings.sweepMs ?? 1_000,
  });
  const answering = [...signers.keys()];
  const { sender } = settings;
  const wake = (): void => answers.wake();
  return {
    register: (app) => {
      recordsRoutes(app, { database, now, parameters, sender, taken: wake });
      requestsRoutes(app, { database, now, parameters, answering, asked: wake });
    },
    start: wake,
    stop: () => answers.stop(),
  };
}
