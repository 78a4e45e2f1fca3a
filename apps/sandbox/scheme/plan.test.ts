import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canFollow, errorCatalogue, returnInfo, stateOfStatus } from '#ceb';
import { loadCodeLists } from '../../../modules/registry/wiring.ts';
import { DESKS, type Desk, deskOf, scriptedNumber } from './desks.ts';
import { LONGEST_WAIT_SECONDS, MANNER_WORDS, MARK, STATUS_WORDS } from './outcomes.ts';
import {
  type CustomsResults,
  isFormatCheck,
  isLostAtFirst,
  type Plan,
  planOf,
  transportCodeOf,
} from './plan.ts';

const lists = loadCodeLists();
const results: CustomsResults = (code) => {
  const entry = lists.find('customs_result', code);
  return entry && { status: entry.more.return_status ?? '100', zh: entry.zh };
};
const guid = 'CF74B3CA-2409-4819-A056-BF005A3989F8';
const desk = (type: string): Desk => deskOf(`CEB${type}Message`) as Desk;
const plan = (
  type: string,
  number: string | undefined,
  more: { appType?: string; appStatus?: string } = {},
): Plan => planOf(desk(type), { number, guid, appType: '1', appStatus: '2', ...more }, results);
const statuses = (type: string, number: string | undefined): string[] =>
  plan(type, number).receipts.map(({ returnStatus }) => returnStatus);

describe('a number that asks for one result', () => {
  it.each([
    ['SBX-800-1', '2 120 800'],
    ['SBX-500-1', '2 120 500'],
    ['SBX-300-1', '2 120 300'],
    ['SBX-501-1', '2 120 500 501'],
    ['SBX-502-1', '2 120 500 502'],
    ['SBX-503-1', '2 120 500 503'],
    ['SBX-599-1', '2 120 500 599'],
    ['SBX-600-1', '2 120 600'],
    ['SBX-700-1', '2 120 500 700'],
    ['SBX-899-1', '2 120 800 899'],
    ['SBX-100-1', '2 120 100'],
    ['SBX-4-1', '2 4'],
    ['SBX-2-1', '2'],
  ])('%s on an import list brings %s', (number, way) => {
    expect(statuses('621', number)).toEqual(way.split(' '));
  });

  it.each(STATUS_WORDS)('$word on a list takes no step a list cannot take', ({ word }) => {
    for (const [type, direction] of [
      ['621', 'import'],
      ['603', 'export'],
    ] as const) {
      const states = statuses(type, `${MARK}${word}-1`).flatMap((status) => stateOfStatus(status) ?? []);
      for (const [at, state] of states.slice(1).entries())
        expect(canFollow(direction, states[at] ?? 'saved', state), `${type} ${states}`).toBe(true);
    }
  });

  it('is answered in the form of customs, and as E-Port while E-Port speaks', () => {
    const [taken, , released] = plan('621', 'SBX-800-1').receipts;
    expect(taken?.returnInfo).toBe(`新增申报成功[${guid}]`);
    expect(released?.returnInfo).toBe('[Code:2600;Desc:放行]');
  });

  it('lets the papers of a released, a returned and an inspected purchase into the customs system alike', () => {
    for (const number of ['SBX-800-1', 'SBX-500-1', 'SBX-300-1'])
      for (const type of ['311', '411', '511']) expect(statuses(type, number)).toEqual(['2', '120']);
    expect(statuses('505', 'SBX-800-1')).toEqual(['2', '399']);
    expect(statuses('605', 'SBX-800-1')).toEqual(['2', '399']);
  });

  it('ends well without a script, and only saves what is only saved', () => {
    expect(statuses('603', undefined)).toEqual(['2', '120', '800']);
    expect(plan('621', 'SBX-800-1', { appStatus: '1' })).toMatchObject({ status: '1', verdict: 'accepted' });
    expect(plan('621', 'SBX-800-1', { appType: '3' }).receipts).toMatchObject([
      { returnStatus: '2', returnInfo: `删除申报成功[${guid}]` },
    ]);
  });
});

