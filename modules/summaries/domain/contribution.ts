import type { DocumentOf } from '#ceb';
import { contributionOf, type Digest } from './proof.ts';
import { lineKeyOf } from './summarise.ts';

/** An export list as customs has closed it. */
export type ClosedList = DocumentOf<'CEB603Message'>;

/** Characters kept of the lines a list goes to: enough for lists of the same goods to stand together (D). */
const goodsCharacters = 160;

/** What is worked out of a list once, when it is closed. */
export interface Contribution {
  readonly digest: string;
  /** Lines it would make alone; goods of one name apart. */
  readonly lines: number;
  readonly namedLines: number;
  /** Its lines in order, cut off: lists are put together in the order of this text. */
  readonly goods: string;
}

/** What a closed list brings into summaries. */
export function contribution(list: ClosedList, digest: Digest): Contribution {
  const lines = new Set(list.items.map((item) => lineKeyOf(item, { byName: false })));
  const named = new Set(list.items.map((item) => lineKeyOf(item, { byName: true })));
  const goods = [...new Set(list.items.map((item) => `${item.gcode}${item.country}${item.unit}`))].sort();
  return {
    digest: digest(contributionOf(list)),
    lines: lines.size,
    namedLines: named.size,
    goods: goods.join(' ').slice(0, goodsCharacters),
  };
}
