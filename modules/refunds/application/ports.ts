import type { Day } from '#kernel';
import type { Client, Database, Queryable } from '#postgres';
import type { ParameterTable } from '#tax';
import type { RefundRates } from '../domain/rates.ts';
import type { RealPrincipal } from '../storage/files.ts';
import type { DeclaredList } from '../storage/lines.ts';

/** Days, inclusive. */
interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** What names an export list. */
export interface ListName {
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly ebcCode: string;
}

/** A closed export list, as far as its tax looks at it; decimals as texts. */
export interface ClosedExport extends ListName {
  readonly invtNo: string;
  readonly tradeMode: string;
  readonly departedAt: Date;
  readonly items: readonly {
    readonly gnum: number;
    readonly gcode: string;
    readonly gname: string;
    readonly unit: string;
    readonly qty: string;
    readonly currency: string;
    readonly price: string;
    readonly totalPrice: string;
  }[];
}

export interface RefundPorts {
  readonly database: Database;
  readonly now: () => Date;
  /** The day in China. */
  readonly today: () => Day;
  readonly parameters: ParameterTable;
  readonly rates: RefundRates;
  readonly isCode: (list: 'unit' | 'currency', code: string) => boolean;
  /** Name and social credit code of enterprises that are on file. */
  readonly firms: (
    codes: ReadonlySet<string>,
  ) => Promise<ReadonlyMap<string, { readonly name: string; readonly uscc: string }>>;
  /** Exports of agents in a span of days, and whose they really were. */
  readonly realPrincipals: (client: Client, days: Days) => Promise<readonly RealPrincipal[]>;
  /** What agents exported for whom in a span of days, as rows of a file. */
  readonly principalSums: (client: Client, days: Days) => Promise<readonly object[]>;
  /** Those of these lists that are closed. */
  readonly closedLists: (client: Client, names: readonly ListName[]) => Promise<readonly ClosedExport[]>;
  /** Lists of an application that stand in live summary declarations, in the order of their numbers, after one. */
  readonly declaredLists: (
    client: Queryable,
    wish: {
      readonly ebcCode: string;
      readonly sumNo: string;
      readonly after: string;
      readonly limit: number;
    },
  ) => Promise<readonly DeclaredList[]>;
}

/** Who does something: the enterprise it is done for, and the key or account. */
export interface Doer {
  readonly customsCode: string;
  readonly id: string;
}
