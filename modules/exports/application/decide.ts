import { pauseChanges } from '#documents';
import { Problem } from '#http';
import { record } from '#journal';
import type { Client } from '#postgres';
import { type ExportKey, type ExportStanding, listKey } from '../domain/export-list.ts';
import { type OfficerAct, officerReasonsOn } from '../domain/officer-reasons.ts';
import { exportLists } from '../storage/export-papers.ts';
import { standingsOfOrders } from '../storage/standings.ts';
import { waitingExports } from '../storage/waiting.ts';
import { exportObjections } from './companions.ts';
import type { ExportPorts } from './ports.ts';
import { candidatesOf } from './reconsider.ts';
import { recordSteps } from './record-steps.ts';

const acts = {
  release: { outcome: 'released', returnStatus: '800', code: '2600' },
  refuse: { outcome: 'refused', returnStatus: '100', code: undefined },
  inspect: { outcome: 'held', returnStatus: '500', code: undefined },
} as const;

export interface OfficerDecision {
  readonly act: OfficerAct;
  /** Code of the table of reasons; its words stand in the receipt and on record. */
  readonly reason: string;
  /** More, in the officer's own words. */
  readonly note?: string | undefined;
  /** As the officer has seen it: whatever has become of it since is not decided over. */
  readonly attempt: number;
  readonly step: number;
  /** Account of the officer. */
  readonly by: string;
}

/**
 * Decides a held list as an officer has: a further step of its attempt, with its receipt.
 * @throws Problem EXPORT-NOT-FOUND, EXPORT-NOT-HELD, EXPORT-MOVED-ON, EXPORT-DECIDED-BY-CUSTOMS,
 *   EXPORT-OTHERS-OBJECT, EXPORT-REASON
 */
export async function decideExport(
  ports: ExportPorts,
  key: ExportKey,
  decision: OfficerDecision,
): Promise<ExportStanding> {
  if (ports.forward)
    throw new Problem(409, 'EXPORT-DECIDED-BY-CUSTOMS', {
      zh: '本平台由海关系统作出决定，此处不能办理',
      en: 'Customs decides by its own system here; nothing can be decided in its place',
    });
  const words = reasonFor(ports, decision);
  const after = await ports.database.transaction(async (client) => {
    const before = await lockedStanding(client, key);
    mayDecide(before, decision);
    if (decision.act === 'release') await nobodyObjects(ports, client, before);
    const { outcome, returnStatus, code } = acts[decision.act];
    const [done] = await recordSteps(
      ports,
      client,
      [
        {
          ...{ before, outcome, returnStatus, judge: 'officer', at: ports.now() },
          returnInfo: code
            ? `[Code:${code};Desc:${ports.rules.resultText(code)}]${words}`
            : `[Code:1200;Desc:${ports.rules.resultText('1200')}]${words}`,
          why: JSON.stringify({
            ...{ act: decision.act, code: decision.reason, reason: words, by: decision.by },
          }),
        },
      ],
      'by-us',
    );
    if (!done) throw new Error(`nothing was decided of ${key.orderNo}`);
    const { act, reason, by } = decision;
    await record(client, [
      {
        ...{ at: ports.now(), kind: 'case-decided', subject: `${key.ebcCode}/${key.ebpCode}/${key.orderNo}` },
        body: { act, reason, status: done.returnStatus, by },
      },
    ]);
    return done;
  });
  ports.moved({ lists: [after], recipients: new Set([after.recipient]) });
  return after;
}

/** The words of the reason given, and what the officer adds. @throws Problem 422 where the table has no such reason for the act */
function reasonFor(
  { officerReasons, chinaDay, now }: ExportPorts,
  { act, reason, note = '' }: OfficerDecision,
): string {
  const row = officerReasonsOn(officerReasons, chinaDay(now())).find(
    ({ code, value }) => code === reason && value === act,
  );
  if (!row)
    throw new Problem(422, 'EXPORT-REASON', {
      zh: `理由 ${reason} 今日不适用于此项处置；请从出口处置理由表中选择`,
      en: `${reason} is no reason for this today; choose one of the table of reasons for exports`,
    });
  return note === '' ? row.words.zh : `${row.words.zh}：${note}`;
}

/** As whoever sends a list again or withdraws it locks it: one of the two comes first, the other sees what it did. */
async function lockedStanding(client: Client, key: ExportKey): Promise<ExportStanding> {
  await exportLists.find(client, [key.orderNo]);
  const waiting = await waitingExports.lock(client, [key.orderNo]);
  const found = (await standingsOfOrders(client, [key.orderNo])).find((one) => listKey(one) === listKey(key));
  if (!found)
    throw new Problem(404, 'EXPORT-NOT-FOUND', {
      zh: '没有这份出口清单，或与本企业无关',
      en: 'There is no such export list, or it is none of this enterprise’s',
    });
  const still = await pauseChanges(client, [key.orderNo, found.logisticsNo]);
  if (!still || waiting.some((one) => listKey(one) === listKey(key))) throw movedOn();
  return found;
}

/** Customs releases nothing over another agency's decision: the list goes on by itself once that is there. */
async function nobodyObjects(ports: ExportPorts, client: Client, before: ExportStanding): Promise<void> {
  const candidates = await candidatesOf(client, [before], 'released');
  const against = await exportObjections(ports.companions, client, candidates, ports.now());
  const [first] = against.get(listKey(before)) ?? [];
  if (first)
    throw new Problem(409, 'EXPORT-OTHERS-OBJECT', {
      zh: `不能放行：${first.message.zh}；该部门同意后清单自动放行`,
      en: `It cannot be released: ${first.message.en}; it goes on by itself once that agency agrees`,
    });
}

function mayDecide(before: ExportStanding, { attempt, step }: OfficerDecision): void {
  if (before.outcome !== 'held')
    throw new Problem(409, 'EXPORT-NOT-HELD', {
      zh: '该出口清单不在待人工处理状态',
      en: 'This export list is not held for an officer',
    });
  if (before.attempt !== attempt || before.step !== step) throw movedOn();
}

const movedOn = () =>
  new Problem(409, 'EXPORT-MOVED-ON', {
    zh: '清单或其单证在查看之后已有变化，请刷新后再办理',
    en: 'The list or one of its papers has changed since it was looked at; read it again',
  });
