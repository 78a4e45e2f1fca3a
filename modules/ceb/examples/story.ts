import { chinaStamp, instantOfStamp } from '#kernel';
import { EXAMPLE_FIRMS, type Firms } from './firms.ts';
import { digitsOf, following, guidOf } from './identity.ts';
import { EXAMPLE_MODES, type ExampleMode, WAREHOUSE_ABROAD } from './modes.ts';

/** What a caller may choose of an example; everything else follows from it. */
export interface ExampleChoice {
  /** Number of the order, 1 to 60 characters; all other numbers of the firms begin with it. */
  readonly orderNo?: string | undefined;
  /** When the order was placed, Beijing time, `YYYYMMDDhhmmss`. */
  readonly orderedAt?: string | undefined;
  /** Firms in place of the example's own, by their part. */
  readonly firms?: Partial<Firms> | undefined;
  /** Supervision mode: 9610 where none is given, 1210, and in export 9710 and 9810. */
  readonly mode?: ExampleMode | undefined;
}

/** One order from its first paper to its last, and the numbers by which its papers name each other. */
export interface Story {
  readonly orderNo: string;
  readonly firms: Firms;
  readonly mode: ExampleMode;
  /** GUID of a paper of this story. */
  readonly guid: (paper: string) => string;
  /** Time so many minutes after the order: `YYYYMMDDhhmmss`. */
  readonly at: (minutes: number) => string;
  /** The same with milliseconds, as receipts have it: `YYYYMMDDhhmmssSSS`. */
  readonly exactlyAt: (minutes: number) => string;
  /** The firm's own number of a paper, of at most so many characters. */
  readonly number: (mark: string, most: number) => string;
  /** Number issued by E-Port: a letter, the day, nine digits. */
  readonly preNo: (letter: string, minutes: number) => string;
  /** Number issued by customs: office, year, I or E, nine digits. */
  readonly invtNo: string;
}

const FIRST_ORDER = { import: 'CM260701I0001', export: 'CM260701E0001' } as const;
const FIRST_DAY = '20260701093000';
/** Customs office that numbers the lists of the examples: Kunming. */
export const OFFICE = '8601';
/** Minutes after the order at which the list goes to customs and has its number. */
const LISTED = 60;

/** The story of an order in one direction. @throws RangeError for an order number, time or mode that is none. */
export function storyOf(direction: 'import' | 'export', choice: ExampleChoice = {}): Story {
  const orderNo = choice.orderNo ?? FIRST_ORDER[direction];
  const length = [...orderNo].length;
  if (length < 1 || length > 60) throw new RangeError('an order number has 1 to 60 characters');
  const orderedAt = choice.orderedAt ?? FIRST_DAY;
  const begin = instantOfStamp(orderedAt);
  if (begin === undefined) throw new RangeError(`"${orderedAt}" is not a time of the shape YYYYMMDDhhmmss`);
  const { mode = '9610' } = choice;
  const modes: readonly string[] = EXAMPLE_MODES[direction];
  if (!modes.includes(mode)) throw new RangeError(`${direction} goes under ${modes.join(', ')}, not ${mode}`);
  const abroad = mode === '9810' ? { platform: WAREHOUSE_ABROAD } : {};
  const at = (minutes: number): string => chinaStamp(begin + minutes * 60_000);
  const of = (what: string): string => `${direction}/${orderNo}/${what}`;
  return {
    orderNo,
    firms: { ...EXAMPLE_FIRMS, ...abroad, ...choice.firms },
    mode,
    guid: (paper) => guidOf(of(paper)),
    at,
    exactlyAt: (minutes) => chinaStamp(begin + minutes * 60_000 + 217, true),
    number: (mark, most) => following(orderNo, mark, most),
    preNo: (letter, minutes) => `${letter}${at(minutes).slice(0, 8)}${digitsOf(of(letter), 9)}`,
    invtNo: `${OFFICE}${at(LISTED).slice(0, 4)}${direction === 'import' ? 'I' : 'E'}${digitsOf(of('list'), 9)}`,
  };
}
