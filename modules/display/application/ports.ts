import type { Book } from '#bonded';
import type { FiledList, ListKey } from '#gate';
import type { Day, Decimal, Finding } from '#kernel';
import type { Client, Database } from '#postgres';

/** What is worked by: dated parameters as they hold on a day. */
export interface DisplayRules {
  /** Days goods may be out, and by how many that may be prolonged. */
  readonly mostDays: number;
  readonly mostProlongedDays: number;
  /** CNY a shop may have on display. */
  readonly mostValue: Decimal;
}

export interface DisplayPorts {
  readonly database: Database;
  readonly now: () => Date;
  /** The day in China. */
  readonly today: () => Day;
  readonly rules: (day: Day) => DisplayRules;
  /** CNY that goods would bear as general trade; undefined where the tariff at hand has no line for them. */
  readonly taxOf: (
    goods: { readonly gcode: string; readonly value: Decimal; readonly quantity: Decimal },
    day: Day,
  ) => Decimal | undefined;
  /** Puts released lists of a book on a paper of ours, each on one that counts. @returns what they take, by item of the book */
  readonly carry: (
    client: Client,
    paper: { readonly book: Book; readonly paperNo: string; readonly lists: readonly ListKey[] },
    unfit: (list: FiledList, path: string) => Finding[],
  ) => Promise<ReadonlyMap<number, Decimal>>;
}

/** Somebody of an enterprise. */
export interface By {
  readonly customsCode: string;
  readonly id: string;
}
