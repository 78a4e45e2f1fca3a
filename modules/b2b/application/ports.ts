import type { Day, Decimal } from '#kernel';
import type { Database } from '#postgres';
import type { ParameterTable } from '#tax';

export interface B2bPorts {
  readonly database: Database;
  readonly now: () => Date;
  /** The day in China. */
  readonly today: () => Day;
  readonly parameters: ParameterTable;
  /** Customs district of the zone, four digits. */
  readonly district: () => string;
  /** Name and social credit code of an enterprise that is registered and active; undefined for any other. */
  readonly enterprise: (
    customsCode: string,
  ) => Promise<{ readonly name: string; readonly uscc: string } | undefined>;
  readonly isCode: (list: 'country' | 'unit' | 'currency', code: string) => boolean;
  /** Share of the refund of a code on a day; undefined where the table at hand does not say. */
  readonly refundRate: (gcode: string, day: Day) => Decimal | undefined;
}

/** Who does something: the enterprise it is done for, and the key or account. */
export interface Doer {
  readonly customsCode: string;
  readonly id: string;
}