describe('a number that asks for a result code', () => {
  it.each(errorCatalogue.filter(({ code }) => code.startsWith('-')))(
    '$code is what a document of its family is refused with',
    ({ code, family, text }) => {
      const one = DESKS.find((candidate) => candidate.family === family) ?? desk('621');
      const number = `SBX-R${code}-1`;
      const planned = planOf(one, { number, guid, appType: '1', appStatus: '2' }, results);
      expect(planned).toMatchObject({ verdict: 'refused', status: code });
      expect(planned.receipts.map(({ returnStatus }) => returnStatus)).toEqual([code]);
      if (errorCatalogue.filter((entry) => entry.code === code).length === 1)
        expect(planned.info).toBe(returnInfo(code, text.zh.replaceAll(/\[\*\]|\*/g, number)));
    },
  );

  it.each(lists.entries('customs_result'))(
    '$code of customs sends the list to its status',
    ({ code, more }) => {
      const { receipts } = plan('621', `SBX-R-${code}-1`);
      expect(receipts.at(-1)?.returnStatus).toBe(more.return_status);
      expect(receipts.at(-1)?.returnInfo).toContain(`[Code:${code};`);
      expect(statuses('311', `SBX-R-${code}-1`)).toEqual(['2', '120']);
    },
  );

  it('of an order leaves the list of that order waiting, and of a list lets the order pass', () => {
    expect(statuses('311', 'SBX-R-301014-1')).toEqual(['-301014']);
    expect(statuses('621', 'SBX-R-301014-1')).toEqual(['2', '120']);
    expect(statuses('311', 'SBX-R-621008-1')).toEqual(['2', '120']);
  });

  it('of a cancellation or return, which come afterwards, lets the list be released first', () => {
    expect(statuses('621', 'SBX-R-623005-1')).toEqual(['2', '120', '800']);
    expect(statuses('623', 'SBX-R-623005-1')).toEqual(['-623005']);
    expect(statuses('625', 'SBX-800-1')).toEqual(['2', '120', '800']);
  });

  it('of the exchange platform is explained: it is answered over DXP only', () => {
    expect(plan('621', 'SBX-R-3003-1').misread?.en).toContain('DxpRep');
    expect(transportCodeOf('SBX-R-3003-1')).toBe('3003');
    expect(transportCodeOf('SBX-R-621008-1')).toBeUndefined();
  });

  it('may stand at the end of a chain', () => {
    expect(statuses('621', 'SBX-2.120.R-1313-1')).toEqual(['2', '120', '100']);
    expect(statuses('621', 'SBX-2.W3.R-621008-1')).toEqual(['2', '-621008']);
    expect(plan('621', 'SBX-2.W3.R-621008-1').verdict).toBe('accepted');
  });
});

