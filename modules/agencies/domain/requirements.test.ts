import { describe, expect, test } from 'vitest';
import { loadRequirements } from '../wiring.ts';
import { askingsOf, requirementsOf } from './requirements.ts';

const book = loadRequirements();
const list = (gcode: string, more: Partial<Parameters<typeof requirementsOf>[1]> = {}, qty = '1') => ({
  ...{ direction: 'import' as const, tradeMode: '9610', dutiableValue: '300.00' },
  ...{ items: [{ gcode, country: '110', qty }] },
  ...more,
});
const asked = (...args: Parameters<typeof requirementsOf>) => requirementsOf(...args).map(({ id }) => id);

describe('which agency has to decide about a list', () => {
  test('is nobody for an ordinary purchase', () => {
    expect(asked(book, list('0901210000'), '2026-11-26')).toEqual([]);
  });

  test('is the market regulator for health food, from the first day of the row on', () => {
    expect(asked(book, list('1504200091'), '2026-11-26')).toEqual(['MARKET-HEALTH-FOOD']);
    expect(asked(book, list('1504200091'), '2018-12-31')).toEqual([]);
  });

  test('is postal administration only from so many flasks on, in whatever lines they stand', () => {
    const flask = { gcode: '3303000020', country: '305', qty: '3' };
    expect(asked(book, list('3303000020', {}, '4.99'), '2026-11-26')).toEqual([]);
    expect(asked(book, list('', { items: [flask, { ...flask, qty: 2 }] }), '2026-11-26')).toEqual([
      'POST-FLAMMABLE',
    ]);
    expect(asked(book, list('3303000020', { tradeMode: '1210' }, '9'), '2026-11-26')).toEqual([]);
  });

  test('is another question for what leaves the country than for what comes in', () => {
    const leaves = (gcode: string) =>
      asked(
        book,
        list(gcode, { direction: 'export', items: [{ gcode, country: '502', qty: 1 }] }),
        '2026-11-26',
      );
    expect(leaves('8806210000')).toEqual(['COMMERCE-EXPORT-DRONES']);
    expect(leaves('1504200091')).toEqual([]);
    expect(asked(book, list('8806210000'), '2026-11-26')).toEqual([]);
  });

  test('hangs on the value of the whole list where a row names one, and on nothing that was not worked out', () => {
    expect(asked(book, list('0901210000', { dutiableValue: '5000.01' }), '2026-11-26')).toEqual(['TAX-FULL']);
    expect(asked(book, list('0901210000', { dutiableValue: '5000.00' }), '2026-11-26')).toEqual([]);
    expect(asked(book, list('0901210000', { dutiableValue: null }), '2026-11-26')).toEqual([]);
  });

  test('one agency is asked once, and what an officer has to look at is not decided by the table beside it', () => {
    const both = list('', {
      items: [
        { gcode: '1901101010', qty: '1' },
        { gcode: '1504200091', qty: '1' },
      ],
    });
    expect(askingsOf(requirementsOf(book, both, '2026-11-26'))).toMatchObject([
      { agency: 'market', engine: 'officer', requirements: [{}, {}] },
    ]);
  });
});
