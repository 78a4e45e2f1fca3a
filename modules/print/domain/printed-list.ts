import type { Bilingual } from '#kernel';

interface Named {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
}

type Record_ = Readonly<Record<string, string>>;

/** What is printed of a list, as it is shown on the screen: personal data masked, amounts as decimal texts in CNY. */
export interface PrintedList {
  readonly list: {
    readonly orderNo: string;
    readonly ebpCode: string;
    readonly invtNo?: string | undefined;
    readonly copNo?: string | undefined;
    readonly state: string;
    readonly statusCode: string;
  };
  readonly papers: {
    readonly declaration?:
      | {
          readonly head: Record_;
          readonly items: readonly Record_[];
          readonly headFields: readonly Named[];
          /** Field → code → its name. */
          readonly codes?: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> | undefined;
        }
      | undefined;
  };
  readonly tax?:
    | {
        readonly decision: string;
        readonly dutiableValue: string;
        readonly duty?: string | undefined;
        readonly consumptionTax?: string | undefined;
        readonly vat?: string | undefined;
        readonly taxTotal?: string | undefined;
        readonly lines: readonly TaxLine[];
        readonly steps: readonly TaxStep[];
      }
    | undefined;
  readonly decision?:
    | {
        readonly zh: string;
        readonly en: string;
        readonly judge: string;
        readonly rulebookVersion: string;
        readonly decidedAt: string;
        readonly returnInfo: string;
      }
    | undefined;
}

export interface TaxLine {
  readonly gnum: number;
  readonly gcode: string;
  readonly gname: string;
  readonly dutiableValue: string;
  readonly duty: string;
  readonly consumptionTax: string;
  readonly vat: string;
  readonly tax: string;
}

export interface TaxStep {
  readonly gnum?: number | undefined;
  readonly zh: string;
  readonly en: string;
  readonly formula?: string | undefined;
  readonly result: string;
  readonly source?: string | undefined;
}

/** How a paper is told from a made-up one: an address anybody may open. */
export interface Seal {
  readonly address: string;
  /** YYYY-MM-DD hh:mm:ss, China time. */
  readonly printedAt: string;
}
