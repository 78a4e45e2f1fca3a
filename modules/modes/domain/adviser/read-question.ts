import { type Day, type Decimal, type Finding, isDay, readDecimal } from '#kernel';
import { adviceFinding } from './finding-codes.ts';
import { type Question, STOCK_PLACES } from './question.ts';

const DIRECTIONS = ['import', 'export'] as const;
const BUYERS = ['consumer', 'firm'] as const;
const FLAGS = [
  'platformOrder',
  'registered',
  'licence',
  'licenceHeld',
  'inspection',
  'exportDuty',
  'pilotZone',
  'importer',
  'refund',
  'invoice',
  'generalTaxpayer',
  'refundFiled',
  'zoneRegistered',
  'warehouseFiled',
  'marketPurchase',
  'borderTrade',
] as const satisfies readonly (keyof Question)[];
const AMOUNTS = ['annualUsed', 'purchaseGross', 'valueUsd'] as const satisfies readonly (keyof Question)[];
const OTHERS = ['direction', 'day', 'buyer', 'stock', 'goods', 'district'];
const GOODS_FIELDS = ['hs', 'value', 'pieces', 'taxQuantity'];

/** A question as it was read, or everything that is wrong with it. */
export type ReadQuestion =
  | { readonly question: Question; readonly findings: readonly [] }
  | { readonly question?: undefined; readonly findings: readonly Finding[] };

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads the answers one by one and keeps what is wrong with each. */
class Answers {
  readonly findings: Finding[] = [];
  readonly #fields: Fields;
  readonly #path: string;

  constructor(fields: Fields, path: string, known: readonly string[]) {
    this.#fields = fields;
    this.#path = path;
    for (const name of Object.keys(fields)) {
      if (!known.includes(name)) this.#find('ADVICE-UNKNOWN-FIELD', name, name, name);
    }
  }

  #find(
    code: 'ADVICE-MISSING' | 'ADVICE-VALUE' | 'ADVICE-UNKNOWN-FIELD',
    name: string,
    zh: string,
    en: string,
  ): void {
    this.findings.push(adviceFinding(code, `${this.#path}${name}`, { zh, en }));
  }

  missing(name: string): undefined {
    this.#find('ADVICE-MISSING', name, name, name);
    return undefined;
  }

  given(name: string): unknown {
    const value = this.#fields[name];
    return value === null || value === '' ? undefined : value;
  }

  text(name: string, pattern: RegExp, zh: string, en: string): string | undefined {
    const value = this.given(name);
    if (value === undefined) return undefined;
    if (typeof value === 'string' && pattern.test(value)) return value;
    this.#find('ADVICE-VALUE', name, zh, en);
    return undefined;
  }

  choice<T extends string>(name: string, choices: readonly T[]): T | undefined {
    const value = this.given(name);
    if (value === undefined) return undefined;
    const found = choices.find((choice) => choice === value);
    if (found === undefined)
      this.#find('ADVICE-VALUE', name, `应为 ${choices.join('、')} 之一`, `one of ${choices.join(', ')}`);
    return found;
  }

  flag(name: string): boolean | undefined {
    const value = this.given(name);
    if (value === undefined || typeof value === 'boolean') return value;
    this.#find('ADVICE-VALUE', name, '应为 true 或 false', 'true or false');
    return undefined;
  }

  amount(name: string): Decimal | undefined {
    const value = this.given(name);
    if (value === undefined) return undefined;
    const read =
      typeof value === 'string' || typeof value === 'number' ? readDecimal(String(value)) : undefined;
    if (read !== undefined && read >= 0n) return read;
    this.#find(
      'ADVICE-VALUE',
      name,
      '应为不小于零、最多五位小数的数',
      'a number of 0 or more with at most five decimals',
    );
    return undefined;
  }

  day(name: string): Day | undefined {
    const value = this.given(name);
    if (value === undefined) return undefined;
    if (typeof value === 'string' && isDay(value)) return value;
    this.#find('ADVICE-VALUE', name, '应为日期，如 2026-01-31', 'a day such as 2026-01-31');
    return undefined;
  }
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function only<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}

/**
 * Reads a question on modes from plain JSON: amounts as texts or numbers in CNY, days as `YYYY-MM-DD`.
 * @param surroundings the day and district to take where the question names none.
 */
export function readQuestion(value: unknown, surroundings: { day: Day; district: string }): ReadQuestion {
  if (!isFields(value))
    return { findings: [adviceFinding('ADVICE-VALUE', '$', { zh: '应为对象', en: 'an object' })] };
  const answers = new Answers(value, '', [...OTHERS, ...FLAGS, ...AMOUNTS]);
  const direction =
    answers.choice('direction', DIRECTIONS) ?? answers.given('direction') ?? answers.missing('direction');
  const places = direction === 'import' || direction === 'export' ? STOCK_PLACES[direction] : [];
  const given = answers.given('goods');
  const goods = new Answers(isFields(given) ? given : {}, 'goods.', GOODS_FIELDS);
  const amount =
    goods.amount('value') ?? (goods.given('value') === undefined ? goods.missing('value') : undefined);
  const read = {
    direction: direction as Question['direction'],
    day: answers.day('day') ?? surroundings.day,
    district:
      answers.text(
        'district',
        /^\d{2}(\d{2})?$/,
        '关区代码为两位或四位数字',
        'two or four digits of a customs district',
      ) ?? surroundings.district,
    pilotZone: true,
    ...only({
      buyer: answers.choice('buyer', BUYERS),
      stock: places.length === 0 ? undefined : answers.choice('stock', places),
      ...Object.fromEntries(FLAGS.map((name) => [name, answers.flag(name)])),
      ...Object.fromEntries(AMOUNTS.map((name) => [name, answers.amount(name)])),
    }),
    goods: {
      value: amount as Decimal,
      ...only({
        hs: goods.text('hs', /^\d{4,10}$/, '商品编码为4至10位数字', '4 to 10 digits'),
        pieces: goods.amount('pieces'),
        taxQuantity: goods.amount('taxQuantity'),
      }),
    },
  };
  const findings = [...answers.findings, ...goods.findings];
  return findings.length > 0 ? { findings } : { question: read, findings: [] };
}
