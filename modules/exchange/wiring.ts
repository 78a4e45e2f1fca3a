import type { CodeLists } from '#ceb';
import type { Http } from '#http';
import type { Database } from '#postgres';
import { Admission } from './application/admission.ts';
import { CertificateRing } from './application/certificate-ring.ts';
import type { Elsewhere, MessageAnswer } from './application/elsewhere.ts';
import type { DocumentHandler, Sender } from './application/handler.ts';
import { Inbox } from './application/inbox.ts';
import { KeyKeeper } from './application/key-keeper.ts';
import { KeyRing } from './application/keys.ts';
import { Notifier } from './application/notifier.ts';
import type { Onward } from './application/onward.ts';
import type { SignatureSettings } from './application/signature-check.ts';
import { TakeIn } from './application/take-in.ts';
import { type KeyParameters, warnedBefore } from './domain/key-life.ts';
import { certificateRoutes } from './http/certificate-routes.ts';
import { keyRoutes } from './http/key-routes.ts';
import { type ExchangeRoutes, exchangeRoutes } from './http/routes.ts';
import { expiringKeys } from './storage/keys.ts';

export type { SignaturePolicy, SignatureSettings } from './application/signature-check.ts';

export interface ExchangeSettings {
  readonly database: Database;
  readonly handlers: readonly DocumentHandler[];
  readonly now: () => Date;
  readonly returnTime: (at: Date) => string;
  readonly codeLists: CodeLists;
  readonly sender: (customsCode: string) => Promise<Sender | undefined>;
  readonly outcomes: ExchangeRoutes['outcomes'];
  /** Told after each commit which papers have been taken in: by root, the order numbers, or what they lie by instead. */
  readonly papersArrived: (papers: ReadonlyMap<string, ReadonlySet<string>>) => void;
  /** Takes some messages in the house's place; for a sandbox. */
  readonly elsewhere?: Elsewhere | undefined;
  /** Where messages go on to once they are taken in. */
  readonly onward?: Onward | undefined;
  /** How signatures of messages count; not at all without it. */
  readonly signatures?: SignatureSettings | undefined;
  /** Times and numbers of keys, of today. */
  readonly keyParameters: () => KeyParameters;
  /** Whether the server asks programs for certificates, by its own TLS or a proxy's. */
  readonly asksForCertificates?: boolean;
  readonly fault: (error: unknown) => void;
  readonly lanes?: number;
  readonly batchLimit?: number;
  /** Bytes of messages in hand at once, from their first byte until their answer; default 64 MiB (D). */
  readonly inHandBytes?: number;
  /** Messages waiting for their commit at once; default 5,000 (D). Beyond either limit senders are answered 503. */
  readonly waitingMessages?: number;
}

export interface Exchange {
  readonly keys: KeyRing;
  /** Whose certificates are shown. */
  readonly certificates: CertificateRing;
  readonly notifier: Notifier;
  /** Keys of an enterprise that are about to expire, by the time its owner is told before. */
  readonly expiringKeys: (customsCode: string, at: Date) => ReturnType<typeof expiringKeys>;
  readonly inbox: Inbox;
  /** Messages that wait for their commit, as a share of the limit at which senders are turned away. */
  readonly fullness: () => number;
  /** Takes in a message that came by another way than HTTP, of a sender that way has made sure of. */
  take(bytes: Buffer, sender: Sender): Promise<MessageAnswer>;
  /**
   * The same for a message the platform has written for its sender: it has no signature of the sender. Where signatures
   * are required it is refused like any other without one.
   */
  takeWritten(bytes: Buffer, sender: Sender): Promise<MessageAnswer>;
  register(app: Http): void;
  /** Begins to note when keys are used, and to tell their owners before they expire. */
  start(): void;
  stop(): Promise<void>;
}

/** Puts the access point together. */
export function wireExchange(settings: ExchangeSettings): Exchange {
  const { database, now, returnTime } = settings;
  const notifier = new Notifier();
  const certificates = new CertificateRing(database);
  const keys = new KeyRing(database, certificates);
  const inbox = new Inbox({
    database,
    now,
    returnTime,
    lanes: settings.lanes ?? 2,
    batchLimit: settings.batchLimit ?? 2_000,
    onward: settings.onward,
    committed: ({ papers, recipients }) => {
      notifier.notify(recipients);
      if (papers.size > 0) settings.papersArrived(papers);
    },
  });
  const limits = {
    bytes: settings.inHandBytes ?? 64 * 1024 * 1024,
    waiting: settings.waitingMessages ?? 5_000,
  };
  const admission = new Admission(limits, inbox);
  const takeIn = new TakeIn({
    inbox,
    vault: database.vault,
    handlers: settings.handlers,
    now,
    returnTime,
    codeLists: settings.codeLists,
    elsewhere: settings.elsewhere,
    onward: settings.onward,
    signatures: settings.signatures,
  });
  const { sender, outcomes, keyParameters: parameters, fault } = settings;
  const keeper = new KeyKeeper({ database, now, parameters, keys, certificates, fault });
  return {
    keys,
    certificates,
    notifier,
    inbox,
    expiringKeys: (customsCode, at) =>
      expiringKeys(database.readers, customsCode, at, warnedBefore(at, parameters())),
    fullness: () => inbox.depth / limits.waiting,
    take: (bytes, from) => takeIn.take(bytes, from),
    takeWritten: (bytes, from) => takeIn.take(bytes, from, true),
    register: (app) => {
      app.addHook('preClose', async () => notifier.close());
      exchangeRoutes(app, {
        database: database.readers,
        admission,
        takeIn,
        notifier,
        sender,
        outcomes,
      });
      keyRoutes(app, { database, now, parameters });
      certificateRoutes(app, { database, now, asked: settings.asksForCertificates ?? false });
    },
    start: () => keeper.start(),
    stop: () => keeper.stop(),
  };
}
