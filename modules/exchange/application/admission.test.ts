import { describe, expect, test } from 'vitest';
import { Admission } from './admission.ts';

describe('the access point lets messages in', () => {
  test('while their bytes together stay within the limit, and again when some are answered', () => {
    const admission = new Admission({ bytes: 100, waiting: 10 }, { depth: 0 });
    const first = admission.admit(60);
    expect(admission.admit(41)).toBeUndefined();
    expect(admission.admit(40)).toBeDefined();
    expect(admission.admit(1)).toBeUndefined();
    first?.();
    first?.();
    expect(admission.admit(61)).toBeUndefined();
    expect(admission.admit(60)).toBeDefined();
  });

  test('one alone, even if it is larger than the limit', () => {
    const admission = new Admission({ bytes: 100, waiting: 10 }, { depth: 0 });
    expect(admission.admit(1_000)).toBeDefined();
    expect(admission.admit(1)).toBeUndefined();
  });

  test('while not too many wait for their commit', () => {
    const inbox = { depth: 9 };
    const admission = new Admission({ bytes: 100, waiting: 10 }, inbox);
    expect(admission.admit(1)).toBeDefined();
    inbox.depth = 10;
    expect(admission.admit(1)).toBeUndefined();
  });
});
