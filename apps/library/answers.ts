/** What a platform answers, as its OpenAPI description has it; a test holds these to the server's own types. */

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** What is wrong with an input, where, and how to mend it. */
export interface Finding {
  /** Stable, e.g. `CEB-LENGTH`. */
  readonly code: string;
  readonly level: 'structure' | 'field' | 'business';
  /** In the standard's own names, e.g. `Order[2]/OrderHead/buyerName`. */
  readonly path: string;
  readonly message: Bilingual;
  readonly remedy: Bilingual;
  readonly rule?: string | undefined;
}

/** What became of one document of a message. */
export interface DocumentAnswer {
  /** Place in the message, from 0. */
  readonly index: number;
  /** Business key, e.g. `orderNo` and `ebpCode`. */
  readonly key: Readonly<Record<string, string>>;
  readonly verdict: 'accepted' | 'repeated' | 'refused';
  /** `returnStatus` of its first receipt: 120, 2, or a negative code of the standard. */
  readonly status: string;
  readonly info: string;
  readonly findings: readonly Finding[];
  /** Of a list, if it was decided within the time waited. */
  readonly outcome?: ListOutcome | undefined;
}

export interface ListOutcome {
  readonly state: ListState;
  readonly returnStatus: string;
  readonly returnInfo: string;
  readonly invtNo?: string | undefined;
}

export type ListState = 'waiting' | 'forwarded' | 'released' | 'held' | 'refused' | 'withdrawn';

/** Answer to a message that was taken in: each document with what became of it, after all is on disk. */
export interface TakenMessage {
  readonly taken: true;
  readonly messageId: string;
  readonly root: string;
  readonly guid: string;
  readonly accepted: number;
  readonly repeated: number;
  readonly refused: number;
  readonly documents: readonly DocumentAnswer[];
}

/** Answer to a message refused as a whole; it is kept as evidence, and a CEB900 receipt says so too. */
export interface RefusedMessage {
  readonly taken: false;
  readonly messageId: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly findings: readonly Finding[];
}

export interface Receipt {
  /** Give it as `cursor` to go on behind this receipt. */
  readonly cursor: string;
  /** `CEB622` and the like. */
  readonly type: string;
  readonly orderNo: string | null;
  readonly returnStatus: string;
  /** `YYYYMMDDhhmmssSSS`, China time. */
  readonly returnTime: string;
  readonly returnInfo: string;
  /** The receipt's other fields under the standard's names. */
  readonly body: Readonly<Record<string, string>>;
}

/** Why a list stands as it does; the parts most programs read. */
export interface ListStory {
  readonly list: {
    readonly orderNo: string;
    readonly ebpCode: string;
    readonly copNo?: string | undefined;
    readonly preNo?: string | undefined;
    readonly invtNo?: string | undefined;
    readonly state: ListState;
    /** Latest `returnStatus`. */
    readonly statusCode: string;
    readonly taxTotal?: string | undefined;
  };
  /** While it waits: the papers missing, and until when. */
  readonly waitingFor?: { readonly papers: readonly string[]; readonly until: string } | undefined;
  readonly findings: readonly Finding[];
  /** In whole sentences, with the rules behind it. */
  readonly decision?: ListDecision | undefined;
  readonly receipts: readonly { readonly status: string; readonly at: string; readonly info: string }[];
}

export interface ListDecision {
  readonly outcome: string;
  readonly statusCode: string;
  readonly returnInfo: string;
  readonly zh: string;
  readonly en: string;
  readonly rules: readonly { readonly code: string; readonly sentence: Bilingual; readonly source: string }[];
}

/** A problem by RFC 9457, as the platform answers what it could not do. */
export interface ProblemBody {
  readonly status?: number | undefined;
  readonly code?: string | undefined;
  readonly zh?: string | undefined;
  readonly en?: string | undefined;
  readonly findings?: readonly Finding[] | undefined;
}
