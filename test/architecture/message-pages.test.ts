import { describe, expect, it } from 'vitest';
import { check, decode, messageTables, type Root } from '#ceb';
import { textOf } from './tree.ts';

const roots = Object.keys(messageTables) as Root[];
const pageOf = (root: Root): string => textOf(`docs/messages/${root.replace('Message', '')}.md`);

describe('the page of each message', () => {
  it.each(roots)('%s shows a sample that is sound with its comments, each field of it explained', (root) => {
    const [, sample = ''] = /```xml\n([\s\S]*?)```/.exec(pageOf(root)) ?? [];
    const { message, findings } = decode(new TextEncoder().encode(sample));
    expect(findings).toEqual([]);
    expect(message?.root).toBe(root);
    expect(message && check(message)).toEqual([]);
    const fields = [...sample.matchAll(/<(?:ceb:)?(\w+)>[^<]*<\/(?:ceb:)?\1>(.*)/g)];
    expect(fields.length).toBeGreaterThan(5);
    for (const [, name, rest] of fields)
      if (name !== 'oriBizMessage') expect(rest, name).toMatch(/<!-- .+ -->/);
  });

  it.each(roots)('%s tells every field of its table', (root) => {
    const { groups, tail } = messageTables[root];
    for (const { name, fields } of [...groups, ...tail]) {
      expect(pageOf(root)).toContain(`### ${name}`);
      for (const field of fields)
        expect(pageOf(root)).toContain(`| \`${field.name}\` | ${field.zh}<br>${field.en} |`);
    }
  });

  it('explains a field by the group it stands in: the country of a list is not that of its goods', () => {
    const comments = [...pageOf('CEB621Message').matchAll(/<ceb:country>.*<!-- (\S+) /g)].map(([, zh]) => zh);
    expect(new Set(comments)).toEqual(new Set(['起运国（地区）', '原产国（地区）']));
  });

  it('is reached from the index, which names all 42', () => {
    const index = textOf('docs/messages/README.md');
    expect(roots).toHaveLength(42);
    for (const root of roots) expect(index).toContain(`(${root.replace('Message', '')}.md)`);
  });
});
