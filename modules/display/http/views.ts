import { enterpriseOf } from '#access';
import { formatDecimal } from '#kernel';
import type { By } from '../application/ports.ts';
import type { Listed, Paper, Shop, ShopCount } from '../application/reading.ts';
import { onDisplay } from '../domain/on-display.ts';

export const described = { tags: ['displays'], security: [{ apiKey: [] }, { session: [] }] };

/** The caller of an enterprise. */
export function byOf(request: object): By {
  const { customsCode, id } = enterpriseOf(request);
  return { customsCode, id };
}

const settled = (settledAt: Date | null) =>
  settledAt === null ? {} : { settledAt: settledAt.toISOString() };

export function shopView({ proposedBy: _by, proposedAt, settledAt, ...plain }: Shop) {
  return { ...plain, proposedAt: proposedAt.toISOString(), ...settled(settledAt) };
}

/** Goods on display as they are shown. @param today the day in China by which they are overdue or not */
export function displayView(
  { madeBy: _by, madeAt, settledAt, outOn, dueOn, goods, ...plain }: Listed,
  today: string,
) {
  return {
    ...{ ...plain, madeAt: madeAt.toISOString(), ...settled(settledAt) },
    ...(outOn === null ? {} : { outOn }),
    ...(dueOn === null ? {} : { dueOn }),
    overdue: plain.state === 'out' && dueOn !== null && dueOn < today,
    goods: goods.map((line) => ({
      ...{ itemNo: line.itemNo, gname: line.gname, unit: line.unit, quantity: formatDecimal(line.quantity) },
      ...{ sold: formatDecimal(line.sold), back: formatDecimal(line.back), lost: formatDecimal(line.lost) },
      ...{ returning: formatDecimal(line.returning), there: formatDecimal(onDisplay(line)) },
      cover: formatDecimal(line.cover),
    })),
  };
}

export function paperView({ madeBy: _by, madeAt, handOver, ...plain }: Paper) {
  return { ...plain, madeAt: madeAt.toISOString(), ...(handOver === null ? {} : { handOver }) };
}

export function countView({ proposedBy: _by, proposedAt, settledAt, lines, ...plain }: ShopCount) {
  return { ...plain, lines: [...lines], proposedAt: proposedAt.toISOString(), ...settled(settledAt) };
}