describe('the manner in which receipts come', () => {
  it('a chain is sent as it stands, without what the document’s receipts do not name', () => {
    expect(statuses('621', 'SBX-2.120.300.800-1')).toEqual(['2', '120', '300', '800']);
    expect(statuses('311', 'SBX-2.120.300.800-1')).toEqual(['2', '120']);
    expect(statuses('621', 'SBX-300.800-1')).toEqual(['300', '800']);
    expect(statuses('311', 'SBX-300.800-1')).toEqual(['2', '120']);
  });

  it('a wait is kept before the result, or where it stands in a chain', () => {
    const single = plan('621', 'SBX-W5.800-1').receipts;
    expect(single.map(({ afterMs }) => afterMs)).toEqual([0, 200, 5_400]);
    const chain = plan('621', 'SBX-2.W7.120.W5.800-1').receipts;
    expect(chain.map(({ afterMs }) => afterMs)).toEqual([0, 7_200, 12_400]);
  });

  it('receipts come twice, the same to the letter', () => {
    const { receipts } = plan('621', 'SBX-TWICE.800-1');
    expect(receipts).toHaveLength(6);
    for (const at of [0, 2, 4]) expect(receipts[at]).toEqual(receipts[at + 1]);
  });

  it('receipts come in the wrong order with their true times', () => {
    const { receipts } = plan('621', 'SBX-MIXED.800-1');
    expect(receipts.map(({ returnStatus }) => returnStatus)).toEqual(['800', '120', '2']);
    const stamps = receipts.map(({ stampMs }) => stampMs);
    expect(stamps).toEqual(stamps.toSorted((one, other) => other - one));
  });

  it('silence is silence, from the start or from a moment on', () => {
    expect(plan('621', 'SBX-NONE-1')).toMatchObject({ verdict: 'accepted', status: '2', receipts: [] });
    expect(statuses('621', 'SBX-2.120.NONE-1')).toEqual(['2', '120']);
  });

  it('a message is lost the first time, and answered when it comes again', () => {
    expect(plan('621', 'SBX-LOST.800-1')).toMatchObject({ verdict: 'accepted', status: '2', receipts: [] });
    const subject = { number: 'SBX-LOST.800-1', guid, appType: '1', appStatus: '2', again: true };
    const { receipts } = planOf(desk('621'), subject, results);
    expect(receipts.map(({ returnStatus }) => returnStatus)).toEqual(['2', '120', '800']);
    expect([isLostAtFirst('SBX-LOST.800-1'), isLostAtFirst('SBX-800-1'), isLostAtFirst(undefined)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it.each(MANNER_WORDS)('the example $example of $word is a script', ({ example }) => {
    expect(plan('621', example).misread).toBeUndefined();
  });
});

describe('a number that cannot be read', () => {
  it.each([
    ['SBX-', 'names no result'],
    ['SBX-RELEASED-1', 'no script knows the word "RELEASED"'],
    ['SBX-R-xyz', 'comes a result code'],
    ['SBX-R-1', 'is neither a business code'],
    ['SBX-R.800-621008', 'the last word'],
    ['SBX-NONE.800-1', 'no result follows NONE'],
    ['SBX-W5-1', 'names no result'],
    ['SBX-W9999.800-1', '3600 seconds at most'],
    [`SBX-${'2.'.repeat(17)}800-1`, '16 at most'],
  ])('%s is explained in the receipt', (number, why) => {
    const planned = plan('621', number);
    expect(planned.misread?.en.toLowerCase()).toContain(why.toLowerCase());
    expect(planned).toMatchObject({ verdict: 'refused', status: '100' });
    expect(planned.receipts).toHaveLength(1);
    expect(planned.receipts[0]?.returnInfo).toMatch(/^\[Code:SBX;Desc:/);
  });

  it('any number whatever has a plan that can be sent', () => {
    const word = fc.oneof(
      fc.constantFrom(...STATUS_WORDS.map(({ word }) => word), 'TWICE', 'MIXED', 'LOST', 'NONE', 'R'),
      fc.integer({ min: 0, max: 99_999 }).map((seconds) => `W${seconds}`),
      fc.string({ maxLength: 6 }),
    );
    const number = fc
      .tuple(fc.array(word, { maxLength: 18 }), fc.string({ unit: 'binary', maxLength: 30 }))
      .map(([words, rest]) => `${MARK}${words.join('.')}-${rest}`);
    const known = new Set([
      ...STATUS_WORDS.map(({ word }) => word),
      ...errorCatalogue.map(({ code }) => code),
    ]);
    fc.assert(
      fc.property(
        fc.constantFrom(...DESKS),
        fc.oneof(number, fc.string()),
        fc.constantFrom('1', '2', '3'),
        fc.constantFrom('1', '2'),
        (one, text, appType, appStatus) => {
          const { receipts, info } = planOf(one, { number: text, guid, appType, appStatus }, results);
          expect([...info].length).toBeLessThanOrEqual(1_000);
          let before = 0;
          for (const { afterMs, stampMs, returnStatus, returnInfo } of receipts) {
            expect(known.has(returnStatus)).toBe(true);
            expect(
              one.statuses.includes(returnStatus) || returnStatus.startsWith('-') || appStatus === '1',
            ).toBe(true);
            expect([...returnInfo].length).toBeLessThanOrEqual(1_000);
            expect(afterMs).toBeGreaterThanOrEqual(before);
            expect(Math.max(afterMs, stampMs)).toBeLessThanOrEqual(16 * (LONGEST_WAIT_SECONDS * 1_000 + 200));
            before = afterMs;
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('where a script stands', () => {
  it('is the order’s number before the paper’s own, where a paper has both', () => {
    const head = { copNo: 'SBX-500-1', orderNo: 'SBX-800-1' };
    expect(scriptedNumber(desk('621'), head)).toBe('SBX-800-1');
    expect(scriptedNumber(desk('621'), { ...head, orderNo: 'D1' })).toBe('SBX-500-1');
    expect(scriptedNumber(desk('621'), { copNo: 'C1', orderNo: 'D-SBX-800' })).toBeUndefined();
    expect(scriptedNumber(desk('605'), { copNo: 'SBX-800-1' })).toBe('SBX-800-1');
  });

  it('is a number that can be read before one that was cut short', () => {
    const head = { billNo: 'SBX-TWICE.39', copNo: 'SBX-399-1' };
    expect(scriptedNumber(desk('711'), head)).toBe('SBX-399-1');
    expect(scriptedNumber(desk('711'), { billNo: 'SBX-TWICE.39' })).toBe('SBX-TWICE.39');
  });

  it('a failed format check speaks of the message', () => {
    expect(isFormatCheck('-999999')).toBe(true);
    expect(isFormatCheck('-621008')).toBe(false);
  });
});
