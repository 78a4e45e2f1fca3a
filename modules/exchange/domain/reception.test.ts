import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type IncomingDocument, type Reception, receive, type StoredDocument } from './reception.ts';

const codes = { exists: 'EXISTS', notFound: 'NONE', stale: 'OLD', locked: 'LOCKED', invalid: 'INVALID' };

const NOON = '20261123120000';
const LATER = '20261123120001';
const EARLIER = '20261123115959';
const onFile: StoredDocument = {
  guid: 'G1',
  appTime: NOON,
  contentHash: 'same',
  deleted: false,
  returnStatus: '120',
  returnInfo: 'as answered before',
  standing: 'open',
};

/** What may be on file under a business key. */
const files = {
  nothing: undefined,
  open: onFile,
  locked: { ...onFile, standing: 'locked' },
  returned: { ...onFile, standing: 'returned' },
  deleted: { ...onFile, deleted: true },
} as const satisfies Record<string, StoredDocument | undefined>;

/** What may come in beside it: the same content or other, under the same guid or another, later or not. */
const arrivals = {
  'the same message': { guid: 'G1', appTime: NOON, contentHash: 'same' },
  'the same, sent later': { guid: 'G2', appTime: LATER, contentHash: 'same' },
  'other, later': { guid: 'G2', appTime: LATER, contentHash: 'other' },
  'other, at the same time': { guid: 'G2', appTime: NOON, contentHash: 'other' },
  'other, older': { guid: 'G2', appTime: EARLIER, contentHash: 'other' },
} as const;

const kinds = { new: '1', change: '2', delete: '3' } as const;

const inShort = (reception: Reception): string =>
  reception.act === 'refuse' ? reception.status : reception.act;

/** appType × on file × what comes in; capitals are the codes of the refusal. */
const table: Readonly<Record<keyof typeof kinds, Readonly<Record<keyof typeof files, readonly string[]>>>> = {
  new: {
    //          the same,  the same later, other later, other same time, other older
    nothing: ['insert', 'insert', 'insert', 'insert', 'insert'],
    open: ['repeat', 'repeat', 'EXISTS', 'EXISTS', 'EXISTS'],
    locked: ['repeat', 'repeat', 'EXISTS', 'EXISTS', 'EXISTS'],
    returned: ['repeat', 'replace', 'replace', 'OLD', 'OLD'],
    deleted: ['repeat', 'replace', 'replace', 'OLD', 'OLD'],
  },
  change: {
    nothing: ['NONE', 'NONE', 'NONE', 'NONE', 'NONE'],
    open: ['repeat', 'replace', 'replace', 'OLD', 'OLD'],
    locked: ['repeat', 'LOCKED', 'LOCKED', 'LOCKED', 'LOCKED'],
    returned: ['repeat', 'replace', 'replace', 'OLD', 'OLD'],
    deleted: ['NONE', 'NONE', 'NONE', 'NONE', 'NONE'],
  },
  delete: {
    nothing: ['NONE', 'NONE', 'NONE', 'NONE', 'NONE'],
    open: ['OLD', 'remove', 'remove', 'OLD', 'OLD'],
    locked: ['LOCKED', 'LOCKED', 'LOCKED', 'LOCKED', 'LOCKED'],
    returned: ['OLD', 'remove', 'remove', 'OLD', 'OLD'],
    deleted: ['repeat', 'repeat', 'NONE', 'NONE', 'NONE'],
  },
};

describe.each(Object.entries(table))('a document sent as %s', (kind, rows) => {
  test.each(Object.entries(rows))('with its number %s on file', (file, expected) => {
    const appType = kinds[kind as keyof typeof kinds];
    const stored = files[file as keyof typeof files];
    const answers = Object.values(arrivals).map((arrival) =>
      inShort(receive(stored, { ...arrival, appType }, codes)),
    );
    expect(Object.fromEntries(Object.keys(arrivals).map((name, i) => [name, answers[i]]))).toEqual(
      Object.fromEntries(Object.keys(arrivals).map((name, i) => [name, expected[i]])),
    );
  });
});

