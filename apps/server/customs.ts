import type { Channel } from '#channels';
import { chinaDay, type Day } from '#kernel';
import type { Patience } from '#links';
import { type ParameterTable, rateOn, type SourceTables } from '#tax';
import type { Clearance } from '../../modules/clearance/wiring.ts';
import type { Exports } from '../../modules/exports/wiring.ts';
import {
  type LiveLink,
  type LiveLinkSettings,
  type Pushed,
  wireCustomsLink,
} from '../../modules/links/wiring.ts';
import { takeFromCustoms } from '../../modules/taxbills/wiring.ts';

/** Customs itself as the judge: where it is reached, and how messages travel. */
export interface CustomsSettings {
  readonly channel: Channel;
  readonly mail: LiveLinkSettings['mail'];
  /** How the keys are that the mail signs with. */
  readonly keys?: LiveLinkSettings['keys'];
  /** Lets go of the keys, after the link has stopped. */
  readonly closeKeys?: () => Promise<void>;
  /** In place of the parameters of the day, e.g. for tests. */
  readonly patience?: Partial<Patience>;
  readonly lookMs?: number;
  readonly inHandMs?: number;
}

/** Lists of both directions, as far as customs is told of them and tells of them. */
interface ListsAdvised extends Pick<LiveLinkSettings, 'advises'> {
  readonly clearance: Pick<Clearance, 'answered'>;
  readonly exports: Pick<Exports, 'answered'>;
}

/** Tax bills that come from customs go to those that are kept here, by the platform and the number of the order. */
const taxesPushed =
  ({ taxSources, returnTime }: Pick<LiveLinkSettings, 'returnTime'> & { taxSources: SourceTables }): Pushed =>
  (client, pushes, at) =>
    takeFromCustoms(
      { taxSources, returnTime, chinaDay: (of) => chinaDay(of.getTime()) },
      client,
      pushes.map(({ named, ...push }) => ({ ...push, ebpCode: named.ebpCode ?? '' })),
      at,
    );

/** The link to customs, with the conductor behind it: lists are advised on before they go, and moved by what comes. */
export function linkToCustoms(
  { channel, mail, keys, closeKeys, patience, lookMs, inHandMs }: CustomsSettings,
  { clearance, exports, advises }: ListsAdvised,
  parts: Omit<LiveLinkSettings, 'channel' | 'mail' | 'advises' | 'answered' | 'pushed'> & {
    readonly taxSources: SourceTables;
  },
): LiveLink {
  const pushed = taxesPushed(parts);
  const link = wireCustomsLink({
    ...parts,
    ...{ channel, mail, keys },
    patience: { ...parts.patience, ...patience },
    advises,
    answered: new Map([...clearance.answered, ...exports.answered]),
    pushed: new Map(['CEB816', 'CEB818'].map((type) => [type, pushed])),
    ...(lookMs === undefined ? {} : { lookMs }),
    ...(inHandMs === undefined ? {} : { inHandMs }),
  });
  return {
    ...link,
    stop: async () => {
      await link.stop();
      await closeKeys?.();
    },
  };
}

/** How long the link waits and how often it tries, by the parameters of the day. */
export function patienceOn(parameters: ParameterTable, day: Day): Patience {
  const whole = (key: string): number => Number(rateOn(parameters, `links.${key}`, day).value / 100_000n);
  return {
    answerMs: whole('answer_wait_seconds') * 1000,
    longestAnswerMs: whole('longest_answer_wait_seconds') * 1000,
    mostTries: whole('most_tries'),
    faultMs: whole('fault_wait_seconds') * 1000,
    longestFaultMs: whole('longest_fault_wait_seconds') * 1000,
  };
}
