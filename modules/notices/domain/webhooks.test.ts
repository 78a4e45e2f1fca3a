import { describe, expect, test } from 'vitest';
import { checkPatterns, kindGroups, wants } from './event-kinds.ts';
import { bodyOf, eventOfEntry, eventOfReceipt, kindsOfEntries } from './events.ts';
import { nextStep, pauseMs } from './next-step.ts';
import { webhookParameters } from './parameters.ts';

const day: Readonly<Record<string, string>> = {
  ...{ try_seconds: '10', most_tries: '4', first_pause_seconds: '5', longest_pause_seconds: '60' },
  ...{ disable_after_seconds: '86400', former_secret_seconds: '86400', most_subscriptions: '10' },
  ...{ most_waiting: '1000', most_event_bytes: '300', log_days: '30' },
};
const parameters = webhookParameters((key) => day[key.replace('webhooks.', '')]);

describe('after a sending', () => {
  test('any 2xx is an arrival', () => {
    expect(nextStep({ httpStatus: 204 }, 3, 0, parameters)).toEqual({ delivery: 'delivered', pauseMs: 0 });
  });

  test('that failed, the next follows after a pause four times as long each time, up to the longest', () => {
    expect([1, 2, 3, 4].map((failures) => pauseMs(failures, parameters))).toEqual([
      5_000, 20_000, 60_000, 60_000,
    ]);
  });

  test('that failed as often as allowed, the delivery is given up', () => {
    const outcome = { httpStatus: 500, fault: 'HTTP-STATUS' };
    expect(nextStep(outcome, 3, 1, parameters).delivery).toBe('waiting');
    expect(nextStep(outcome, 4, 1, parameters).delivery).toBe('failed');
  });

  test('the receiver may ask for a longer pause, but for none beyond the longest', () => {
    const asked = (retryAfterMs: number) =>
      nextStep({ httpStatus: 503, fault: 'HTTP-STATUS', retryAfterMs }, 1, 1, parameters).pauseMs;
    expect([asked(1_000), asked(30_000), asked(1e12)]).toEqual([5_000, 30_000, 60_000]);
  });

  test('a subscription that has only failed for the set time is disabled, and what waits goes on waiting', () => {
    const step = (failingMs: number) => nextStep({ fault: 'ECONNREFUSED' }, 4, failingMs, parameters);
    expect(step(86_399_999)).toMatchObject({ delivery: 'failed' });
    expect(step(86_400_000)).toMatchObject({ delivery: 'waiting', disabledFor: 'failing' });
    expect(nextStep({ httpStatus: 410, fault: 'HTTP-STATUS' }, 1, 0, parameters)).toMatchObject({
      ...{ delivery: 'waiting', disabledFor: 'gone' },
    });
  });

  test('a table that lacks a figure, or has one that is none, is not worked with', () => {
    expect(() => webhookParameters(() => undefined)).toThrow('webhooks.try_seconds');
    expect(() => webhookParameters(() => '0')).toThrow('webhooks.try_seconds');
  });
});

describe('what can be subscribed to', () => {
  test('is named by kind or by group; every other word is found, with its place', () => {
    const groups = kindGroups.map(({ group }) => `${group}.*`);
    expect(checkPatterns([...groups, 'receipt.CEB622', 'list.released', 'link.lost'])).toEqual([]);
    const wrong = ['receipt.622', 'list', 'list.gone', '*', 'receipt.CEB622 ', 'constructor.*'];
    const found = checkPatterns(['list.*', ...wrong]);
    expect(found.map(({ path }) => path)).toEqual(wrong.map((_, index) => `events[${index + 2}]`));
  });

  test('by kind brings that kind alone, by group all of it', () => {
    expect(wants(['receipt.CEB622'], 'receipt.CEB622')).toBe(true);
    expect(wants(['receipt.CEB622'], 'receipt.CEB312')).toBe(false);
    expect(wants(['list.*'], 'list.held')).toBe(true);
    expect(wants(['list.*'], 'link.lost')).toBe(false);
  });
});

