import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PreferencesView } from '#notifications';
import type { RunningServer } from '../../apps/server/server.ts';
import { asked, held, MailStand, preferences, site } from './mail-stand.ts';

let stand: MailStand;
beforeAll(async () => {
  stand = await MailStand.open();
});
beforeEach(() => stand.fresh());
afterAll(() => stand?.close());

let second: RunningServer | undefined;
afterEach(async () => {
  await second?.close();
  second = undefined;
});

describe('an address', () => {
  test('gets a code and nothing else, until the code has come back', async () => {
    const clerk = await stand.somebody();
    expect((await stand.propose(clerk, 'clerk@firm.example', 'zh')).status).toBe(200);
    const code = await stand.codeTo('clerk@firm.example');
    expect(stand.office.arrived[0]?.headers.subject).toBe('[茶马 Chama] 确认邮箱');
    expect(await stand.mailOf(clerk)).toMatchObject({
      available: true,
      pending: { address: 'clerk@firm.example' },
    });
    await stand.happens(asked('C1'));
    const wrong = code === '000000' ? '000001' : '000000';
    const refused = await stand.ask<{ code: string }>(clerk, `${preferences}/address/confirm`, {
      code: wrong,
    });
    expect([refused.status, refused.body.code]).toEqual([422, 'MAIL-CODE']);
    expect((await stand.ask(clerk, `${preferences}/address/confirm`, { code })).status).toBe(200);
    expect(await stand.mailOf(clerk)).toMatchObject({ address: 'clerk@firm.example' });
    expect(stand.office.arrived).toHaveLength(1);
    await stand.forgets(clerk);
    expect(await stand.mailOf(clerk)).toEqual({ available: true });
  });

  test('is guessed at a few times only, and is sent a few codes a day only', async () => {
    const guesser = await stand.somebody();
    await stand.propose(guesser, 'guess@firm.example');
    const code = await stand.codeTo('guess@firm.example');
    const wrong = code === '111111' ? '222222' : '111111';
    for (let tries = 0; tries < 5; tries += 1)
      expect((await stand.ask(guesser, `${preferences}/address/confirm`, { code: wrong })).status).toBe(422);
    const late = await stand.ask<{ code: string }>(guesser, `${preferences}/address/confirm`, { code });
    expect(late.body.code).toBe('MAIL-CODE-OVER');
    for (let codes = 1; codes < 5; codes += 1) {
      await stand.later(1);
      expect((await stand.propose(guesser, 'guess@firm.example')).status).toBe(200);
    }
    expect((await stand.propose(guesser, 'guess@firm.example')).body.code).toBe('MAIL-CODES-TOO-MANY');
  });

  test('that is none is not sent to', async () => {
    const clerk = await stand.somebody();
    for (const address of ['a', 'a@b', 'a@b.cn\r\nBcc: x@y.cn', '"a b"@c.cn', 'a@b.cn,x@y.cn', '<a@b.cn>'])
      expect((await stand.propose(clerk, address)).body.code, address).toBe('MAIL-ADDRESS');
  });

  test('has to be there before it is wished how mail comes', async () => {
    const clerk = await stand.somebody();
    const wished = await stand.ask<{ code: string }>(
      clerk,
      preferences,
      { mail: { digest: 'hourly' } },
      'PATCH',
    );
    expect([wished.status, wished.body.code]).toEqual([409, 'MAIL-NO-ADDRESS']);
  });

  test('lies sealed in the database', async () => {
    const rows = await stand.rented.owner.query<{ row: string }>(
      'select a::text as row from notifications.address a',
    );
    expect(rows.length).toBeGreaterThan(0);
    const hex = Buffer.from('guess@firm.example').toString('hex');
    for (const { row } of rows) expect(row).not.toMatch(new RegExp(`guess|${hex}`));
  });
});

