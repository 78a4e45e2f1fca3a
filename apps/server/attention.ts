import { chinaDay } from '#kernel';
import type { AttentionSource } from '#paperwork';
import type { Clearance } from '../../modules/clearance/wiring.ts';
import type { Desk } from '../../modules/desk/wiring.ts';
import type { Exchange } from '../../modules/exchange/wiring.ts';
import type { Notices } from '../../modules/notices/wiring.ts';
import type { Persons } from '../../modules/persons/wiring.ts';
import type { Registry } from '../../modules/registry/wiring.ts';

interface Sources {
  readonly clearance: Clearance;
  readonly desk: Pick<Desk, 'openQuestions'>;
  readonly exchange: Pick<Exchange, 'expiringKeys'>;
  readonly notices: Notices;
  readonly registry: Registry;
  readonly persons: Pick<Persons, 'openCorrections'>;
}

/** What the parts know that needs somebody of an enterprise: one question each, on connections for looking. */
export function attentionSources({
  clearance,
  desk,
  exchange,
  notices,
  registry,
  persons,
}: Sources): readonly AttentionSource[] {
  return [
    async (customsCode) => {
      const { held, refused, waiting, waitingSince } = await clearance.openLists(customsCode);
      return [
        { kind: 'lists-refused', count: refused },
        { kind: 'lists-held', count: held },
        { kind: 'lists-waiting', count: waiting, ...(waitingSince ? { since: waitingSince } : {}) },
      ];
    },
    async (customsCode) => {
      const { count, since } = await desk.openQuestions(customsCode);
      return [{ kind: 'questions-open', count, ...(since ? { since } : {}) }];
    },
    async (customsCode) => {
      const { open, firstDue, overdue, firstOverdue } = await persons.openCorrections(customsCode);
      return [
        { kind: 'corrections-overdue', count: overdue, ...(firstOverdue ? { since: firstOverdue } : {}) },
        { kind: 'corrections-open', count: open, ...(firstDue ? { since: firstDue } : {}) },
      ];
    },
    async (customsCode) => {
      const { disabled, failed, failedSince } = await notices.troubles(customsCode);
      return [
        { kind: 'webhooks-disabled', count: disabled },
        { kind: 'webhooks-failed', count: failed, ...(failedSince ? { since: failedSince } : {}) },
      ];
    },
    async (customsCode, now) => {
      const { expired, expiring, firstExpired, firstExpiring } = await registry.runningOut(
        customsCode,
        chinaDay(now.getTime()),
      );
      return [
        { kind: 'filing-expired', count: expired, ...dayOf(firstExpired) },
        { kind: 'filing-expiring', count: expiring, ...dayOf(firstExpiring) },
      ];
    },
    async (customsCode, now) => {
      const { count, first } = await exchange.expiringKeys(customsCode, now);
      return [{ kind: 'keys-expiring', count, ...(first ? { since: first } : {}) }];
    },
  ];
}

const dayOf = (day: string | undefined) => (day ? { since: new Date(`${day}T00:00:00+08:00`) } : {});