test('a repeat gets the answer the document has had', () => {
  const again = receive(onFile, { ...arrivals['the same message'], appType: '1' }, codes);
  expect(again).toEqual({ act: 'repeat', status: '120', info: 'as answered before' });
});

test('a refusal says in both languages why, and what to do', () => {
  const refusals = [
    receive(onFile, { ...arrivals['other, later'], appType: '1' }, codes),
    receive(undefined, { ...arrivals['other, later'], appType: '2' }, codes),
    receive(onFile, { ...arrivals['other, older'], appType: '2' }, codes),
    receive(files.locked, { ...arrivals['other, later'], appType: '3' }, codes),
  ];
  const found = refusals.map((refusal) => (refusal.act === 'refuse' ? refusal.finding : undefined));
  expect(found.map((finding) => finding?.code)).toEqual([
    'EXCHANGE-EXISTS',
    'EXCHANGE-NOT-FOUND',
    'EXCHANGE-STALE',
    'EXCHANGE-LOCKED',
  ]);
  for (const finding of found) {
    for (const text of [finding?.message, finding?.remedy]) {
      expect(text?.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(text?.en).toMatch(/[a-z]{3}/);
    }
  }
});

const stamp = fc.integer({ min: 0, max: 5 }).map((second) => `2026112312000${second}`);
const incoming: fc.Arbitrary<IncomingDocument> = fc.record({
  guid: fc.constantFrom('G1', 'G2', 'G3'),
  appType: fc.constantFrom('1', '2', '3'),
  appTime: stamp,
  contentHash: fc.constantFrom('same', 'other', 'third'),
});
const stored: fc.Arbitrary<StoredDocument> = fc.record({
  guid: fc.constantFrom('G1', 'G2', 'G3'),
  appTime: stamp,
  contentHash: fc.constantFrom('same', 'other', 'third'),
  deleted: fc.boolean(),
  returnStatus: fc.constant('2'),
  returnInfo: fc.constant(''),
  standing: fc.constantFrom('open', 'locked', 'returned'),
});

const writes = ({ act }: Reception): boolean => act === 'insert' || act === 'replace' || act === 'remove';

describe('whatever is on file and whatever comes', () => {
  test('an older message never takes the place of a newer one', () => {
    fc.assert(
      fc.property(stored, incoming, (file, document) => {
        if (writes(receive(file, document, codes))) expect(document.appTime > file.appTime).toBe(true);
      }),
    );
  });

  test('what a judged list rests on is never written over', () => {
    fc.assert(
      fc.property(stored, incoming, (file, document) => {
        const locked = { ...file, deleted: false, standing: 'locked' } as const;
        expect(writes(receive(locked, document, codes))).toBe(false);
      }),
    );
  });

  test('the same message sent once more is a repeat and changes nothing', () => {
    fc.assert(
      fc.property(fc.option(stored, { nil: undefined }), incoming, (file, document) => {
        const first = receive(file, document, codes);
        if (!writes(first)) return;
        const after: StoredDocument = {
          ...document,
          deleted: first.act === 'remove',
          returnStatus: '2',
          returnInfo: 'taken',
          standing: 'open',
        };
        const again = receive(after, document, codes);
        // A deletion on file carries the deletion's own guid and content; a new one on nothing stays new.
        expect(again).toEqual({ act: 'repeat', status: '2', info: 'taken' });
      }),
    );
  });

  test('what stands under a number only ever grows newer, whatever is sent in whatever order', () => {
    fc.assert(
      fc.property(fc.array(incoming, { maxLength: 20 }), (documents) => {
        let file: StoredDocument | undefined;
        for (const document of documents) {
          const reception = receive(file, document, codes);
          if (!writes(reception)) continue;
          expect(document.appTime > (file?.appTime ?? '')).toBe(true);
          file = {
            ...document,
            deleted: reception.act === 'remove',
            returnStatus: '2',
            returnInfo: '',
            standing: 'open',
          };
        }
      }),
    );
  });
});
