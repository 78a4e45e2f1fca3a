import { describe, expect, test } from 'vitest';
import { parseDecimal } from '#kernel';
import { type Coming, decide, type PassAtGate } from './passage.ts';

const kg = parseDecimal;
const tolerance = { share: kg('0.05'), leastKg: kg('50') };
const pass: PassAtGate = {
  ...{ passNo: 'HF1', state: 'made', plate: '云A·D12345', checkResult: 'none', recalled: [], refused: [] },
  ...{ tareKg: kg('4000'), packingKg: kg('100'), goodsKg: kg('900') },
};
const nobody = () => false;

const at = (coming: Partial<Coming>, more: Partial<PassAtGate> = {}, draws = nobody as () => boolean) =>
  decide({ passNo: 'HF1', plate: '云AD12345', ...coming }, { ...pass, ...more }, tolerance, draws);
const said = (...[coming, more, draws]: Parameters<typeof at>) => {
  const { answer, reasons } = at(coming, more, draws);
  return [answer, ...reasons.map(({ code }) => code)];
};

describe('a vehicle at the gate', () => {
  test('is let through with the pass of its plate, however plates are written', () => {
    expect(said({})).toEqual(['open']);
    expect(said({ plate: '云a d12345' })).toEqual(['open']);
    expect(said({ plate: '云A·D54321' })).toEqual(['stop', 'GATE-VEHICLE']);
  });

  test('is let through once', () => {
    expect(said({}, { state: 'passed' })).toEqual(['stop', 'GATE-PASS-USED']);
    expect(said({}, { state: 'void' })).toEqual(['stop', 'GATE-PASS-VOID']);
    expect(decide({ passNo: 'HF9', plate: '' }, undefined, tolerance, nobody)).toMatchObject({
      answer: 'stop',
      reasons: [{ code: 'GATE-PASS-UNKNOWN' }],
    });
  });

  test('may be off its papers by a share of the whole or by some kilograms, whichever is more', () => {
    expect(said({ weightKg: kg('5250') })).toEqual(['open']);
    expect(said({ weightKg: kg('4750') })).toEqual(['open']);
    expect(said({ weightKg: kg('5250.1') })).toEqual(['stop', 'GATE-WEIGHT']);
    const small = { tareKg: kg('400'), packingKg: kg('0'), goodsKg: kg('0') };
    expect(said({ weightKg: kg('450') }, small)).toEqual(['open']);
    expect(said({ weightKg: kg('349') }, small)).toEqual(['stop', 'GATE-WEIGHT']);
  });

  test('is stopped for a list recalled after its pass was made, and told everything that is wrong', () => {
    const { reasons } = at({ plate: '云B' }, { recalled: ['A1'], refused: ['T1/1 BONDED-BOOK-CLOSED 0'] });
    expect(reasons.map(({ code }) => code)).toEqual(['GATE-VEHICLE', 'GATE-RECALLED', 'GATE-BOOK']);
    expect(reasons[1]?.message.en).toContain('A1');
  });

  test('is drawn once: clear it passes, found it stays', () => {
    const everybody = () => true;
    expect(said({}, {}, everybody)).toEqual(['stop', 'GATE-DRAWN']);
    expect(said({}, { drawn: false }, everybody)).toEqual(['open']);
    expect(said({}, { drawn: true, checkResult: 'clear' })).toEqual(['open']);
    expect(said({}, { drawn: true, checkResult: 'found' })).toEqual(['stop', 'GATE-CHECK-FOUND']);
    expect(at({}, {}, everybody).drawn).toBe(true);
  });
});
