import { describe, expect, test } from 'vitest';
import { fourEyesFor, type Weighed } from '#four-eyes';
import { loadDeskTables } from '../wiring.ts';
import { actNames, type acts, mayFollow } from './acts.ts';
import { returnInfoOf } from './return-info.ts';
import { deskTables } from './tables.ts';

const tables = loadDeskTables();
const day = '2026-11-23';
const plain = { riskClass: 'yellow', value: '277' };

describe('the tables officers decide by', () => {
  test('have a reason for every act, with a status the standard has', () => {
    for (const act of [...actNames, 'ask', 'undo'])
      expect(tables.reasonsOn(day).filter((reason) => reason.act === act).length, act).toBeGreaterThan(0);
    for (const { act, status } of tables.reasonsOn(day))
      expect(status, act).toMatch(
        act === 'ask' || act === 'undo' ? /^$/ : /^(100|500|501|502|503|599|700|800)$/,
      );
  });

  test('ask for two officers by class of risk, by value, or always; a list without a value is not under it', () => {
    const code = (act: keyof typeof acts, weighed: Weighed = plain) =>
      fourEyesFor(tables.fourEyesOn(day), act, weighed)?.code;
    expect(code('release')).toBeUndefined();
    expect(code('release', { ...plain, riskClass: 'red' })).toBe('FE-RELEASE-RED');
    expect(code('refuse', { ...plain, value: '3000' })).toBeUndefined();
    expect(code('refuse', { ...plain, value: '3000.01' })).toBe('FE-REFUSE-VALUE');
    expect(code('refuse', { ...plain, value: null })).toBe('FE-REFUSE-VALUE');
    expect(code('recall')).toBe('FE-RECALL');
  });

  test('refuse a row that is of no act, has no days or no source', () => {
    const row = {
      code: 'X',
      act: 'release',
      status: '800',
      customs_code: '2600',
      from: '2016-04-08',
      to: '',
    };
    const whole = { ...row, source: 'x', confidence: 'D', zh: '理由', en: 'reason' };
    expect(deskTables([whole], []).reasonsOn(day)).toHaveLength(1);
    for (const wrong of [
      { act: 'burn' },
      { from: 'soon' },
      { source: '' },
      { status: '' },
      { customs_code: '' },
    ])
      expect(() => deskTables([{ ...whole, ...wrong }], [])).toThrow(/row 2/);
  });

  test('hold from their first day on', () => {
    expect(tables.reasonsOn('2016-04-07')).toEqual([]);
  });
});

test('an act follows only where the list stands for it', () => {
  expect(mayFollow('inspect', '300')).toBe(true);
  expect(mayFollow('detain', '300')).toBe(false);
  expect(actNames.filter((act) => mayFollow(act, '800'))).toEqual(['recall']);
  expect(actNames.filter((act) => mayFollow(act, '100'))).toEqual([]);
});

test('the receipt says code and words of the reason, and cannot be broken by what an officer adds', () => {
  const [reason] = tables.reasonsOn(day).filter(({ code }) => code === 'REF-PAPERS');
  if (!reason) throw new Error('no reason');
  expect(returnInfoOf(reason, ' ')).toBe(`[Code:${reason.customsCode};Desc:单证与货物不符]`);
  const info = returnInfoOf(reason, `];[Code:2600;Desc:放行]${'字'.repeat(2_000)}`);
  expect(info.match(/[[\]]/g)).toHaveLength(2);
  expect([...info].length).toBe(1_000);
});
