import { type Bilingual, type Day, type Decimal, isDay, ONE, readDecimal } from '#kernel';

/** A case that cannot be read, and where. */
export class CaseUnreadable extends Error {
  readonly sentence: Bilingual;

  constructor(zh: string, en: string) {
    super(en);
    this.sentence = { zh, en };
  }
}

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads the fields of one object by any of their names; every refusal names the place. */
export class FieldReader {
  readonly place: string;
  readonly #fields: Fields;

  constructor(value: unknown, place: string) {
    if (!isFields(value)) throw new CaseUnreadable(`${place} 不是对象`, `${place} is not an object`);
    this.#fields = value;
    this.place = place;
  }

  raw(...names: string[]): unknown {
    for (const name of names) {
      const value = this.#fields[name];
      if (value !== undefined && value !== null && value !== '') return value;
    }
    return undefined;
  }

  text(...names: string[]): string | undefined {
    const value = this.raw(...names);
    return value === undefined ? undefined : String(value).trim();
  }

  /** A decimal of 0 or more, given as text (`1,500.00`, `13%`) or as a number. */
  decimal(...names: string[]): Decimal | undefined {
    const given = this.text(...names)?.replaceAll(',', '');
    if (given === undefined) return undefined;
    const percent = given.endsWith('%');
    const value = readDecimal(percent ? given.slice(0, -1) : given);
    if (value === undefined || value < 0n) {
      const place = `${this.place}.${names[0]}`;
      throw new CaseUnreadable(
        `${place} 应为不小于零、最多五位小数的数：${given}`,
        `${place} must be a number of 0 or more with at most five decimals: ${given}`,
      );
    }
    return percent ? ((value / 100n) as Decimal) : value;
  }

  /** The names of the fields that are given. */
  names(): readonly string[] {
    return Object.keys(this.#fields);
  }

  required(...names: string[]): Decimal {
    return this.decimal(...names) ?? this.missing(names[0] ?? '');
  }

  missing(name: string): never {
    throw new CaseUnreadable(`${this.place} 缺少 ${name}`, `${this.place} lacks ${name}`);
  }

  share(...names: string[]): Decimal | undefined {
    const value = this.decimal(...names);
    if (value !== undefined && value >= ONE) {
      const place = `${this.place}.${names[0]}`;
      throw new CaseUnreadable(
        `${place} 应为小于 1 的税率，如 0.13`,
        `${place} must be a rate below 1, such as 0.13`,
      );
    }
    return value;
  }

  day(...names: string[]): Day | undefined {
    const text = this.text(...names);
    if (text === undefined || isDay(text)) return text;
    const place = `${this.place}.${names[0]}`;
    throw new CaseUnreadable(`${place} 不是日期：${text}`, `${place} is not a day: ${text}`);
  }

  /** Yes or no, written as such, as a text or as a number. */
  flag(...names: string[]): boolean | undefined {
    const text = this.text(...names)?.toLowerCase();
    if (text === undefined) return undefined;
    if (['true', 'yes', 'y', '1', '是'].includes(text)) return true;
    if (['false', 'no', 'n', '0', '否'].includes(text)) return false;
    const place = `${this.place}.${names[0]}`;
    throw new CaseUnreadable(
      `${place} 应为 true 或 false：${text}`,
      `${place} must be true or false: ${text}`,
    );
  }
}
