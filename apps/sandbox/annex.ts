import type { Annex, AnnexParts } from '../server/settings.ts';
import type { CustomsResults } from './scheme/plan.ts';
import { Planner } from './taking/planner.ts';
import { ReceptionDesk } from './taking/reception-desk.ts';

/** Messages the platform judges itself; unscripted ones stay with it. */
const JUDGED_BY_HOUSE: ReadonlySet<string> = new Set([
  'CEB311Message',
  'CEB411Message',
  'CEB511Message',
  'CEB621Message',
]);

/** A simulated customs beside the platform: for testers, never in production. */
export function sandboxAnnex(parts: AnnexParts): Annex {
  const { database, now, returnTime, taxBook, codeLists, receiptsWritten, fault } = parts;
  const planner = new Planner({
    ...{ database, now, written: receiptsWritten },
    fault: (error) => fault(error, 'the sandbox'),
  });
  const results: CustomsResults = (code) => {
    const entry = codeLists.find('customs_result', code);
    return entry && { status: entry.more.return_status ?? '100', zh: entry.zh };
  };
  const desk = new ReceptionDesk({
    ...{ database, returnTime, taxBook, results, judgedByHouse: JUDGED_BY_HOUSE },
    signature: async () => [],
    written: (recipient) => {
      receiptsWritten([recipient]);
      planner.wake();
    },
  });
  return {
    elsewhere: (incoming) => desk.take(incoming),
    register: async () => undefined,
    start: async () => planner.start(),
    stop: () => planner.stop(),
  };
}
