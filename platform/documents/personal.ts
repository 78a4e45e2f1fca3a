import type { DocumentRecord } from './document.ts';

/** Neither can stand in XML, so no field can hold them. */
const BETWEEN = '\u0000';
const ABSENT = '\u0001';

/** Personal fields as one text to be sealed. */
export function personalText(head: DocumentRecord, names: readonly string[]): string {
  let text = '';
  for (let i = 0; i < names.length; i += 1)
    text += (i > 0 ? BETWEEN : '') + (head[names[i] as string] ?? ABSENT);
  return text;
}

/** The fields back; names that were added since are absent. */
export function readPersonal(text: string, names: readonly string[]): Record<string, string> {
  const values = text.split(BETWEEN);
  const fields: Record<string, string> = {};
  for (let i = 0; i < names.length; i += 1) {
    const value = values[i];
    if (value !== undefined && value !== ABSENT) fields[names[i] as string] = value;
  }
  return fields;
}
