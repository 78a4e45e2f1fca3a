import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../check/check.ts';
import { decode } from '../decode/decode.ts';
import { encode } from '../encode/encode.ts';
import { exampleMessage } from '../examples/example.ts';
import type { CebMessage } from '../types.ts';
import { cutMessage } from './cut-message.ts';
import { joinParts } from './join-parts.ts';
import { documentsOf, type Fields, type SplitMessage, type SplitRoot } from './split-message.ts';

const ROOTS: readonly SplitRoot[] = [
  'CEB507Message',
  'CEB509Message',
  'CEB607Message',
  'CEB701Message',
  'CEB792Message',
];

/** GUIDs one after another, so that every test has its own. */
function guids(): () => string {
  let given = 0;
  return () => `00000000-0000-4000-8000-${String(++given).padStart(12, '0')}`;
}

/** An unsigned example with so many items, and with changes to its head. */
function whole(root: SplitRoot, items: number, head: Fields = {}): SplitMessage {
  const { signature: _, ...message } = exampleMessage(root);
  const [document] = documentsOf(message as SplitMessage);
  const sample = document?.items[0] ?? {};
  const numbered = Array.from({ length: items }, (_, place) => ({
    ...sample,
    ...('gnum' in sample ? { gnum: place + 1 } : {}),
    ...('gseqno' in sample ? { gseqno: place + 1 } : {}),
    ...('logisticsNo' in sample ? { logisticsNo: `W${place + 1}` } : {}),
    ...(root === 'CEB701Message' ? { invtNo: `29242026E${String(place).padStart(9, '0')}` } : {}),
  }));
  const documents = [{ head: { ...document?.head, ...head }, items: numbered }];
  return { ...message, documents } as unknown as SplitMessage;
}

const least = (root: SplitRoot): number => (['CEB509Message', 'CEB607Message'].includes(root) ? 1 : 0);
const codes = (parts: readonly SplitMessage[]): string[] => joinParts(parts).findings.map(({ code }) => code);

