import { describe, expect, test } from 'vitest';
import type { StoredHead } from '#documents';
import { importOrderHandler } from '#orders';
import { testVault } from '../../../platform/vault/testing.ts';
import { again, purchase } from '../../clearance/testing/purchases.ts';
import type { StoredDocument } from '../domain/reception.ts';
import { type IncomingPaper, rowOf, sortPapers, sortWhole, takenOf } from './batch.ts';

const handler = importOrderHandler(async () => new Map());
const sender = { customsCode: '5301960001', name: '平台', roles: ['EBP'] };
const order = purchase(1).order;

const vault = testVault();
let messages = 0;
/** A document on its way in, each in a message of its own. */
function arriving(
  document: { readonly head: object; readonly items: readonly object[] },
  more: Partial<IncomingPaper> = {},
): IncomingPaper {
  messages += 1;
  return {
    handler,
    document,
    prepared: handler.table.prepare(document, vault),
    key: handler.table.keyOf(document.head),
    orderNo: (document.head as { orderNo: string }).orderNo,
    sender,
    messageId: `M${messages}`,
    receivedAt: new Date('2026-11-23T05:00:00Z'),
    findings: [],
    ...more,
  };
}

const sent = (appType: string, minute: number, fields: Readonly<Record<string, string>> = {}) =>
  again(order, { appType, appTime: `2026112310${String(minute).padStart(2, '0')}00`, ...fields });

/** What is on file of an order. */
const filed = (
  document: { readonly head: object; readonly items: readonly object[] },
  more: Partial<StoredHead> = {},
): Map<string, StoredHead> => {
  const { guid, appType, appTime } = document.head as { guid: string; appType: string; appTime: string };
  const { contentHash } = handler.table.prepare(document, vault);
  const head = {
    ...{
      guid,
      appType,
      appTime,
      contentHash,
      deleted: false,
      returnStatus: '120',
      returnInfo: '',
      extra: [],
    },
    ...{ messageId: 'on file', sender: sender.customsCode, sentFor: undefined, receivedAt: new Date(0) },
    parties: document.head as StoredHead['parties'],
  };
  return new Map([[handler.table.keyOf(document.head), { ...head, ...more }]]);
};

const sort = (
  papers: readonly IncomingPaper[],
  stored: ReadonlyMap<string, StoredHead> = new Map(),
  standing?: StoredDocument['standing'],
) => {
  const standings = new Map(
    [...stored.keys()].flatMap((key) => (standing ? [[key, standing] as const] : [])),
  );
  const { outcomes, inserts, replacements } = sortPapers(handler, papers, stored, standings);
  const shown = (changes: typeof inserts) =>
    [...changes.values()].map(({ paper, removed }) => `${removed ? 'removed by ' : ''}${paper.messageId}`);
  return {
    verdicts: outcomes.map(({ verdict, status }) => `${verdict} ${status}`),
    inserts: shown(inserts),
    replacements: shown(replacements),
    outcomes,
  };
};

