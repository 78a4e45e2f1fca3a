import type { Finding } from '#kernel';
import { messageTables } from '../tables/message-tables.ts';
import * as say from './split-finding.ts';
import {
  documentsOf,
  keyOf,
  type SplitDocument,
  type SplitMessage,
  type SplitRoot,
  withDocument,
} from './split-message.ts';

/** What came of the parts: the wholes that are complete, and what is wrong with the others. */
export interface Joined<M extends SplitMessage> {
  /** One message for each document, numbered 1 of 1; unsigned, since no part's signature holds for it. */
  readonly wholes: readonly M[];
  readonly findings: readonly Finding[];
}

interface Part<M> {
  readonly message: M;
  readonly document: SplitDocument;
}

/** Fields in which the parts of one whole differ by nature. */
const ITS_OWN: ReadonlySet<string> = new Set(['guid', 'appTime', 'msgSeqNo']);

/**
 * Joins parts given in any order, of one or several wholes of one kind; which whole a part belongs to its key says
 * (`copNo` and the firm, or `sumNo` and `declSeqNo`). The same part twice counts once and is a finding; parts that are
 * missing, numbered outside of `msgCount`, repeated with other content, or at odds about the head or the count make
 * findings, and no whole comes of them. GUIDs, transmission and the rest are those of part 1.
 */
export function joinParts<M extends SplitMessage>(messages: readonly M[]): Joined<M> {
  const wholes: M[] = [];
  const findings: Finding[] = [];
  for (const parts of grouped(messages).values()) {
    const joined = joinOne(parts);
    findings.push(...joined.findings);
    if (joined.whole) wholes.push(joined.whole);
  }
  return { wholes, findings };
}

function grouped<M extends SplitMessage>(messages: readonly M[]): ReadonlyMap<string, readonly Part<M>[]> {
  const groups = new Map<string, Part<M>[]>();
  for (const message of messages) {
    for (const document of documentsOf(message)) {
      const key = JSON.stringify([message.root, ...keyOf(message.root).map((name) => document.head[name])]);
      const parts = groups.get(key) ?? [];
      parts.push({ message, document });
      groups.set(key, parts);
    }
  }
  return groups;
}

function joinOne<M extends SplitMessage>(
  parts: readonly Part<M>[],
): { readonly whole?: M; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const numbered = new Map<number, Part<M>>();
  const [any] = parts;
  if (!any) return { findings };
  const place = placeOf(any.message.root, any.document);
  let sound = true;
  for (const part of parts) {
    const number = Number(part.document.head.msgSeqNo);
    const known = numbered.get(number);
    if (!known) {
      numbered.set(number, part);
    } else if (sameContent(known.document, part.document)) {
      findings.push(say.repeated(place, number));
    } else {
      findings.push(say.repeatedOtherwise(place, number));
      sound = false;
    }
  }
  const ordered = [...numbered.entries()].sort(([one], [other]) => one - other);
  const [first] = ordered;
  if (!first) return { findings };
  const [, reference] = first;
  for (const [number, { document }] of ordered.slice(1)) {
    const fields = differing(reference.document, document);
    if (fields.length > 0) {
      findings.push(say.disagree(place, number, first[0], fields));
      sound = false;
    }
  }
  const count = Number(reference.document.head.msgCount);
  const outside = ordered.map(([number]) => number).filter((number) => number < 1 || number > count);
  if (outside.length > 0) findings.push(say.outside(place, outside, count));
  const missing = gaps(count, numbered);
  if (missing.total > 0) findings.push(say.missing(place, missing.ranges, missing.total, count));
  return sound && outside.length === 0 && missing.total === 0
    ? { whole: wholeOf(ordered.map(([, part]) => part)), findings }
    : { findings };
}

function wholeOf<M extends SplitMessage>(parts: readonly Part<M>[]): M {
  const [first] = parts as readonly [Part<M>];
  const { message, document } = first;
  const head = { ...document.head, msgCount: 1, msgSeqNo: 1 };
  return withDocument(message, message.guid, { head, items: parts.flatMap((part) => part.document.items) });
}

/** Missing numbers as ranges: `msgCount` comes from outside and may be anything, so they are not listed one by one. */
function gaps(count: number, present: ReadonlyMap<number, unknown>): { ranges: string[]; total: number } {
  const ranges: string[] = [];
  let total = 0;
  let next = 1;
  const inside = [...present.keys()].filter((number) => number >= 1 && number <= count);
  for (const number of [...inside.sort((one, other) => one - other), count + 1]) {
    if (number > next) {
      ranges.push(number - next === 1 ? `${next}` : `${next}–${number - 1}`);
      total += number - next;
    }
    next = number + 1;
  }
  return { ranges, total };
}

function differing(one: SplitDocument, other: SplitDocument): string[] {
  const names = new Set([...Object.keys(one.head), ...Object.keys(other.head)]);
  return [...names].filter((name) => !ITS_OWN.has(name) && one.head[name] !== other.head[name]);
}

function sameContent(one: SplitDocument, other: SplitDocument): boolean {
  return (
    differing(one, other).length === 0 &&
    one.items.length === other.items.length &&
    one.items.every((item, place) => {
      const twin = other.items[place] ?? {};
      const names = new Set([...Object.keys(item), ...Object.keys(twin)]);
      return [...names].every((name) => item[name] === twin[name]);
    })
  );
}

/** The whole in words, and where its number stands. */
function placeOf(root: SplitRoot, { head }: SplitDocument): say.Place {
  const key = keyOf(root)
    .map((name) => `${name} ${head[name] ?? ''}`)
    .join(', ');
  const { document, groups } = messageTables[root];
  return { path: `${document.name}/${groups[0]?.name}/msgSeqNo`, whole: `${root} ${key}` };
}