describe('a split message', () => {
  it('cut and joined again in any order is the same message', () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...ROOTS)
          .chain((root) => fc.tuple(fc.constant(root), fc.integer({ min: least(root), max: 40 }))),
        fc.integer({ min: 1, max: 45 }),
        fc.array(fc.nat(), { minLength: 45, maxLength: 45 }),
        ([root, items], mostItems, order) => {
          const message = whole(root, items);
          const parts = cutMessage(message, mostItems, guids());
          expect(parts).toHaveLength(Math.max(1, Math.ceil(items / mostItems)));
          const shuffled = parts
            .map((part, place) => [order[place] ?? 0, part] as const)
            .sort(([one], [other]) => one - other)
            .map(([, part]) => part);
          expect(joinParts(shuffled)).toEqual({ wholes: [message], findings: [] });
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each(ROOTS)('%s is cut into sound parts, numbered from 1, each with a GUID of its own', (root) => {
    const parts = cutMessage(whole(root, 7, { appStatus: '1' }), 3, guids());
    const heads = parts.map((part) => documentsOf(part)[0]?.head ?? {});
    expect(heads.map(({ msgCount, msgSeqNo }) => [msgSeqNo, msgCount])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    expect(parts.map((part) => documentsOf(part)[0]?.items.length)).toEqual([3, 3, 1]);
    expect(
      new Set([...parts.map(({ guid }) => guid), ...heads.map(({ guid }) => guid)]).size,
    ).toBeGreaterThanOrEqual(5);
    for (const part of parts) {
      const { findings, message } = decode(new TextEncoder().encode(encode(part as CebMessage)));
      expect(findings).toEqual([]);
      expect(check(message as CebMessage)).toEqual([]);
    }
  });

  it('loses its signature, which held for the whole only', () => {
    const signed = exampleMessage('CEB507Message');
    expect(signed.signature).toBeDefined();
    const [part] = cutMessage(signed, 10, guids());
    expect(part).not.toHaveProperty('signature');
  });

  it('of several documents becomes parts of each, and one whole of each', () => {
    const one = whole('CEB509Message', 3, { copNo: 'D1' });
    const other = whole('CEB509Message', 4, { copNo: 'D2' });
    const both = { ...one, documents: [...one.documents, ...other.documents] } as SplitMessage;
    const parts = cutMessage(both, 2, guids());
    expect(parts).toHaveLength(4);
    const { wholes, findings } = joinParts(parts.toReversed());
    expect(findings).toEqual([]);
    expect(wholes.map((message) => documentsOf(message)[0]?.head.copNo).sort()).toEqual(['D1', 'D2']);
    expect(wholes.map((message) => documentsOf(message)[0]?.items.length).sort()).toEqual([3, 4]);
  });

  it('is not cut into nothing, nor when it is itself a part', () => {
    const message = whole('CEB607Message', 3);
    for (const mostItems of [0, -1, 1.5, Number.NaN]) {
      expect(() => cutMessage(message, mostItems, guids())).toThrow(RangeError);
    }
    const [part] = cutMessage(message, 2, guids());
    expect(() => cutMessage(part as SplitMessage, 2, guids())).toThrow(/part 1 of 2/);
  });
});

describe('parts that do not fit', () => {
  const parts = cutMessage(whole('CEB607Message', 10), 2, guids());
  const changed = (place: number, head: Fields): SplitMessage[] =>
    parts.map((part, at) => {
      const [document] = documentsOf(part);
      return at === place
        ? ({
            ...part,
            documents: [{ ...document, head: { ...document?.head, ...head } }],
          } as unknown as SplitMessage)
        : part;
    });

  it('with a gap wait for what is missing', () => {
    const { wholes, findings } = joinParts([parts[4], parts[0]] as SplitMessage[]);
    expect(wholes).toEqual([]);
    expect(findings).toMatchObject([
      {
        code: 'CEB-PART-MISSING',
        path: 'WayBill/WayBillHead/msgSeqNo',
        message: { en: expect.stringContaining('3 of 5 parts are missing: 2–4') },
      },
    ]);
    expect(codes([parts[0], parts[1], parts[3], parts[4]] as SplitMessage[])).toEqual(['CEB-PART-MISSING']);
  });

  it('that come twice count once', () => {
    const { wholes, findings } = joinParts([...parts, parts[2] as SplitMessage]);
    expect(wholes).toEqual([whole('CEB607Message', 10)]);
    expect(findings).toMatchObject([
      { code: 'CEB-PART-REPEATED', message: { en: expect.stringContaining('part 3') } },
    ]);
    const again = { ...(parts[2] as SplitMessage), guid: guids()() };
    expect(joinParts([...parts, again]).wholes).toHaveLength(1);
  });

  it('that come twice with other content make no whole', () => {
    const [document] = documentsOf(parts[2] as SplitMessage);
    const items = document?.items.slice(1);
    const other = {
      ...(parts[2] as SplitMessage),
      documents: [{ ...document, items }],
    } as unknown as SplitMessage;
    expect(joinParts([...parts, other])).toMatchObject({
      wholes: [],
      findings: [{ code: 'CEB-PART-REPEATED' }],
    });
  });

  it('that disagree about the head or the count make no whole', () => {
    expect(joinParts(changed(3, { billNo: 'B2', note: 'x' }))).toMatchObject({
      wholes: [],
      findings: [
        {
          code: 'CEB-PART-DIFFERS',
          message: { en: expect.stringContaining('part 4 differs from part 1 in billNo, note') },
        },
      ],
    });
    expect(codes(changed(3, { msgCount: 6 }))).toEqual(['CEB-PART-DIFFERS']);
    expect(joinParts(changed(3, { appTime: '20260701235959' })).findings).toEqual([]);
  });

  it('numbered outside of the count make no whole', () => {
    expect(codes(changed(4, { msgSeqNo: 6 }))).toEqual(['CEB-PART-OUTSIDE', 'CEB-PART-MISSING']);
    expect(codes(changed(0, { msgSeqNo: 0 }))).toEqual(['CEB-PART-OUTSIDE', 'CEB-PART-MISSING']);
  });

  it('of another whole are another matter', () => {
    expect(codes(changed(3, { copNo: 'OTHER' }))).toEqual(['CEB-PART-MISSING', 'CEB-PART-MISSING']);
  });

  it('of a count without end are named in few words', () => {
    const [part] = changed(0, { msgCount: 999_999_999 });
    const [finding] = joinParts([part as SplitMessage]).findings;
    expect(finding?.message.en).toContain('999999998 of 999999999 parts are missing: 2–999999999');
    expect(joinParts([])).toEqual({ wholes: [], findings: [] });
  });
});
