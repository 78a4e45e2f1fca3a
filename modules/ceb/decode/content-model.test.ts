import { describe, expect, it } from 'vitest';
import { AT_START, contentModel, expected, mayEnd, step } from './content-model.ts';

/** Whether a row of elements fits a model; `x:` marks a foreign element, `0:` one without namespace. */
function fits(notation: string, row: string): boolean {
  const model = contentModel(notation);
  let state: number | undefined = AT_START;
  for (const element of row.split(' ').filter((one) => one !== '')) {
    const namespace = element.startsWith('x:') ? 'foreign' : element.startsWith('0:') ? 'none' : 'own';
    state = step(model, state, element.replace(/^.:/, ''), namespace);
    if (state === undefined) return false;
  }
  return mayEnd(model, state);
}

describe('a content model', () => {
  it.each([
    ['A,B,C?', 'A B', true],
    ['A,B,C?', 'A B C', true],
    ['A,B,C?', 'A C', false],
    ['A,B,C?', 'A B C C', false],
    ['A+', '', false],
    ['A+', 'A A A', true],
    ['', '', true],
    ['', 'A', false],
    ['(A|B|#other)+', 'B x:z A', true],
    ['(A|B|#other)+', '0:z', false],
    ['(A|B|#other)+', 'C', false],
    ['#any*', '0:a x:b C', true],
    ['(P,Q)?,G?,Y,J?,(S,N)?', 'Y', true],
    ['(P,Q)?,G?,Y,J?,(S,N)?', 'P Q G Y J S N', true],
    ['(P,Q)?,G?,Y,J?,(S,N)?', 'P G Y', false],
    ['(K,L?,#other*)|(L,#other*)', 'K L x:a x:b', true],
    ['(K,L?,#other*)|(L,#other*)', 'L K', false],
    ['(S,#other?)+', 'S S x:a S', true],
    ['(S,#other?)+', 'S x:a x:a', false],
  ])('%s against "%s": %s', (notation, row, fit) => {
    expect(fits(notation, row)).toBe(fit);
  });

  it('says what may stand next', () => {
    const model = contentModel('(A|B)+,C');
    expect(expected(model, AT_START)).toEqual(['A', 'B']);
    expect(expected(model, step(model, AT_START, 'A', 'own') ?? -1)).toEqual(['A', 'B', 'C']);
  });
});
