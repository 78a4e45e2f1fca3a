import type { Bilingual } from '#kernel';
import type { PaperKind, Papers } from '../papers.ts';
import type { PurchaseOptions } from '../purchase.ts';
import type { Random } from '../random.ts';
import type { DemoEnterprise, Zone } from '../zone.ts';

/** How the platform answers one message at once. */
export type Answer = 'accepted' | 'repeated' | 'refused' | 'unreadable' | 'forbidden';

/** One message that goes out, as its sender would send it. */
export interface Step {
  readonly paper: PaperKind;
  readonly document: Papers[PaperKind];
  readonly sender: DemoEnterprise;
  /** Who the message says it comes from, where that is somebody else. */
  readonly claims?: DemoEnterprise;
  /** Seconds after the first message of the dossier. */
  readonly seconds: number;
  /** Spoils the written message, for faults below the level of fields. */
  readonly damage?: (xml: string) => Uint8Array;
  readonly answer: Answer;
  /** Status of the receipt, where it is not the ordinary one of an accepted document. */
  readonly status?: string;
  /** Codes of the findings the answer carries, where it is not taken. */
  readonly findings?: readonly string[];
}

/** What must become of the list in the end. `none`: no list was ever taken in. */
export type Outcome = 'released' | 'held' | 'refused' | 'withdrawn' | 'none';

export interface Expected {
  readonly outcome: Outcome;
  /** Codes of the findings that lead to it. */
  readonly findings: readonly string[];
}

export interface Spoiling {
  readonly random: Random;
  readonly zone: Zone;
  /** Number of a buyer who has no other part in the dossier. */
  readonly strangerIndex: number;
}

/** One kind of mistake or misuse, as it turns up in life. */
export interface Fault {
  readonly name: string;
  /** What is wrong, in a phrase. */
  readonly title: Bilingual;
  readonly expected: Expected;
  /** What the purchase must be like for the fault to be possible. */
  readonly needs?: (random: Random, zone: Zone) => Partial<PurchaseOptions>;
  /** What the same buyer bought just before; comes as a dossier of its own, without fault. */
  readonly earlier?: (random: Random, zone: Zone) => Partial<PurchaseOptions>;
  /** Changes the papers; each is still sent once and can be read. */
  readonly spoil?: (papers: Papers, spoiling: Spoiling) => Papers;
  /** Changes what is sent, and when; such dossiers do not fit into batches. */
  readonly script?: (steps: readonly Step[], spoiling: Spoiling) => readonly Step[];
  /** The list is decided only when the time for waiting is over. */
  readonly waits?: true;
}

type Head<K extends PaperKind> = Papers[K]['head'];

/** The papers with some fields of one head changed. */
export function withHead<K extends PaperKind>(papers: Papers, kind: K, fields: Partial<Head<K>>): Papers {
  const paper = papers[kind];
  return { ...papers, [kind]: { ...paper, head: { ...paper.head, ...fields } } };
}

/** The papers with some fields of one goods line of the list changed. */
export function withListItem(
  papers: Papers,
  at: number,
  fields: Partial<Papers['declaration']['items'][number]>,
): Papers {
  const { declaration } = papers;
  const items = declaration.items.map((item, index) => (index === at ? { ...item, ...fields } : item));
  return { ...papers, declaration: { ...declaration, items } };
}

/** The same telephone with another last digit: a slip of the hand. */
export function otherDigit(telephone: string): string {
  return telephone.slice(0, -1) + String((Number(telephone.slice(-1)) + 1) % 10);
}

/** A number that nobody else has: a neighbour's would bring two dossiers together. */
export const unusedNumber = (number: string): string => `${number}X`;
