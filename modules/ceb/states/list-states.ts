import type { Bilingual } from '#kernel';
import type {
  CustomsState,
  DeclaredAs,
  Direction,
  GoodsState,
  ListStanding,
  ListStep,
  StateWords,
  SummaryState,
  Track,
} from './list-step.ts';
import { EXPORT_STEPS, IMPORT_STEPS } from './list-steps.ts';

const words = (zh: string, en: string, ...statuses: string[]): StateWords => ({ zh, en, statuses });

/** The states customs brings a list to, in both directions. */
export const CUSTOMS_STATES: Readonly<Record<CustomsState, StateWords>> = {
  saved: words('暂存', 'saved, not declared', '1'),
  withdrawn: words('企业已删除', 'withdrawn by its sender'),
  declaring: words('申报中', 'being declared', '2'),
  sent: words('已发往海关', 'sent to customs', '3'),
  'not-sent': words('发送海关失败', 'not sent to customs', '4'),
  rejected: words('海关退单', 'rejected', '100'),
  entered: words('海关入库', 'entered in the customs system', '120'),
  review: words('人工审核', 'manual review', '300'),
  suspended: words('挂起', 'suspended', '600'),
  concluded: words('海关审结', 'concluded', '399'),
  inspection: words('海关查验', 'inspection', '500'),
  detained: words('扣留', 'detained', '501', '502', '503', '599'),
  'sent-back': words('退运', 'sent back abroad', '700'),
  released: words('放行', 'released', '800'),
  cancelled: words('已撤销', 'cancelled'),
  closed: words('结关', 'closed', '899'),
};

export const GOODS_STATES: Readonly<Record<GoodsState, Bilingual>> = {
  awaited: { zh: '未到', en: 'not there yet' },
  tallied: { zh: '已入库理货', en: 'tallied in at the site' },
  delivered: { zh: '已签收', en: 'signed for by the consignee' },
  arrived: { zh: '已运抵', en: 'arrived at the site' },
  departed: { zh: '已离境', en: 'left the country' },
};

export const SUMMARY_STATES: Readonly<Record<SummaryState, Bilingual>> = {
  none: { zh: '未汇总', en: 'in no summary' },
  applied: { zh: '已申请汇总', en: 'applied for' },
  'summed-up': { zh: '已汇总', en: 'summed up in a customs declaration' },
};

/** Steps of import lists (CEB621), or of export lists (CEB603). */
export function listSteps(direction: Direction): readonly ListStep[] {
  return direction === 'import' ? IMPORT_STEPS : EXPORT_STEPS;
}

const byStatus: ReadonlyMap<string, CustomsState> = new Map(
  (Object.entries(CUSTOMS_STATES) as [CustomsState, StateWords][]).flatMap(([state, { statuses }]) =>
    statuses.map((status) => [status, state] as const),
  ),
);

/**
 * The state a receipt's `returnStatus` tells. Undefined for a positive one nobody knows: it is in progress, since
 * many texts of the standard end in 等.
 */
export function stateOfStatus(returnStatus: string): CustomsState | undefined {
  return /^-\d+$/.test(returnStatus) ? 'rejected' : byStatus.get(returnStatus);
}

/** The steps a list may take from where it stands. */
export function stepsFrom(direction: Direction, standing: ListStanding, declared: DeclaredAs): ListStep[] {
  return listSteps(direction).filter((step) => mayTake(step, standing, declared));
}

/** Whether a list may take one step from where it stands. */
export function mayTake(
  { track, from, when = {}, only = {} }: ListStep,
  standing: ListStanding,
  declared: DeclaredAs,
): boolean {
  const others = Object.entries(when) as [Track, readonly string[]][];
  const fields = Object.entries(only) as [keyof DeclaredAs, readonly string[]][];
  return (
    from.includes(standing[track]) &&
    others.every(([other, states]) => states.includes(standing[other])) &&
    fields.every(([field, values]) => values.includes(declared[field] ?? ''))
  );
}

/**
 * Whether what customs tells now can come after what it told before, at once or with receipts between them that
 * were lost or come later. A receipt that cannot is out of its order.
 */
export function canFollow(direction: Direction, before: CustomsState, after: CustomsState): boolean {
  return LATER[direction].get(before)?.has(after) ?? false;
}

const LATER: Readonly<Record<Direction, ReadonlyMap<string, ReadonlySet<string>>>> = {
  import: closure(IMPORT_STEPS),
  export: closure(EXPORT_STEPS),
};

/** From every state all states some steps of customs lead to; what its sender does starts a list anew. */
function closure(steps: readonly ListStep[]): ReadonlyMap<string, ReadonlySet<string>> {
  const next = new Map<string, Set<string>>();
  for (const { track, from, to, by } of steps) {
    if (track !== 'customs' || by === 'sender') continue;
    for (const state of from) next.set(state, (next.get(state) ?? new Set()).add(to));
  }
  const reached = (from: string): ReadonlySet<string> => {
    const found = new Set<string>();
    const open = [...(next.get(from) ?? [])];
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      if (found.has(state)) continue;
      found.add(state);
      open.push(...(next.get(state) ?? []));
    }
    return found;
  };
  return new Map(Object.keys(CUSTOMS_STATES).map((state) => [state, reached(state)]));
}
