import type { Field } from './field.ts';

/** What to write where there is nothing to write, as the end of a remedy; empty where the text has no word for it. */
export function orElse({ otherwise }: Field): readonly [zh: string, en: string] {
  if (!otherwise) return ['', ''];
  const { write, zh, en } = otherwise;
  return [`；${zh}时填“${write}”`, `; where ${en} write ${write}`];
}