describe('an entry of the journal', () => {
  const at = new Date('2026-11-23T05:00:00Z');
  const entry = (kind: string, body: object) => ({ at, kind, body, cursor: '848.13' });

  test('on a list is told to its sender and its platform, without saying to whom', () => {
    const body = { orderNo: 'D1', ebpCode: '5301960001', recipient: '5301980005', returnStatus: '800' };
    expect(eventOfEntry(entry('declaration-released', body))).toEqual({
      event: {
        ...{ id: 'journal_848_13', kind: 'list.released', happenedAt: at },
        data: { orderNo: 'D1', ebpCode: '5301960001', returnStatus: '800' },
      },
      enterprises: ['5301980005', '5301960001'],
    });
  });

  test('on a message sent again names the enterprise’s message and no operator', () => {
    const body = { agency: 'customs', sender: '5301980005', messageId: 'x', operator: 'key' };
    const told = eventOfEntry(entry('dispatch-replayed', body));
    expect(told?.enterprises).toEqual(['5301980005']);
    expect(told?.event.data).toEqual({ agency: 'customs', messageId: 'x' });
  });

  test('on a question of an officer is told to the sender of the list, and not to its platform', () => {
    const body = { orderNo: 'D1', ebpCode: '5301960001', recipient: '5301980005', reason: 'Q01' };
    const told = eventOfEntry(entry('case-asked', body));
    expect(told?.enterprises).toEqual(['5301980005']);
    expect(told?.event).toMatchObject({
      ...{ kind: 'question.asked', data: { orderNo: 'D1', ebpCode: '5301960001', reason: 'Q01' } },
    });
  });

  test.each([
    ['enterprise-suspended', 'enterprise.suspended'],
    ['enterprise-expiry-near', 'enterprise.expiring'],
    ['enterprise-filing-returned', 'filing.returned'],
    ['goods-approved', 'goods.approved'],
  ])('%s is told to the enterprise on file, as %s', (kind, told) => {
    const found = eventOfEntry(entry(kind, { customsCode: '5301960002', reasons: '照片不清' }));
    expect(found?.enterprises).toEqual(['5301960002']);
    expect(found?.event).toMatchObject({ kind: told, data: { reasons: '照片不清' } });
  });

  test('that names an office of customs is told to no enterprise of that code', () => {
    const body = { recipient: '5301980005', ebpCode: '5301960001', customsCode: '8601' };
    expect(eventOfEntry(entry('declaration-held', body))?.enterprises).toEqual(['5301980005', '5301960001']);
  });

  test('on an export list is told to its sender, its seller and a platform that is an enterprise here', () => {
    const body = { orderNo: 'E1', ebpCode: '5301960001', ebcCode: '5301963611', recipient: '5301980005' };
    const told = eventOfEntry(entry('export-not-arrived', { ...body, customsCode: '8601' }));
    expect(told?.enterprises).toEqual(['5301980005', '5301960001', '5301963611']);
    expect(told?.event.kind).toBe('export.not_arrived');
  });

  test('on a vehicle at the gate is told to whose pass it is, and of an unknown pass to nobody', () => {
    const told = eventOfEntry(entry('gate-stopped', { passNo: 'HF1', owner: '5301963611', reasons: [] }));
    expect(told?.enterprises).toEqual(['5301963611']);
    expect(told?.event.data).toEqual({ passNo: 'HF1', reasons: [] });
    expect(eventOfEntry(entry('gate-stopped', { passNo: 'HF2', owner: null }))?.enterprises).toEqual([]);
  });

  test('on goods on display is told to whose they are; on a parcel in a return centre to who declared and who sold it', () => {
    const overdue = entry('display-overdue', { displayNo: 'D1', owner: '5301963611', dueOn: '2026-03-01' });
    expect(eventOfEntry(overdue)).toMatchObject({
      ...{ enterprises: ['5301963611'], event: { kind: 'display.overdue' } },
    });
    const body = { parcelNo: 'P1', orderNo: 'E1', recipient: '5301980005', enterprise: '5301963611' };
    const sorted = eventOfEntry(entry('parcel-sorted', body));
    expect(sorted?.enterprises).toEqual(['5301980005', '5301963611']);
    expect(sorted?.event).toMatchObject({ kind: 'parcel.sorted', data: { parcelNo: 'P1', orderNo: 'E1' } });
  });

  test('on an inspection is told to all whose goods are in it, and to none who the others are', () => {
    const body = { inspectionId: 'I1', parties: ['5301963611', '5301980005'], desk: 'released' };
    const told = eventOfEntry(entry('inspection-begun', body));
    expect(told?.enterprises).toEqual(['5301963611', '5301980005']);
    expect(told?.event.data).toEqual({ inspectionId: 'I1' });
  });

  test('on a link to an agency concerns the house: no enterprise is told', () => {
    const told = eventOfEntry(entry('agency-link-down', { agency: 'market', fault: 'HTTP-503' }));
    expect(told).toMatchObject({ enterprises: [], event: { kind: 'agency.link_down' } });
  });

  test('comes for every kind that is offered, and each that comes is offered', () => {
    const offered = kindGroups.flatMap(({ group, members = [] }) =>
      members.map((each) => `${group}.${each}`),
    );
    expect(Object.values(kindsOfEntries).sort()).toEqual(offered.sort());
  });

  test('of another kind is told nobody', () => {
    expect(eventOfEntry(entry('payment-data-asked', { ebpCode: '5301960001' }))).toBeUndefined();
  });
});

test('a large event comes without its long parts, and says so', () => {
  const receipt = {
    cursor: '8.1',
    type: 'CEB900',
    orderNo: null,
    returnStatus: '-1',
    returnTime: '',
    body: {},
  };
  const event = (returnInfo: string) => eventOfReceipt({ ...receipt, returnInfo }, new Date(0));
  const sent = (returnInfo: string) => JSON.parse(bodyOf(event(returnInfo), parameters.mostEventBytes));
  expect(sent('短')).toEqual({
    ...{ type: 'receipt.CEB900', timestamp: '1970-01-01T00:00:00.000Z' },
    data: { ...receipt, returnInfo: '短' },
  });
  expect(sent('长'.repeat(100))).toMatchObject({ data: { cursor: '8.1', cut: true } });
  expect(sent('长'.repeat(100)).data).not.toHaveProperty('returnInfo');
});
