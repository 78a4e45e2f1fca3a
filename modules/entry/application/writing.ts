import { type CebMessage, carriable, encode, type Field, messageTables } from '#ceb';
import type { Sender } from '#exchange';
import { chinaStamp, type Finding, instantOfStamp } from '#kernel';
import { entryFinding } from '../domain/finding-codes.ts';
import { type PaperKind, roots } from '../domain/kinds.ts';

export type Fields = Readonly<Record<string, string>>;

/** A document as somebody has written it so far: what is empty has not been written. */
export interface Draft {
  readonly kind: PaperKind;
  readonly head: Fields;
  readonly items: readonly Fields[];
}

/** What the platform fills in where it was left empty. */
export interface FilledIn {
  readonly guid: string;
  readonly appType: '1' | '2' | '3';
  readonly appTime: string;
}

export const headFieldsOf = (kind: PaperKind): readonly Field[] =>
  messageTables[roots[kind]].groups[0]?.fields ?? [];
export const lineFieldsOf = (kind: PaperKind): readonly Field[] =>
  messageTables[roots[kind]].groups[1]?.fields ?? [];

/** The document with what can have one value only, and with its lines counted. */
export function written(
  { kind, head, items }: Draft,
  filled: FilledIn,
): { head: Fields; items: readonly Fields[] } {
  return {
    head: { appStatus: '2', ...filledBy(headFieldsOf(kind), { ...head, ...filled }) },
    items: items.map((item, at) => filledBy(lineFieldsOf(kind), { ...item, gnum: String(at + 1) })),
  };
}

function filledBy(fields: readonly Field[], given: Fields): Fields {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const { name, fixed, values = [] } = field;
      const only = fixed ?? (values.length === 1 ? values[0] : undefined);
      const value = given[name]?.trim() || only;
      return value ? [[name, value]] : [];
    }),
  );
}

/** The message of one document as its enterprise would send it; it has no signature. */
export function messageOf(
  kind: PaperKind,
  guid: string,
  document: { readonly head: object; readonly items: readonly object[] },
  { customsCode, name, dxpId = '' }: Sender,
): Buffer {
  const message = {
    ...{ root: roots[kind], guid, version: '1.0', documents: [document], subscriptions: [] },
    transfer: { copCode: customsCode, copName: name, dxpMode: 'DXP', dxpId },
  };
  // What was written are texts: what is no number is told so by the decoder.
  return Buffer.from(encode(message as unknown as CebMessage));
}

/** What no message can carry, and what it has no field for. */
export function unwritable({ kind, head, items }: Draft): Finding[] {
  const { document, groups } = messageTables[roots[kind]];
  const of = (fields: readonly Field[], given: Fields, group: string): Finding[] => {
    const known = new Set(fields.map(({ name }) => name));
    return Object.entries(given).flatMap(([name, value]) => {
      const path = `${document.name}[1]/${group}/${name}`;
      if (!known.has(name)) return [entryFinding('ENTRY-FIELD', path)];
      return carriable(value) === value ? [] : [entryFinding('ENTRY-CHARACTER', path)];
    });
  };
  const [headGroup, lineGroup] = groups;
  return [
    ...of(headFieldsOf(kind), head, headGroup?.name ?? ''),
    ...items.flatMap((item, at) => of(lineFieldsOf(kind), item, `${lineGroup?.name}[${at + 1}]`)),
  ];
}

/** The time a document is dated: now, as it stands on China's clock. */
export const stampOf = (at: Date): string => chinaStamp(at.getTime());

const second = 1_000;

/** Now, and later than the document on file says of itself: an older one would be taken for an old message. */
export function appTimeAfter(onFile: string | undefined, now: Date): string {
  const before = onFile === undefined ? undefined : instantOfStamp(onFile);
  return chinaStamp(Math.max(now.getTime(), before === undefined ? 0 : before + second));
}
