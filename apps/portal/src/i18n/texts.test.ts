import { expect, test } from 'vitest';
import { en } from './en.ts';
import { zh } from './zh.ts';

type Node = { readonly [key: string]: string | Node };

function leaves(node: Node, prefix = ''): [string, string][] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as [string, string]]
      : leaves(value, `${prefix}${key}.`),
  );
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

test('every text exists in Chinese and in English', () => {
  const [chinese, english] = [leaves(zh), leaves(en)];
  expect(chinese.length).toBeGreaterThan(150);
  expect(english.map(([key]) => key).sort()).toEqual(chinese.map(([key]) => key).sort());
  for (const [key, text] of [...chinese, ...english]) expect(text.trim(), key).not.toBe('');
});

test('both languages of a text speak of the same values', () => {
  const english = new Map(leaves(en));
  for (const [key, text] of leaves(zh))
    expect(placeholders(english.get(key) ?? ''), key).toEqual(placeholders(text));
});
