import { describe, expect, test } from 'vitest';
import { notificationKinds } from './kinds.ts';
import { type Listener, notificationsFor, type ToldEvent } from './tell.ts';

const seller = '5301960001';
const broker = '5301980005';

const event = (kind: string, data: Readonly<Record<string, unknown>>, more: Partial<ToldEvent> = {}) => ({
  ...{ id: `e-${kind}`, kind, data, happenedAt: new Date('2026-11-26T05:10:00Z'), by: undefined },
  ...{ enterprises: [seller, broker] },
  ...more,
});

/** Somebody of an enterprise, or of the zone, who may do just this. */
const listener = (accountId: string, customsCode: string | undefined, ...may: string[]): Listener => ({
  ...{ accountId, customsCode },
  reach: ({ resource, action }) =>
    may.includes(`${resource} ${action}`) ? (customsCode === undefined ? 'zone' : 'own') : undefined,
});

const held = { orderNo: 'D/1', ebpCode: seller };

describe('who is told', () => {
  test('of a list: the people of its enterprises who may read it, and nobody of another enterprise', () => {
    const people = [
      listener('of the seller', seller, 'lists read'),
      listener('of the broker', broker, 'lists read'),
      listener('of another', '5301960002', 'lists read'),
      listener('who may not', seller),
      listener('an officer', undefined, 'lists read'),
    ];
    const told = notificationsFor([event('list.held', held)], people);
    expect(told.map(({ accountId }) => accountId)).toEqual(['of the seller', 'of the broker']);
    expect(told[0]).toMatchObject({ about: 'D/1', place: `/lists/${seller}/D%2F1`, count: 1, shown: true });
  });

  test('of a lost message: also those who may send it again, each led to a page they may open', () => {
    const people = [
      listener('of the sender', broker, 'lists read'),
      listener('an operator', undefined, 'links replay'),
    ];
    const told = notificationsFor([event('link.lost', {}, { enterprises: [broker] })], people);
    expect(told.map(({ accountId, place }) => [accountId, place])).toEqual([
      ['of the sender', '/lists?state=forwarded'],
      ['an operator', '/links'],
    ]);
  });

  test('of what a gate machine stops: the people of whose vehicle it is; of goods to come in: who approves them', () => {
    const people = [
      listener('of the firm', seller, 'passes read', 'checklists read'),
      listener('an officer', undefined, 'checklists decide', 'passes read'),
    ];
    const stopped = event('gate.stopped', { passNo: 'HF1' }, { enterprises: [seller] });
    const made = (direction: string) =>
      event('checklist.made', { checklistNo: `QD-${direction}`, direction }, { id: direction });
    const told = notificationsFor([stopped, made('out'), made('in')], people);
    expect(told.map(({ accountId, place, mail }) => [accountId, place, mail])).toEqual([
      ['of the firm', '/passes/HF1', 'immediate'],
      ['an officer', '/checklists/QD-in', 'never'],
    ]);
  });

  test('of an agency that does not agree: by the page of the list, be it an import or an export', () => {
    const people = [listener('of the seller', seller, 'lists read')];
    const place = (data: object) =>
      notificationsFor([event('agency.refused', { ...held, ...data })], people).map((one) => one.place);
    expect(place({})).toEqual([`/lists/${seller}/D%2F1`]);
    expect(place({ ebcCode: broker })).toEqual([`/exports/${broker}/${seller}/D%2F1`]);
  });

  test('on an inspection lead to it, and not to the list it is of', () => {
    const inspected = { ...held, inspectionId: 'i/1', siteCode: 'KM01', parties: [seller] };
    const people = [listener('of the seller', seller, 'inspections read')];
    const told = (kind: string, data: Parameters<typeof event>[1]) =>
      notificationsFor([event(kind, data)], people);
    for (const kind of ['inspection.ordered', 'inspection.no_show', 'inspection.result'])
      expect(
        told(kind, inspected).map(({ place }) => place),
        kind,
      ).toEqual(['/inspections/i%2F1']);
  });

  test('of a delegation: the side that has not done it', () => {
    const people = [
      listener('principal', seller, 'delegations give', 'delegations answer'),
      listener('agent', broker, 'delegations give', 'delegations answer'),
    ];
    const sides = { principal: seller, agent: broker, paperNo: 'WT-1' };
    const toldOf = (kind: string) =>
      notificationsFor([event(kind, sides)], people).map(({ accountId }) => accountId);
    expect(toldOf('delegation.proposed')).toEqual(['agent']);
    expect(toldOf('delegation.accepted')).toEqual(['principal']);
  });

  test('nobody of what they did themselves', () => {
    const people = ['a', 'b'].map((id) => listener(id, seller, 'keys make'));
    const told = notificationsFor([event('key.revoked', { label: 'ERP' }, { by: 'a' })], people);
    expect(told.map(({ accountId, about }) => [accountId, about])).toEqual([['b', 'ERP']]);
  });

  test('nobody of a kind that is none', () => {
    expect(notificationsFor([event('list.seen', held)], [listener('a', seller, 'lists read')])).toEqual([]);
  });
});

describe('what comes by the hundred', () => {
  const reader = [listener('a', seller, 'lists read', 'questions answer')];
  const at = (time: string, orderNo: string, kind = 'list.held') =>
    event(kind, { ...held, orderNo }, { id: orderNo, happenedAt: new Date(time) });

  test('is one line an hour, with the newest named', () => {
    const told = notificationsFor(
      [at('2026-11-26T05:30:00Z', 'D2'), at('2026-11-26T05:10:00Z', 'D1'), at('2026-11-26T06:00:00Z', 'D3')],
      reader,
    );
    expect(told.map(({ count, about }) => [count, about])).toEqual([
      [2, 'D2'],
      [1, 'D3'],
    ]);
    expect(told[0]).toMatchObject({ firstAt: new Date('2026-11-26T05:10:00Z') });
  });

  test('leaves what has to be answered one by one as it is', () => {
    const asked = ['D1', 'D2'].map((orderNo) => at('2026-11-26T05:10:00Z', orderNo, 'question.asked'));
    expect(notificationsFor(asked, reader)).toHaveLength(2);
  });
});

test('every kind is told somebody, and leads to a page', () => {
  for (const { kind, own, zone, place } of notificationKinds) {
    expect(own ?? zone, kind).toBeDefined();
    expect(place({}), kind).toMatch(/^\/[a-z]/);
  }
  expect(new Set(notificationKinds.map(({ kind }) => kind)).size).toBe(notificationKinds.length);
});
