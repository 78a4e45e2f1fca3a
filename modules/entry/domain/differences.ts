/** A document as its fields, by the standard's names. */
export interface WrittenDocument {
  readonly head: Readonly<Record<string, string>>;
  /** Goods lines; each has its `gnum`. */
  readonly items: readonly Readonly<Record<string, string>>[];
}

/** One thing that is another in the later version. */
export interface Difference {
  readonly what: 'changed' | 'line-added' | 'line-removed';
  /** Number of the goods line; undefined in the head. */
  readonly gnum?: number;
  /** Name of the field; of a line that was added or removed, the field that says which goods it is. */
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
}

/** Fields that are another in every version, and tell nothing of what it says. */
const passing = new Set(['guid', 'appType', 'appTime']);

/** By what a goods line is known. */
const lineName = 'gname';

/** What a later version of a document says otherwise, in the order of the standard: the head, then line by line. */
export function differences(
  before: WrittenDocument,
  after: WrittenDocument,
  fields: { readonly head: readonly string[]; readonly items: readonly string[] },
): Difference[] {
  const compared = fields.head.filter((name) => !passing.has(name));
  const head = changedFields(before.head, after.head, compared);
  const former = byNumber(before);
  const later = byNumber(after);
  const numbers = [...new Set([...former.keys(), ...later.keys()])].sort((one, other) => one - other);
  const lines = numbers.flatMap((gnum): Difference[] => {
    const [old, now] = [former.get(gnum), later.get(gnum)];
    if (old && now) return changedFields(old, now, fields.items).map((one) => ({ ...one, gnum }));
    const what = now ? 'line-added' : 'line-removed';
    return [{ what, gnum, name: lineName, ...values(old?.[lineName], now?.[lineName]) }];
  });
  return [...head, ...lines];
}

type Fields = WrittenDocument['head'];

const changedFields = (before: Fields, after: Fields, names: readonly string[]): Difference[] =>
  names.flatMap((name) =>
    before[name] === after[name]
      ? []
      : [{ what: 'changed' as const, name, ...values(before[name], after[name]) }],
  );

const values = (before: string | undefined, after: string | undefined) => ({
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
});

const byNumber = ({ items }: WrittenDocument): Map<number, Fields> =>
  new Map(items.map((item, at) => [Number(item.gnum ?? at + 1), item]));
