import { encode } from '../encode/encode.ts';
import { exampleMessage } from '../examples/example.ts';
import { readReceipt } from '../tolerant/read-receipt.ts';
import type { ReceiptReading } from '../tolerant/receipt.ts';
import type { CebMessage, Root } from '../types.ts';

/** The fields of a group, without those that are absent. */
export type Given = Readonly<Record<string, string | number | undefined>>;

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (root: Root): string => encode(exampleMessage(root) as CebMessage);
export const read = (text: string): ReceiptReading => readReceipt(bytesOf(text));

export function given(fields: object): Given {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

export function headOf(reading: ReceiptReading, index = 0): Given {
  return given(reading.receipt?.documents[index]?.head ?? {});
}

export function codesOf({ deviations }: ReceiptReading): string[] {
  return deviations.map(({ code, path }) => `${code} ${path}`);
}

/** A receipt of a list, as the standard has it, and its fields. */
export const list = textOf('CEB622Message');
export const soundHead = headOf(read(list));
