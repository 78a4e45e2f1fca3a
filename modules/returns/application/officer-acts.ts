import type { Day } from '#kernel';
import type { Client } from '#postgres';
import { returnsFinding } from '../domain/finding-codes.ts';
import { type CaseFile, caseByNumber, lockCase } from '../storage/cases.ts';
import { arrive } from './arrive.ts';
import { cancelReleased, releaseTaxed } from './inspect-export.ts';
import { listBehind } from './judge.ts';
import type { ReturnsPorts } from './ports.ts';
import { movedMeanwhile, noReturn, notNow, wrongGoods } from './problems.ts';
import { refuse } from './refusal.ts';
import { lockDocuments, moveCase } from './step.ts';

/** Who acts on a case, and on which state of it. */
export interface ActOn {
  readonly returnNo: string;
  /** As the caller has seen it. */
  readonly revision: number;
  /** Account, or key, of who acts. */
  readonly byWhom: string;
}

const nothing = (): void => undefined;

/**
 * Does something with a case that is held still: locked, and as its caller has seen it.
 * @throws Problem RETURNS-NOT-FOUND, RETURNS-MOVED
 */
export async function actOn(
  ports: ReturnsPorts,
  { returnNo, revision }: Pick<ActOn, 'returnNo' | 'revision'>,
  act: (client: Client, file: CaseFile) => Promise<() => void>,
): Promise<CaseFile> {
  const seen = await caseByNumber(ports.database, returnNo);
  if (!seen) throw noReturn(returnNo);
  const after = await ports.database.transaction(async (client) => {
    await lockDocuments(client, seen);
    const file = await lockCase(client, seen);
    if (!file) throw noReturn(returnNo);
    if (file.revision !== revision) throw movedMeanwhile(file);
    return act(client, file);
  });
  after();
  ports.receiptsWritten(new Set([seen.sender]));
  const now = await caseByNumber(ports.database, returnNo);
  if (!now) throw noReturn(returnNo);
  return now;
}

/**
 * An officer lets a released list be cancelled, releases exported goods whose tax is paid, or refuses a cancellation or
 * return. @throws Problem RETURNS-STATE
 */
export async function decideCase(
  ports: ReturnsPorts,
  on: ActOn,
  { verdict, reason }: { readonly verdict: 'accepted' | 'refused'; readonly reason: string },
): Promise<CaseFile> {
  return actOn(ports, on, async (client, file) => {
    if (verdict === 'refused') {
      if (!['applied', 'accepted', 'arrived'].includes(file.state)) throw notNow(file);
      await refuse(ports, client, file, {
        by: 'officer',
        byWhom: on.byWhom,
        findings: [returnsFinding('RETURN-OFFICER', 'reason', reason)],
      });
      return nothing;
    }
    if (file.direction === 'export' && file.kind === 'return') {
      await releaseTaxed(ports, client, file, { byWhom: on.byWhom, reason });
      return nothing;
    }
    if (file.kind !== 'cancellation' || file.state !== 'applied') throw notNow(file);
    if (file.direction === 'export')
      return cancelReleased(ports, client, file, { byWhom: on.byWhom, reason });
    const { list } = await listBehind(ports, client, file);
    const still =
      list?.latest?.outcome === 'released' && list.latest.attempt === file.attempt && !list.waiting;
    if (!list || !still) {
      const findings = [returnsFinding('RETURN-LIST-MOVED', 'invtNo')];
      await refuse(ports, client, file, { by: 'rules', byWhom: 'rules', findings });
      return nothing;
    }
    const at = ports.now();
    const after = await ports.lists.cancel(client, at, [{ list, judge: 'officer', info: file.reason }]);
    await moveCase(ports, client, file, { to: 'closed', by: 'officer', byWhom: on.byWhom, at, note: reason });
    return after;
  });
}

/** The goods are back: at the site they left, or of an export where its return says. @throws Problem RETURNS-STATE, RETURNS-GOODS */
export async function noteArrival(
  ports: ReturnsPorts,
  on: ActOn,
  { arrivedOn, note }: { readonly arrivedOn: Day; readonly note: string },
): Promise<CaseFile> {
  return actOn(ports, on, async (client, file) => {
    if (file.kind !== 'return' || file.state !== 'accepted') throw notNow(file);
    const today = ports.chinaDay(ports.now());
    if (arrivedOn > today || arrivedOn < (file.releasedOn ?? today))
      throw wrongGoods([returnsFinding('RETURN-ARRIVAL-DAY', 'arrivedOn')]);
    await arrive(ports, client, file, { arrivedOn, note, by: 'officer', byWhom: on.byWhom });
    return nothing;
  });
}
