import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, until } from '../../clearance/testing/house.ts';
import { purchase } from '../../clearance/testing/purchases.ts';
import type { FullDossier } from '../../matching/testing/clean-dossier.ts';
import type { PaperKind } from '../domain/kinds.ts';
import type { DraftView } from '../http/draft-schemas.ts';
import { clerkOf, openEntryHouse } from '../testing/entry-house.ts';
import { beginDraft, draftFor, handDraftIn, listDrafts, throwAway, writeDraft } from './drafts.ts';
import { formOf } from './forms.ts';
import { listHistory } from './history.ts';
import type { EntryPorts } from './ports.ts';

const platform = '5301960001';
const seller = '5301960002';
const payer = '5301960003';
const carrier = '5301960004';
const broker = '5301980005';

let house: House;
let ports: EntryPorts;
beforeAll(async () => {
  ({ house, ports } = await openEntryHouse());
});
afterAll(async () => {
  expect(house.faults).toEqual([]);
  await house.close();
});

const textsOf = (record: object) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, String(value)]));

/** What somebody types of a paper. */
function typed(dossier: FullDossier, kind: PaperKind) {
  const { guid, appTime, appType, appStatus, ...head } = textsOf(dossier[kind].head);
  const items = (dossier[kind].items as object[]).map((item) => {
    const { gnum, ...line } = textsOf(item);
    return line;
  });
  return { head, items, keep: {} };
}

const keyOf = ({ declaration: { head } }: FullDossier) => ({ orderNo: head.orderNo, ebpCode: head.ebpCode });
const begin = (
  kind: PaperKind,
  by: string,
  as?: 'change' | 'again' | 'copy' | 'order',
  dossier?: FullDossier,
) =>
  beginDraft(ports, clerkOf(by), {
    kind,
    ...(as && dossier ? { from: { as, key: keyOf(dossier) } } : {}),
  });

/** Saves what is written, and hands it in. */
async function send(draft: DraftView, by: string, content: Parameters<typeof writeDraft>[4], declare = true) {
  const { revision } = await writeDraft(ports, clerkOf(by), draft.draftId, draft.revision, content);
  return handDraftIn(ports, clerkOf(by), draft.draftId, revision, declare);
}

describe('a purchase that is typed', () => {
  test('paper by paper goes the way of messages, and its list is released', async () => {
    const dossier = purchase(1);
    for (const [kind, by] of [
      ['order', platform],
      ['payment', payer],
      ['waybill', carrier],
      ['declaration', broker],
    ] as const) {
      const answer = await send(await begin(kind, by), by, typed(dossier, kind));
      expect([kind, answer.verdict, answer.findings]).toEqual([kind, 'accepted', []]);
    }
    const { orderNo } = keyOf(dossier);
    const released = `select count(*) from clearance.decision where order_no = '${orderNo}' and outcome = 'released'`;
    await until(async () => (await house.count(released)) === 1);
    expect((await listDrafts(ports, clerkOf(broker))).drafts).toEqual([]);
  });

  test('its payment and list begin with what the order says, its persons kept and shown masked', async () => {
    const dossier = purchase(2);
    await house.file([dossier], ['order', 'payment', 'waybill']);
    const draft = await begin('declaration', seller, 'order', dossier);
    expect(draft.head).toMatchObject({ ebcCode: seller, orderNo: keyOf(dossier).orderNo });
    expect(draft.keep).toMatchObject({ buyerName: 'order', buyerIdNumber: 'order' });
    expect(draft.shown.buyerName).toBe('王*');
    expect(JSON.stringify(draft)).not.toContain(dossier.order.head.buyerIdNumber);
    const { head, items } = typed(dossier, 'declaration');
    const persons = Object.keys(draft.keep);
    const rest = Object.fromEntries(Object.entries(head).filter(([name]) => !persons.includes(name)));
    const answer = await send(draft, seller, { head: rest, items, keep: draft.keep });
    expect([answer.verdict, answer.findings]).toEqual(['accepted', []]);
    await expect(begin('declaration', broker, 'order', purchase(99))).rejects.toMatchObject({
      code: 'DOCUMENT-NOT-FOUND',
    });
  });
});

