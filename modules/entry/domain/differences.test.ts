import { describe, expect, test } from 'vitest';
import { differences } from './differences.ts';

const fields = { head: ['guid', 'appTime', 'freight', 'note'], items: ['gnum', 'gname', 'qty'] };
const tea = { gnum: '1', gname: '茶', qty: '2' };
const before = { head: { guid: 'A', appTime: '1', freight: '10' }, items: [tea] };

describe('what a later version says otherwise', () => {
  test('is each field of the head that was changed, filled in or left out; not the number of its message or its time', () => {
    const after = { head: { guid: 'B', appTime: '2', note: '加注' }, items: [tea] };
    expect(differences(before, after, fields)).toEqual([
      { what: 'changed', name: 'freight', before: '10' },
      { what: 'changed', name: 'note', after: '加注' },
    ]);
  });

  test('is told line by line, lines that came or went by their goods', () => {
    const coffee = { gnum: '2', gname: '咖啡', qty: '1' };
    const after = { ...before, items: [{ ...tea, qty: '3' }, coffee] };
    expect(differences(before, after, fields)).toEqual([
      { what: 'changed', gnum: 1, name: 'qty', before: '2', after: '3' },
      { what: 'line-added', gnum: 2, name: 'gname', after: '咖啡' },
    ]);
    expect(differences(after, before, fields)[1]).toEqual({
      ...{ what: 'line-removed', gnum: 2, name: 'gname', before: '咖啡' },
    });
  });

  test('is nothing where only the message is another', () => {
    expect(differences(before, { ...before, head: { ...before.head, guid: 'C' } }, fields)).toEqual([]);
  });
});