describe('documents of one number in one batch', () => {
  test('new, then changed: one document is written, as the change leaves it', () => {
    const papers = [arriving(sent('1', 0)), arriving(sent('2', 1, { note: '改' }))];
    const { verdicts, inserts, replacements } = sort(papers);
    expect(verdicts).toEqual(['accepted 120', 'accepted 120']);
    expect(inserts).toEqual([papers[1]?.messageId]);
    expect(replacements).toEqual([]);
  });

  test('new, changed and deleted: the deletion is what stays on file', () => {
    const papers = [arriving(sent('1', 0)), arriving(sent('2', 1, { note: '改' })), arriving(sent('3', 2))];
    const { verdicts, inserts } = sort(papers);
    expect(verdicts).toEqual(['accepted 120', 'accepted 120', 'accepted 120']);
    expect(inserts).toEqual([`removed by ${papers[2]?.messageId}`]);
  });

  test('the same twice: the second is a repeat and is not written', () => {
    const first = arriving(sent('1', 0));
    const { verdicts, inserts } = sort([first, arriving(sent('1', 0))]);
    expect(verdicts).toEqual(['accepted 120', 'repeated 120']);
    expect(inserts).toEqual([first.messageId]);
  });

  test('two of other content: the second is refused, its number exists', () => {
    const first = arriving(sent('1', 0));
    const { verdicts, inserts, outcomes } = sort([first, arriving(sent('1', 1, { note: '另一单' }))]);
    expect(verdicts).toEqual(['accepted 120', `refused ${handler.codes.exists}`]);
    expect(outcomes[1]?.findings.map(({ code }) => code)).toEqual(['EXCHANGE-EXISTS']);
    expect(inserts).toEqual([first.messageId]);
  });

  test('a change that comes before what it changes is refused, and does not keep that out', () => {
    const papers = [arriving(sent('2', 1, { note: '改' })), arriving(sent('1', 0))];
    const { verdicts, inserts } = sort(papers);
    expect(verdicts).toEqual([`refused ${handler.codes.notFound}`, 'accepted 120']);
    expect(inserts).toEqual([papers[1]?.messageId]);
  });

  test('changes out of order: the newest stays, the older one is refused as old', () => {
    const papers = [arriving(sent('2', 5, { note: '新' })), arriving(sent('2', 3, { note: '旧' }))];
    const { verdicts, inserts, replacements } = sort(papers, filed(order));
    expect(verdicts).toEqual(['accepted 120', `refused ${handler.codes.stale}`]);
    expect({ inserts, replacements }).toEqual({ inserts: [], replacements: [papers[0]?.messageId] });
  });

  test('saved and then declared: the declared one stays', () => {
    const papers = [arriving(sent('1', 0, { appStatus: '1' })), arriving(sent('1', 1, { appStatus: '2' }))];
    const { verdicts, inserts } = sort(papers);
    expect(verdicts).toEqual(['accepted 1', 'accepted 120']);
    expect(inserts).toEqual([papers[1]?.messageId]);
  });

  test('one with findings is refused under the standard’s code and says each finding; the others are taken', () => {
    const wrong = (path: string) => ({
      ...{ code: 'CEB-CONDITION', level: 'field' as const, path },
      message: { zh: '有误', en: 'wrong' },
      remedy: { zh: '改正', en: 'mend' },
    });
    const { verdicts, outcomes } = sort([
      arriving(sent('1', 0), { findings: [wrong('freight'), wrong('discount')], returnCode: '-301002' }),
      arriving(sent('1', 0), { findings: [wrong('freight')] }),
      arriving(sent('1', 0)),
    ]);
    expect(verdicts).toEqual(['refused -301002', `refused ${handler.codes.invalid}`, 'accepted 120']);
    expect(outcomes[0]?.info).toBe('[Code:-301002;Desc:freight: 有误; discount: 有误]');
  });

  test('the text of a refusal is never longer than a receipt holds', () => {
    const endless = {
      ...{ code: 'X', level: 'field' as const, path: 'note' },
      message: { zh: '很长'.repeat(2_000), en: 'long' },
      remedy: { zh: '', en: '' },
    };
    const { outcomes } = sort([arriving(order, { findings: [endless] })]);
    expect([...(outcomes[0]?.info ?? '')].length).toBeLessThanOrEqual(1_000);
  });
});

describe('a version in whose place another comes', () => {
  const told = (superseded: readonly { messageId: string; appType: string }[]) =>
    superseded.map(({ messageId, appType }) => `${appType} ${messageId}`);

  test('is told of with the message that keeps it: the one on file, then each within the batch', () => {
    const papers = [arriving(sent('2', 5, { note: '一' })), arriving(sent('3', 6))];
    const { superseded } = sortPapers(handler, papers, filed(order), new Map());
    expect(told(superseded)).toEqual(['1 on file', `2 ${papers[0]?.messageId}`]);
    expect(superseded[0]).toMatchObject({ root: 'CEB311Message', sender: sender.customsCode });
  });

  test('is told of too where it came new in the same batch; repeats and refusals take no place', () => {
    const papers = [arriving(sent('1', 0)), arriving(sent('1', 0)), arriving(sent('2', 1, { note: '改' }))];
    const { superseded } = sortPapers(handler, [...papers, arriving(sent('1', 9))], new Map(), new Map());
    expect(told(superseded)).toEqual([`1 ${papers[0]?.messageId}`]);
  });
});

