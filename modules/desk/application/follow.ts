import type { DecisionRecord, HeldFollower } from '#clearance';
import { listsOf } from '#declarations';
import { keyText } from '#documents';
import type { Client } from '#postgres';
import { type DeskParameters, dueAt } from '../domain/parameters.ts';
import { addActs } from '../storage/acts.ts';
import { type CaseKey, casesOf, closeCases, type NewCase, openCases } from '../storage/case-files.ts';

/** A list as the conductor has decided it; of an earlier decision, without its assessment. */
export type HeldList = Omit<DecisionRecord, 'judge' | 'rulebook' | 'assessment' | 'decidedAt'> &
  Partial<Pick<DecisionRecord, 'judge' | 'assessment'>> & { readonly decidedAt: Date };

export const keyOf = ({ orderNo, ebpCode }: CaseKey): string => keyText([orderNo, ebpCode]);

/**
 * Keeps a case for every list that is held, in the transaction that holds it: what waits for an officer is exactly
 * what stands held.
 */
export function heldFollower(parameters: () => DeskParameters): HeldFollower {
  return {
    held: async (client, decisions) => openCases(client, await casesFor(client, decisions, parameters())),
    left: async (client, lists) => {
      const closed = await closeCases(client, lists);
      // What an officer decided is written down by the desk itself, with the officer and the reason.
      const moved = closed.filter(({ closedAs }) => closedAs === 'withdrawn' || closedAs === 'sent-again');
      await addActs(
        client,
        moved.map(({ orderNo, ebpCode, attempt, status, closedAt, closedAs }) => ({
          ...{ orderNo, ebpCode, attempt, at: closedAt, kind: 'overtaken' as const },
          ...{ officer: null, officerName: null, office: null },
          ...{ fromStatus: status, toStatus: status, reason: null, note: '', act: closedAs },
          ...{ fourEyes: null, proposal: null, evidence: {} },
        })),
      );
    },
  };
}

/** The case of each list as it stands now. */
export async function casesFor(
  client: Client,
  lists: readonly HeldList[],
  parameters: DeskParameters,
): Promise<NewCase[]> {
  const heads = await listsOf(client, lists);
  // The rules have judged once: officers and customs decide on what they found.
  const again = lists.filter(({ judge }) => judge !== 'engine');
  const earlier = new Map(
    again.length === 0 ? [] : (await casesOf(client, again)).map((one) => [keyOf(one), one]),
  );
  return lists.map((list) => {
    const { orderNo, ebpCode, attempt, step, returnStatus, decidedAt } = list;
    const head = heads.get(keyOf(list));
    const before = earlier.get(keyOf(list));
    const { rules, riskClass } = before ?? foundIn(list.assessment ?? '{}');
    return {
      ...{ orderNo, ebpCode, attempt, step, status: returnStatus, rules, riskClass },
      ...{ openedAt: decidedAt, dueAt: dueAt(returnStatus, decidedAt, parameters) },
      ...{ customsCode: list.customsCode, tradeMode: list.tradeMode, recipient: list.recipient },
      ...{ ebcCode: head?.ebcCode ?? '', goodsName: head?.firstGoodsName ?? '' },
      dutiableValue: list.dutiableValue,
    };
  });
}

interface Stored {
  readonly findings?: readonly { readonly code: string; readonly mode: string }[];
  readonly risk?: { readonly class: string };
}

function foundIn(assessment: string): Pick<NewCase, 'rules' | 'riskClass'> {
  const { findings = [], risk } = JSON.parse(assessment) as Stored;
  const live = findings.filter(({ mode }) => mode === 'live').map(({ code }) => code);
  return { rules: [...new Set(live)], riskClass: risk?.class ?? null };
}