describe('a list that is changed by hand', () => {
  test('is opened as it stands, and what is not written of its buyer stays', async () => {
    const dossier = purchase(10);
    await house.file([dossier], ['declaration']);
    const draft = await begin('declaration', broker, 'change', dossier);
    expect(draft).toMatchObject({ appType: '2', head: { freight: '20' } });
    const { head, items, keep } = draft;
    const answer = await send(draft, broker, { head: { ...head, freight: '30' }, items, keep });
    expect(answer).toMatchObject({ verdict: 'accepted', findings: [] });
    const { versions } = await listHistory(ports, broker, keyOf(dossier));
    expect(versions[0]).toMatchObject({ appType: '2', typedBy: '张经办' });
    expect(versions[0]?.changes.map(({ name }) => name)).toEqual(['freight']);
  });

  test('that was refused is declared anew, and only saved where that is wished for', async () => {
    const dossier = purchase(11);
    dossier.declaration.head.freight = '21';
    await house.file([dossier]);
    const refused = `select count(*) from clearance.decision where order_no = '${keyOf(dossier).orderNo}'`;
    await until(async () => (await house.count(refused)) === 1);
    const draft = await begin('declaration', broker, 'again', dossier);
    const { items, keep } = draft;
    const mended = { head: { ...draft.head, freight: '20' }, items, keep };
    expect(await send(draft, broker, mended, false)).toMatchObject({ verdict: 'accepted', status: '1' });
    const { versions } = await listHistory(ports, broker, keyOf(dossier));
    expect([versions[0]?.appType, versions[0]?.saved]).toEqual(['1', true]);
  });

  test('is somebody else’s for a stranger', async () => {
    const dossier = purchase(12);
    await house.file([dossier], ['declaration']);
    await expect(begin('declaration', carrier, 'change', dossier)).rejects.toMatchObject({
      code: 'DOCUMENT-NOT-FOUND',
    });
  });
});

describe('a draft', () => {
  test('is saved on top of what was seen, and by nobody who has not seen the last', async () => {
    const draft = await begin('order', platform);
    const content = { head: { orderNo: 'D1', buyerName: '张三丰' }, items: [], keep: {} };
    const { revision } = await writeDraft(ports, clerkOf(platform), draft.draftId, 1, content);
    await expect(writeDraft(ports, clerkOf(platform), draft.draftId, 1, content)).rejects.toMatchObject({
      code: 'CHANGED-MEANWHILE',
    });
    expect(revision).toBe(2);
    expect(await draftFor(ports, clerkOf(platform), draft.draftId)).toMatchObject({
      orderNo: 'D1',
      head: content.head,
    });
    await throwAway(ports, clerkOf(platform), draft.draftId);
    await expect(draftFor(ports, clerkOf(platform), draft.draftId)).rejects.toMatchObject({
      code: 'DRAFT-NOT-FOUND',
    });
  });

  test('is its writer’s alone: a colleague finds none', async () => {
    const { draftId } = await begin('order', platform);
    const colleague = { ...clerkOf(platform), id: '00000000-0000-4000-8000-00000000000d' };
    await expect(draftFor(ports, colleague, draftId)).rejects.toMatchObject({ code: 'DRAFT-NOT-FOUND' });
    expect((await listDrafts(ports, colleague)).drafts).toEqual([]);
  });

  test('that is refused stays, and tells every finding', async () => {
    const draft = await begin('payment', payer);
    const answer = await send(draft, payer, { head: { orderNo: 'D9' }, items: [], keep: {} });
    expect(answer.verdict).toBe('refused');
    expect(answer.findings.length).toBeGreaterThan(3);
    expect(await draftFor(ports, clerkOf(payer), draft.draftId)).toMatchObject({ orderNo: 'D9' });
  });

  test('begins as a copy without the numbers and persons of what it is like', async () => {
    const dossier = purchase(20);
    await house.file([dossier], ['declaration']);
    const { head, items, keep } = await begin('declaration', broker, 'copy', dossier);
    expect(head).toMatchObject({ ebcCode: seller, freight: '20' });
    expect(items.length).toBe(dossier.declaration.items.length);
    expect([head.orderNo, head.logisticsNo, head.copNo, head.buyerName, Object.keys(keep)]).toEqual([
      ...[undefined, undefined, undefined, undefined, []],
    ]);
  });
});

test('the form of a document is what the standard asks, without what is filled in', () => {
  const { head, items, key } = formOf(ports, 'declaration');
  const names = head.map(({ name }) => name);
  for (const filled of ['guid', 'appType', 'appTime', 'ieFlag', 'currency'])
    expect(names).not.toContain(filled);
  expect(head.find(({ name }) => name === 'orderNo')).toMatchObject({ need: 'required', maxLength: 60 });
  expect(head.find(({ name }) => name === 'emsNo')).toMatchObject({
    need: 'conditional',
    when: { zh: expect.any(String) },
  });
  expect(head.find(({ name }) => name === 'buyerName')).toMatchObject({ personal: true });
  expect(items.find(({ name }) => name === 'country')?.choices?.length).toBeGreaterThan(200);
  expect(key).toEqual(['orderNo', 'ebpCode']);
});