describe('what has to be known at once', () => {
  test('is mailed at once, in the language of the reader, with the way out and nothing of persons', async () => {
    const clerk = await stand.withMail('now@firm.example', 'th');
    await stand.happens(asked('Q<1>'));
    await expect.poll(() => stand.office.arrived.length, { timeout: 10_000 }).toBe(1);
    const [mail] = stand.office.arrived;
    expect(mail?.headers).toMatchObject({
      subject: '[Chama] การแจ้งเตือน: ศุลกากรสอบถาม รอคำตอบ',
      'auto-submitted': 'auto-generated',
      'content-language': 'th',
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    });
    expect(mail?.headers['list-unsubscribe']).toMatch(/^<https:\/\/zone\.example\/unsubscribe\/[\w-]{43}>$/);
    expect(mail?.text).toContain(`Q<1>`);
    expect(mail?.text).toContain(`${site}/questions`);
    expect(mail?.html).toContain('Q&lt;1&gt;');
    expect(mail?.raw).not.toContain('李雷');
    await stand.forgets(clerk);
  });

  test('comes together while the last such mail is young, and what was read meanwhile is not mailed', async () => {
    const clerk = await stand.withMail('gap@firm.example');
    await stand.happens(asked('G1'));
    await expect.poll(() => stand.office.arrived.length, { timeout: 10_000 }).toBe(1);
    await stand.happens(asked('G2'), asked('G3'), asked('G4'));
    await expect.poll(() => stand.unreadOf(clerk)).toBe(4);
    const { body } = await stand.ask<{ notifications: { notificationId: string; about: string }[] }>(
      clerk,
      '/api/notifications',
    );
    const read = body.notifications.find(({ about }) => about === 'G3')?.notificationId;
    await stand.ask(clerk, '/api/notifications/read', { ids: [read] });
    expect(stand.office.arrived).toHaveLength(1);
    await stand.later(301);
    await expect.poll(() => stand.office.arrived.length, { timeout: 10_000 }).toBe(2);
    expect(stand.office.arrived[1]?.text).toMatch(/G4 ·.*G2 ·|G2 ·.*G4 ·/s);
    expect(stand.office.arrived[1]?.text).not.toMatch(/G[13] ·/);
    await stand.forgets(clerk);
  });
});

describe('a digest', () => {
  test('comes once a day at the hour chosen, where the reader is, whatever the number of servers', async () => {
    const clerk = await stand.withMail('daily@firm.example');
    const wishes = { digest: 'daily', digestHour: 8, timeZone: 'Asia/Yangon', language: 'en' };
    const changed = await stand.ask<PreferencesView>(clerk, preferences, { mail: wishes }, 'PATCH');
    expect(changed.body.mail.wishes).toEqual(wishes);
    second = await stand.start();
    await stand.happens(held('D1'), held('D2'));
    // 08:00 in Yangon is 09:30 in Beijing.
    await stand.itIs('2026-11-27T09:29:00+08:00');
    await stand.happens(held('D3'));
    await expect.poll(() => stand.unreadOf(clerk)).toBe(2);
    expect(stand.office.arrived).toEqual([]);
    await stand.itIs('2026-11-27T09:30:00+08:00');
    await expect.poll(() => stand.office.arrived.length, { timeout: 10_000 }).toBe(1);
    expect(stand.office.arrived[0]?.headers.subject).toBe('[Chama] Notifications: 2');
    expect(stand.office.arrived[0]?.text).toContain('Lists held for inspection or review · 2 events');
    expect(stand.office.arrived[0]?.text).toContain('D3 · 2026-11-27 07:59');
    // Moved to a later hour of the same day: that day has had its digest.
    await stand.happens(held('D4'));
    await stand.ask(clerk, preferences, { mail: { digestHour: 12 } }, 'PATCH');
    await stand.itIs('2026-11-27T13:30:01+08:00');
    await expect
      .poll(
        async () =>
          (
            await stand.rented.database.query<{ at: Date }>(
              'select next_digest_at as at from notifications.address where confirmed_at is not null',
            )
          )[0]?.at,
      )
      .toEqual(new Date('2026-11-28T12:00:00+06:30'));
    expect(stand.office.arrived).toHaveLength(1);
    await stand.itIs('2026-11-28T13:30:01+08:00');
    await expect.poll(() => stand.office.arrived.length, { timeout: 10_000 }).toBe(2);
    await stand.forgets(clerk);
  });
});
