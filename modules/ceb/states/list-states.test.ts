import { describe, expect, it } from 'vitest';
import { statusesOf } from '../errors/statuses-of-receipts.ts';
import { messageTables } from '../tables/message-tables.ts';
import {
  CUSTOMS_STATES,
  canFollow,
  GOODS_STATES,
  listSteps,
  mayTake,
  SUMMARY_STATES,
  stateOfStatus,
  stepsFrom,
} from './list-states.ts';
import type { CustomsState, DeclaredAs, Direction, ListStanding } from './list-step.ts';

const NEW: ListStanding = { customs: 'declaring', goods: 'awaited', summary: 'none' };
const DIRECTIONS: readonly Direction[] = ['import', 'export'];

/** Takes steps one after the other, by the state each leads to; the first that is not allowed is told. */
function go(direction: Direction, declared: DeclaredAs, ...way: string[]): ListStanding | string {
  let standing = NEW;
  for (const to of way) {
    const step = stepsFrom(direction, standing, declared).find((one) => one.to === to);
    if (!step) return `not ${to}`;
    standing = { ...standing, [step.track]: to };
  }
  return standing;
}

const summed: DeclaredAs = { statisticsFlag: 'B', tradeMode: '9610' };
const simplified: DeclaredAs = { statisticsFlag: 'A', tradeMode: '9610' };
const direct: DeclaredAs = { tradeMode: '9610' };
const bonded: DeclaredAs = { tradeMode: '1210' };

describe('the states of a list', () => {
  it('an export list is concluded or released, arrives, departs, is closed and then summed up', () => {
    expect(
      go('export', summed, 'entered', 'released', 'arrived', 'departed', 'closed', 'applied', 'summed-up'),
    ).toEqual({ customs: 'closed', goods: 'departed', summary: 'summed-up' });
    expect(
      go('export', summed, 'entered', 'concluded', 'arrived', 'released', 'departed', 'closed'),
    ).toMatchObject({
      customs: 'closed',
    });
  });

  it.each<[string, DeclaredAs, string[], string]>([
    [
      'goods do not arrive for a list that is still reviewed',
      summed,
      ['entered', 'review', 'arrived'],
      'not arrived',
    ],
    ['nor leave before they have arrived', summed, ['entered', 'released', 'departed'], 'not departed'],
    [
      'nor while they are inspected',
      summed,
      ['entered', 'concluded', 'arrived', 'inspection', 'departed'],
      'not departed',
    ],
    [
      'a list is not closed before its goods have left',
      summed,
      ['entered', 'released', 'closed'],
      'not closed',
    ],
    [
      'nor summed up before it is closed',
      summed,
      ['entered', 'released', 'arrived', 'departed', 'applied'],
      'not applied',
    ],
    [
      'one that is declared simplified is in no summary',
      simplified,
      ['entered', 'released', 'arrived', 'departed', 'closed', 'applied'],
      'not applied',
    ],
    [
      'one that has left cannot be cancelled',
      summed,
      ['entered', 'released', 'arrived', 'departed', 'cancelled'],
      'not cancelled',
    ],
    ['nor one under inspection', summed, ['entered', 'inspection', 'cancelled'], 'not cancelled'],
    [
      'one in a summary is in no other',
      summed,
      ['entered', 'released', 'arrived', 'departed', 'closed', 'applied', 'applied'],
      'not applied',
    ],
  ])('%s', (_, declared, way, expected) => {
    expect(go('export', declared, ...way)).toBe(expected);
  });

  it('an export list can be cancelled until its goods have left', () => {
    expect(go('export', summed, 'entered', 'released', 'arrived', 'cancelled')).toMatchObject({
      customs: 'cancelled',
    });
  });

  it('a list goes into another summary when the first was deleted or sent back', () => {
    expect(
      go(
        'export',
        summed,
        ...['entered', 'released', 'arrived', 'departed', 'closed', 'applied', 'none', 'applied'],
      ),
    ).toMatchObject({ summary: 'applied' });
  });

  it('goods of a direct purchase are tallied in; bonded ones lie in the zone already', () => {
    expect(go('import', direct, 'tallied', 'entered', 'released', 'delivered', 'closed')).toMatchObject({
      goods: 'delivered',
    });
    expect(go('import', bonded, 'tallied')).toBe('not tallied');
    expect(go('import', bonded, 'entered', 'delivered')).toBe('not delivered');
  });

  it('an import list under inspection may be detained and then sent back; an export list may not', () => {
    expect(go('import', direct, 'entered', 'inspection', 'detained', 'sent-back')).toMatchObject({
      customs: 'sent-back',
    });
    expect(go('export', summed, 'entered', 'inspection', 'detained')).toBe('not detained');
  });

  it('a rejected, withdrawn or reviewed list may be declared anew; one that customs has entered may not', () => {
    for (const from of ['rejected', 'withdrawn', 'review', 'not-sent'] as const) {
      const steps = stepsFrom('import', { ...NEW, customs: from }, direct);
      expect(
        steps.some(({ to, by }) => to === 'declaring' && by === 'sender'),
        from,
      ).toBe(true);
    }
    for (const from of ['entered', 'concluded', 'released', 'closed'] as const) {
      const steps = stepsFrom('import', { ...NEW, customs: from }, direct);
      expect(
        steps.some(({ by }) => by === 'sender'),
        from,
      ).toBe(false);
    }
  });

  it('nothing follows the end', () => {
    for (const direction of DIRECTIONS) {
      for (const customs of ['closed', 'cancelled', 'sent-back'] as const) {
        const goods = direction === 'import' ? 'delivered' : 'departed';
        const ended = { customs, goods, summary: 'summed-up' } as const;
        expect(stepsFrom(direction, ended, summed), customs).toEqual([]);
      }
    }
  });
});