describe('a document whose number is on file', () => {
  test.each([
    ['open', 'accepted 120'],
    ['locked', `refused ${handler.codes.locked}`],
    ['returned', 'accepted 120'],
  ] as const)('and %s: a later change is %s', (standing, verdict) => {
    expect(sort([arriving(sent('2', 9, { note: '改' }))], filed(order), standing).verdicts).toEqual([
      verdict,
    ]);
  });

  test('and only saved may be sent anew, even if a judged list rests on its order', () => {
    const saved = filed(sent('1', 0, { appStatus: '1' }), { returnStatus: '1' });
    expect(sort([arriving(sent('1', 1))], saved, 'locked').verdicts).toEqual(['accepted 120']);
  });
});

test('the row of a change says who sent it, in which message, and what was answered', () => {
  const paper = arriving(sent('3', 1));
  expect(rowOf({ paper, removed: true }, ['B1'])).toMatchObject({
    sender: '5301960001',
    messageId: paper.messageId,
    receivedAt: '2026-11-23T05:00:00.000Z',
    returnStatus: '120',
    deleted: true,
    extra: ['B1'],
  });
});

test('listeners are told of a removal as such, whether it replaces or is the first of its number', () => {
  const paper = arriving(sent('3', 1));
  expect(takenOf({ paper, removed: true }, 'insert', []).act).toBe('remove');
  expect(takenOf({ paper, removed: false }, 'replace', []).act).toBe('replace');
});

describe('messages that are handed on whole', () => {
  const other = purchase(2).order;
  const whole = (papers: readonly IncomingPaper[], stored: ReadonlyMap<string, StoredHead> = new Map()) =>
    sortWhole(handler, papers, stored, new Map()).outcomes.map(({ verdict, findings }) => [
      verdict,
      ...findings.map(({ code }) => code),
    ]);

  test('are taken in no part where one of their documents is refused, and others are not touched', () => {
    const lost = again(other, { appType: '2' });
    const papers = [
      arriving(order, { messageId: 'A' }),
      arriving(lost, { messageId: 'A' }),
      arriving(purchase(3).order, { messageId: 'B' }),
    ];
    expect(whole(papers)).toEqual([
      ['refused', 'EXCHANGE-WHOLE'],
      ['refused', 'EXCHANGE-NOT-FOUND'],
      ['accepted'],
    ]);
  });

  test('cost no more than their number, however each rests on the one before', () => {
    let accepted = 0;
    const counting = {
      ...handler,
      accepted: (head: object) => {
        accepted += 1;
        return handler.accepted(head);
      },
    };
    const numbered = (i: number, appType: string) =>
      again(order, {
        orderNo: `CHAIN-${i}`,
        appType,
        appTime: `2026112310${appType === '1' ? '00' : '30'}00`,
      });
    const papers = [arriving(again(other, { appType: '2' }), { messageId: 'C0' })];
    for (let i = 0; i < 200; i += 1) {
      papers.push(arriving(numbered(i, '1'), { messageId: `C${i}` }));
      papers.push(arriving(numbered(i, '2'), { messageId: `C${i + 1}` }));
    }
    const { outcomes } = sortWhole(counting, papers, new Map(), new Map());
    expect(new Set(outcomes.map(({ verdict }) => verdict))).toEqual(new Set(['refused']));
    expect(accepted).toBeLessThan(papers.length * 2);
  });

  test('a change of what is therefore not taken finds nothing to change', () => {
    const papers = [
      arriving(order, { messageId: 'A' }),
      arriving(again(other, { appType: '2' }), { messageId: 'A' }),
      arriving(sent('2', 30), { messageId: 'B' }),
    ];
    expect(whole(papers)[2]).toEqual(['refused', 'EXCHANGE-NOT-FOUND']);
  });

  test('a repeat in such a message is answered as a repeat', () => {
    const papers = [
      arriving(order, { messageId: 'A' }),
      arriving(again(other, { appType: '2' }), { messageId: 'A' }),
    ];
    expect(whole(papers, filed(order))[0]).toEqual(['repeated']);
  });
});

describe('what an agency has sent back', () => {
  test.each(['4', '100', '-301008'])('may be declared anew after status %s', (returnStatus) => {
    const stored = filed(order, { returnStatus });
    const anew = arriving(sent('1', 40, { note: '改' }));
    expect(sort([anew], stored, 'locked').outcomes[0]?.verdict).toBe('accepted');
  });
});
