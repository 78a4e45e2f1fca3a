import { pauseChanges } from '#documents';
import { Problem } from '#http';
import { record } from '#journal';
import type { Client } from '#postgres';
import { type ExportKey, type ExportStanding, listKey } from '../domain/export-list.ts';
import type { OfficerAct } from '../domain/officer-tables.ts';
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

/** Where customs decides by its own system, no officer decides here. @throws Problem EXPORT-DECIDED-BY-CUSTOMS */
export function decidedHere({ forward }: ExportPorts): void {
  if (forward)
    throw new Problem(409, 'EXPORT-DECIDED-BY-CUSTOMS', {
      zh: '本平台由海关系统作出决定，此处不能办理',
      en: 'Customs decides by its own system here; nothing can be decided in its place',
    });
}

/**
 * A held list, locked as whoever sends it again or withdraws it locks it: one of the two comes first, the other sees what
 * it did.
 * @throws Problem EXPORT-NOT-FOUND, EXPORT-MOVED-ON, EXPORT-NOT-HELD
 */
export async function heldList(client: Client, key: ExportKey): Promise<ExportStanding> {
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
  if (found.outcome !== 'held')
    throw new Problem(409, 'EXPORT-NOT-HELD', {
      zh: '该出口清单不在待人工处理状态',
      en: 'This export list is not held for an officer',
    });
  return found;
}

export const movedOn = () =>
  new Problem(409, 'EXPORT-MOVED-ON', {
    zh: '清单或其单证在查看之后已有变化，请刷新后再办理',
    en: 'The list or one of its papers has changed since it was looked at; read it again',
  });

/**
 * The words of the reason given, and what the officer adds.
 * @param at when it was given: the table of that day counts
 * @throws Problem EXPORT-REASON where the table has no such reason for the act
 */
export function reasonWords(
  { officerTables, chinaDay }: ExportPorts,
  given: { readonly act: OfficerAct; readonly reason: string; readonly note: string; readonly at: Date },
): string {
  const { act, reason, note, at } = given;
  const row = officerTables.reasonsOn(chinaDay(at)).find((one) => one.code === reason && one.act === act);
  if (!row)
    throw new Problem(422, 'EXPORT-REASON', {
      zh: `理由 ${reason} 今日不适用于此项处置；请从出口处置理由表中选择`,
      en: `${reason} is no reason for this today; choose one of the table of reasons for exports`,
    });
  return note === '' ? row.zh : `${row.zh}：${note}`;
}

/** Customs releases nothing over another agency's decision: the list goes on by itself once that is there. */
export async function nobodyObjects(
  ports: ExportPorts,
  client: Client,
  before: ExportStanding,
): Promise<void> {
  const candidates = await candidatesOf(client, [before], 'released');
  const against = await exportObjections(ports.companions, client, candidates, ports.now());
  const [first] = against.get(listKey(before)) ?? [];
  if (first)
    throw new Problem(409, 'EXPORT-OTHERS-OBJECT', {
      zh: `不能放行：${first.message.zh}；该部门同意后清单自动放行`,
      en: `It cannot be released: ${first.message.en}; it goes on by itself once that agency agrees`,
    });
}

/** What is decided, and by whom. */
interface Decision {
  readonly act: OfficerAct;
  readonly reason: string;
  readonly words: string;
  readonly by: string;
  /** Where it took two: who proposed it, and by which row. */
  readonly two?: { readonly proposedBy: string; readonly fourEyes: string };
}

/** Records a decision of officers as a further step of the list's attempt, with its receipt and its entry in the journal. */
export async function recordDecision(
  ports: ExportPorts,
  client: Client,
  before: ExportStanding,
  { act, reason, words, by, two }: Decision,
): Promise<ExportStanding> {
  const { outcome, returnStatus, code = '1200' } = acts[act];
  const at = ports.now();
  const [done] = await recordSteps(
    ports,
    client,
    [
      {
        ...{ before, outcome, returnStatus, judge: 'officer', at },
        returnInfo: `[Code:${code};Desc:${ports.rules.resultText(code)}]${words}`,
        why: JSON.stringify({ act, code: reason, reason: words, by, ...two }),
      },
    ],
    'by-us',
  );
  if (!done) throw new Error(`nothing was decided of ${before.orderNo}`);
  await record(client, [
    {
      ...{ at, kind: 'case-decided', subject: `${before.ebcCode}/${before.ebpCode}/${before.orderNo}` },
      body: { act, reason, status: done.returnStatus, by },
    },
  ]);
  return done;
}