describe('statuses and states', () => {
  it('every status the receipts of lists name is a state, and a negative one sends the list back', () => {
    for (const status of [...statusesOf('CEB622Message'), ...statusesOf('CEB604Message')])
      expect(stateOfStatus(status), status).toBeDefined();
    expect(stateOfStatus('-621001')).toBe('rejected');
    expect(stateOfStatus('777')).toBeUndefined();
  });

  it('every status is reached by some step, of the direction whose receipt names it', () => {
    for (const direction of DIRECTIONS) {
      const root = direction === 'import' ? 'CEB622Message' : 'CEB604Message';
      const reached = new Set(listSteps(direction).map(({ to }) => to));
      for (const status of statusesOf(root).filter((one) => one !== '1'))
        expect(reached.has(stateOfStatus(status) as CustomsState), `${root} ${status}`).toBe(true);
    }
  });

  it('receipts may be lost on the way, but not come backwards', () => {
    expect(canFollow('import', 'declaring', 'released')).toBe(true);
    expect(canFollow('export', 'declaring', 'closed')).toBe(true);
    expect(canFollow('import', 'released', 'entered')).toBe(false);
    expect(canFollow('import', 'closed', 'released')).toBe(false);
    expect(canFollow('import', 'rejected', 'released')).toBe(false);
    expect(canFollow('export', 'inspection', 'detained')).toBe(false);
  });
});

describe('the table of steps', () => {
  it('names only states there are, documents of its direction, and a source', () => {
    const states = {
      customs: Object.keys(CUSTOMS_STATES),
      goods: Object.keys(GOODS_STATES),
      summary: Object.keys(SUMMARY_STATES),
    };
    for (const direction of DIRECTIONS) {
      for (const step of listSteps(direction)) {
        const { track, from, to, by, when = {}, source, confidence } = step;
        expect([to, ...from].filter((state) => !states[track].includes(state))).toEqual([]);
        for (const [other, some] of Object.entries(when)) {
          expect(some.filter((state) => !states[other as 'goods'].includes(state))).toEqual([]);
          expect(other).not.toBe(track);
        }
        if (by !== 'sender' && by !== 'customs') expect(messageTables[by].direction).toBe(direction);
        expect(source).not.toBe('');
        // What is ours says so in both columns.
        expect(source.includes('(D)'), `${track} ${to}`).toBe(confidence === 'D');
      }
    }
  });

  it('has no two rows for one step', () => {
    for (const direction of DIRECTIONS) {
      const rows = listSteps(direction).flatMap(({ track, from, to, by }) =>
        from.map((state) => `${track} ${state} ${to} ${by}`),
      );
      expect(rows.length).toBe(new Set(rows).size);
    }
  });

  it('a step is taken only where all of it holds', () => {
    const arriving = listSteps('export').find(({ to }) => to === 'arrived');
    if (!arriving) throw new Error('Goods arrive.');
    expect(mayTake(arriving, { ...NEW, customs: 'released' }, {})).toBe(true);
    expect(mayTake(arriving, { ...NEW, customs: 'released', goods: 'arrived' }, {})).toBe(false);
    expect(mayTake(arriving, NEW, {})).toBe(false);
  });
});
