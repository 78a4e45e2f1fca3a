import { ATTRIBUTES, CHARACTERS, DECIMALS, DECLARATIONS, FRAGMENTS, TEXTS } from './spoilers.ts';

/** Numbers from a seed, so that a failure can be played again. */
class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 0;
  }

  /** From 0 to below `bound`. */
  below(bound: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  }

  of<T>(list: readonly T[]): T | undefined {
    return list[this.below(Math.max(list.length, 1))];
  }

  pick(list: readonly string[]): string {
    return this.of(list) ?? '';
  }
}

const ELEMENT = /<([\w:]+)(?:\s[^<>]*)?>([^<]*)<\/\1>/g;
const START_TAG = /<[\w:]+/g;
const AFTER_TAG = />/g;

function places(text: string, pattern: RegExp): RegExpExecArray[] {
  return [...text.matchAll(pattern)];
}

function splice(text: string, at: number, remove: number, insert: string): string {
  return text.slice(0, at) + insert + text.slice(at + remove);
}

type Mutation = (text: string, chance: Chance) => string;

/** Changes the text of one field. */
const changeField: Mutation = (text, chance) => {
  const found = chance.of(places(text, ELEMENT));
  const [whole, , old = ''] = found ?? [''];
  const at = (found?.index ?? 0) + whole.lastIndexOf(`>${old}</`) + 1;
  const numeric = /^-?[\d.]+$/.test(old) && chance.below(4) > 0;
  return splice(text, at, old.length, chance.pick(numeric ? DECIMALS : TEXTS));
};

/** Drops, doubles, empties, renames or moves one element without children. */
const changeElement: Mutation = (text, chance) => {
  const elements = places(text, ELEMENT);
  const found = chance.of(elements);
  const [whole = '', name = ''] = found ?? [];
  const at = found?.index ?? 0;
  const other = chance.of(elements)?.[1] ?? 'x';
  const renamed = whole.replaceAll(
    name,
    chance.pick([other, `${name}x`, name.replace(/^\w+:/, ''), 'ceb:note', 'ds:note']),
  );
  const rest = splice(text, at, whole.length, '');
  const target = chance.of(places(rest, AFTER_TAG))?.index ?? 0;
  return (
    chance.of([
      () => rest,
      () => splice(text, at, 0, whole),
      () => splice(text, at, whole.length, `<${name}/>`),
      () => splice(text, at, whole.length, renamed),
      () => splice(rest, target + 1, 0, whole),
      () => splice(rest, text.indexOf('<', at + whole.length) - whole.length, 0, whole),
    ])?.() ?? text
  );
};

/** Drops or doubles an element with children, or swaps its tags' name. */
const changeGroup: Mutation = (text, chance) => {
  const names = [
    'OrderHead',
    'OrderList',
    'Order',
    'InventoryList',
    'Inventory',
    'BaseTransfer',
    'BaseSubscribe',
    'ExtendMessage',
    'Signature',
    'SignedInfo',
    'Reference',
    'Transforms',
    'KeyInfo',
    'X509Data',
    'PaymentHead',
    'Payment',
    'OrderReturn',
    'Message',
    'LogisticsHead',
  ];
  const found = chance.of(
    names.flatMap((name) => places(text, new RegExp(`<(\\w*:?${name})[ >/][\\s\\S]*?</\\1>`, 'g'))),
  );
  if (!found) return text;
  const [whole] = found;
  return splice(
    text,
    found.index,
    chance.below(3) === 0 ? 0 : whole.length,
    chance.pick(['', whole + whole, whole, `${whole}x`]),
  );
};

const addAttribute: Mutation = (text, chance) => {
  const found = chance.of(places(text, START_TAG));
  return found ? splice(text, found.index + found[0].length, 0, ` ${chance.pick(ATTRIBUTES)}`) : text;
};

const insertFragment: Mutation = (text, chance) => {
  const found = chance.of(places(text, AFTER_TAG));
  return found ? splice(text, found.index + 1, 0, chance.pick(FRAGMENTS)) : text;
};

const changeCharacter: Mutation = (text, chance) =>
  splice(
    text,
    chance.below(text.length),
    chance.below(2),
    chance.below(3) === 0 ? '' : chance.pick(CHARACTERS),
  );

const truncate: Mutation = (text, chance) => text.slice(0, chance.below(text.length));

const changeDeclaration: Mutation = (text, chance) =>
  chance.pick(DECLARATIONS) + text.slice(text.indexOf('?>') + 2);

const changeLayout: Mutation = (text, chance) =>
  chance.pick([
    text.replaceAll('><', '>\r\n<'),
    text.replaceAll('><', '>\n\t<'),
    text.replaceAll('ceb:', '').replaceAll('xmlns:ceb', 'xmlns'),
    text.replaceAll('ceb:', 'q:').replaceAll(':ceb=', ':q='),
    text.replaceAll('><', '><!-- c --><'),
    text.replaceAll('</', '</ ').replaceAll('</ ', '</'),
    text.replace(/<\/([\w:]+)>/, '</$1 \n>'),
  ]);

const MUTATIONS: readonly Mutation[] = [
  ...[changeField, changeField, changeField, changeField, changeElement, changeElement, changeElement],
  ...[
    changeGroup,
    addAttribute,
    insertFragment,
    insertFragment,
    changeCharacter,
    truncate,
    changeDeclaration,
    changeLayout,
  ],
];

/** One to three changes to a text, as the seed has it. */
export function mutate(text: string, seed: number): string {
  const chance = new Chance(seed);
  let changed = text;
  for (let times = 1 + chance.below(3); times > 0; times--) {
    const next = chance.of(MUTATIONS)?.(changed, chance) ?? '';
    changed = next === '' ? changed : next;
  }
  return changed;
}
