import type { Channel, Receiving } from '#channels';
import {
  addReceipts,
  type DocumentHandler,
  evidenceOf,
  type Onward,
  onlySaved,
  savedAnswer,
} from '#exchange';
import type { Http } from '#http';
import type { Client, Database } from '#postgres';
import { Arrivals } from './application/arrivals.ts';
import { Dispatcher } from './application/dispatcher.ts';
import { handOn } from './application/hand-on.ts';
import type { LinkDescription } from './application/overview.ts';
import type { LinkPorts } from './application/ports.ts';
import { type LinkRoutes, linkRoutes } from './http/routes.ts';
import { markAdvised } from './storage/documents.ts';

export { dxpMail } from './application/dxp-mail.ts';
export type { Pushed } from './application/ports.ts';
export type { LinkRoutes } from './http/routes.ts';
export { saidOfLists } from './storage/views.ts';

export interface LiveLinkSettings
  extends Pick<
    LinkPorts,
    | ('now' | 'mail' | 'patience' | 'advises' | 'answered' | 'pushed' | 'returnTime')
    | ('receiptsWritten' | 'fault')
  > {
  readonly database: Database;
  readonly channel: Channel;
  /** How the keys are that the mail signs with. */
  readonly keys?: LinkDescription['keys'];
  /** Messages handed over at the same time; default 16 (D). */
  readonly atOnce?: number;
  /** How long a message taken in hand is left to the server that took it, milliseconds; default 20,000 (D). */
  readonly inHandMs?: number;
  /** How often it is looked for what is due, milliseconds; default 1,000 (D). */
  readonly lookMs?: number;
}

/** A link whose judge is the agency itself. */
export interface LiveLink {
  readonly onward: Onward;
  /** Notes, in the judge's transaction, that lists have been advised on. */
  readonly forward: (client: Client, lists: Parameters<typeof markAdvised>[3]) => Promise<void>;
  readonly description: LinkDescription;
  /** Something may be due. */
  nudge(): void;
  start(): void;
  /** Finishes what is in hand, and lets go of the channel. */
  stop(): Promise<void>;
}

const customsName = { zh: '海关', en: 'Customs' } as const;

/** Customs, where the platform's own rules decide in its place. */
export const engineLink: LinkDescription = { agency: 'customs', name: customsName, judge: 'engine' };

/** Puts the link to customs together; nothing goes and nothing is taken in before `start`. */
export function wireCustomsLink(settings: LiveLinkSettings): LiveLink {
  const { database, channel, now } = settings;
  const ports: LinkPorts = {
    ...settings,
    agency: 'customs',
    addReceipts,
    evidence: (sender, messageId) => evidenceOf(database, sender, messageId),
  };
  const dispatcher = new Dispatcher(ports, channel, {
    atOnce: settings.atOnce ?? 16,
    inHandMs: settings.inHandMs ?? 20_000,
    lookMs: settings.lookMs ?? 1_000,
  });
  let receiving: Receiving | undefined;
  return {
    onward: handOn(ports, () => dispatcher.nudge()),
    forward: (client, lists) => markAdvised(client, ports.agency, now(), lists),
    description: {
      agency: 'customs',
      name: customsName,
      judge: 'live',
      health: () => channel.health(),
      keys: settings.keys,
    },
    nudge: () => dispatcher.nudge(),
    start: () => {
      dispatcher.start();
      const arrivals = new Arrivals(ports);
      receiving ??= channel.receive((piece) => arrivals.take(piece));
    },
    stop: async () => {
      await Promise.all([dispatcher.stop(), receiving?.stop()]);
      await channel.close();
    },
  };
}

/** The routes of the operator's view. */
export function registerLinks(app: Http, routes: Omit<LinkRoutes, 'readers'>): void {
  linkRoutes(app, { ...routes, readers: routes.database.readers });
}

/** returnStatus 2 电子口岸申报中: taken in here and not yet with who decides. */
const beingDeclared = { status: '2', info: '电子口岸申报中' } as const;

/** What a paper is answered where another decides on it: that it is on its way, not that it has passed. */
export function answeredLater(handler: DocumentHandler): DocumentHandler {
  return {
    ...handler,
    accepted: (head) => {
      if (onlySaved(head)) return savedAnswer;
      const own = handler.accepted(head);
      return own.status === beingDeclared.status ? own : beingDeclared;
    },
  };
}
