import type { Bilingual } from '#kernel';
import type { Word } from '../domain/consent.ts';
import type { ProjectedDocument, ProjectedPaper } from '../domain/projection.ts';

/** What an agency is delivered about one list: `POST {address}/deliveries`. */
export interface DeliveryBody {
  /** The same on every try: a repeat is taken and changes nothing. A UUID. */
  readonly id: string;
  readonly agency: string;
  readonly madeAt: string;
  readonly list: {
    readonly ebpCode: string;
    /** Of the seller; of an export list only, which is named with it. */
    readonly ebcCode?: string;
    readonly orderNo: string;
    readonly attempt: number;
  };
  /** The rows of the table of requirements that the decision answers. */
  readonly asked: readonly { readonly id: string; readonly why: Bilingual; readonly rule: string }[];
  /** The fields the table of projections names for this agency, and no other. */
  readonly papers: Readonly<Partial<Record<ProjectedDocument, ProjectedPaper>>>;
  readonly fields: readonly string[];
}

/** One answer of an agency. */
export interface Answer {
  /** The same however often it is read; at most 100 characters. */
  readonly id: string;
  /** Id of the delivery it answers. */
  readonly delivery: string;
  readonly decision: Word;
  /** Told to the enterprise and to customs; at most 500 characters. */
  readonly reason: string;
  /** ISO 8601. */
  readonly at: string;
}

/** A page of `GET {address}/answers?after=…`: 200 answers at most, in the order they were given. */
export interface AnswersPage {
  readonly answers: readonly Answer[];
  /** To be given as `after` to read on; the one that was given where nothing new is there. */
  readonly next: string;
}

/** What an agency's side has to do, whatever carries it. */
export interface AgencyAdapter {
  /**
   * Delivers what is asked. Safe to repeat: a delivery that is known is taken and changes nothing.
   * @throws AdapterFault
   */
  deliver(body: DeliveryBody): Promise<void>;
  /**
   * Answers after a place, in the order they were given; the same place yields the same answers.
   * @param after `next` of the page before; empty from the beginning
   * @throws AdapterFault
   */
  answers(after: string): Promise<AnswersPage>;
}

/** The agency could not be reached, refused, or answered what cannot be read; tried again later. */
export class AdapterFault extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}
