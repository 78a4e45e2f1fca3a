import { describe, expect, it } from 'vitest';
import { type Candidate, documentOf } from './match.ts';

const list = (more: Partial<Candidate> = {}): Candidate => ({
  sender: 'A',
  messageId: '01',
  place: 0,
  key: 'D1 P1',
  named: { copNo: 'C1', agentCode: 'A', ebpCode: 'P1' },
  taken: true,
  ...more,
});

describe('the document a receipt speaks of', () => {
  it('is the one whose numbers and codes it repeats', () => {
    const own = list();
    const others = list({ key: 'D2 P1', named: { copNo: 'C1', agentCode: 'B', ebpCode: 'P1' } });
    expect(documentOf({ copNo: 'C1', agentCode: 'A' }, [others, own])).toEqual({ found: own });
  });

  it('is the last version sent, and none that was never sent', () => {
    const [first, second] = [list(), list({ messageId: '02' })];
    const third = list({ messageId: '03', taken: false });
    expect(documentOf({ copNo: 'C1' }, [first, second, third])).toEqual({ found: second });
  });

  it('is found where the receipt leaves out codes, and pads those it has', () => {
    expect(documentOf({ copNo: ' C1 ', agentCode: '' }, [list()]).found).toBeDefined();
  });

  it.each([
    ['nobody has sent', { copNo: 'C1' }, [list({ taken: false })], 'unknown'],
    ['nobody knows', { copNo: 'C9' }, [], 'unknown'],
    ['another firm’s codes name', { copNo: 'C1', agentCode: 'X' }, [list()], 'contradiction'],
    ['two lists may be', { copNo: 'C1' }, [list(), list({ key: 'D2 P1' })], 'several'],
  ])('is not guessed where it is one that %s', (_what, receipt, candidates, why) => {
    expect(documentOf(receipt, candidates)).toEqual({ found: undefined, why });
  });
});
