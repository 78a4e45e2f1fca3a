// A proof is recomputed here by itself, from the published rule alone: what the server says is not asked again.

/** What is published with a summary. */
export interface Proof {
  readonly wish: { readonly bySeller: boolean; readonly byName: boolean };
  readonly mostLines: number;
  readonly key: Readonly<Record<string, string>>;
  readonly lines: readonly Readonly<Record<string, string>>[];
  readonly root: string;
  readonly lists: readonly { readonly invtNo: string; readonly digest: string }[];
}

/** A list, as far as it goes into a summary. */
export interface Contribution {
  readonly head: Readonly<Record<string, string>>;
  readonly items: readonly Readonly<Record<string, string | number>>[];
}

/** What was found: everything holds, or what does not first. */
export type Verdict =
  | { readonly holds: true; readonly lists: number }
  | { readonly holds: false; readonly what: 'root' | 'list' | 'lines'; readonly invtNo?: string };

const PLACES = 5;

/** A decimal as a whole number of its fifth place. */
function fifths(text: string): bigint {
  const [whole = '0', rest = ''] = text.split('.');
  return BigInt(whole + rest.padEnd(PLACES, '0'));
}

/** A number in one writing: no zeros behind that say nothing. */
function plain(value: bigint): string {
  const digits = value.toString().padStart(PLACES + 1, '0');
  const rest = digits.slice(-PLACES).replace(/0+$/, '');
  return digits.slice(0, -PLACES) + (rest === '' ? '' : `.${rest}`);
}

async function sha256(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const one = (value: string | number | undefined): string =>
  value === undefined || value === '' ? '' : plain(fifths(String(value)));

/** What a digest is of. */
function contributionText({ head, items }: Contribution): string {
  const fields = ['invtNo', 'ebcCode', 'ownerCode', 'tradeMode', 'trafMode', 'country', 'portCode'];
  const lines = items.map((item) => [
    ...[item.gnum, item.country, item.gcode, item.gname, item.currency, item.unit, item.unit1],
    ...[item.unit2 ?? '', one(item.qty), one(item.qty1), one(item.qty2), one(item.totalPrice)],
  ]);
  return JSON.stringify([...fields.map((name) => head[name] ?? ''), lines]);
}

const FIGURES = ['qty', 'qty1', 'qty2', 'totalPrice'] as const;
const WORDS = ['country', 'gcode', 'currency', 'unit', 'unit1', 'unit2', 'gname'] as const;

function rootText({ wish, mostLines, key, lines, lists }: Proof): string {
  const of = ['ebcCode', 'ownerCode', 'tradeMode', 'trafMode', 'country', 'portCode'];
  return JSON.stringify([
    [wish.bySeller, wish.byName, mostLines],
    of.map((name) => key[name]),
    lines.map((line) => [...WORDS, ...FIGURES].map((name) => line[name])),
    lists.map(({ invtNo, digest }) => [invtNo, digest]),
  ]);
}

/** The lines that lists add up to, in the order of their first goods. */
function linesOf(lists: readonly Contribution[], byName: boolean): string[] {
  const sums = new Map<string, { readonly words: string[]; readonly figures: bigint[] }>();
  for (const { items } of lists)
    for (const item of items) {
      const words = WORDS.map((name) => String(item[name] ?? ''));
      const key = JSON.stringify(byName ? words : words.slice(0, -1));
      const line = sums.get(key) ?? { words, figures: FIGURES.map(() => 0n) };
      const figures = FIGURES.map((name, at) => (line.figures[at] ?? 0n) + fifths(String(item[name] || '0')));
      sums.set(key, { words: line.words, figures });
    }
  return [...sums.values()].map(({ words, figures }) => JSON.stringify([...words, ...figures.map(plain)]));
}

const KEY = ['ebcCode', 'tradeMode', 'trafMode', 'country', 'portCode'] as const;

/** Recomputes a proof from its lists, in the order in which the proof names them. */
export async function recompute(proof: Proof, lists: readonly Contribution[]): Promise<Verdict> {
  if ((await sha256(rootText(proof))) !== proof.root) return { holds: false, what: 'root' };
  const names = KEY.concat(proof.wish.bySeller ? (['ownerCode'] as never[]) : []);
  for (const [at, { invtNo, digest }] of proof.lists.entries()) {
    const list = lists[at];
    const sound =
      list?.head.invtNo === invtNo &&
      names.every((name) => list.head[name] === proof.key[name]) &&
      (await sha256(contributionText(list))) === digest;
    if (!sound) return { holds: false, what: 'list', invtNo };
  }
  const twice = new Set(proof.lists.map(({ invtNo }) => invtNo)).size < proof.lists.length;
  const published = proof.lines.map((line) =>
    JSON.stringify([...WORDS, ...FIGURES].map((name) => line[name])),
  );
  const same =
    !twice &&
    lists.length === proof.lists.length &&
    JSON.stringify(linesOf(lists, proof.wish.byName)) === JSON.stringify(published);
  return same ? { holds: true, lists: lists.length } : { holds: false, what: 'lines' };
}
